package io.github.gan4j.restore;

import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Restorers of pen strokes that take a second to train. */
final class SmallRestorers {
    private SmallRestorers() {}

    static TrainedRestorer trained(Path runs, String preset, String... more) throws IOException {
        Path run = runs.resolve(preset);
        Runs.train(
                Presets.draft(preset)
                        .on("strokes")
                        .set("data.size=16")
                        .set("threads=1")
                        .set("precision=fp32")
                        .set("generator.network.blocks=1")
                        .set("discriminator.network.width=4")
                        .set("batchSize=8")
                        .set("metrics=none")
                        .set(List.of(more))
                        .plan(),
                run);
        return TrainedRestorer.open(run, line -> {});
    }
}
