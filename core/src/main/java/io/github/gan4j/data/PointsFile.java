package io.github.gan4j.data;

import io.github.gan4j.files.PlainText;
import java.io.IOException;
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
        List<String> lines = PlainText.in(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !(i == 0 && isHeader(line)))
                points.add(point(line, file + ": line " + (i + 1) + ": "));
        }
        if (points.isEmpty() || points.size() > MOST_POINTS)
            throw new IOException(file + ": must have 1 to " + MOST_POINTS + " points, got " + points.size());
        return new Mixture("points", points, std);
    }

    /** Whether a line names two columns, the horizontal one first; a line with one number, or what stands for none, is a point. */
    private static boolean isHeader(String line) {
        return line.matches("[A-Za-z_][^,]*,\\s*[A-Za-z_][^,]*")
                && !line.matches("(?i).*\\b(nan|inf|infinity)\\b.*")
                && !line.matches("(?i)\\s*y\\s*,\\s*x\\s*");
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
