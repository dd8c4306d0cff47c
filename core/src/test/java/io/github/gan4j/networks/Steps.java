package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/** A small DCGAN discriminator that takes steps towards scoring noise high: forward, backward, optimizer. */
final class Steps implements AutoCloseable {
    private final Precision precision;
    private final Network network = new Dcgan.Discriminator(4, 4, Normalisation.BATCH)
            .network(new DiscriminatorTask(SampleShape.image(1, 16, 16)));
    private final Adam optimizer;

    Steps(Precision precision) {
        Engine.seed(7);
        this.precision = precision;
        network.allocate(Device.CPU);
        optimizer = new Adam(network.learnedCount(), Device.CPU, 0.5, 0.99, 1e-8);
    }

    void take(int count) {
        for (int i = 0; i < count; i++) step();
    }

    private void step() {
        try (Scope scope = new Scope()) {
            Tensor loss = Scope.resultOf(this::loss);
            List<Tensor> gradients = Gradients.of(loss, network.learnedTensors());
            Tensor flat = Tensor.concatenated(
                    gradients.stream().map(g -> g.reshaped(g.count())).toList(), 0);
            optimizer.step(network.learned(), flat, 1e-3);
        }
    }

    private Tensor loss() {
        try (Precision.Cast cast = precision.on(Device.CPU)) {
            Tensor scores = network.apply(Tensor.gaussian(8, 1, 16, 16), Pass.TRAINING);
            return scores.toFloat().negated().softplus().mean();
        }
    }

    float[] weights() {
        return network.learned().toFloats();
    }

    @Override
    public void close() {
        optimizer.close();
        network.close();
    }
}
