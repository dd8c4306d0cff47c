package io.github.gan4j.model;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.game.Latents;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Check;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Sampler;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes samples from latents, with the generators of a checkpoint or of a training as it stands, whose random numbers it
 * does not touch. It borrows the networks. One thread at a time.
 *
 * <p>Where there are several generators, the latent decides which of them makes its sample ({@link Ensemble}); so the same
 * seed is the same sample in pictures, verbs and metrics.
 *
 * <p>Latents and samples are arrays, one after the other: {@code [count, size]} and {@code [count, …]} flattened, images in
 * [-1, 1].
 */
public class Synthesizer implements AutoCloseable {
    private static final int AT_ONCE = 1000;

    private final Latents latents;
    private final Classes classes;
    private final SampleShape shape;
    private final Ensemble ensemble;
    private final List<Sampler> generators;
    private final OptionalInt always;

    private Synthesizer(
            Latents latents,
            Classes classes,
            SampleShape shape,
            Ensemble ensemble,
            List<Sampler> generators,
            OptionalInt always) {
        this.latents = latents;
        this.classes = classes;
        this.shape = shape;
        this.ensemble = ensemble;
        this.generators = generators;
        this.always = always;
    }

    Synthesizer(Latents latents, Classes classes, SampleShape shape, Sampler generator) {
        this(latents, classes, shape, new Ensemble(List.of(1.0)), List.of(generator), OptionalInt.empty());
    }

    Synthesizer(Plan plan, SampleShape shape, List<Sampler> generators) {
        this(
                plan.latents().orElseThrow(),
                Classes.of(plan),
                shape,
                Ensemble.of(plan.generator()),
                generators,
                OptionalInt.empty());
    }

    /** The generators of a training: their averages, where it keeps them. */
    public static Synthesizer of(Plan plan, Training training) {
        return new Synthesizer(
                plan,
                training.data().shape(),
                IntStream.range(0, training.game().generators().players().size())
                        .mapToObj(training::sampler)
                        .toList());
    }

    /**
     * The generator that a path names: that of a run folder as of its newest intact checkpoint, or that of an ONNX or
     * TorchScript file ({@link ForeignGenerator}).
     *
     * @param notice hears one line about each damaged checkpoint that was passed over, and about shades that are moved
     * @throws IOException as {@link TrainedGenerator#open(Path)} and {@link ForeignGenerator#open}
     */
    public static Synthesizer open(Path path, Consumer<String> notice) throws IOException {
        return ForeignGenerator.isOne(path) ? ForeignGenerator.open(path, notice) : TrainedGenerator.open(path, notice);
    }

    /**
     * The generator of a run as it was when its samples were best, by the metric of its plan.
     *
     * @throws IllegalArgumentException when the path is a file
     * @throws IOException as {@link TrainedGenerator#openBest}
     */
    public static Synthesizer openBest(Path path) throws IOException {
        if (ForeignGenerator.isOne(path))
            throw new IllegalArgumentException(path + ": a file holds one generator; only a run has a best checkpoint");
        return TrainedGenerator.openBest(path);
    }

    /**
     * The first generator alone, conditioned always on the same class: what is next to a latent is then next to its
     * sample, which it need not be where several generators share the latents.
     *
     * @param label the class; empty for a generator that is not class-conditional
     * @throws IllegalArgumentException when the label does not fit the generator
     */
    public Synthesizer first(OptionalInt label) {
        if (label.isPresent() != classes.told())
            throw new IllegalArgumentException(
                    classes.told() ? "this generator needs a class" : "this generator is not class-conditional");
        if (label.isPresent()) classes.require(label.getAsInt());
        return new Synthesizer(latents, classes, shape, new Ensemble(List.of(1.0)), generators.subList(0, 1), label);
    }

    /** The first generator alone, conditioned on the first class where it is class-conditional. */
    public Synthesizer first() {
        return first(classes.told() ? OptionalInt.of(0) : OptionalInt.empty());
    }

    public SampleShape shape() {
        return shape;
    }

    /** Latents by seed. */
    public Latents latents() {
        return latents;
    }

    /** The names of the classes that it is conditioned on, by their numbers; empty where it is on none. */
    public List<String> labelNames() {
        return classes.names();
    }

    /** One of the generators, from 0. */
    public Sampler generator(int number) {
        return generators.get(number);
    }

