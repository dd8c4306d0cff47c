package io.github.gan4j.model;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The first discriminator of a run. One thread at a time; whoever opened it closes it. */
public final class TrainedDiscriminator implements AutoCloseable {
    private final Trained trained;

    private TrainedDiscriminator(Trained trained) {
        this.trained = trained;
    }

    /**
     * That of the newest intact checkpoint.
     *
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run or has no intact checkpoint
     */
    public static TrainedDiscriminator open(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return new TrainedDiscriminator(Trained.discriminator(
                Plan.read(folder.plan()), folder.checkpoints().newestIntact(notice)));
    }

    /** From samples, packed where the plan packs them, to scores. */
    public Sampler sampler() {
        return trained.sampler(trained.network());
    }

    public SampleShape shape() {
        return trained.shape();
    }

    public Plan plan() {
        return trained.plan();
    }

    /** Images seen when it was as it is. */
    public long imagesSeen() {
        return trained.imagesSeen();
    }

    @Override
    public void close() {
        trained.close();
    }
}
