package io.github.gan4j.networks;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerSlopesTest {
    private static final int CLASSES = 3;

    static Stream<Network> layers() {
        Initialisation wide = Initialisation.normal(0.7);
        MinibatchDiscrimination.Kernels kernels = new MinibatchDiscrimination.Kernels(2, 2, true, 0.5);
        return Stream.of(
                new Sequence(List.of(new JoinedLabels(CLASSES), new Linear(4 + CLASSES, 2, wide), Fixed.tanh())),
                new ProjectedScore(4, CLASSES, true, wide),
                new Sequence(List.of(new MinibatchDeviation(), new Linear(5, 2, wide), Fixed.tanh())),
                new Sequence(
                        List.of(Fixed.reshape(1, 2, 2), Fixed.greatest(2), Fixed.flatten(), new Linear(1, 2, wide))),
                new Sequence(List.of(new MinibatchDiscrimination(4, kernels), new Linear(6, 2, wide))),
                new OriginScore(new Linear(4, 1, wide), 4, 3, wide));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void slopes_are_those_of_finite_differences(Network layer) {
        Engine.seed(11);
        try (Network network = layer.allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor classes = Tensor.ofClasses(new int[] {0, 2, 1}).oneHot(CLASSES);
            Pass pass = Pass.TRAINING.withLabels(Optional.of(classes));
            FiniteDifferences.compare(network, Tensor.gaussian(3, 4), pass);
        }
    }
}
