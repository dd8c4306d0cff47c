package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Chart;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What discriminators believed while candidates trained: p_real above p_fake over images seen, each line a mean of seeds. */
final class Balance {
    /** As many as there are colours. */
    static final int MOST = 7;

    private static final int PARTS = 60;
    private static final int GAP = 8;

    private Balance() {}

    /**
     * Draws the candidates that stand first.
     *
     * @param folder of the race, which has the run folders
     * @throws IOException in one line, also where this Java cannot draw
     */
    static void write(Path folder, List<Standing> standings, Path target) throws IOException {
        List<Lines> lines = new ArrayList<>();
        for (Standing standing : standings.subList(0, Math.min(MOST, standings.size())))
            lines.add(Lines.read(folder, standing));
        double most = lines.stream().mapToDouble(Lines::most).max().orElse(0);
        Picture reals = chart("p_real: what the discriminator believes of reals", lines, Lines::reals, most)
                .drawn(target);
        Picture fakes = chart("p_fake: what it believes of fakes", lines, Lines::fakes, most)
                .drawn(target);
        ImageFile.writePng(target, Picture.grid(List.of(reals, fakes), 1, GAP));
    }

    private static Chart chart(String title, List<Lines> lines, Function<Lines, List<Moment>> kind, double most) {
        Chart.Series[] series = lines.stream()
                .map(one -> mean(one.name(), kind.apply(one), most))
                .toArray(Chart.Series[]::new);
        return Chart.of(title, "images seen", "probability of being real", series)
                .within(0, 1)
                .guidedBy(0.5);
    }

    private record Moment(double images, double belief) {}

    /** The events of all seeds of a candidate. */
    private record Lines(String name, List<Moment> reals, List<Moment> fakes) {
        static Lines read(Path folder, Standing standing) throws IOException {
            Lines lines = new Lines(standing.candidate().words(), new ArrayList<>(), new ArrayList<>());
            for (int seed = 1; seed <= standing.results().size(); seed++) {
                RunFolder run = new RunFolder(folder.resolve(Heat.name(standing.candidate(), seed)));
                for (ObjectNode event : JsonLines.read(run.events())) {
                    double images = event.path("imagesSeen").asDouble();
                    if (event.path("pReal").isNumber())
                        lines.reals.add(new Moment(images, event.path("pReal").asDouble()));
                    if (event.path("pFake").isNumber())
                        lines.fakes.add(new Moment(images, event.path("pFake").asDouble()));
                }
            }
            return lines;
        }

        double most() {
            return reals.stream().mapToDouble(Moment::images).max().orElse(0);
        }
    }

    /** Means over equal parts of the longest line; a part without an event is a gap that is closed. */
    private static Chart.Series mean(String name, List<Moment> moments, double most) {
        double[] sum = new double[PARTS], at = new double[PARTS];
        int[] count = new int[PARTS];
        for (Moment moment : moments) {
            int part = (int) Math.min(PARTS - 1, moment.images() / most * PARTS);
            sum[part] += moment.belief();
            at[part] += moment.images();
            count[part]++;
        }
        int[] filled = IntStream.range(0, PARTS).filter(part -> count[part] > 0).toArray();
        return new Chart.Series(
                name,
                Arrays.stream(filled)
                        .mapToDouble(part -> at[part] / count[part])
                        .toArray(),
                Arrays.stream(filled)
                        .mapToDouble(part -> sum[part] / count[part])
                        .toArray());
    }
}
