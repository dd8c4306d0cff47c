package io.github.gan4j.serve;

import io.github.gan4j.data.ClassList;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.serving.GeneratorPool;
import io.github.gan4j.serving.PoolFullException;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** A generator: samples of seeds. */
record ServedGenerator(String name, GeneratorPool pool) implements ServedModel {
    private static final long RANDOM_SEEDS = 1_000_000_000;

    /** An answer and what of it the request left open. */
    record Answer(byte[] bytes, SampleFormat format, long seed, int count) {}

    /** @throws IllegalArgumentException when the request does not fit the generator */
    CompletableFuture<Answer> generate(GenerateRequest request, int most) throws PoolFullException {
        int count = request.count();
        if (count > most) throw new IllegalArgumentException("count must be at most " + most + ", got " + count);
        SampleFormat format = format(request);
        long seed = request.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(RANDOM_SEEDS));
        int[] labels = labels(request, seed);
        float[] latents = new Truncation(request.truncation(), pool.latents())
                .of(pool.latents().of(seed, count));
        return pool.samples(latents, labels)
                .thenApply(values ->
                        encoded(new GeneratedSamples(pool.shape(), values, seed, labels, pool.labelNames()), format));
    }

    private SampleFormat format(GenerateRequest request) {
        boolean image = pool.shape().isImage();
        SampleFormat usual = !image ? SampleFormat.JSON : request.count() == 1 ? SampleFormat.PNG : SampleFormat.ZIP;
        SampleFormat format = request.format().orElse(usual);
        if (!image && format != SampleFormat.JSON)
            throw new IllegalArgumentException(
                    "format must be json for a generator of points, got " + Words.of(format));
        if (request.count() > 1 && (format == SampleFormat.PNG || format == SampleFormat.JPEG))
            throw new IllegalArgumentException(
                    "format must be zip, sheet or json for more than one sample, got " + Words.of(format));
        return format;
    }

    private int[] labels(GenerateRequest request, long seed) {
        int[] labels = pool.usualClasses(seed, request.count());
        request.label().ifPresent(label -> Arrays.fill(labels, ClassList.one("class", label, pool.labelNames())));
        return labels;
    }

    private static Answer encoded(GeneratedSamples samples, SampleFormat format) {
        try {
            return new Answer(samples.in(format), format, samples.seed(), samples.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Task task() {
        return Task.GENERATE;
    }

    @Override
    public List<String> labelNames() {
        return pool.labelNames();
    }

    @Override
    public String shape() {
        return pool.shape().toString();
    }

    @Override
    public OptionalLong trainedImages() {
        return pool.trainedImages();
    }

    @Override
    public int waiting() {
        return pool.waiting();
    }

    @Override
    public long batches() {
        return pool.batches();
    }

    @Override
    public void close() {
        pool.close();
    }
}
