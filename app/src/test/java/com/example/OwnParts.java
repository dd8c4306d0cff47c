package com.example;

import io.github.gan4j.data.*;
import io.github.gan4j.game.Duel;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.*;
import io.github.gan4j.plan.*;
import io.github.gan4j.run.Run;
import io.github.gan4j.settings.Default;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import java.nio.file.Path;
import java.util.*;
import java.util.function.Consumer;

public final class OwnParts {
    /** Points on a circle. */
    public record Circle(@Default("1") double radius) implements DataSource {
        public Samples samples(long seed, Consumer<String> notice) {
            return Samples.drawn(SampleShape.point(2), toString(), (values, position) -> {
                double angle = new Random(seed ^ position * 0x9E3779B97F4A7C15L).nextDouble() * 2 * Math.PI;
                values[0] = (float) (radius * Math.cos(angle));
                values[1] = (float) (radius * Math.sin(angle));
            });
        }

        public Optional<SampleShape> shape() {
            return Optional.of(SampleShape.point(2));
        }
    }

    /** A generator with one hidden layer. */
    public record Wide(@Default("256") int units) implements GeneratorArchitecture {
        public Network network(GeneratorTask task) {
            Network first = new Linear(task.inputs(), units, Initialisation.he(0.2));
            return new Sequence(List.of(first, Fixed.leakyRelu(0.2), new Linear(units, 2, Initialisation.he(1))));
        }
    }

    /** The mean square of all scores, which keeps them near 0. */
    public record Drift(@Default("1e-3") double strength) implements Penalty {
        public Tensor of(Duel duel) {
            Tensor real = duel.real().scores().squared(), fake = duel.fake().scores().squared();
            return real.mean().plus(fake.mean()).times(strength);
        }
    }

    public static void main(String[] folder) throws Exception {
        Plan plan = Draft.empty()
                .over("{base: ring-duel, name: circle, data: com.example.OwnParts$Circle, metrics: none}")
                .set("stop.images=25600")
                .over("generator: {network: {com.example.OwnParts$Wide: {units: 64}}}")
                .over("discriminator: {penalties: [{r1: {gamma: 0.1}}, com.example.OwnParts$Drift]}")
                .plan();
        try (Run run = Run.start(plan, Path.of(folder[0]), System.err::println)) {
            run.train(new Listener() {});
        }
    }
}
