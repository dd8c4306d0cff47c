package io.github.gan4j.benchmarks;

import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Reals;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/**
 * A game that the discriminator has won, against a fresh one. It is won honestly as far as the discriminator tells reals
 * from fakes; then its last layer is scaled until the least certain score is 80 away from the wrong side, where the slope
 * of the loss is 2e-35 and the gradients behind it sink below the smallest normal number.
 */
final class WonGame implements AutoCloseable {
    private static final Games.Size SIZE = Games.Size.DIGITS;
    private static final int PAIRS = 15;
    private static final double CERTAIN = 80;

    private final Samples data;
    private final Game game;
    private long step;

    private WonGame(Samples data, double discriminatorRate) {
        this.data = data;
        this.game = Games.game(SIZE, discriminatorRate, 0, Precision.FP32);
    }

    static void measure(Samples data) throws InterruptedException, ExecutionException {
        inThread(WonGame::printCostOfDenormals);
        inThread(() -> print("flushed, as gan4j does", data));
        inThread(() -> {
            new Scope().close(); // gan4j prepares the thread here; after this its choice can be undone
            Context.setFlushDenormal(false);
            return print("not flushed", data);
        });
    }

    /** A thread of its own: libtorch's workers take the processor's flag from the thread that starts them. */
    private static void inThread(Callable<Void> work) throws InterruptedException, ExecutionException {
        FutureTask<Void> task = new FutureTask<>(work);
        new Thread(task, "won-game").start();
        task.get();
    }

    /** Some processors calculate with denormals at full speed; on those flushing can gain nothing. */
    private static Void printCostOfDenormals() {
        new Scope().close();
        Context.setFlushDenormal(false);
        try (PointerScope scope = new PointerScope()) {
            var tiny = torch.rand(1 << 16).mul(new Scalar(1e-40));
            var usual = torch.rand(1 << 16);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < 200; i++)
                ratios.add(Pairs.seconds(() -> tiny.add(usual).mul(tiny))
                        / Pairs.seconds(() -> usual.add(usual).mul(usual)));
            System.out.printf(Locale.ROOT, "denormals cost this processor %.2f times as much%n", Pairs.median(ratios));
        }
        return null;
    }

    private static Void print(String what, Samples data) {
        try (WonGame won = new WonGame(data, 1e-3);
                WonGame fresh = new WonGame(data, 0)) {
            won.win();
            List<Double> ratios = new ArrayList<>();
            List<Double> slow = new ArrayList<>();
            List<Double> fast = new ArrayList<>();
            for (int i = -2; i < PAIRS; i++) {
                double first = Pairs.seconds(won::step);
                double second = Pairs.seconds(fresh::step);
                if (i < 0) continue;
                slow.add(first);
                fast.add(second);
                ratios.add(first / second);
            }
            System.out.printf(
                    Locale.ROOT,
                    "denormals %-24s won %.1f ms, fresh %.1f ms a step; ratio %.2f (%.2f to %.2f, %d pairs)%n",
                    what,
                    1e3 * Pairs.median(slow),
                    1e3 * Pairs.median(fast),
                    Pairs.median(ratios),
                    ratios.stream().min(Double::compare).orElseThrow(),
                    ratios.stream().max(Double::compare).orElseThrow(),
                    PAIRS);
        }
        return null;
    }

    /** Learns until every sample is classified correctly, then makes the discriminator as sure of it as {@link #CERTAIN}. */
    private void win() {
        while (leastMargin() < 1) for (int i = 0; i < 10; i++) step();
        Network network = game.discriminators().players().get(0).network();
        Tensor last = network.learnedTensors().get(network.learnedTensors().size() - 1);
        try (Scope scope = new Scope()) {
            last.copyInPlace(last.times(CERTAIN / leastMargin()));
        }
    }

    /** By how much the least certain sample of a batch is on its right side; below 0 if it is on the wrong one. */
    private double leastMargin() {
        try (Scope scope = new Scope()) {
            Network network = game.discriminators().players().get(0).network();
            Reals reals = reals();
            Tensor fakes = game.generators().players().get(0).imitate(reals, moment(reals));
            double least = Double.MAX_VALUE;
            for (float score : network.apply(reals.samples(), Pass.TRAINING).toFloats()) least = Math.min(least, score);
            for (float score : network.apply(fakes, Pass.TRAINING).toFloats()) least = Math.min(least, -score);
            return least;
        }
    }

    private void step() {
        try (Scope scope = new Scope()) {
            Reals reals = reals();
            for (Player player : game.players()) game.play(player, reals, moment(reals));
        }
        step++;
    }

    private Reals reals() {
        var batch = data.batch(step * SIZE.batch(), SIZE.batch());
        return Reals.of(Tensor.of(batch.values(), batch.shape().dimensions(batch.count())));
    }

    private Moment moment(Reals reals) {
        return new Moment(step, step * SIZE.batch(), Device.CPU);
    }

    @Override
    public void close() {
        game.close();
    }
}
