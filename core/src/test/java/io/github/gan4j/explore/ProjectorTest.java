package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectorTest {
    @TempDir
    private Path folder;

    private Path run(String preset, String distribution) throws IOException {
        Path path = folder.resolve(distribution);
        Draft plan = Presets.draft(preset)
                .set("threads=1")
                .set("precision=fp32")
                .set("generator.input={" + distribution + ": {size: 6}}")
                .set("stop={images: 32}");
        if (preset.equals("strokes"))
            plan = plan.set("data.size=16")
                    .set("batchSize=16")
                    .set("generator.network.width=4")
                    .set("discriminator.network.width=4");
        try (Run run = Run.start(plan.plan(), path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "uniform", "uniform01"})
    void what_a_generator_made_is_found_again(String distribution) throws IOException {
        try (TrainedGenerator generator = TrainedGenerator.open(run("strokes", distribution))) {
            Synthesizer first = generator.first();
            float[] target = first.samples(generator.latents().of(77));
            Projection start = new Projector(first, 40, 1).nearest(target);
            Projector projector = new Projector(first, 40, 60);
            long before = Pointer.totalCount();
            Projection found = projector.nearest(target);

            assertThat(Pointer.totalCount()).isEqualTo(before);
            assertThat(found.error()).isLessThan(0.2 * start.error());
            assertThat(Projection.error(first.samples(found.latent()), target)).isCloseTo(found.error(), within(1e-4));
            assertThat(found.psnr()).isCloseTo(-20 * Math.log10(found.error()), within(1e-9));
            assertThat(projector.errorOfMean(target)).isGreaterThan(found.error());
            if (distribution.equals("uniform01"))
                for (float number : found.latent()) assertThat(number).isBetween(0f, 1f);
        }
    }

    @Test
    void mistakes_are_named() throws IOException {
        try (TrainedGenerator numbers = TrainedGenerator.open(run("gaussian-1d", "normal"))) {
            Synthesizer first = numbers.first();
            assertThatThrownBy(() -> new Projector(first, 100, 10))
                    .hasMessage("the generator makes numbers, not images");
            assertThatThrownBy(() -> new Projector(first, 1, 10))
                    .hasMessage("starts must be within 8 and 100000, got 1");
            assertThatThrownBy(() -> new Projector(first, 8, 0)).hasMessage("steps must be within 1 and 100000, got 0");
        }
    }
}
