package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Images one by one, before anything is made of them; some may turn out not to be readable. */
sealed interface Originals extends Closeable permits FileOriginals, SetOriginals {
    int count();

    /** The name an image came under. */
    String name(int image);

    /** Decodes one image. May be called by several threads. */
    ImageFile.Content content(int image) throws IOException;

    /** The classes of some of the images, in the order given. */
    FolderLabels labels(List<Integer> images, Consumer<String> warn) throws IOException;

    /** Names of files that hold images of a kind that is not read. */
    List<String> others();

    @Override
    void close() throws IOException;
}
