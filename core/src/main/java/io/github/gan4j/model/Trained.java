package io.github.gan4j.model;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.networks.Network;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Sampler;
import java.io.IOException;

/**
 * A network of a run with the weights of a checkpoint. Whoever opened it closes the network.
 *
 * @param plan the run's whole plan
 * @param shape of the samples
 * @param imagesSeen when the network was as it is
 * @param network on the plan's device
 * @param provenance of what is made with it
 */
record Trained(Plan plan, SampleShape shape, long imagesSeen, Network network, Provenance provenance)
        implements AutoCloseable {
    /** The first generator. */
    static Trained generator(Plan plan, Checkpoint checkpoint) throws IOException {
        return generator(plan, checkpoint, 0);
    }

    static Trained generator(Plan plan, Checkpoint checkpoint, int number) throws IOException {
        SampleShape shape = plan.shape();
        Engine.useThreads(Assembly.parallelism(plan).cores());
        Network network = StoredNetwork.generator(plan, shape, checkpoint, number);
        return new Trained(plan, shape, checkpoint.imagesSeen(), network, provenance(plan, checkpoint));
    }

    static Trained discriminator(Plan plan, Checkpoint checkpoint) throws IOException {
        SampleShape shape = plan.shape();
        Engine.useThreads(Assembly.parallelism(plan).cores());
        Network network = StoredNetwork.discriminator(plan, shape, checkpoint);
        return new Trained(plan, shape, checkpoint.imagesSeen(), network, provenance(plan, checkpoint));
    }

    private static Provenance provenance(Plan plan, Checkpoint checkpoint) throws IOException {
        return Provenance.here()
                .withLibtorch(Engine.version())
                .withSeed("run", plan.seed())
                .with(checkpoint);
    }

    /**
     * The checkpoint that was best by the metric of the plan.
     *
     * @param metric what a run could have measured, for the message
     * @throws IOException when the run has measured nothing
     */
    static Checkpoint best(RunFolder folder, String metric) throws IOException {
        Best best = Best.read(folder)
                .orElseThrow(() -> new IOException(folder.path()
                        + ": has no best checkpoint recorded; train with --set metrics.names=[" + metric + "]"));
        return folder.checkpoints().open(best.imagesSeen());
    }

    /** Applies the network, or a part of it. */
    Sampler sampler(Network part) {
        return new Sampler(part, Assembly.device(plan), Assembly.precision(plan));
    }

    @Override
    public void close() {
        network.close();
    }
}
