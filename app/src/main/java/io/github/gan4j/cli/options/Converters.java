package io.github.gan4j.cli.options;

import io.github.gan4j.files.FileNames;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.settings.Spelling;
import io.github.gan4j.settings.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The conversion of option texts to numbers and to the members of enums, with messages that say what is allowed. */
public final class Converters {
    private Converters() {}

    /** For all options of a command and its subcommands. */
    public static void register(CommandLine line) {
        line.registerConverter(Path.class, Converters::path);
        line.registerConverter(Integer.class, converted(Integer::valueOf, "a whole number"));
        line.registerConverter(int.class, converted(Integer::valueOf, "a whole number"));
        line.registerConverter(Long.class, converted(Long::valueOf, "a whole number"));
        line.registerConverter(Double.class, converted(Double::valueOf, "a number"));
        line.registerConverter(double.class, converted(Double::valueOf, "a number"));
        line.registerConverter(OptionalNumber.class, converted(OptionalNumber::of, "a number"));
        line.registerConverter(Seeds.class, Seeds::of);
        line.registerConverter(GridSize.class, GridSize::of);
        choices(line, line);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException refused) {
            throw new TypeConversionException(FileNames.problem(refused));
        }
    }

    private static <N> ITypeConverter<N> converted(Function<String, N> read, String expected) {
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
            if (Spelling.isFor(type)) spelled(line, type);
        });
        verb.getSubcommands().values().forEach(sub -> choices(line, sub));
    }

    private static <E> void choice(CommandLine line, Class<E> type) {
        List<String> words =
                Stream.of(type.getEnumConstants()).map(Converters::word).toList();
        line.registerConverter(type, text -> Stream.of(type.getEnumConstants())
                .filter(member -> word(member).equals(text))
                .findFirst()
                .orElseThrow(() -> noneOf(words, text)));
    }

    private static <E> void spelled(CommandLine line, Class<E> type) {
        Spelling spelling = Spelling.of(type);
        line.registerConverter(type, text -> {
            if (!spelling.allows(text)) throw noneOf(spelling.forms(), text);
            return type.getConstructor(String.class).newInstance(text);
        });
    }

    private static TypeConversionException noneOf(List<String> words, String text) {
        return new TypeConversionException("must be one of " + String.join(", ", words) + "; got '" + text + "'"
                + Suggestions.didYouMean(text, words));
    }

    private static String word(Object member) {
        return Words.of((Enum<?>) member);
    }
}
