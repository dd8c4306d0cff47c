package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network of {@link Skip.Generator}: {@code [batch, latents]} to images, the sum of what every size contributes. */
final class SkipGenerator extends Network {
    /** Excitation leads from one size to that of so many doublings more. */
    private static final int LEAP = 3;

    private static final int EXCITING = 4;
    private static final double EXCITING_SLOPE = 0.1;
    /** Scales start near 1 and offsets near 0. */
    private static final Initialisation CALM = Initialisation.normal(0.05);

    /** The sum over all sizes starts well within the range of tanh. */
    private static final Initialisation SMALL = Initialisation.he(1).scaled(0.2);

    /**
     * The layers of one size.
     *
     * @param grown latents, or the features of the size before, to features
     * @param modulated latents to a scale and an offset of every channel
     * @param excited features of a coarser size to a factor of every channel
     * @param seen features to what they add to the image
     */
    private record Stage(
            int side,
            int channels,
            Network grown,
            Optional<Network> modulated,
            Network activation,
            Optional<Network> excited,
            Network seen) {}

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
            stages.add(stage(wanted, sides.get(level), wanted.channels(level), task.sample().channels()));
        output = part("output", new Sequence(wanted.output().layers()));
    }

    private Stage stage(Skip.Generator wanted, int side, int channels, int colours) {
        Initialisation first = wanted.initialisation().before(wanted.activation());
        String name = Integer.toString(side);
        Optional<Network> modulated = wanted.modulation()
                ? Optional.of(part(name + ".modulated", new Linear(inputs, 2 * channels, CALM)))
                : Optional.empty();
        Optional<Network> excited = wanted.excitation() && stages.size() >= LEAP
                ? Optional.of(part(
                        name + ".excited",
                        excitation(stages.get(stages.size() - LEAP).channels(), channels, first)))
                : Optional.empty();
        return new Stage(
                side,
                channels,
                part(name, new Sequence(grown(wanted, side, channels, first))),
                modulated,
                wanted.activation().layer(),
                excited,
                part(name + ".seen", new Convolution(channels, colours, 3, 1, 1, 1, true, SMALL)));
    }

    private List<Network> grown(Skip.Generator wanted, int side, int channels, Initialisation first) {
        boolean normalised = wanted.normalisation() == Normalisation.BATCH;
        List<Network> grown = new ArrayList<>();
        if (stages.isEmpty()) {
            grown.add(new Linear(inputs, channels * side * side, !normalised, first));
            grown.add(Fixed.reshape(channels, side, side));
        } else {
            int before = stages.get(stages.size() - 1).channels();
            grown.add(new Convolution(before, channels, 3, 1, 1, 1, !normalised, first));
            grown.add(Fixed.resizeBilinear(side));
        }
        if (normalised) grown.add(new BatchNormalisation(channels));
        return grown;
    }

    private static Network excitation(int inputs, int outputs, Initialisation first) {
        return new Sequence(List.of(
                Fixed.resizeBilinear(EXCITING),
                new Convolution(inputs, outputs, EXCITING, 1, 0, 1, true, first),
                Fixed.leakyRelu(EXCITING_SLOPE),
                new Convolution(outputs, outputs, 1, 1, 0, 1, true, first),
                Fixed.sigmoid()));
    }

    @Override
    public Tensor apply(Tensor latents, Pass pass) {
        Tensor style = joined.apply(latents, pass);
        List<Tensor> features = new ArrayList<>();
        List<Tensor> images = new ArrayList<>();
        Tensor from = style;
        for (Stage stage : stages) {
            from = features(stage, from, style, features, pass);
            features.add(from);
            Tensor seen = stage.seen.apply(from, pass);
            images.add(images.isEmpty() ? seen : seen.plus(last(images).resizedBilinear(stage.side, stage.side)));
        }
        return output.apply(last(images), pass);
    }

    private static Tensor features(Stage stage, Tensor from, Tensor style, List<Tensor> coarser, Pass pass) {
        Tensor grown = stage.grown.apply(from, pass);
        Tensor modulated = stage.modulated
                .map(numbers -> modulated(grown, numbers.apply(style, pass), stage.channels))
                .orElse(grown);
        Tensor features = stage.activation.apply(modulated, pass);
        return stage.excited
                .map(factors -> features.times(factors.apply(coarser.get(coarser.size() - LEAP), pass)))
                .orElse(features);
    }

    private static Tensor modulated(Tensor features, Tensor numbers, int channels) {
        Tensor scale = numbers.narrowed(1, 0, channels).reshaped(-1, channels, 1, 1);
        Tensor offset = numbers.narrowed(1, channels, channels).reshaped(-1, channels, 1, 1);
        return features.times(scale.plus(1)).plus(offset);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    @Override
    public void describe(Summary summary) {
        joined.describe(summary);
        long[] style = summary.shape();
        List<long[]> features = new ArrayList<>(List.of(style));
        for (Stage stage : stages) {
            stage.modulated.ifPresent(numbers -> {
                summary.continueFrom(style);
                numbers.describe(summary);
            });
            stage.excited.ifPresent(factors -> {
                summary.continueFrom(features.get(features.size() - LEAP));
                factors.describe(summary);
            });
            summary.continueFrom(last(features));
            stage.grown.describe(summary);
            stage.activation.describe(summary);
            features.add(summary.shape());
            stage.seen.describe(summary);
        }
        output.describe(summary);
    }
}
