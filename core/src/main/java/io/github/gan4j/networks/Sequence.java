package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.List;

/** Networks one after the other. */
public final class Sequence extends Network {
    private final List<Network> layers;

    public Sequence(List<? extends Network> layers) {
        this.layers = List.copyOf(layers);
        for (int i = 0; i < layers.size(); i++) part(Integer.toString(i), layers.get(i));
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        Tensor values = input;
        for (Network layer : layers) values = layer.apply(values, pass);
        return values;
    }

    @Override
    public Network last() {
        return layers.get(layers.size() - 1).last();
    }

    @Override
    public Tensor beforeLast(Tensor input, Pass pass) {
        Tensor values = input;
        for (Network layer : layers.subList(0, layers.size() - 1)) values = layer.apply(values, pass);
        return layers.get(layers.size() - 1).beforeLast(values, pass);
    }

    @Override
    public void describe(Summary summary) {
        layers.forEach(layer -> layer.describe(summary));
    }
}
