package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Images one by one, before anything is made of them; some may turn out not to be readable. */
sealed interface Originals extends Closeable permits FileOriginals, SetOriginals {
    int count();

    /** The name an image came under. */
    String name(int image);

    /** Decodes one image and makes something of it. May be called by several threads. */
    <T> T decoded(int image, Function<ImageFile.Content, T> use) throws IOException;

    /** The classes of some of the images, in the order given. */
    FolderLabels labels(List<Integer> images, Consumer<String> warn) throws IOException;

    @Override
    void close() throws IOException;
}
