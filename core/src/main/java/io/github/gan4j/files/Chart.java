package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line chart over images seen, or over any other number.
 *
 * @param range the ends of the y axis, or empty to show everything
 * @param guide a thin horizontal line to compare with, such as the loss at rest
 */
public record Chart(
        String title, String xLabel, String yLabel, List<Series> series, Optional<Range> range, OptionalDouble guide) {

    /** One line; NaN and infinite values are gaps. */
    public record Series(String name, double[] x, double[] y) {
        public Series {
            if (x.length != y.length)
                throw new IllegalArgumentException(
                        "series '" + name + "' has " + x.length + " x values and " + y.length + " y values");
        }
    }

    /** The ends of an axis. */
    public record Range(double least, double most) {
        public Range {
            if (!(least < most))
                throw new IllegalArgumentException("a range needs two rising ends, got " + least + " and " + most);
        }
    }

    public Chart {
        series = List.copyOf(series);
    }

    /** A chart that shows everything there is. */
    public static Chart of(String title, String xLabel, String yLabel, Series... series) {
        return new Chart(title, xLabel, yLabel, List.of(series), Optional.empty(), OptionalDouble.empty());
    }

    /** The same chart with fixed ends of the y axis. */
    public Chart within(double least, double most) {
        return new Chart(title, xLabel, yLabel, series, Optional.of(new Range(least, most)), guide);
    }

    /** The same chart with a horizontal line to compare with. */
    public Chart guidedBy(double value) {
        return new Chart(title, xLabel, yLabel, series, range, OptionalDouble.of(value));
    }

    /**
     * Writes the chart as a PNG, whole or not at all.
     *
     * @throws IOException in one line, also where this Java cannot draw: some servers have no fonts
     */
    public void write(Path target) throws IOException {
        ImageFile.writePng(target, drawn(target));
    }

    /**
     * The chart as a picture, to be put beside others.
     *
     * @param target the file that it is for, which the message names
     * @throws IOException in one line, where this Java cannot draw
     */
    public Picture drawn(Path target) throws IOException {
        try {
            return Picture.of(Plot.of(this));
        } catch (RuntimeException | InternalError | LinkageError e) { // what java.awt throws without fonts
            throw new IOException(target + ": cannot be drawn: " + Reason.of(e), e);
        }
    }
}
