package io.github.gan4j.benchmarks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A game as one writes it straight on libtorch's Java binding, without gan4j: images pixel by pixel, the fakes of a step made once and
 * shown to the discriminator twice, {@code backward} into everything that requires gradients, libtorch's own optimizers.
 */
final class DirectGame implements Rival {
    private static final long[] ONE = {1, 1};

    private final PointerScope lasting = new PointerScope();
    private final Blueprint game;
    private final boolean narrow;
    private final Samples data;
    private final List<Tensor> generator = new ArrayList<>();
    private final List<Tensor> discriminator = new ArrayList<>();
    private final Optimizer generatorLearns;
    private final Optimizer discriminatorLearns;
    private long steps;

    DirectGame(Blueprint game, boolean narrow, Samples data) {
        this.game = game;
        this.narrow = narrow;
        this.data = data;
        Context.setFlushDenormal(true);
        lasting.extend(); // so that leaving this block frees nothing
        try (lasting) {
            game.generator().forEach(layer -> weights(layer, generator));
            game.discriminator().forEach(layer -> weights(layer, discriminator));
            generatorLearns = optimizer(generator);
            discriminatorLearns = optimizer(discriminator);
        }
    }

    @Override
    public String name() {
        return "direct";
    }

    private static long[] numbers(String layer) {
        return Arrays.stream(layer.split(" "))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static void weights(String layer, List<Tensor> weights) {
        long[] n = numbers(layer);
        switch (layer.split(" ")[0]) {
            case "linear" -> learned(weights, n[2] == 1 ? n[1] : 0, Math.sqrt(2.0 / n[0]), n[1], n[0]);
            case "convolution" -> learned(weights, n[6] == 1 ? n[1] : 0, 0.02, n[1], n[0] / n[5], n[2], n[2]);
            case "transposed" -> learned(weights, n[6] == 1 ? n[1] : 0, 0.02, n[0], n[1], n[2], n[2]);
            case "normalisation" -> {
                weights.add(torch.ones(n[0]).requires_grad_(true));
                weights.add(torch.zeros(n[0]).requires_grad_(true));
                weights.add(torch.zeros(n[0]));
                weights.add(torch.ones(n[0]));
            }
            case "basis" -> {
                learned(weights, 0, 1, n[1], n[2], n[2]);
                learned(weights, 0, 0.1, n[1], n[0]);
            }
            default -> {}
        }
    }

    private static void learned(List<Tensor> weights, long biases, double deviation, long... shape) {
        Tensor drawn = torch.randn(shape).mul_(new Scalar(deviation));
        if (shape.length == 4) drawn = drawn.contiguous(torch.MemoryFormat.ChannelsLast);
        weights.add(drawn.requires_grad_(true));
        if (biases > 0) weights.add(torch.zeros(biases).requires_grad_(true));
    }

    private Optimizer optimizer(List<Tensor> weights) {
        TensorVector learned =
                new TensorVector(weights.stream().filter(Tensor::requires_grad).toArray(Tensor[]::new));
        if (game.momentum() > 0) {
            SGDOptions options = new SGDOptions(0.01);
            options.momentum().put(game.momentum());
            options.nesterov().put(true);
            return new SGD(learned, options);
        }
        AdamOptions options = new AdamOptions(2e-4);
        DoublePointer betas = options.betas();
        // A C++ tuple seen as raw memory may come out reversed; its defaults, 0.9 and 0.999, tell.
        boolean reversed = betas.get(0) > betas.get(1);
        betas.put(reversed ? 1 : 0, 0.5).put(reversed ? 0 : 1, 0.999);
        return new Adam(learned, options);
    }

    @Override
    public Slice play(int count) {
        return Rival.timed(() -> {
            for (int i = 0; i < count; i++) step();
        });
    }

    void step() {
        try (PointerScope scope = new PointerScope()) {
            cast(true);
            long position = steps * game.batch();
            steps++;
            boolean learns = steps % game.turns() == 0;
            boolean once = learns && game.turns() == 1;
            Tensor fakes = once ? generated() : withoutGradients();
            Tensor reals =
                    AbstractTensor.create(data.batch(position, game.batch()).values(), shape());
            if (game.sample().isImage()) reals = reals.contiguous(torch.MemoryFormat.ChannelsLast);
            discriminatorTurn(reals, fakes.detach());
            if (learns) {
                generatorLearns.zero_grad();
                torch.softplus(judged(once ? fakes : generated()).neg()).mean().backward();
                generatorLearns.step();
            }
            cast(false);
        }
    }

    private void discriminatorTurn(Tensor reals, Tensor fakes) {
        Tensor shown = game.penalty() ? fakes.to(torch.ScalarType.Float).requires_grad_(true) : fakes;
        if (game.penalty()) reals.requires_grad_(true);
        Tensor real = judged(reals), fake = judged(shown);
        Tensor loss = torch.softplus(real.neg()).mean().add(torch.softplus(fake).mean());
        if (game.penalty()) loss = loss.add(squares(reals, real)).add(squares(shown, fake));
        discriminatorLearns.zero_grad();
        loss.backward();
        discriminatorLearns.step();
        if (narrow) torch.clear_cache();
    }

    private static Tensor squares(Tensor samples, Tensor scores) {
        Tensor gradient = torch.grad(
                        new TensorVector(scores.sum()),
                        new TensorVector(samples),
                        new TensorVector(),
                        new BoolOptional(true),
                        true,
                        false)
                .get(0);
        return gradient.square().sum().div(new Scalar(2.0 * samples.size(0)));
    }

    private void cast(boolean on) {
        if (!narrow) return;
        if (on) torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
        else torch.clear_cache();
        torch.set_autocast_enabled(torch.DeviceType.CPU, on);
    }

    private long[] shape() {
        SampleShape sample = game.sample();
        return sample.isImage()
                ? new long[] {game.batch(), sample.channels(), sample.height(), sample.width()}
                : new long[] {game.batch(), sample.size()};
    }

    private Tensor withoutGradients() {
        GradMode.set_enabled(false);
        try {
            return generated();
        } finally {
            GradMode.set_enabled(true);
        }
    }

    private Tensor generated() {
        return applied(game.generator(), generator, torch.randn(game.batch(), game.latents()));
    }

    private Tensor judged(Tensor samples) {
        return applied(game.discriminator(), discriminator, samples)
                .to(torch.ScalarType.Float)
                .flatten();
    }

    private static Tensor applied(List<String> layers, List<Tensor> weights, Tensor input) {
        Iterator<Tensor> next = weights.iterator();
        Tensor values = input;
        for (int i = 0; i < layers.size(); i++) {
            String[] words = layers.get(i).split(" ");
            if (words[0].equals("residual")) {
                Tensor before = values;
                for (int end = i + Integer.parseInt(words[1]); i < end; ) values = layer(layers.get(++i), next, values);
                values = values.add(before);
            } else {
                values = layer(layers.get(i), next, values);
            }
        }
        return values;
    }

    private static Tensor layer(String layer, Iterator<Tensor> next, Tensor x) {
        long[] n = numbers(layer);
        return switch (layer.split(" ")[0]) {
            case "linear" -> torch.linear(x, next.next(), optional(n[2] == 1, next));
            case "convolution" -> {
                Tensor kernel = next.next();
                long[] steps = {n[3], n[3]}, edge = {n[4], n[4]};
                yield torch.conv2d(x, kernel, optional(n[6] == 1, next), steps, edge, ONE, n[5]);
            }
            case "transposed" -> {
                Tensor kernel = next.next();
                long[] steps = {n[3], n[3]}, edge = {n[4], n[4]}, extra = {n[5], n[5]};
                yield torch.conv_transpose2d(x, kernel, optional(n[6] == 1, next), steps, edge, extra, 1, ONE);
            }
            case "normalisation" ->
                torch.batch_norm(
                        x,
                        new TensorOptional(next.next()),
                        new TensorOptional(next.next()),
                        new TensorOptional(next.next()),
                        new TensorOptional(next.next()),
                        true,
                        0.1,
                        1e-5,
                        false);
            case "reshape" -> x.reshape(x.size(0), n[0], n[1], n[2]).contiguous(torch.MemoryFormat.ChannelsLast);
            case "resize" ->
                torch.upsample_bilinear2d(
                        x, new long[] {n[0], n[0]}, false, new DoubleOptional(), new DoubleOptional());
            case "basis" -> {
                Tensor image = next.next();
                yield torch.linear(x, next.next())
                        .reshape(x.size(0), n[1], 1, 1)
                        .mul(image);
            }
            case "flatten" -> x.flatten(1, -1);
            case "relu" -> torch.relu(x);
            case "leaky" -> torch.leaky_relu(x, new Scalar(0.2));
            case "tanh" -> x.tanh();
            case "sigmoid" -> x.sigmoid();
            default -> throw new IllegalArgumentException(layer);
        };
    }

    private static TensorOptional optional(boolean there, Iterator<Tensor> next) {
        return there ? new TensorOptional(next.next()) : new TensorOptional();
    }

    @Override
    public void close() {
        lasting.close();
    }
}
