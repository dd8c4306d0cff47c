package io.github.gan4j.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sets of EMNIST (Cohen et al. 2017, arXiv:1702.05373), known by the names of their files, with their classes as the
 * {@code mapping.txt} beside them states. Letters are counted from 1 in the files; here from 0, as classes are everywhere.
 */
enum Emnist {
    MNIST("0123456789", 0),
    DIGITS("0123456789", 0),
    LETTERS(Emnist.CAPITALS, 1),
    BALANCED("0123456789" + Emnist.CAPITALS + "abdefghnqrt", 0),
    BYMERGE("0123456789" + Emnist.CAPITALS + "abdefghnqrt", 0),
    BYCLASS("0123456789" + Emnist.CAPITALS + Emnist.CAPITALS.toLowerCase(Locale.ROOT), 0);

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final List<String> names;
    private final int first;

    Emnist(String characters, int first) {
        this.names = characters.chars().mapToObj(Character::toString).toList();
        this.first = first;
    }

    /** @param stem the name of a file up to its part, as in {@code emnist-letters-train} */
    static Optional<Emnist> of(String stem) {
        String lower = stem.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(set -> lower.startsWith("emnist-" + set.name().toLowerCase(Locale.ROOT) + "-"))
                .findFirst();
    }

    /** The names of the classes by their numbers. */
    List<String> labelNames() {
        return names;
    }

    /** The classes of labels as the file has them. */
    int[] classes(Path file, int[] labels, Consumer<String> warn) throws IOException {
        if (labels.length > 0 && first > 0)
            warn.accept(file.getFileName() + ": its labels " + first + " to " + (names.size() + first - 1)
                    + " are the classes " + names.get(0) + " to " + names.get(names.size() - 1));
        for (int label : labels)
            if (label < first || label >= first + names.size())
                throw new IOException(file.getFileName() + ": label " + label + " is none of the set's, which are "
                        + first + " to " + (names.size() + first - 1));
        return Arrays.stream(labels).map(label -> label - first).toArray();
    }
}
