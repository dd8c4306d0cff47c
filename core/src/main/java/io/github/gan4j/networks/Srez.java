package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * The pair of the program srez, "image super-resolution through deep learning": the generator enlarges 4 times, residual
 * units of batch normalisation, rectifier and 3x3 convolution at each of two sizes, each followed by nearest-neighbour
 * doubling and another 3x3 convolution; the discriminator halves four times and gives the mean of its last map. At width
 * 64 these are the published 256, 128 and 96 channels against 64 to 512.
 */
public final class Srez {
    private static final String NAME = "srez";
    private static final int FACTOR = 4;
    private static final int UNITS = 2;
    private static final double CALM = 1e-3;

    private Srez() {}

    /**
     * {@code [batch, channels, h, w]} to {@code [batch, channels, 4 h, 4 w]}.
     *
     * @param width a quarter of the channels of the first stage
     * @param output after the last layer
     */
    public record Generator(
            @Default("64") int width, @Default("tanh") Output output) implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
        }

        @Override
        public boolean restoring() {
            return true;
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            task.requireFactor(NAME, FACTOR);
            int first = 4 * width, second = 2 * width, last = width * 3 / 2;
            List<Network> layers = new ArrayList<>();
            layers.add(convolution(task.sample().channels(), first, 1, 1, 1));
            layers.addAll(stage(first));
            layers.add(convolution(first, second, 1, 1, 1));
            layers.addAll(stage(second));
            layers.add(convolution(second, last, 3, 1, 1));
            layers.add(Fixed.relu());
            layers.add(convolution(last, last, 1, 1, 1));
            layers.add(Fixed.relu());
            layers.add(convolution(last, task.sample().channels(), 1, 1, 1));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    private static List<Network> stage(int channels) {
        List<Network> layers = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++)
            layers.add(Corrected.input(List.of(
                    new BatchNormalisation(channels),
                    Fixed.relu(),
                    convolution(channels, channels, 3, 1, CALM),
                    new BatchNormalisation(channels),
                    Fixed.relu(),
                    convolution(channels, channels, 3, 1, CALM))));
        layers.add(Fixed.doubledNearest());
        layers.add(new BatchNormalisation(channels));
        layers.add(Fixed.relu());
        layers.add(convolution(channels, channels, 3, 1, 1));
        return layers;
    }

    private static Network convolution(int inputs, int outputs, int kernel, int stride, double factor) {
        return new Convolution(
                inputs,
                outputs,
                kernel,
                stride,
                kernel / 2,
                1,
                true,
                Initialisation.he(0).scaled(factor));
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the first layer, doubled at every halving of the size
     */
    public record Discriminator(@Default("64") int width) implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 0, 4096);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            task.requireOneGenerator(NAME);
            List<Network> layers = new ArrayList<>();
            int inputs = task.sample().channels(), channels = width;
            for (int level = 0; level < 4; level++) {
                layers.addAll(judged(inputs, channels, 3, 2));
                inputs = channels;
                channels *= 2;
            }
            layers.addAll(judged(inputs, inputs, 3, 1));
            layers.addAll(judged(inputs, inputs, 1, 1));
            layers.add(convolution(inputs, 1, 1, 1, 1));
            layers.add(Fixed.meanOverPlane());
            return new Sequence(layers);
        }
    }

    private static List<Network> judged(int inputs, int outputs, int kernel, int stride) {
        return List.of(convolution(inputs, outputs, kernel, stride, 1), new BatchNormalisation(outputs), Fixed.relu());
    }
}
