package io.github.gan4j.model;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Latents;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The generator of a run, ready to make samples.
 *
 * <pre>{@code
 * try (TrainedGenerator digits = TrainedGenerator.open(Path.of("runs/my-run"))) {
 *     Picture digit = digits.sample(42);
 * }
 * }</pre>
 *
 * <p>Where a run has several generators, its samples are those of all of them, each making as many as its weight says; what
 * is differentiated by latents is the first one's.
 *
 * <p>One thread at a time.
 */
public final class TrainedGenerator implements AutoCloseable {
    private final Plan plan;
    private final SampleShape shape;
    private final long imagesSeen;
    private final Network network;
    private final List<Network> networks;
    private final Sampler sampler;
    private final List<Sampler> samplers;
    private final Ensemble ensemble;
    private final Classes classes;

    private TrainedGenerator(List<Trained> generators) {
        Trained first = generators.get(0);
        plan = first.plan();
        shape = first.shape();
        imagesSeen = first.imagesSeen();
        networks = generators.stream().map(Trained::network).toList();
        network = first.network();
        classes = Classes.of(plan);
        ensemble = Ensemble.of(plan.generator());
        samplers = networks.stream()
                .map(one -> new Sampler(one.fromLatents(), Assembly.device(plan), Assembly.precision(plan)))
                .toList();
        sampler = samplers.get(0);
    }

    /** The generator of a run as it was at the newest intact checkpoint: its average, where the run keeps one. */
    public static TrainedGenerator open(Path run) throws IOException {
        return open(run, line -> {});
    }

    /**
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run or has no intact checkpoint
     */
    public static TrainedGenerator open(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, folder.checkpoints().newestIntact(notice));
    }

    /**
     * The generator of a run as it was when its samples were best, by the metric of its plan.
     *
     * @throws IOException in one line, when the folder is no run, or the run has measured nothing
     */
    public static TrainedGenerator openBest(Path run) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, Trained.best(folder, "frechet-distance"));
    }

    private static TrainedGenerator of(RunFolder folder, Checkpoint checkpoint) throws IOException {
        Plan plan = Trained.plan(folder);
        if (plan.restoring())
            throw new IOException(
                    folder.path() + ": its generator starts from degraded images, not from latents; use gan4j "
                            + (plan.generator().input().factor() > 1 ? "upscale" : "restore"));
        List<Trained> generators = new ArrayList<>();
        try {
            for (int i = 0; i < plan.generator().count(); i++) generators.add(Trained.generator(plan, checkpoint, i));
        } catch (IOException | RuntimeException unreadable) {
            generators.forEach(one -> one.network().close());
            throw unreadable;
        }
        return new TrainedGenerator(generators);
    }

    /** The sample of one seed, as a picture, of the first class where there are classes; only for generators of images. */
    public Picture sample(long seed) {
        return pictures(latents().of(seed)).get(0);
    }

    /** What the classes are called that this generator is told, by their numbers; empty when it is told none. */
    public List<String> labelNames() {
        return classes.names();
    }

    /** Latents by seed. */
    public Latents latents() {
        return plan.latents().orElseThrow();
    }

    /**
     * What is made from these latents, {@code [count, size]} flattened: {@code [count, …]} flattened, images in [-1, 1].
     * A generator that is told classes is told them in turn: the first for the first latent, the second for the second,
     * and after the last the first again.
     */
    public float[] samples(float[] latents) {
        return samples(
                latents,
                classes.told()
                        ? classes.inTurn(
                                latents.length / plan.latents().orElseThrow().size())
                        : new int[0]);
    }

    /**
     * What is made from these latents and classes.
     *
     * @param labels a class number for each latent, below the number of {@link #labelNames}; none for a generator that
     *     is told no classes
     * @throws IllegalArgumentException when labels are of another number than latents, or there is no such class
     */
    public float[] samples(float[] latents, int[] labels) {
        requireLabels(latents, labels);
        return ensemble.samples(
                latents, plan.latents().orElseThrow().size(), labels, (generator, own, told) -> samplers.get(generator)
                        .samples(own, new long[] {plan.latents().orElseThrow().size()}, classes.rows(told)));
    }

    /**
     * The same of the first generator alone: what is next to a latent is then next to its sample, which it need not be where
     * several generators share the latents.
     */
    public float[] samplesOfFirst(float[] latents, int[] labels) {
        requireLabels(latents, labels);
        return sampler.samples(latents, new long[] {plan.latents().orElseThrow().size()}, classes.rows(labels));
    }

    private void requireLabels(float[] latents, int[] labels) {
        int count = latents.length / plan.latents().orElseThrow().size();
        if (!classes.told() && labels.length > 0)
            throw new IllegalArgumentException("this generator is told no classes, got " + labels.length);
        if (classes.told() && labels.length != count)
            throw new IllegalArgumentException(count + " latents need as many classes, got " + labels.length);
    }

    /**
     * What is made from these latents and mixtures of classes.
     *
     * @param shares how much of each class each latent is told, a row of {@link #labelNames} numbers a latent; none for
     *     a generator that is told no classes
     * @throws IllegalArgumentException when there are more or fewer shares
     */
    public float[] mixtures(float[] latents, float[] shares) {
        int needed = latents.length
                / plan.latents().orElseThrow().size()
                * labelNames().size();
        if (shares.length != needed)
            throw new IllegalArgumentException(needed + " shares of classes are needed, got " + shares.length);
        return sampler.samples(
                latents,
                new long[] {plan.latents().orElseThrow().size()},
                classes.told() ? Optional.of(shares) : Optional.empty());
    }

    /**
     * The same for tensors, {@code [count, size]} to {@code [count, …]}: differentiable by the latents, always in 32 bits.
     * The result belongs to the innermost open scope.
     */
    public Tensor samples(Tensor latents, int[] labels) {
        Optional<Tensor> rows = classes.rows(labels)
                .map(values -> Tensor.of(values, labels.length, values.length / labels.length)
                        .on(sampler.device()));
        return network.fromLatents().apply(latents.on(sampler.device()), Pass.SAMPLING.withLabels(rows));
    }

    /**
     * As {@link #samples(float[])}, as pictures.
     *
     * @throws IllegalStateException when the generator does not make images
     */
    public List<Picture> pictures(float[] latents) {
        requireImages();
        return shape.pictures(samples(latents));
    }

    /**
     * As {@link #samples(float[], int[])}, as pictures.
     *
     * @throws IllegalStateException when the generator does not make images
     */
    public List<Picture> pictures(float[] latents, int[] labels) {
        requireImages();
        return shape.pictures(samples(latents, labels));
    }

    /**
     * As {@link #samplesOfFirst}, as pictures.
     *
     * @throws IllegalStateException when the generator does not make images
     */
    public List<Picture> picturesOfFirst(float[] latents, int[] labels) {
        requireImages();
        return shape.pictures(samplesOfFirst(latents, labels));
    }

    private void requireImages() {
        if (!shape.isImage()) throw new IllegalStateException("this generator makes " + shape + "s, not images");
    }

    /**
     * Where the reals come from that its training has seen.
     */
    public DataSource source() {
        return plan.data();
    }

    /** The distribution behind these reals, where it is one whose density is known. */
    public Optional<Distribution> distribution() {
        return plan.data().distribution();
    }

    public Plan plan() {
        return plan;
    }

    public SampleShape shape() {
        return shape;
    }

    /** Images seen at the checkpoint from which this generator was read. */
    public long imagesSeen() {
        return imagesSeen;
    }

    @Override
    public void close() {
        networks.forEach(Network::close);
    }
}
