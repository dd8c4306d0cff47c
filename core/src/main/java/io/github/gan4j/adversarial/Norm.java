package io.github.gan4j.adversarial;

import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Tensor;

/** The norm that measures a change to an image. */
public enum Norm {
    /** The largest absolute change of any pixel. */
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
    /** The Euclidean length of the change to the whole image. */
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

        /** On the sphere, near which almost all of the volume of a high-dimensional ball lies. */
        @Override
        Tensor random(double radius, long... shape) {
            return steepest(Tensor.gaussian(shape)).times(radius);
        }
    };

    private static final double TINY = 1e-20;
    private static final double HUGE = 1e30;

    /** The change of norm 1 that increases the loss fastest, to first order. */
    abstract Tensor steepest(Tensor slopes);

    /** The change projected onto the ball of this radius. */
    abstract Tensor within(Tensor change, double radius);

    /** A random change of each image of a batch, within this radius. */
    abstract Tensor random(double radius, long... shape);

    private static Tensor lengths(Tensor values) {
        return values.squared().sumPerSample().squareRoot();
    }

    /** The name in lower case. */
    public String word() {
        return Words.of(this);
    }

    /** @throws IllegalArgumentException when there is no norm of that name */
    public static Norm named(String name) {
        return Words.named(Norm.class, "norm", name);
    }
}
