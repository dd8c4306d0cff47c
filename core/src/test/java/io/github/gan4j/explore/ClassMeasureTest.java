package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.metrics.ClassifierExtractor;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassMeasureTest {
    private static final SampleShape SMALL = SampleShape.image(1, 8, 8);

    @Test
    void the_probabilities_of_all_classes_add_up_to_one() {
        Engine.seed(3);
        try (ClassifierExtractor classifier = new ClassifierExtractor(
                new Classifier(Structure.CONVOLUTIONAL, SMALL, List.of("left", "right"), Device.CPU))) {
            float[] images = new float[3 * SMALL.size()];
            Random random = new Random(1);
            for (int i = 0; i < images.length; i++) images[i] = (float) (2 * random.nextDouble() - 1);
            double[] left = new ClassMeasure(classifier, 0).ofAll(images, SMALL);
            double[] right = new ClassMeasure(classifier, 1).ofAll(images, SMALL);
            for (int i = 0; i < 3; i++) assertThat(left[i] + right[i]).isCloseTo(1, within(1e-5));
            float[] third = Arrays.copyOfRange(images, 2 * SMALL.size(), 3 * SMALL.size());
            assertThat(new ClassMeasure(classifier, 0).of(third, SMALL)).isCloseTo(left[2], within(1e-5));
            assertThatThrownBy(() -> new ClassMeasure(classifier, 2))
                    .hasMessage("a class of this classifier is within 0 and 1, got 2");
        }
    }
}
