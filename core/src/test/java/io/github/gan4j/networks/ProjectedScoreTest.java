package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectedScoreTest {
    @Test
    void it_adds_an_inner_product_with_the_class() {
        Network score = new ProjectedScore(2, 3, true, Initialisation.constant(0));
        try (Network network = score.allocate(Device.CPU);
                Scope scope = new Scope()) {
            // v = (1, 2), b = 3; one column of W for each class: (10, 20), (30, 40), (50, 60)
            network.learned().copyInPlace(Tensor.of(new float[] {1, 2, 3, 10, 30, 50, 20, 40, 60}, 9));
            Tensor features = Tensor.of(new float[] {1, 1, 1, -1}, 2, 2);
            Tensor classes = Tensor.ofClasses(new int[] {0, 2}).oneHot(3);
            assertThat(network.apply(features, Pass.TRAINING.withLabels(Optional.of(classes)))
                            .toFloats())
                    .containsExactly(1 + 2 + 3 + 30, 1 - 2 + 3 - 10);
        }
    }

    @Test
    void it_scores_samples_with_every_class() {
        ProjectedScore score = new ProjectedScore(2, 3, true, Initialisation.constant(0));
        try (Network network = score.allocate(Device.CPU);
                Scope scope = new Scope()) {
            network.learned().copyInPlace(Tensor.of(new float[] {1, 2, 3, 10, 30, 50, 20, 40, 60}, 9));
            Tensor features = Tensor.of(new float[] {1, 1, 1, -1}, 2, 2);
            assertThat(score.scoreOfEach(features, Pass.TRAINING).toFloats())
                    .containsExactly(6 + 30, 6 + 70, 6 + 110, 2 - 10, 2 - 10, 2 - 10);
        }
    }
}
