package io.github.gan4j.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the members of a closed choice are written: {@code LEAKY_RELU} is {@code leaky-relu}. */
public final class Words {
    private Words() {}

    /** The written form of one member. */
    public static String of(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
}
