package io.github.gan4j.run;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Memory;
import io.github.gan4j.setup.PlannedNetworks;
import io.github.gan4j.setup.Start;
import io.github.gan4j.train.Training;
import io.github.gan4j.transfer.WeightTransfer;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a plan would do, before it does it.
 *
 * @param plan with nothing left open
 * @param data one line about it
 * @param generator layers of one generator
 * @param discriminator layers of one discriminator
 * @param start what it takes from other runs and files; empty where first weights are random
 * @param bytes an estimate of the memory that training needs besides Java's own
 */
public record Preview(
        Plan plan, String data, Summary generator, Summary discriminator, List<String> start, long bytes) {
    /** @throws IOException in one line, when the data cannot be read */
    public static Preview of(Plan plan, Consumer<String> notice) throws IOException {
        Start start = RunOpening.begun(plan, notice);
        Samples samples = start.samples();
        Plan completed = start.plan();
        SampleShape shape = samples.shape();
        return new Preview(
                completed,
                samples.describe(),
                PlannedNetworks.generatorSummary(completed, shape),
                PlannedNetworks.discriminatorSummary(completed, shape),
                start(completed, samples),
                Memory.needed(completed, shape));
    }

    /** Takes the weights into a training that is then let go: only there they are known to fit. */
    private static List<String> start(Plan plan, Samples samples) throws IOException {
        if (plan.start().isEmpty()) return List.of();
        try (Training training = Assembly.training(plan, samples)) {
            return WeightTransfer.into(training, plan);
        }
    }

    /** All of it for people. */
    public String text() {
        return plan.toYaml() + "\ndata: " + data + "\n\ngenerator\n" + generator.table() + "\n\ndiscriminator\n"
                + discriminator.table()
                + start.stream().map(line -> "\n\n" + line).collect(Collectors.joining())
                + "\n\nmemory: about " + (bytes >> 20) + " MiB besides Java's own\n";
    }
}
