package com.example;

import io.github.gan4j.data.*;
import io.github.gan4j.game.*;
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
    /** Grey images of one white disc on black. */
    public record Discs(@Default("16") int size) implements DataSource {
        public Samples samples(long seed, Consumer<String> notice) {
            return Samples.drawn(SampleShape.image(1, size, size), toString(), (pixels, position) -> {
                Random random = new Random(seed + position * 0x9E3779B97F4A7C15L);
                double r = size / 4.0, x = r + random.nextInt(size / 2), y = r + random.nextInt(size / 2);
                for (int i = 0; i < pixels.length; i++) pixels[i] = Math.hypot(i % size - x, i / size - y) < r ? 1 : -1;
            });
        }

        public Optional<SampleShape> shape() {
            return Optional.of(SampleShape.image(1, size, size));
        }
    }

    /** A generator with one hidden layer. */
    public record Wide(@Default("256") int units) implements GeneratorArchitecture {
        public Network network(GeneratorTask task) {
            SampleShape s = task.sample();
            Network first = new Linear(task.inputs(), units, Initialisation.he(0));
            Network second = new Linear(units, s.size(), Initialisation.he(1));
            Network reshape = Fixed.reshape(s.channels(), s.height(), s.width());
            return new Sequence(List.of(first, Fixed.relu(), second, reshape, Fixed.tanh()));
        }
    }

    /** The mean square of all scores, which keeps them near 0 (Karras et al. 2018, arXiv:1710.10196, appendix A.1). */
    public record Drift(@Default("1e-3") double epsilon) implements Penalty {
        public Tensor of(Duel duel) {
            Tensor real = duel.real().scores().squared(),
                    fake = duel.fake().scores().squared();
            return real.mean().plus(fake.mean()).times(epsilon);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Plan plan = Presets.draft("strokes")
                .over("{data: com.example.OwnParts$Discs, generator: {network: com.example.OwnParts$Wide}}")
                .over("{discriminator: {penalties: [com.example.OwnParts$Drift]}, stop: {images: 2560, minutes: 0}}")
                .plan();
        try (Run run = Run.start(plan, Path.of(arguments[0]), System.err::println)) {
            run.train(new Listener() {});
        }
    }
}
