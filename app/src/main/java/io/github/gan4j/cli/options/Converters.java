package io.github.gan4j.cli.options;

import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.settings.Words;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The conversion of option texts to numbers and to the members of enums, with messages that say what is allowed. */
public final class Converters {
    private Converters() {}

    /** For all options of a command and its subcommands. */
    public static void register(CommandLine line) {
        line.registerConverter(Integer.class, number(Integer::valueOf, "a whole number"));
        line.registerConverter(int.class, number(Integer::valueOf, "a whole number"));
        line.registerConverter(Long.class, number(Long::valueOf, "a whole number"));
        line.registerConverter(Double.class, number(Double::valueOf, "a number"));
        line.registerConverter(double.class, number(Double::valueOf, "a number"));
        line.registerConverter(Seeds.class, Seeds::of);
        line.registerConverter(GridSize.class, GridSize::of);
        choices(line, line);
    }

    private static <N extends Number> ITypeConverter<N> number(Function<String, N> read, String expected) {
        return text -> {
            try {
                return read.apply(text);
            } catch (NumberFormatException wrong) {
                throw new TypeConversionException("must be " + expected + ", got '" + text + "'");
            }
        };
    }

    private static void choices(CommandLine line, CommandLine verb) {
        verb.getCommandSpec().options().forEach(option -> {
            Class<?> type = option.auxiliaryTypes()[0];
            if (type.isEnum()) choice(line, type);
        });
        verb.getSubcommands().values().forEach(sub -> choices(line, sub));
    }

    private static <E> void choice(CommandLine line, Class<E> type) {
        line.registerConverter(type, text -> Stream.of(type.getEnumConstants())
                .filter(member -> word(member).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Stream.of(type.getEnumConstants())
                                .map(Converters::word)
                                .collect(Collectors.joining(", "))
                        + "; got '" + text + "'"
                        + Suggestions.didYouMean(
                                text,
                                Stream.of(type.getEnumConstants())
                                        .map(Converters::word)
                                        .toList()))));
    }

    private static String word(Object member) {
        return Words.of((Enum<?>) member);
    }
}
