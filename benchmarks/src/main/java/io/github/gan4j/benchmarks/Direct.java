package io.github.gan4j.benchmarks;

import io.github.gan4j.data.Samples;
import io.github.gan4j.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The 64x64 DCGAN of pytorch/examples as one writes it straight on libtorch's Java binding, without gan4j: its five
 * (transposed) convolutions a side, activations in place, the fakes of a step made once and shown to the discriminator
 * twice, {@code backward} into everything that requires gradients, libtorch's own Adam.
 */
final class Direct implements AutoCloseable {
    private static final int WIDTH = 64;
    private static final int BATCH = 64;
    private static final int LATENTS = 100;

    private final PointerScope lasting = new PointerScope();
    private final List<Tensor> generator = new ArrayList<>();
    private final List<Tensor> discriminator = new ArrayList<>();
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;
    private final boolean narrow;
    private final Samples data;
    private long images;

    Direct(Precision precision, Samples data) {
        Context.setFlushDenormal(true);
        this.narrow = precision == Precision.BF16;
        this.data = data;
        lasting.extend(); // so that leaving this block frees nothing
        try (lasting) {
            int[] channels = {LATENTS, 8 * WIDTH, 4 * WIDTH, 2 * WIDTH, WIDTH, 3};
            for (int i = 0; i < 5; i++) layer(generator, channels[i], channels[i + 1], channels[i + 1], i < 4);
            for (int i = 5; i > 0; i--) {
                int outputs = i == 1 ? 1 : channels[i - 1];
                layer(discriminator, outputs, channels[i], outputs, i < 5 && i > 1);
            }
            generatorAdam = adam(generator);
            discriminatorAdam = adam(discriminator);
        }
    }

    /** A kernel and, where a normalisation follows, its scale, offset and running statistics. */
    private static void layer(List<Tensor> weights, int first, int second, int outputs, boolean normalised) {
        weights.add(torch.randn(first, second, 4, 4).mul_(new Scalar(0.02)).requires_grad_(true));
        if (!normalised) return;
        weights.add(torch.randn(outputs)
                .mul_(new Scalar(0.02))
                .add_(new Scalar(1.0))
                .requires_grad_(true));
        weights.add(torch.zeros(outputs).requires_grad_(true));
        weights.add(torch.zeros(outputs));
        weights.add(torch.ones(outputs));
    }

    private static Adam adam(List<Tensor> weights) {
        AdamOptions options = new AdamOptions(2e-4);
        DoublePointer betas = options.betas();
        // A C++ tuple seen as raw memory may come out reversed; its defaults, 0.9 and 0.999, tell.
        boolean reversed = betas.get(0) > betas.get(1);
        betas.put(reversed ? 1 : 0, 0.5).put(reversed ? 0 : 1, 0.999);
        TensorVector learned =
                new TensorVector(weights.stream().filter(Tensor::requires_grad).toArray(Tensor[]::new));
        return new Adam(learned, options);
    }

    void step() {
        try (PointerScope scope = new PointerScope()) {
            if (narrow) {
                torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
                torch.set_autocast_enabled(torch.DeviceType.CPU, true);
            }
            float[] values = data.batch(images, BATCH).values();
            images += BATCH;
            Tensor reals = AbstractTensor.create(values, BATCH, 3, 64, 64);
            Tensor fakes = generated(torch.randn(BATCH, LATENTS, 1, 1));
            discriminatorAdam.zero_grad();
            torch.softplus(judged(reals).neg())
                    .mean()
                    .add(torch.softplus(judged(fakes.detach())).mean())
                    .backward();
            discriminatorAdam.step();
            if (narrow) torch.clear_cache();
            generatorAdam.zero_grad();
            torch.softplus(judged(fakes).neg()).mean().backward();
            generatorAdam.step();
            if (narrow) {
                torch.clear_cache();
                torch.set_autocast_enabled(torch.DeviceType.CPU, false);
            }
        }
    }

    private Tensor generated(Tensor latents) {
        Tensor values = latents;
        long[] one = {1, 1}, none = {0, 0}, two = {2, 2};
        int at = 0;
        for (int i = 0; i < 5; i++) {
            boolean first = i == 0;
            Tensor kernel = generator.get(at++);
            values = torch.conv_transpose2d(
                    values, kernel, new TensorOptional(), first ? one : two, first ? none : one, none, 1, one);
            if (i == 4) break;
            values = torch.relu_(normalised(values, generator, at));
            at += 4;
        }
        return values.tanh();
    }

    private Tensor judged(Tensor samples) {
        Tensor values = samples;
        long[] one = {1, 1}, none = {0, 0}, two = {2, 2};
        int at = 0;
        for (int i = 0; i < 5; i++) {
            boolean last = i == 4;
            Tensor kernel = discriminator.get(at++);
            values = torch.conv2d(values, kernel, new TensorOptional(), last ? one : two, last ? none : one, one, 1);
            if (last) break;
            if (i > 0) {
                values = normalised(values, discriminator, at);
                at += 4;
            }
            values = torch.leaky_relu_(values, new Scalar(0.2));
        }
        return values.to(torch.ScalarType.Float).flatten();
    }

    private static Tensor normalised(Tensor values, List<Tensor> weights, int at) {
        return torch.batch_norm(
                values,
                new TensorOptional(weights.get(at)),
                new TensorOptional(weights.get(at + 1)),
                new TensorOptional(weights.get(at + 2)),
                new TensorOptional(weights.get(at + 3)),
                true,
                0.1,
                1e-5,
                false);
    }

    @Override
    public void close() {
        lasting.close();
    }
}
