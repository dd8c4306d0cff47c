package io.github.gan4j.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How choices are written: {@code LEAKY_RELU} and {@code LeakyRelu} are {@code leaky-relu}. */
public final class Words {
    private static final int FARTHEST = 2;

    private Words() {}

    /** The word for a member of an enum. */
    public static String of(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for a class: that of its {@link Word}, or its simple name. */
    public static String of(Class<?> kind) {
        return kind.isAnnotationPresent(Word.class)
                ? kind.getAnnotation(Word.class).value()
                : kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no member is written like this, with the name of the choice and those that are */
    public static <E extends Enum<E>> E named(Class<E> choice, String what, String written) {
        return Stream.of(choice.getEnumConstants())
                .filter(member -> of(member).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown " + what + " '" + written + "'; known " + what + "s: " + joined(choice)));
    }

    /** All members in their written form, separated by commas. */
    public static String joined(Class<? extends Enum<?>> choice) {
        return Stream.of(choice.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }

    public static List<Enum<?>> members(Class<?> choice) {
        return Stream.of(choice.getEnumConstants())
                .<Enum<?>>map(member -> (Enum<?>) member)
                .toList();
    }

    /** The end of a message about an unknown word: {@code ; did you mean 'r1'?}, or nothing where none is like it. */
    public static String didYouMean(String unknown, Collection<String> known) {
        return nearest(unknown, known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** The known word that differs least, by at most two letters and less than half of them. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        int most = Math.min(FARTHEST, unknown.length() / 2);
        return known.stream()
                .filter(word -> distance(unknown, word) <= most)
                .min((a, b) -> Integer.compare(distance(unknown, a), distance(unknown, b)));
    }

    /** Levenshtein's distance, capital letters being the same as small ones. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT), b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
