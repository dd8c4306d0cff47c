package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Training;
import java.util.Arrays;
import java.util.Map;

/** The standard deviation of the codes of reals, where a generator begins with an encoder. */
record CodeSpread(Plan plan, Batch reals) {
    private static final int COUNT = 256;

    void of(Training training, Map<Signal, Double> seen) {
        if (!plan.encoded().isPresent()) return;
        float[] codes = codes(training);
        if (codes.length == 0) return;
        int size = plan.latents().orElseThrow().size(), count = codes.length / size;
        double sum = 0;
        for (int k = 0; k < size; k++) sum += deviation(codes, k, size, count) / size;
        seen.put(Signal.CODE_DEVIATION, sum / plan.latents().orElseThrow().deviation());
    }

    private float[] codes(Training training) {
        if (!(training.game().generators().players().get(0).network() instanceof AutoEncoder network))
            return new float[0];
        int count = Math.min(COUNT, reals.count());
        float[] values = Arrays.copyOf(reals.values(), count * reals.shape().size());
        try (Scope look = new Scope()) {
            return Scope.withoutGradients(() -> {
                Tensor samples = Tensor.of(values, reals.shape().dimensions(count))
                        .on(training.settings().device());
                return network.codes(samples, Pass.SAMPLING).toFloats();
            });
        }
    }

    /** The standard deviation of number {@code k} over {@code [count, size]} values. */
    static double deviation(float[] codes, int k, int size, int count) {
        double mean = 0, squares = 0;
        for (int i = 0; i < count; i++) mean += codes[i * size + k] / count;
        for (int i = 0; i < count; i++) squares += Math.pow(codes[i * size + k] - mean, 2) / count;
        return Math.sqrt(squares);
    }
}
