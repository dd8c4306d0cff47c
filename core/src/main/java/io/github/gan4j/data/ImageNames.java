package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The image files in a folder. */
public final class ImageNames {
    private ImageNames() {}

    /** Whether a name is that of an image file, by its ending. */
    public static boolean endsLikeImage(Path path) {
        return ImageFiles.endsLikeImage(path.toString());
    }

    /**
     * Paths inside the folder, with slashes, in order, sub-folders included; what does not end like an image is left out.
     *
     * @throws IOException in one line, when the folder cannot be looked through or holds no images
     */
    public static List<String> in(Path folder) throws IOException {
        try (ImageFiles files = ImageFiles.open(folder)) {
            if (files.names().isEmpty())
                throw new IOException(folder + ": holds no images (" + ImageFile.FORMATS + ")");
            return files.names();
        } catch (AccessDeniedException denied) {
            throw new IOException(denied.getFile() + ": permission denied", denied);
        }
    }

    /** The files among these paths, and the images in the folders among them, in order. */
    public static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths)
            if (Files.isDirectory(path)) in(path).forEach(name -> files.add(path.resolve(name)));
            else files.add(path);
        return files;
    }
}