    /** How the generators share the latents. */
    public Ensemble ensemble() {
        return ensemble;
    }

    /**
     * The first seeds of each generator, the first generator's first: as many as its weight says. For pictures that show
     * several generators apart.
     */
    public List<Long> seedsByGenerator(int count) {
        List<Long> seeds = new ArrayList<>();
        int[] parts = ensemble.parts(count);
        for (int g = 0; g < parts.length; g++) {
            int generator = g;
            LongStream.iterate(0, seed -> seed + 1)
                    .filter(seed -> ensemble.of(latents.of(seed)) == generator)
                    .limit(parts[g])
                    .forEach(seeds::add);
        }
        return seeds;
    }

    /** The samples of these latents; class-conditional ones of all classes in turn. */
    public float[] samples(float[] given) {
        return samples(given, usual(given.length / latents.size()));
    }

    /** The class of each seed where none is asked for, which take turns; none where it is not class-conditional. */
    public int[] usualClasses(long... seeds) {
        if (!classes.told()) return new int[0];
        return Arrays.stream(seeds)
                .mapToInt(seed -> always.orElse(classes.of(seed)))
                .toArray();
    }

    private int[] usual(int count) {
        return usualClasses(LongStream.range(0, count).toArray());
    }

    /**
     * The samples of these latents and classes.
     *
     * @param labels the number of a class for each latent; none for a generator that is not class-conditional
     * @throws IllegalArgumentException when labels are of another number than latents, there is no such class, or a latent
     *     has numbers that are not finite
     */
    public float[] samples(float[] given, int[] labels) {
        requireLatents(given);
        int count = given.length / latents.size();
        if (!classes.told() && labels.length > 0)
            throw new IllegalArgumentException(
                    "this generator is not class-conditional, got " + labels.length + " classes");
        if (classes.told() && labels.length != count)
            throw new IllegalArgumentException(count + " latents need as many classes, got " + labels.length);
        if (generators.size() == 1 || count == 0) return made(0, given, classes.rows(labels));
        float[] all = new float[Math.multiplyExact(count, shape.size())];
        for (int generator = 0; generator < generators.size(); generator++) {
            int[] places = places(generator, given);
            if (places.length > 0) spread(made(generator, given, labels, places), places, all);
        }
        return all;
    }

    private int[] places(int generator, float[] given) {
        int size = latents.size();
        return IntStream.range(0, given.length / size)
                .filter(i -> ensemble.of(Arrays.copyOfRange(given, i * size, (i + 1) * size)) == generator)
                .toArray();
    }

    private float[] made(int generator, float[] given, int[] labels, int[] places) {
        int size = latents.size();
        float[] own = new float[places.length * size];
        for (int i = 0; i < places.length; i++) System.arraycopy(given, places[i] * size, own, i * size, size);
        int[] ownLabels = labels.length == 0
                ? labels
                : Arrays.stream(places).map(place -> labels[place]).toArray();
        return made(generator, own, classes.rows(ownLabels));
    }

    private float[] made(int generator, float[] given, Optional<float[]> rows) {
        requireOpen();
        return generators.get(generator).samples(given, new long[] {latents.size()}, rows);
    }

    /** @throws IllegalStateException when the generator is closed */
    void requireOpen() {}

    private void requireLatents(float[] given) {
        if (given.length % latents.size() != 0)
            throw new IllegalArgumentException("a latent of this generator has " + latents.size() + " numbers, got "
                    + given.length + ", which is no multiple of that");
        latents.requireFinite(given);
    }

    private void spread(float[] made, int[] places, float[] all) {
        for (int i = 0; i < places.length; i++)
            System.arraycopy(made, i * shape.size(), all, places[i] * shape.size(), shape.size());
    }

    /**
     * The samples that the first generator makes of these latents and mixtures of classes.
     *
     * @param shares of each class for each latent, a row of {@link #labelNames} numbers a latent; none for a generator that
     *     is not class-conditional
     * @throws IllegalArgumentException when there are more or fewer shares
     */
    public float[] mixtures(float[] given, float[] shares) {
        requireLatents(given);
        int needed = given.length / latents.size() * labelNames().size();
        if (shares.length != needed)
            throw new IllegalArgumentException(needed + " shares of classes are needed, got " + shares.length);
        return made(0, given, classes.told() ? Optional.of(shares) : Optional.empty());
    }

