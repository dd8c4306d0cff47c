package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void an_image_times_the_weights_is_what_it_adds_to_the_scores() {
        try (Classifier classifier = Pupils.of(Structure.SOFTMAX, 1);
                Scope scope = new Scope()) {
            List<float[]> weights = Templates.of(classifier);
            float[] image = Pupils.UNSEEN.values(3);
            float[] scores = classifier
                    .scores(Tensor.of(image, 1, 1, 8, 8), Pass.SAMPLING)
                    .toFloats();
            float[] grey =
                    classifier.scores(Tensor.zeros(1, 1, 8, 8), Pass.SAMPLING).toFloats();
            for (int label = 0; label < 2; label++) {
                float sum = grey[label];
                for (int i = 0; i < image.length; i++) sum += weights.get(label)[i] * image[i];
                assertThat(scores[label]).isCloseTo(sum, within(1e-4f));
            }
        }
    }
}
