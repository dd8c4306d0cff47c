package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LatentOptions.NamedLatent;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.explore.Direction;
import io.github.gan4j.explore.DirectionEffect;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gan4j mix --direction …}. */
record MixedDirection(
        MixSamples samples, String name, List<String> hold, Fitting by, int steps, Provenance provenance) {
    /** The effect of moving is measured on seeds that the direction was not fitted on. */
    private static final long FIRST_MOVED = 2_000_000;

    private static final int MOVED = 200;

    /** How a direction is fitted. */
    enum Fitting {
        RIDGE,
        DECILES;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    private record Results(
            String direction,
            List<String> hold,
            Fitting by,
            int samples,
            double correlationOfFit,
            double[] distances,
            double[] means,
            double[] deviations,
            double correlation,
            double rising,
            float[] way) {}

    void write(List<NamedLatent> rows, Path target, Screen screen) throws IOException {
        Synthesizer generator = samples.generator();
        Direction direction = fitted(name);
        for (String other : hold) direction = direction.holding(fitted(other));
        DirectionEffect shift = DirectionEffect.of(
                direction,
                distances(),
                generator.latents().of(FIRST_MOVED, MOVED),
                generator::samples,
                samples.measure(name),
                generator.shape());
        List<Picture> tiles = new ArrayList<>();
        for (NamedLatent row : rows)
            tiles.addAll(generator.pictures(DirectionEffect.row(direction, distances(), row.latent())));
        ImageFile.writePng(ResultFiles.withFolder(target), Picture.grid(Pictures.legible(tiles), 2 * steps + 1, 2));
        Path beside = OutputFile.beside(target, ".json");
        provenance.write(beside, results(direction, shift));
        tell(direction, shift, screen);
        screen.say("%d samples moved along %s: %s and its numbers %s", rows.size(), name, target, beside);
    }

    private Direction fitted(String measure) {
        return samples.measured(measure).direction(by == Fitting.RIDGE ? Direction.ridge() : Direction.deciles());
    }

    /** A step is one standard deviation of a latent along any direction. */
    private double[] distances() {
        double step = samples.generator().latents().deviation();
        double[] distances = new double[2 * steps + 1];
        for (int i = 0; i < distances.length; i++) distances[i] = step * (i - steps);
        return distances;
    }

    private void tell(Direction direction, DirectionEffect shift, Screen screen) {
        screen.say(
                "%s was fitted on %d samples; its correlation on held-out ones is %.2f",
                name, samples.count(), direction.correlation());
        screen.say("step  mean %s of %d samples (standard deviation)", name, MOVED);
        for (int i = 0; i < shift.distances().length; i++)
            screen.say("%+4d  %.4f (%.4f)", i - steps, shift.means()[i], shift.deviations()[i]);
        screen.say(
                "correlation of step and %s: %.2f; %.0f%% of the samples rise from the first step to the last",
                name, shift.correlation(), 100 * shift.rising());
    }

    private Results results(Direction direction, DirectionEffect shift) {
        return new Results(
                name,
                hold,
                by,
                samples.count(),
                direction.correlation(),
                shift.distances(),
                shift.means(),
                shift.deviations(),
                shift.correlation(),
                shift.rising(),
                direction.way());
    }
}
