package io.github.gan4j.model;

import io.github.gan4j.classifiers.ImageClassifier;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.networks.ClassScore;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.PlannedNetworks;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The discriminator of a run whose plan has {@code supervision}, as the classifier that it has become.
 */
public final class TrainedClassifier extends TrainedModel implements ImageClassifier {
    private static final int BATCH = 250;

    private final Sequence network;

    private TrainedClassifier(Trained trained) {
        super(trained);
        network = (Sequence) trained.network();
    }

    /**
     * That of the newest intact checkpoint.
     *
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run, its discriminator does not tell classes apart or it has no
     *     intact checkpoint
     */
    public static TrainedClassifier open(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        Plan plan = Plan.read(folder.plan());
        if (plan.discriminator().supervision().isEmpty())
            throw new IOException(run + ": its discriminator does not tell classes apart; train one that"
                    + " does, as the preset mnist-semi-supervised");
        return new TrainedClassifier(
                Trained.discriminator(plan, folder.checkpoints().newestIntact(notice)));
    }

    /** One with the first weights that the random numbers as they stand give. */
    static TrainedClassifier blank(Plan plan) {
        SampleShape shape = plan.shape();
        Network network = PlannedNetworks.discriminator(plan, shape).allocate(Assembly.device(plan));
        return new TrainedClassifier(new Trained(plan, shape, 0, network, Provenance.here()));
    }

    /** A score for each class, {@code [batch, classes]}; can be differentiated by the weights. */
    public Tensor scores(Tensor samples, Pass pass) {
        return ((ClassScore) network.last()).classScores(network.beforeLast(samples, pass), pass);
    }

    /**
     * How probable each class is for samples that lie one after the other in {@code samples}: {@code [count, classes]}
     * flattened.
     *
     * @throws IllegalArgumentException when these are no whole samples
     */
    public float[] probabilities(float[] samples) {
        SampleShape shape = shape();
        if (samples.length == 0 || samples.length % shape.size() != 0)
            throw new IllegalArgumentException("this classifier looks at samples of " + shape.size()
                    + " numbers each, got " + samples.length + " numbers");
        int count = samples.length / shape.size(), classes = labelNames().size();
        float[] probabilities = new float[Math.multiplyExact(count, classes)];
        for (int from = 0; from < count; from += BATCH) {
            int size = Math.min(BATCH, count - from), start = from;
            try (Scope scope = new Scope()) {
                float[] part = Arrays.copyOfRange(samples, from * shape.size(), (from + size) * shape.size());
                float[] found = Scope.withoutGradients(() -> Softmax.probabilities(
                                scores(Tensor.of(part, shape.dimensions(size)).on(device()), Pass.SAMPLING)))
                        .toFloats();
                System.arraycopy(found, 0, probabilities, start * classes, found.length);
            }
        }
        return probabilities;
    }

    /** The most probable class of each sample. */
    @Override
    public int[] classes(float[] samples) {
        float[] probabilities = probabilities(samples);
        int classes = labelNames().size();
        int[] best = new int[probabilities.length / classes];
        for (int i = 0; i < best.length; i++)
            for (int c = 1; c < classes; c++)
                if (probabilities[i * classes + c] > probabilities[i * classes + best[i]]) best[i] = c;
        return best;
    }

    /** From samples to scores. */
    public Sequence network() {
        return network;
    }

    /** Where the network is. */
    public Device device() {
        return Assembly.device(plan());
    }

    /** Names of the classes by their numbers. */
    @Override
    public List<String> labelNames() {
        return plan().classes();
    }
}
