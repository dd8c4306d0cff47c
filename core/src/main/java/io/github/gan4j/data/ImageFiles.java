package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where image files lie: a folder, a zip or a tar archive, looked through with all its sub-folders. */
sealed interface ImageFiles extends Closeable permits FolderFiles, Archive {
    /** No file inside a folder or archive may be longer, whatever it claims. */
    int MOST_BYTES = 64 << 20;

    Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp");

    Set<String> OTHER_ENDINGS = Set.of(
            "webp", "tif", "tiff", "heic", "heif", "avif", "jp2", "jxl", "pgm", "ppm", "pnm", "psd", "tga", "svg");

    /** The files inside. */
    Listing listing();

    /** Paths of the images inside, with slashes, in order; hidden files and what does not end like an image are left out. */
    default List<String> names() {
        return listing().images();
    }

    /** Paths of the images inside that are of a kind that is not read, such as WebP. */
    default List<String> others() {
        return listing().others();
    }

    /** Decodes one of them. May be called by several threads. */
    ImageFile.Content content(String name) throws IOException;

    /** The bytes of a file inside. */
    byte[] bytes(String name) throws IOException;

    /** The picture of one of them. */
    default Picture read(String name) throws IOException {
        return content(name).picture();
    }

    /** @throws IOException when there is nothing, or nothing of this kind, at the path */
    static ImageFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) return FolderFiles.open(path);
        if (!Files.isRegularFile(path)) throw new IOException(path + ": no such file or folder");
        FileKind kind = FileKind.of(path);
        if (kind == FileKind.TAR) return TarFiles.open(path);
        if (kind == FileKind.ZIP || Listing.ending(path.toString()).equals("zip")) return ZipFiles.open(path);
        throw new IOException(path + ": is " + kind.says() + "; images lie in a folder, a zip or a tar archive");
    }

    static boolean isImage(String name) {
        return Listing.isVisible(name) && endsLikeImage(name);
    }

    /** Whether a file ends like an image that is read, hidden or not. */
    static boolean endsLikeImage(String name) {
        return ENDINGS.contains(Listing.ending(name));
    }

    /** Whether a file is an image by its name, but of a kind that is not read. */
    static boolean isOtherImage(String name) {
        return Listing.isVisible(name) && OTHER_ENDINGS.contains(Listing.ending(name));
    }
}
