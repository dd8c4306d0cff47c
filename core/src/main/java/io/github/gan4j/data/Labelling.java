package io.github.gan4j.data;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Which images of a folder are taken, and what class each has. */
sealed interface Labelling permits Labelling.Usual, FaceNames, ParquetLabels {
    /** Whether an image of this name is taken. */
    default boolean accepts(String name) {
        return true;
    }

    /** How a name that is taken looks, for messages. */
    default String rule() {
        return "anything";
    }

    /** The classes of the images that could be read. */
    FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) throws IOException;

    /** Every image; classes from {@code dataset.json} or sub-folders. */
    static Labelling usual() {
        return new Usual();
    }

    /** See {@link FolderLabels}. */
    record Usual() implements Labelling {
        @Override
        public FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) throws IOException {
            return FolderLabels.of(files, images, warn);
        }
    }
}
