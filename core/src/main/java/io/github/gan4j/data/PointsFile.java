package io.github.gan4j.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Points of a plane in a text file, {@code x,y} a line, after a header or not: centres of equally likely round spots, as
 * somebody drew them.
 */
public final class PointsFile {
    /** The most points a file may have. */
    public static final int MOST_POINTS = 20_000;

    private static final long MOST_BYTES = 1 << 20;
    private static final double FARTHEST = 1e6;

    private PointsFile() {}

    /**
     * @param std of each spot
     * @throws IOException in one line that names the file and the line, when it is missing, too long or malformed
     */
    public static Distribution read(Path file, double std) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file");
        if (Files.size(file) > MOST_BYTES)
            throw new IOException(
                    file + ": a file of points has at most " + MOST_BYTES + " bytes, got " + Files.size(file));
        List<double[]> points = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean header = i == 0 && line.matches("[A-Za-z].*");
            if (!line.isEmpty() && !header) points.add(point(line, file + ": line " + (i + 1) + ": "));
        }
        if (points.isEmpty() || points.size() > MOST_POINTS)
            throw new IOException(file + ": must have 1 to " + MOST_POINTS + " points, got " + points.size());
        return new Mixture("points", points, std);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException binary) {
            throw new IOException(file + ": is not a text file", binary);
        }
    }

    private static double[] point(String line, String where) throws IOException {
        String[] parts = line.split(",", -1);
        if (parts.length == 2) {
            try {
                double x = Double.parseDouble(parts[0].strip());
                double y = Double.parseDouble(parts[1].strip());
                if (Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST) return new double[] {x, y};
            } catch (NumberFormatException notANumber) {
                // said below
            }
        }
        String shown = line.length() > 40 ? line.substring(0, 40) + "…" : line;
        throw new IOException(where + "must be two numbers of at most a million, as in 0.5,-1; got '" + shown + "'");
    }
}
