package io.github.gan4j.cli.options;

import picocli.CommandLine.TypeConversionException;

/** The rows and columns of a picture of many samples, written as in {@code 8x10}. */
public record GridSize(int rows, int columns) {
    static GridSize of(String text) {
        if (!text.matches("[1-9]\\d{0,2}x[1-9]\\d{0,2}"))
            throw new TypeConversionException("must be rows x columns, as in 8x10, each 1 to 999; got '" + text + "'");
        String[] sides = text.split("x");
        return new GridSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    public int tiles() {
        return rows * columns;
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