    /**
     * The samples that the first generator makes of latents {@code [count, size]}: {@code [count, …]}, differentiable by
     * the latents, always in 32 bits; class-conditional ones of all classes in turn. They belong to the innermost open
     * scope.
     *
     * @throws IllegalArgumentException when the generator is that of an ONNX file, which has no derivatives
     */
    public Tensor samples(Tensor given) {
        if (generators.get(0).network() instanceof FileNetwork file && !file.differentiable())
            throw new IllegalArgumentException(
                    "an ONNX file has no derivatives; this needs the run that it was exported from, or a TorchScript file");
        int[] labels = usual(Math.toIntExact(given.size(0)));
        Sampler first = generators.get(0);
        Optional<Tensor> rows = classes.rows(labels)
                .map(values -> Tensor.of(values, labels.length, values.length / labels.length)
                        .on(first.device()));
        return first.network().apply(given.on(first.device()), Pass.SAMPLING.withLabels(rows));
    }

    /**
     * As {@link #samples(float[])}, as pictures.
     *
     * @throws IllegalStateException when samples are no images
     */
    public List<Picture> pictures(float[] given) {
        return pictures(given, usual(given.length / latents.size()));
    }

    /**
     * As {@link #samples(float[], int[])}, as pictures.
     *
     * @throws IllegalStateException when samples are no images
     */
    public List<Picture> pictures(float[] given, int[] labels) {
        if (!shape.isImage()) throw new IllegalStateException("this generator makes " + shape.noun() + "s, not images");
        return shape.pictures(samples(given, labels));
    }

    /** The sample of one seed as a picture, of {@linkplain #usualClasses its class} where there are classes; only for images. */
    public Picture sample(long seed) {
        return pictures(latents.of(seed), usualClasses(seed)).get(0);
    }

    /**
     * The images of seeds 0, 1, 2 and so on, labelled where they are class-conditional, of all classes in turn.
     *
     * @throws IllegalArgumentException when samples are no images, do not fit into memory, or none are asked for
     */
    public ImageSet images(int count) {
        return images(count, made -> {});
    }

    /** As {@link #images(int)}; {@code progress} hears how many are made, and ends it by what it throws. */
    public ImageSet images(int count, IntConsumer progress) {
        return images(usual(count), count, progress);
    }

    /**
     * The images of seeds 0, 1, 2 and so on, one for each of these reals. Where reals have the classes of a class-conditional
     * generator, each class is asked for as often as it is among them, so that their classes are no difference.
     *
     * @param progress hears how many are made, and ends it by what it throws
     * @throws IllegalArgumentException as {@link #images(int)}
     */
    public ImageSet imagesLike(ImageSet reals, IntConsumer progress) {
        int count = reals.size();
        boolean alike = classes.told() && reals.labelNames().equals(labelNames());
        return images(alike ? reals.classesInProportion(count) : usual(count), count, progress);
    }

    private ImageSet images(int[] labels, int count, IntConsumer progress) {
        if (!shape.isImage())
            throw new IllegalArgumentException("this generator makes " + shape.noun() + "s, not images");
        Check.between("count", count, 1, Integer.MAX_VALUE);
        ImageSet.requireMemory(count, shape);
        List<ImageSet> parts = new ArrayList<>();
        for (int start = 0; start < count; start += AT_ONCE) {
            progress.accept(start);
            int size = Math.min(AT_ONCE, count - start);
            int[] own = labels.length == 0 ? labels : Arrays.copyOfRange(labels, start, start + size);
            parts.add(ImageSets.of(shape, samples(latents.of(start, size), own), own, labelNames()));
        }
        return ImageSets.joined(parts);
    }

    /** Images seen at the checkpoint that it was read from; of a file, where nobody knows, nothing. */
    public OptionalLong trainedImages() {
        return OptionalLong.empty();
    }

    /** What is needed to cite its samples. */
    public Provenance provenance() {
        return Provenance.here();
    }

    /** Those of its classes that are known to have had no images in training, so that their samples mean nothing. */
    public Set<String> classesWithoutImages() {
        return Set.of();
    }

    /** Nothing, since it borrows its networks; those that own theirs close them. */
    @Override
    public void close() {}

    /** The points of seeds 0, 1, 2 and so on. */
    public Batch points(int count) {
        return new Batch(count, shape, samples(latents.of(0, count)), new int[0]);
    }
}
