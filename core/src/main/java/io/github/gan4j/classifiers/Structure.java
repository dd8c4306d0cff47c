package io.github.gan4j.classifiers;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.BatchNormalisation;
import io.github.gan4j.networks.Convolution;
import io.github.gan4j.networks.Corrected;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.settings.Words;
import java.util.ArrayList;
import java.util.List;

/** The architecture of a classifier up to the features that its last, linear layer classifies. */
public enum Structure {
    /** No hidden layers: softmax regression on the pixels. */
    SOFTMAX {
        @Override
        Network features(SampleShape shape) {
            return Fixed.flatten();
        }

        @Override
        int width(SampleShape shape) {
            return shape.size();
        }
    },
    /** Two hidden layers of 256 and 128 ReLU units. */
    PERCEPTRON {
        @Override
        Network features(SampleShape shape) {
            return new Sequence(List.of(
                    Fixed.flatten(),
                    new Linear(shape.size(), 256, HE),
                    Fixed.relu(),
                    new Linear(256, PERCEPTRON_WIDTH, HE),
                    Fixed.relu()));
        }

        @Override
        int width(SampleShape shape) {
            return PERCEPTRON_WIDTH;
        }
    },
    /** Pairs of convolutions, the second of stride 2, channels doubled at every halving of the size. */
    CONVOLUTIONAL {
        @Override
        Network features(SampleShape shape) {
            List<Network> layers = new ArrayList<>();
            int channels = 24;
            layers.addAll(convolution(shape.channels(), channels, 5, 2));
            int height = half(shape.height()), width = half(shape.width());
            while (Math.max(height, width) > COARSEST) {
                layers.addAll(convolution(channels, channels, 3, 1));
                layers.addAll(convolution(channels, 2 * channels, 3, 2));
                channels *= 2;
                height = half(height);
                width = half(width);
            }
            layers.addAll(convolution(channels, channels, 3, 1));
            layers.add(Fixed.flatten());
            layers.add(new Linear(channels * height * width, CONVOLUTIONAL_WIDTH, false, HE));
            layers.add(new BatchNormalisation(CONVOLUTIONAL_WIDTH));
            layers.add(Fixed.relu());
            return new Sequence(layers);
        }

        @Override
        int width(SampleShape shape) {
            return CONVOLUTIONAL_WIDTH;
        }
    },
    /** A residual network (He et al. 2016, arXiv:1512.03385) of one block at each size, averaged over the plane at the end. */
    RESIDUAL {
        @Override
        Network features(SampleShape shape) {
            List<Network> layers = new ArrayList<>(convolution(shape.channels(), RESIDUAL_START, 5, 2));
            int channels = RESIDUAL_START, side = half(Math.max(shape.height(), shape.width()));
            layers.addAll(residualBlock(channels, channels, 1));
            for (; side > COARSEST || channels < RESIDUAL_WIDTH; side = half(side)) {
                int wider = Math.min(2 * channels, RESIDUAL_WIDTH);
                layers.addAll(residualBlock(channels, wider, 2));
                channels = wider;
            }
            layers.add(Fixed.meanOverPlane());
            return new Sequence(layers);
        }

        @Override
        int width(SampleShape shape) {
            return RESIDUAL_WIDTH;
        }
    };

    private static final int PERCEPTRON_WIDTH = 128;
    private static final int CONVOLUTIONAL_WIDTH = 64;
    private static final int RESIDUAL_START = 32;
    private static final int RESIDUAL_WIDTH = 128;
    /** At this size halving ends. */
    private static final int COARSEST = 8;

    private static final Initialisation HE = Initialisation.he(0);

    /** {@code [batch, channels, height, width]} to {@code [batch, width]}. */
    abstract Network features(SampleShape shape);

    /** The number of features. */
    abstract int width(SampleShape shape);

    private static List<Network> convolution(int inputs, int outputs, int kernel, int stride) {
        return List.of(
                new Convolution(inputs, outputs, kernel, stride, kernel / 2, 1, false, HE),
                new BatchNormalisation(outputs),
                Fixed.relu());
    }

    /**
     * Two normalised 3x3 convolutions with a shortcut around them, rectified at the end (He et al. 2016, arXiv:1512.03385,
     * figure 2); where size or channels change, the shortcut is a 1x1 convolution.
     */
    private static List<Network> residualBlock(int inputs, int outputs, int stride) {
        List<Network> through = new ArrayList<>(convolution(inputs, outputs, 3, stride));
        through.add(new Convolution(outputs, outputs, 3, 1, 1, 1, false, HE));
        through.add(new BatchNormalisation(outputs));
        List<Network> shortcut = stride == 1 && inputs == outputs
                ? List.of()
                : List.of(
                        new Convolution(inputs, outputs, 1, stride, 0, 1, false, HE), new BatchNormalisation(outputs));
        return List.of(new Corrected(new Sequence(through), new Sequence(shortcut)), Fixed.relu());
    }

    private static int half(int side) {
        return (side + 1) / 2;
    }

    /** The name in lower case. */
    public String word() {
        return Words.of(this);
    }

    /** @throws IllegalArgumentException when there is no structure of that name */
    public static Structure named(String name) {
        return Words.named(Structure.class, "structure", name);
    }
}
