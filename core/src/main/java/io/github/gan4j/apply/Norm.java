package io.github.gan4j.apply;

import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Tensor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the size of a change to an image is measured. */
public enum Norm {
    /** The largest change of any number: no pixel changes by more than this. */
    LINF {
        @Override
        Tensor steepest(Tensor slopes) {
            return Elements.signs(slopes);
        }

        @Override
        Tensor within(Tensor change, double radius) {
            return Elements.clamped(change, -radius, radius);
        }

        @Override
        Tensor random(double radius, long... shape) {
            return Tensor.uniform(-radius, radius, shape);
        }
    },
    /** The Euclidean length of the change of a whole image. */
    L2 {
        @Override
        Tensor steepest(Tensor slopes) {
            return Elements.dividedPerSample(slopes, Elements.clamped(lengths(slopes), TINY, HUGE));
        }

        @Override
        Tensor within(Tensor change, double radius) {
            return Elements.dividedPerSample(
                    change, Elements.clamped(lengths(change).times(1 / radius), 1, HUGE));
        }

        /** On the surface, near which almost all of a ball of so many dimensions lies. */
        @Override
        Tensor random(double radius, long... shape) {
            return steepest(Tensor.gaussian(shape)).times(radius);
        }
    };

    private static final double TINY = 1e-20;
    private static final double HUGE = 1e30;

    /** The change of size 1 along which the loss grows fastest. */
    abstract Tensor steepest(Tensor slopes);

    /** The change nearest to this one that is no larger than {@code radius}. */
    abstract Tensor within(Tensor change, double radius);

    /** A change of each image of a batch at random, no larger than {@code radius}. */
    abstract Tensor random(double radius, long... shape);

    private static Tensor lengths(Tensor values) {
        return values.squared().sumPerSample().squareRoot();
    }

    /** The name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no norm of that name */
    public static Norm named(String name) {
        return Stream.of(values())
                .filter(norm -> norm.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown norm '" + name + "'; known norms: "
                        + Stream.of(values()).map(Norm::word).collect(Collectors.joining(", "))));
    }
}
