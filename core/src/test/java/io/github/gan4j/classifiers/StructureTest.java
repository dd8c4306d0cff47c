package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Network;
import io.github.gan4j.tensor.Device;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StructureTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    @ParameterizedTest
    @EnumSource
    void every_structure_looks_at_grey_digits_and_at_colour_photographs(Structure structure) {
        for (SampleShape shape :
                List.of(SampleShape.image(1, 28, 28), SampleShape.image(3, 64, 64), SampleShape.image(1, 12, 20))) {
            try (Classifier classifier = new Classifier(structure, shape, CLASSES, Device.CPU)) {
                ClassifierOutput found = classifier.output(new float[2 * shape.size()]);
                assertThat(found.width()).isEqualTo(structure.width(shape));
                assertThat(found.probability(1, 0) + found.probability(1, 1) + found.probability(1, 2))
                        .isBetween(0.9999f, 1.0001f);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_structure_describes_what_it_is(Structure structure) {
        Network layers = Classifier.network(structure, SampleShape.image(3, 32, 32), 10);
        var summary = layers.summary(3, 32, 32);
        assertThat(summary.shape()).containsExactly(10);
        assertThat(summary.parameters()).isEqualTo(layers.learnedCount());
    }

    @Test
    void an_unknown_structure_is_refused_with_the_known_ones() {
        assertThat(Structure.named("residual")).isEqualTo(Structure.RESIDUAL);
        assertThatThrownBy(() -> Structure.named("forest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "unknown structure 'forest'; known structures: softmax, perceptron, convolutional, residual");
    }
}
