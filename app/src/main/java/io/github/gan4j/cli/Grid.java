package io.github.gan4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many rows and columns a picture of many has, as people write it: {@code 8x10}. */
record Grid(int rows, int columns) {
    static final class Converter implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            if (!text.matches("[1-9]\\d{0,2}x[1-9]\\d{0,2}"))
                throw new TypeConversionException(
                        "must be rows x columns, as in 8x10, each 1 to 999; got '" + text + "'");
            String[] sides = text.split("x");
            return new Grid(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
    }

    int tiles() {
        return rows * columns;
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
