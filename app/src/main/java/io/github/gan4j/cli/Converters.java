package io.github.gan4j.cli;

import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.settings.Words;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the texts of options become values, with messages that say what is allowed. */
final class Converters {
    private Converters() {}

    static void register(CommandLine line) {
        line.registerConverter(Integer.class, number(Integer::valueOf, "a whole number"));
        line.registerConverter(int.class, number(Integer::valueOf, "a whole number"));
        line.registerConverter(Long.class, number(Long::valueOf, "a whole number"));
        line.registerConverter(Double.class, number(Double::valueOf, "a number"));
        line.registerConverter(DeviceChoice.class, word(DeviceChoice.values()));
        line.registerConverter(PrecisionChoice.class, word(PrecisionChoice.values()));
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

    private static <E extends Enum<E>> ITypeConverter<E> word(E[] members) {
        return text -> Stream.of(members)
                .filter(member -> Words.of(member).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Stream.of(members).map(Words::of).collect(Collectors.joining(", ")) + "; got '" + text
                        + "'"));
    }
}
