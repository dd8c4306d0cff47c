package io.github.gan4j.data;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;
import java.util.Optional;
import java.util.function.Consumer;

/** Points of a distribution with a known density. */
public interface DrawnSource extends DataSource {
    Distribution density();

    /** How many different samples there are; 0 for endless ones. */
    int samples();

    @Override
    default Optional<Distribution> distribution() {
        return Optional.of(density());
    }

    @Override
    default Optional<SampleShape> shape() {
        return Optional.of(SampleShape.point(density().dimensions()));
    }

    @Override
    default Samples samples(long seed, Consumer<String> notice) {
        return FiniteSamples.of(density().samples(seed), samples(), seed);
    }

    /**
     * The normal distribution on a line.
     *
     * @param samples how many different ones there are; 0 for endless ones
     */
    record Normal(
            @Default("4") double mean,
            @Default("1.25") double std,
            @Default(value = "0", off = true) int samples) implements DrawnSource {
        public Normal {
            FiniteSamples.requireCount(samples);
            Distribution.normal(mean, std);
        }

        @Override
        public Distribution density() {
            return Distribution.normal(mean, std);
        }
    }

    /**
     * Normal distributions of equal weight on a line, {@code spacing} apart.
     *
     * @param samples how many different ones there are; 0 for endless ones
     */
    @Word("mixture")
    record OnLine(
            @Default("2") int modes,
            @Default("4") double spacing,
            @Default("0.5") double std,
            @Default(value = "0", off = true) int samples)
            implements DrawnSource {
        public OnLine {
            FiniteSamples.requireCount(samples);
            Check.between("modes", modes, 1, 1000);
            Distribution.mixture(modes, spacing, std);
        }

        @Override
        public Distribution density() {
            return Distribution.mixture(modes, spacing, std);
        }
    }

    /**
     * Normal distributions at equal angles on a circle.
     *
     * @param samples how many different ones there are; 0 for endless ones
     */
    record Ring(
            @Default("8") int modes,
            @Default("1") double radius,
            @Default("0.01") double std,
            @Default(value = "0", off = true) int samples)
            implements DrawnSource {
        public Ring {
            FiniteSamples.requireCount(samples);
            Check.between("modes", modes, 1, 1000);
            Distribution.ring(modes, radius, std);
        }

        @Override
        public Distribution density() {
            return Distribution.ring(modes, radius, std);
        }
    }

    /**
     * Normal distributions on a square lattice.
     *
     * @param side modes along each axis
     * @param samples how many different ones there are; 0 for endless ones
     */
    record Grid(
            @Default("5") int side,
            @Default("2") double spacing,
            @Default("0.05") double std,
            @Default(value = "0", off = true) int samples)
            implements DrawnSource {
        public Grid {
            FiniteSamples.requireCount(samples);
            Check.between("side", side, 1, 1000);
            Distribution.grid(side, spacing, std);
        }

        @Override
        public Distribution density() {
            return Distribution.grid(side, spacing, std);
        }
    }

    /**
     * A spiral of Archimedes from the origin, blurred; see {@link io.github.gan4j.data.Spiral}.
     *
     * @param samples how many different ones there are; 0 for endless ones
     */
    record Spiral(
            @Default("2") double turns,
            @Default("1") double radius,
            @Default("0.02") double std,
            @Default(value = "0", off = true) int samples)
            implements DrawnSource {
        public Spiral {
            FiniteSamples.requireCount(samples);
            Distribution.spiral(turns, radius, std);
        }

        @Override
        public Distribution density() {
            return Distribution.spiral(turns, radius, std);
        }
    }
}
