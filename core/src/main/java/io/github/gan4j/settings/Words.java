package io.github.gan4j.settings;

import io.github.gan4j.glossary.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How choices are written: {@code LEAKY_RELU} and {@code LeakyRelu} are {@code leaky-relu}. */
public final class Words {
    private static final Pattern RECORD = Pattern.compile("([A-Z]\\w*)\\[(.*)]");

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

    /** A record's text in words: {@code Discs[size=16, soft=true]} is {@code discs (size 16, soft true)}; any other as it is. */
    public static String inWords(String text) {
        Matcher record = RECORD.matcher(text);
        if (!record.matches()) return text;
        String name = record.group(1).replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return record.group(2).isEmpty() ? name : name + " (" + record.group(2).replace('=', ' ') + ")";
    }

    /** @throws IllegalArgumentException when no member is written like this, with the name of the choice and those that are */
    public static <E extends Enum<E>> E named(Class<E> choice, String what, String written) {
        return Stream.of(choice.getEnumConstants())
                .filter(member -> of(member).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Suggestions.unknown(
                        what, written, List.of(joined(choice).split(", ")))));
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
