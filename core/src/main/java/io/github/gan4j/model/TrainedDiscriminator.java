package io.github.gan4j.model;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The first discriminator of a run; what it applies to is samples, packed where the plan packs them, and gives scores. */
public final class TrainedDiscriminator extends TrainedModel {
    private TrainedDiscriminator(Trained trained) {
        super(trained);
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
}
