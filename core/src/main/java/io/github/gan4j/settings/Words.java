package io.github.gan4j.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the members of a closed choice are written: {@code LEAKY_RELU} is {@code leaky-relu}. */
public final class Words {
    private Words() {}

    /** The written form of one member. */
    public static String of(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<Enum<?>> members(Class<?> choice) {
        return Stream.of(choice.getEnumConstants())
                .<Enum<?>>map(member -> (Enum<?>) member)
                .toList();
    }
}
