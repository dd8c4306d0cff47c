package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network of {@link Skip.Generator}: {@code [batch, latents]} to images, the sum of what every size contributes. */
final class SkipGenerator extends Network {
    /** Scales start near 1 and offsets near 0. */
    private static final Initialisation CALM = Initialisation.normal(0.05);

    /** The sum over all sizes starts well within the range of tanh. */
    private static final Initialisation SMALL = Initialisation.normal(0.2);

    /**
     * The layers of one size.
     *
     * @param grown latents, or the features of the size before, to features
     * @param modulated latents to a scale and an offset of every channel
     * @param seen features to what they add to the image
     */
    private record Stage(
            int side, int channels, Network grown, Optional<Network> modulated, Network activation, Network seen) {
        /**
         * What the features add to the image, its weights scaled as they are used (Karras et al. 2018, arXiv:1710.10196,
         * section 4.1). All features are positive, so that a step of Adam moves all their products one way: unscaled, a
         * rate of 1e-3 over 9 x 256 weights moves a pixel by about 1, and tanh saturates within the first steps.
         */
        Tensor image(Tensor features, Pass pass) {
            return seen.apply(features, pass).times(1 / Math.sqrt(9.0 * channels));
        }
    }

    private final int inputs;
    private final Network joined;
    private final List<Stage> stages = new ArrayList<>();
    private final Network output;

    /** @param sides of the stages, the coarsest last */
    SkipGenerator(Skip.Generator wanted, GeneratorTask task, List<Integer> sides) {
        Conditioning classes = new Conditioning(wanted.labels(), task.classes());
        inputs = task.inputs() + classes.atInput();
        joined = part("joined", new Sequence(classes.joinedAtInput()));
        for (int level = sides.size() - 1; level >= 0; level--)
            stages.add(stage(
                    wanted,
                    sides.get(level),
                    wanted.channels(level),
                    level == 0,
                    task.sample().channels()));
        output = part("output", new Sequence(wanted.output().layers()));
    }

    private Stage stage(Skip.Generator wanted, int side, int channels, boolean finest, int colours) {
        Initialisation first = wanted.initialisation().before(wanted.activation());
        String name = Integer.toString(side);
        Optional<Network> modulated = wanted.modulation()
                ? Optional.of(part(name + ".modulated", new Linear(inputs, 2 * channels, CALM)))
                : Optional.empty();
        return new Stage(
                side,
                channels,
                part(name, new Sequence(grown(wanted, side, channels, finest, first))),
                modulated,
                wanted.activation().layer(),
                part(name + ".image", new Convolution(channels, colours, 3, 1, 1, 1, true, SMALL)));
    }

    private List<Network> grown(Skip.Generator wanted, int side, int channels, boolean finest, Initialisation first) {
        boolean normalised = wanted.normalisation() == Normalisation.BATCH;
        List<Network> grown = new ArrayList<>();
        if (stages.isEmpty()) {
            grown.add(new Linear(inputs, channels * side * side, !normalised, first));
            grown.add(Fixed.reshape(channels, side, side));
        } else {
            int before = stages.get(stages.size() - 1).channels();
            grown.add(new Convolution(before, channels, 3, 1, 1, 1, !normalised, first));
            grown.add(Fixed.resizeBilinear(side));
            if (finest) {
                // what comes out of an interpolation is smooth; hair and eyes need a layer at the size of the image
                if (normalised) grown.add(new BatchNormalisation(channels));
                grown.add(wanted.activation().layer());
                grown.add(new Convolution(channels, channels, 3, 1, 1, 1, !normalised, first));
            }
        }
        if (normalised) grown.add(new BatchNormalisation(channels));
        return grown;
    }

    @Override
    public Tensor apply(Tensor latents, Pass pass) {
        Tensor style = joined.apply(latents, pass);
        Tensor features = style;
        Optional<Tensor> image = Optional.empty();
        for (Stage stage : stages) {
            features = features(stage, features, style, pass);
            Tensor seen = stage.image(features, pass);
            image = Optional.of(image.map(coarser -> seen.plus(coarser.resizedBilinear(stage.side, stage.side)))
                    .orElse(seen));
        }
        return output.apply(image.orElseThrow(), pass);
    }

    private static Tensor features(Stage stage, Tensor from, Tensor style, Pass pass) {
        Tensor grown = stage.grown.apply(from, pass);
        Tensor modulated = stage.modulated
                .map(numbers -> modulated(grown, numbers.apply(style, pass), stage.channels))
                .orElse(grown);
        return stage.activation.apply(modulated, pass);
    }

    private static Tensor modulated(Tensor features, Tensor numbers, int channels) {
        Tensor scale = numbers.narrowed(1, 0, channels).reshaped(-1, channels, 1, 1);
        Tensor offset = numbers.narrowed(1, channels, channels).reshaped(-1, channels, 1, 1);
        return features.times(scale.plus(1)).plus(offset);
    }

    @Override
    public void describe(Summary summary) {
        joined.describe(summary);
        long[] style = summary.shape(), features = style;
        for (Stage stage : stages) {
            stage.modulated.ifPresent(numbers -> {
                summary.continueFrom(style);
                numbers.describe(summary);
            });
            summary.continueFrom(features);
            stage.grown.describe(summary);
            stage.activation.describe(summary);
            features = summary.shape();
            stage.seen.describe(summary);
        }
        output.describe(summary);
    }
}
