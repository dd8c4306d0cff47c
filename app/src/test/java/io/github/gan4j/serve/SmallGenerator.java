package io.github.gan4j.serve;

import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run of a generator of ten classes, 16x16, that was hardly trained. */
final class SmallGenerator {
    private SmallGenerator() {}

    static Path trained(Path run) throws IOException {
        try (Run training = Run.start(
                Presets.draft("mnist-conditional")
                        .set(List.of("threads=1", "precision=fp32", "batchSize=8", "stop.images=32", "data=strokes"))
                        .set(List.of("data.size=16", "generator.network.width=2", "discriminator.network.width=2"))
                        .plan(),
                run,
                line -> {})) {
            training.train(new Listener() {});
        }
        return run;
    }
}
