package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the real samples come from.
 *
 * @param source what kind of source; {@code auto} looks at what lies at the path
 * @param path file or folder of the sources that read one; empty for the others, and until it is given. A named set has one
 *     where it does not lie in a data folder
 * @param size height and width in pixels to bring images to; 0 leaves the choice to the data
 * @param channels 1 for grey, 3 for colour; 0 leaves the choice to the data
 * @param flip whether every image is mirrored left to right with probability one half
 * @param parameters numbers that a drawn source asks for by name, such as the mean of {@code normal}, and how many {@code samples}
 *     it has where it is not endless
 * @param classes names of the classes by their numbers; filled in from the data where networks are told the class
 */
public record DataPlan(
        @Default("auto") Source source,
        @Default("''") String path,
        @Default("0") int size,
        @Default("0") int channels,
        @Default("false") boolean flip,
        @Default("{}") Map<String, Double> parameters,
        @Default("[]") List<String> classes) {

    /** The sources, each with where its samples come from. */
    public enum Source {
        STROKES(Origin.DRAWN),
        NORMAL(Origin.DRAWN),
        MIXTURE(Origin.DRAWN),
        RING(Origin.DRAWN),
        GRID(Origin.DRAWN),
        SPIRAL(Origin.DRAWN),
        SYNTHETIC_1200(Origin.DRAWN),
        MNIST(Origin.NAMED),
        FASHION_MNIST(Origin.NAMED),
        CIFAR10(Origin.NAMED),
        SVHN(Origin.NAMED),
        STL10(Origin.NAMED),
        STACKED_MNIST(Origin.NAMED),
        POINTS(Origin.PATH),
        IDX(Origin.PATH),
        UTKFACE_AGE(Origin.PATH),
        UTKFACE_GENDER(Origin.PATH),
        FOLDER(Origin.PATH),
        PATCHES(Origin.PATH),
        AUTO(Origin.PATH);

        private final Origin origin;

        Source(Origin origin) {
            this.origin = origin;
        }

        /** Whether samples are drawn by gan4j itself. */
        public boolean isDrawn() {
            return origin == Origin.DRAWN;
        }

        /** Whether this is a published data set, looked for by its name when there is no {@link DataPlan#path()}. */
        public boolean isNamedSet() {
            return origin == Origin.NAMED;
        }

        /** Whether samples are read from {@link DataPlan#path()}, which then must be there. */
        public boolean readsPath() {
            return origin == Origin.PATH;
        }

        /** Whether samples are points, lists of numbers, and not images. */
        public boolean ofPoints() {
            return switch (this) {
                case NORMAL, MIXTURE, RING, GRID, SPIRAL, POINTS, SYNTHETIC_1200 -> true;
                default -> false;
            };
        }

        private enum Origin {
            DRAWN,
            NAMED,
            PATH
        }
    }

    private static final int MOST_CLASSES = 1000;

    public DataPlan {
        if (size != 0) Check.between("size", size, 4, 1024);
        if (channels != 0 && channels != 1 && channels != 3)
            throw new IllegalArgumentException(
                    "channels must be 1 (grey), 3 (colour) or 0 (as the data is), got " + channels);
        classes = List.copyOf(classes);
        Check.between("classes: their number", classes.size(), 0, MOST_CLASSES);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        parameters.forEach((name, value) -> {
            if (!Double.isFinite(value))
                throw new IllegalArgumentException("parameters." + name + " must be a finite number, got " + value);
        });
    }
}
