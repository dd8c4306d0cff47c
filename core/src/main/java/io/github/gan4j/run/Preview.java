package io.github.gan4j.run;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.Arrays;
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
    private static final int FLOAT = 4;
    /** Weights, gradients, and what Adam remembers. */
    private static final int COPIES_OF_WEIGHTS = 4;
    /** What is remembered for differentiation: outputs of both passes through a discriminator, with their gradients. */
    private static final int COPIES_OF_OUTPUTS = 3;
    /** libtorch itself, once loaded. */
    private static final long LIBRARY = 350L << 20;

    /** @throws IOException in one line, when the data cannot be read */
    public static Preview of(Plan plan, Consumer<String> notice) throws IOException {
        Samples samples = Data.open(plan, notice);
        Plan completed = Completion.of(plan, samples);
        SampleShape shape = samples.shape();
        Summary generator = Blueprints.generator(completed, shape)
                .summary(completed.latent().size());
        int perView = Blueprints.samplesPerView(completed);
        long channels = (long) shape.channels() * perView;
        Summary discriminator = Blueprints.discriminator(completed, shape)
                .summary(
                        shape.isImage() ? new long[] {channels, shape.height(), shape.width()} : new long[] {channels});
        long bytes = LIBRARY
                + side(
                        generator,
                        completed.generator().count(),
                        completed.batch(),
                        completed.average().kept())
                + side(discriminator, completed.discriminator().count(), completed.batch() / perView, false);
        return new Preview(completed, samples.describe(), generator, discriminator, bytes);
    }

    private static long side(Summary network, int players, long batch, boolean averaged) {
        long outputs = network.layers().stream()
                .mapToLong(l -> Arrays.stream(l.output()).reduce(1, Math::multiplyExact))
                .sum();
        long weights = network.parameters() * FLOAT * players * (COPIES_OF_WEIGHTS + (averaged ? 1 : 0));
        return weights + outputs * FLOAT * batch * COPIES_OF_OUTPUTS;
    }

    /** All of it for people. */
    public String text() {
        return plan.toYaml() + "\ndata: " + data + "\n\ngenerator\n" + generator.table() + "\n\ndiscriminator\n"
                + discriminator.table() + "\n\nmemory: about " + (bytes >> 20) + " MiB beside Java's own\n";
    }
}
