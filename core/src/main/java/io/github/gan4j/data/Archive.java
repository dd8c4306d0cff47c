package io.github.gan4j.data;

import io.github.gan4j.files.Archived;
import io.github.gan4j.files.ImageFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The files in a single file that holds many. */
sealed interface Archive extends ImageFiles permits ZipFiles, TarFiles {
    Path path();

    /** The contents of a file inside; errors are without its name. May be called by several threads. */
    InputStream open(String name) throws IOException;

    /** How long a file inside claims to be; -1 where that is not known. */
    long size(String name);

    private String whole(String name) {
        return path().getFileName() + "/" + name;
    }

    @Override
    default byte[] bytes(String name) throws IOException {
        if (size(name) > MOST_BYTES)
            throw new IOException(whole(name) + ": is longer than the " + MOST_BYTES + " bytes that are read");
        return Archived.bytes(whole(name), MOST_BYTES, () -> open(name));
    }

    @Override
    default ImageFile.Content content(String name) throws IOException {
        return ImageFile.content(bytes(name), whole(name));
    }
}
