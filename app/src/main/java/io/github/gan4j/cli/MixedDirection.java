package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.Direction;
import io.github.gan4j.explore.DirectionEffect;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gan4j mix --direction …}. */
record MixedDirection(
        Synthesizer generator, Gauges gauges, String name, List<String> hold, int samples, String by, int steps) {
    /** Directions are found from other seeds than people look at. */
    static final long FIRST_SEED = 1_000_000;

    /** What is measured along the way comes from seeds that the direction was not found from. */
    private static final long FIRST_MOVED = 2_000_000;

    private static final int MOVED = 200;

    void write(List<LatentOptions.Named> rows, Path target, PrintWriter screen) throws IOException {
        Direction direction = found(name);
        for (String other : hold) direction = direction.holding(found(other));
        DirectionEffect shift = DirectionEffect.of(
                direction,
                distances(),
                generator.latents().of(FIRST_MOVED, MOVED),
                generator::samples,
                gauges.named(name),
                generator.shape());
        List<Picture> tiles = new ArrayList<>();
        for (LatentOptions.Named row : rows)
            tiles.addAll(generator.pictures(DirectionEffect.row(direction, distances(), row.latent())));
        ImageFile.writePng(Targets.withFolder(target), Picture.grid(Pictures.legible(tiles), 2 * steps + 1, 2));
        Path beside = Targets.beside(target, ".json");
        AtomicFile.writeString(beside, numbers(direction, shift).toPrettyString() + "\n");
        tell(direction, shift, screen);
        screen.println("%d samples moved along %s: %s and its numbers %s".formatted(rows.size(), name, target, beside));
    }

    private Direction found(String measure) {
        Direction.Fit fit = by.equals("ridge") ? Direction.ridge() : Direction.deciles();
        return Measured.of(generator, FIRST_SEED, samples, gauges.named(measure))
                .direction(fit);
    }

    /** A step is one standard deviation of a latent along any direction. */
    private double[] distances() {
        double step = generator.latents().deviation();
        double[] distances = new double[2 * steps + 1];
        for (int i = 0; i < distances.length; i++) distances[i] = step * (i - steps);
        return distances;
    }

    private void tell(Direction direction, DirectionEffect shift, PrintWriter screen) {
        screen.println("%s was found from %d samples; it explains others with a correlation of %.2f"
                .formatted(name, samples, direction.correlation()));
        screen.println("step  mean %s of %d samples (deviation)".formatted(name, MOVED));
        for (int i = 0; i < shift.distances().length; i++)
            screen.println("%+4d  %.4f (%.4f)".formatted(i - steps, shift.means()[i], shift.deviations()[i]));
        screen.println("correlation of step and %s: %.2f; %.0f%% of the samples rise from the first step to the last"
                .formatted(name, shift.correlation(), 100 * shift.rising()));
    }

    private ObjectNode numbers(Direction direction, DirectionEffect shift) {
        ObjectNode numbers = Json.object();
        numbers.put("direction", name);
        numbers.set("hold", Json.tree(hold));
        numbers.put("by", by);
        numbers.put("samples", samples);
        numbers.put("correlationOfFit", direction.correlation());
        numbers.set("distances", Json.tree(shift.distances()));
        numbers.set("means", Json.tree(shift.means()));
        numbers.set("deviations", Json.tree(shift.deviations()));
        numbers.put("correlation", shift.correlation());
        numbers.put("rising", shift.rising());
        numbers.set("way", Json.tree(direction.way()));
        return numbers;
    }
}
