package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where image files lie: a folder or a zip, looked through with all its sub-folders. */
sealed interface ImageFiles extends Closeable permits FolderFiles, ZipFiles {
    /** No file inside a folder or zip may be longer, whatever it claims. */
    int MOST_BYTES = 64 << 20;

    Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp");

    Set<String> OTHER_ENDINGS = Set.of(
            "webp", "tif", "tiff", "heic", "heif", "avif", "jp2", "jxl", "pgm", "ppm", "pnm", "psd", "tga", "svg");

    /** Paths of the images inside, with slashes, in order; hidden files and what does not end like an image are left out. */
    List<String> names();

    /** Paths of the images inside that are of a kind that is not read, such as WebP. */
    List<String> others() throws IOException;

    /** Decodes one of them. May be called by several threads. */
    ImageFile.Content content(String name) throws IOException;

    /** The picture of one of them. */
    default Picture read(String name) throws IOException {
        return content(name).picture();
    }

    /** The text of a file in the root, if it is there. */
    Optional<String> text(String name) throws IOException;

    /** @throws IOException when there is nothing, or nothing of this kind, at the path */
    static ImageFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) return new FolderFiles(path);
        if (Files.isRegularFile(path)) return new ZipFiles(path);
        throw new IOException(path + ": no such file or folder");
    }

    static boolean isImage(String name) {
        return isVisible(name) && ENDINGS.contains(ending(name));
    }

    /** Whether a file is an image by its name, but of a kind that is not read. */
    static boolean isOtherImage(String name) {
        return isVisible(name) && OTHER_ENDINGS.contains(ending(name));
    }

    private static boolean isVisible(String name) {
        for (String piece : name.split("/")) if (piece.startsWith(".") || piece.equals("__MACOSX")) return false;
        return true;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
