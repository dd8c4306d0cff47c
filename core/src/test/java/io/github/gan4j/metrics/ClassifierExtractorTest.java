package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierExtractorTest {
    private static final SampleShape SMALL = SampleShape.image(1, 8, 8);

    @Test
    void it_sees_what_its_classifier_sees() {
        Classifier classifier = new Classifier(Structure.PERCEPTRON, SMALL, List.of("a", "b"), Device.CPU);
        try (Extractor extractor = new ClassifierExtractor(classifier)) {
            assertThat(extractor.name()).isEqualTo("classifier (perceptron)");
            assertThat(extractor.hash()).isEqualTo(classifier.hash());
            assertThat(extractor.classes()).containsExactly("a", "b");
            Extraction seen = extractor.look(new Batch(3, SMALL, new float[192], new int[0]));
            assertThat(seen.features().width()).isEqualTo(128);
            assertThat(seen.probabilities().orElseThrow().width()).isEqualTo(2);
            assertThatThrownBy(
                            () -> extractor.look(new Batch(1, SampleShape.image(3, 8, 8), new float[192], new int[0])))
                    .hasMessage("this classifier looks at images of 8x8 grey, these are 8x8 colour; both must have one"
                            + " size and one kind of colour");
        }
    }
}
