package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Where image files lie: a folder, a zip or a tar archive, looked through with all its sub-folders. */
sealed interface ImageFiles extends Closeable permits FolderFiles, Archive, ParquetFiles {
    /** No file inside a folder or archive may be longer, whatever it claims. */
    int MOST_BYTES = ImageFile.MOST_BYTES;

    /** How images end, whether they are of a kind that is read or not. */
    Set<String> ENDINGS = Set.of(
            ("png apng jpg jpeg jpe jfif jif pjpeg pjp gif bmp dib tif tiff webp pbm pgm ppm pnm pam heic heif hif avif jp2"
                            + " jpf jpx jpc j2c j2k jxl jxr psd xcf tga svg exr hdr pfm qoi dds dcm ico icns cur pcx sgi rgb"
                            + " rgba bw im ras xbm xpm fits cr2 cr3 nef arw dng orf rw2 raf pef")
                    .split(" "));

    /** The files inside. */
    Listing listing();

    /**
     * Paths of the images inside, with slashes, in order: what begins as an image does, and what ends like one and may turn
     * out to be something else. Hidden files are left out.
     */
    default List<String> names() {
        return listing().images();
    }

    /** The folders inside; of archives those that hold files. */
    default Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        listing().all().forEach(name -> {
            for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1))
                folders.add(name.substring(0, end));
        });
        return folders;
    }

    /** Decodes one of them and makes something of it, as {@link ImageFile#decoded}. May be called by several threads. */
    <T> T decoded(String name, Function<ImageFile.Content, T> use) throws IOException;

    /** The bytes of a file inside. */
    byte[] bytes(String name) throws IOException;

    /** @throws IOException when there is nothing, or nothing of this kind, at the path */
    static ImageFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) return TarShards.matches(path) ? TarShards.open(path) : FolderFiles.open(path);
        if (!Files.isRegularFile(path)) throw new IOException(path + ": no such file or folder");
        FileKind kind = FileKind.of(path);
        if (kind == FileKind.TAR) return TarFiles.open(path);
        if (kind == FileKind.ZIP || Listing.ending(path.toString()).equals("zip")) return ZipFiles.open(path);
        throw new IOException(path + ": is " + kind.says() + "; images lie in a folder, a zip or a tar archive");
    }

    /** Whether a visible file ends like an image. */
    static boolean isImage(String name) {
        return Listing.isVisible(name) && endsLikeImage(name);
    }

    /** Whether a file ends like an image, hidden or not. */
    static boolean endsLikeImage(String name) {
        return ENDINGS.contains(Listing.ending(name));
    }
}
