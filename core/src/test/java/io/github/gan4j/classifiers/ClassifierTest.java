package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final SampleShape SMALL = SampleShape.image(1, 8, 8);

    private static Classifier classifier(Structure structure) {
        Engine.seed(3);
        return new Classifier(structure, SMALL, List.of("left", "right"), Device.CPU);
    }

    @Test
    void an_opinion_does_not_depend_on_the_images_beside_it() {
        ImageSet images = Halves.of(300, SMALL);
        float[] all = images.batch(0, 300).values();
        try (Classifier classifier = classifier(Structure.CONVOLUTIONAL)) {
            ClassifierOutput together = classifier.output(all);
            ClassifierOutput alone = classifier.output(images.values(299));
            int width = together.width();
            assertThat(alone.features())
                    .containsExactly(Arrays.copyOfRange(together.features(), 299 * width, 300 * width), within(1e-5f));
            assertThat(alone.probability(0, 1)).isCloseTo(together.probability(299, 1), within(1e-5f));
        }
    }

    @Test
    void the_loss_can_be_differentiated_by_the_image() {
        try (Classifier classifier = classifier(Structure.SOFTMAX);
                Scope scope = new Scope()) {
            float[] pixels = Halves.of(1, SMALL).values(0);
            Tensor image = Tensor.of(pixels, 1, 1, 8, 8).withGradient();
            float slope = loss(classifier, image).gradientFor(image).toFloats()[5];
            float step = 1e-2f;
            pixels[5] += step;
            float above = loss(classifier, Tensor.of(pixels, 1, 1, 8, 8)).value();
            pixels[5] -= 2 * step;
            float below = loss(classifier, Tensor.of(pixels, 1, 1, 8, 8)).value();
            assertThat(slope)
                    .isCloseTo((above - below) / (2 * step), within(2e-3f))
                    .isNotZero();
        }
    }

    private static Tensor loss(Classifier classifier, Tensor image) {
        return Softmax.crossEntropy(classifier.scores(image, Pass.SAMPLING), Tensor.ofClasses(1), 0);
    }

    @Test
    void its_hash_tells_weights_and_class_names_apart() {
        try (Classifier one = classifier(Structure.SOFTMAX);
                Classifier same = classifier(Structure.SOFTMAX);
                Classifier other = new Classifier(Structure.SOFTMAX, SMALL, List.of("left", "right"), Device.CPU)) {
            assertThat(one.hash()).hasSize(16).isEqualTo(same.hash()).isNotEqualTo(other.hash());
        }
    }

    @Test
    void what_it_cannot_look_at_is_refused() {
        try (Classifier classifier = classifier(Structure.SOFTMAX)) {
            assertThatThrownBy(() -> classifier.output(new float[65]))
                    .hasMessage("this classifier looks at images of 8x8 grey, 64 numbers each, got 65 numbers");
        }
        assertThatThrownBy(() -> new Classifier(Structure.SOFTMAX, SampleShape.point(2), List.of("a", "b"), Device.CPU))
                .hasMessage("classifiers look at images, these samples are points");
        assertThatThrownBy(() -> new Classifier(Structure.SOFTMAX, SMALL, List.of("a"), Device.CPU))
                .hasMessage("a classifier needs at least 2 classes, these images have 1");
    }
}
