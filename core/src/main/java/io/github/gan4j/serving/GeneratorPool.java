package io.github.gan4j.serving;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.setup.Classes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * The generator of a run or of a file for any number of threads; what it makes of a seed does not depend on the thread, nor on what else
 * is asked for at the time.
 *
 * <pre>{@code
 * try (GeneratorPool digits = GeneratorPool.open(Path.of("runs/my-run"), PoolLimits.of(2))) {
 *     Picture digit = digits.sample(42);
 * }
 * }</pre>
 */
public final class GeneratorPool implements AutoCloseable {
    /** Samples of a batch, as a generator makes them. */
    private static final int TOGETHER = 64;

    private final ModelPool<Synthesizer, Request, float[]> pool;
    private final Latents latents;
    private final Classes classes;
    private final SampleShape shape;
    private final OptionalLong trainedImages;

    private record Request(float[] latents, int[] labels, int samples) {}

    private GeneratorPool(ModelPool.Opener<Synthesizer> opener, PoolLimits limits) throws IOException {
        List<Synthesizer> generators = ModelPool.opened(opener, limits);
        Synthesizer one = generators.get(0);
        latents = one.latents();
        classes = new Classes(one.labelNames());
        shape = one.shape();
        trainedImages = one.trainedImages();
        pool = new ModelPool<>(limits, generators, Request::samples, TOGETHER, this::samples);
    }

    /**
     * The generator of a run's newest intact checkpoint, or of an ONNX or TorchScript file.
     *
     * @throws IOException as {@link Synthesizer#open}
     */
    public static GeneratorPool open(Path path, PoolLimits limits) throws IOException {
        return new GeneratorPool(() -> Synthesizer.open(path, line -> {}), limits);
    }

    /**
     * The generator of the best checkpoint, by the metric of the run's plan.
     *
     * @throws IOException as {@link Synthesizer#openBest}
     */
    public static GeneratorPool openBest(Path run, PoolLimits limits) throws IOException {
        return new GeneratorPool(() -> Synthesizer.openBest(run), limits);
    }

    private List<float[]> samples(Synthesizer generator, List<Request> requests) {
        int count = requests.stream().mapToInt(Request::samples).sum();
        float[] inputs = new float[count * latents.size()];
        int[] labels = new int[classes.told() ? count : 0];
        int at = 0;
        for (Request request : requests) {
            System.arraycopy(request.latents(), 0, inputs, at * latents.size(), request.latents().length);
            System.arraycopy(request.labels(), 0, labels, labels.length == 0 ? 0 : at, request.labels().length);
            at += request.samples();
        }
        float[] made = generator.samples(inputs, labels);
        List<float[]> answers = new ArrayList<>();
        int from = 0;
        for (Request request : requests) {
            int to = from + request.samples() * shape.size();
            answers.add(Arrays.copyOfRange(made, from, to));
            from = to;
        }
        return answers;
    }

    /**
     * The samples of latents, images in [-1, 1].
     *
     * @param given {@code [count, size]} flattened
     * @param labels the number of a class for each latent; none for a generator that is not class-conditional
     * @return {@code [count, …]} flattened
     * @throws PoolFullException when too many samples are waiting
     * @throws IllegalArgumentException when latents or labels do not fit the generator
     */
    public CompletableFuture<float[]> samples(float[] given, int[] labels) throws PoolFullException {
        int count = given.length / latents.size();
        if (count == 0 || given.length % latents.size() != 0)
            throw new IllegalArgumentException(
                    "latents have " + latents.size() + " numbers each, got " + given.length + " numbers in all");
        if (labels.length != (classes.told() ? count : 0))
            throw new IllegalArgumentException(
                    classes.told()
                            ? count + " latents need as many classes, got " + labels.length
                            : "this generator is not class-conditional, got " + labels.length + " classes");
        for (int label : labels) classes.require(label);
        // here and on copies: requests are answered together, so one that fails later would take others with it
        float[] own = given.clone();
        latents.requireFinite(own);
        return pool.submit(new Request(own, labels.clone(), count));
    }

    /**
     * The sample of a seed as a picture, of its usual class where there are classes.
     *
     * @throws IOException when it cannot be made, or has waited too long
     */
    public Picture sample(long seed) throws PoolFullException, IOException, InterruptedException {
        try {
            float[] sample = samples(latents.of(seed), usualClasses(seed, 1)).get();
            return shape.pictures(sample).get(0);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** The classes of some seeds one after the other where none is asked for; none where it is not class-conditional. */
    public int[] usualClasses(long first, int count) {
        return IntStream.range(0, classes.told() ? count : 0)
                .map(i -> classes.of(first + i))
                .toArray();
    }

    /** Latents by seed. */
    public Latents latents() {
        return latents;
    }

    /** The names of the classes by their numbers; empty for a generator that is not class-conditional. */
    public List<String> labelNames() {
        return classes.names();
    }

    public SampleShape shape() {
        return shape;
    }

    /** Images seen at the checkpoint that samples are made with; of a file, where nobody knows, nothing. */
    public OptionalLong trainedImages() {
        return trainedImages;
    }

    /** Samples that wait now. */
    public int waiting() {
        return pool.waiting();
    }

    /** How many batches were made. */
    public long batches() {
        return pool.batches();
    }

    /** Accepts nothing more, answers what was accepted, and closes the generators. */
    @Override
    public void close() {
        pool.close();
    }
}
