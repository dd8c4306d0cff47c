package io.github.gan4j.networks;

import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * Its input and behind it one map of noise, even on [-1, 1]: {@code [batch, channels, h, w]} to
 * {@code [batch, channels + 1, h, w]}. Outside training the map is 0, its mean, so that equal images give equal answers.
 */
public final class NoiseMap extends Network {
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        Tensor first = input.narrowed(1, 0, 1).detached();
        Tensor noise = pass.training() ? RandomNumbers.uniformLike(first) : first.times(0);
        return Tensor.concatenated(List.of(input, noise), 1);
    }

    @Override
    public void describe(Summary summary) {
        long[] shape = summary.shape();
        shape[0]++;
        summary.layer("concatenate a noise map", 0, 0, shape);
    }
}
