package io.github.gan4j.classifiers;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An image classifier. It owns its network; whoever made it closes it. One thread at a time.
 *
 * <p>Images are channel planes in [-1, 1], as everywhere.
 */
public final class Classifier implements AutoCloseable {
    private static final int BATCH = 250;

    private final Structure structure;
    private final SampleShape shape;
    private final List<String> labelNames;
    private final Device device;
    private final Sequence layers;

    /**
     * An untrained classifier; its weights come from the current state of the random numbers.
     *
     * @throws IllegalArgumentException when samples are not images or there are fewer than two classes
     */
    public Classifier(Structure structure, SampleShape shape, List<String> labelNames, Device device) {
        if (!shape.isImage())
            throw new IllegalArgumentException("classifiers look at images, these samples are " + shape.noun() + "s");
        if (labelNames.size() < 2)
            throw new IllegalArgumentException(
                    "a classifier needs at least 2 classes, these images have " + labelNames.size());
        this.structure = structure;
        this.shape = shape;
        this.labelNames = List.copyOf(labelNames);
        this.device = device;
        this.layers = network(structure, shape, labelNames.size());
        layers.allocate(device);
    }

    /** Features, then one score a class; without memory yet. */
    static Sequence network(Structure structure, SampleShape shape, int classes) {
        return new Sequence(List.of(
                structure.features(shape), new Linear(structure.width(shape), classes, new Initialisation.Xavier())));
    }

    /** One score a class, {@code [batch, classes]}; can be differentiated by the images and by the weights. */
    public Tensor scores(Tensor images, Pass pass) {
        return layers.apply(images, pass);
    }

    /** The features and class probabilities of images that lie one after the other in {@code images}. */
    public ClassifierOutput output(float[] images) {
        if (images.length == 0 || images.length % shape.size() != 0)
            throw new IllegalArgumentException("this classifier looks at images of " + shape + ", " + shape.size()
                    + " numbers each, got " + images.length + " numbers");
        int count = images.length / shape.size(), width = structure.width(shape), classes = labelNames.size();
        float[] features = new float[Math.multiplyExact(count, width)];
        float[] probabilities = new float[Math.multiplyExact(count, classes)];
        for (int start = 0; start < count; start += BATCH) {
            int size = Math.min(BATCH, count - start), from = start;
            try (Scope scope = new Scope()) {
                Scope.withoutGradients(() -> {
                    float[] part = Arrays.copyOfRange(images, from * shape.size(), (from + size) * shape.size());
                    Tensor seen = layers.beforeLast(
                            Tensor.of(part, shape.dimensions(size)).on(device), Pass.SAMPLING);
                    Tensor likely = Softmax.probabilities(layers.last().apply(seen, Pass.SAMPLING));
                    System.arraycopy(seen.toFloats(), 0, features, from * width, size * width);
                    System.arraycopy(likely.toFloats(), 0, probabilities, from * classes, size * classes);
                    return size;
                });
            }
        }
        return new ClassifierOutput(count, width, features, classes, probabilities);
    }

    /** The share of these images, from 0 to 1, that it classifies correctly. */
    public double accuracy(ImageSet images) {
        int right = 0;
        for (int start = 0; start < images.size(); start += BATCH) {
            Batch batch = images.batch(start, Math.min(BATCH, images.size() - start));
            ClassifierOutput found = output(batch.values());
            for (int i = 0; i < batch.count(); i++) if (found.classOf(i) == batch.labels()[i]) right++;
        }
        return (double) right / images.size();
    }

    /** A hash of everything that decides its answers: structure, shape, classes and weights. 16 hex digits. */
    public String hash() {
        ByteBuffer content = ByteBuffer.allocate(
                        Math.toIntExact(4 * (layers.learnedCount() + layers.statisticsCount())))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (Parameter parameter : layers.parameters().values())
            for (float number : parameter.tensor().toFloats()) content.putFloat(number);
        String text = structure.word() + "|" + shape + "|" + labelNames + "|" + Checksum.sha256(content.array());
        return Checksum.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    Network network() {
        return layers;
    }

    public Structure structure() {
        return structure;
    }

    public SampleShape shape() {
        return shape;
    }

    public List<String> labelNames() {
        return labelNames;
    }

    public Device device() {
        return device;
    }

    @Override
    public void close() {
        layers.close();
    }
}
