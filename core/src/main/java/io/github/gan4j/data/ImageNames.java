package io.github.gan4j.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/** The image files in a folder. */
public final class ImageNames {
    private ImageNames() {}

    /**
     * Paths inside the folder, with slashes, in order, sub-folders included; what does not end like an image is left out.
     *
     * @throws IOException in one line, when the folder cannot be looked through
     */
    public static List<String> in(Path folder) throws IOException {
        try (ImageFiles files = ImageFiles.open(folder)) {
            return files.names();
        } catch (AccessDeniedException denied) {
            throw new IOException(denied.getFile() + ": permission denied", denied);
        }
    }
}
