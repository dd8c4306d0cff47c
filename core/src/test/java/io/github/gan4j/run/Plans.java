package io.github.gan4j.run;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.util.List;

/** Small real plans that play in a second. */
public final class Plans {
    private Plans() {}

    /** A plan with settings, each written as after {@code --set}. */
    public static Plan with(Plan plan, String... settings) {
        return Draft.of(plan).set(List.of(settings)).plan();
    }

    /** Numbers on a line, 20 steps of 64, checkpoints after every fifth. */
    public static Plan line() {
        return Presets.draft("gaussian-1d")
                .set("threads=1")
                .set("batchSize=64")
                .set("stop.images=1280")
                .set("record.events={images: 64}")
                .set("record.pictures={images: 640}")
                .set("record.checkpoints={images: 320}")
                .set("record.keep=3")
                .plan();
    }

    /** Pen strokes of 16x16, in bf16, with batch normalisation, an average and lazy R1: 10 steps of 16, examined twice. */
    public static Plan images() {
        return Presets.draft("strokes")
                .set("threads=1")
                .set("precision=bf16")
                .set("data.size=16")
                .set("generator.input.size=8")
                .set("generator.network.width=4")
                .set("discriminator.network.width=4")
                .set("discriminator.penalties=[{r1: {interval: 4}}]")
                .set("generator.ema.halfLife=100")
                .set("batchSize=16")
                .set("stop={images: 160}")
                .set("record.events={images: 16}")
                .set("record.pictures={images: 80}")
                .set("record.checkpoints={images: 32}")
                .set("doctor.every={images: 80}")
                .set("record.columns=3")
                .set("record.rows=2")
                .plan();
    }
}
