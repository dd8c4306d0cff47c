package io.github.gan4j.run;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Memory;
import io.github.gan4j.setup.PlannedNetworks;
import io.github.gan4j.setup.Start;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * What a plan would do, before it does it.
 *
 * @param plan with nothing left open
 * @param data one line about it
 * @param generator layers of one generator
 * @param discriminator layers of one discriminator
 * @param bytes an estimate of the memory that training needs beside Java's own
 */
public record Preview(Plan plan, String data, Summary generator, Summary discriminator, long bytes) {
    /** @throws IOException in one line, when the data cannot be read */
    public static Preview of(Plan plan, Consumer<String> notice) throws IOException {
        Start start = Run.begun(plan, notice);
        Samples samples = start.samples();
        Plan completed = start.plan();
        SampleShape shape = samples.shape();
        return new Preview(
                completed,
                samples.describe(),
                PlannedNetworks.generatorSummary(completed, shape),
                PlannedNetworks.discriminatorSummary(completed, shape),
                Memory.needed(completed, shape));
    }

    /** All of it for people. */
    public String text() {
        return plan.toYaml() + "\ndata: " + data + "\n\ngenerator\n" + generator.table() + "\n\ndiscriminator\n"
                + discriminator.table() + "\n\nmemory: about " + (bytes >> 20) + " MiB beside Java's own\n";
    }
}
