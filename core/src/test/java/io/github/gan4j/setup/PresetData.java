package io.github.gan4j.setup;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A little data of the shape that a preset asks for. */
final class PresetData {
    private static final int CLASSES = 10, IMAGES = 40;

    private PresetData() {}

    static Samples of(Plan plan) throws IOException {
        if (plan.data() instanceof DataSource.Points)
            return Distribution.ring(8, 1, 0.1).samples(1);
        boolean drawn = plan.data().shape().isPresent() && !plan.data().needsPath();
        return drawn ? plan.data().samples(1, line -> {}) : images(plan);
    }

    /** Labelled images of noise. */
    private static Samples images(Plan plan) {
        Optional<SampleShape> known = plan.data().shape();
        int size = known.map(SampleShape::height).orElse(64);
        int channels = known.map(SampleShape::channels).orElse(3);
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        List<String> names =
                IntStream.range(0, IMAGES).mapToObj(Integer::toString).toList();
        int[] labels = IntStream.range(0, IMAGES).map(i -> i % CLASSES).toArray();
        byte[][] planes = new byte[IMAGES][channels * size * size];
        Random random = new Random(1);
        for (byte[] plane : planes) random.nextBytes(plane);
        return new ImageSet(SampleShape.image(channels, size, size), planes, labels, classes, names).shuffled(1);
    }
}
