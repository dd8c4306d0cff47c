package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Affine;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Gather;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A random change to what discriminators see, the same for reals and fakes, and differentiable. The records in here are the
 * kinds that a plan can name; a program may bring its own.
 */
@Kinds
public interface Augmentation {
    /**
     * Draws what happens to samples of this shape, each its own. The answer has no chance left in it: it does the same
     * to whatever it is applied to, so a penalty can look twice through one draw.
     */
    UnaryOperator<Tensor> drawn(long[] shape, Moment moment);

    /** Samples as a discriminator sees them. */
    default Tensor view(Tensor samples, Moment moment) {
        return drawn(samples.shape(), moment).apply(samples);
    }

    /** The labels of the views, {@code [views, numbers]}, from those of the samples, {@code [batch, classes]}. */
    default Tensor labels(Tensor labels) {
        return labels;
    }

    /** Whether {@link #adapted} has a say. */
    default boolean adaptive() {
        return false;
    }

    /**
     * The probability of each of its changes from now on, where it depends on how sure the discriminator is of reals.
     *
     * @param probability the present one
     * @param belief of the discriminator's last turn
     * @param reals how many it saw in that turn
     */
    default double adapted(double probability, Belief belief, int reals) {
        return probability;
    }

    /** How many samples make one view. */
    default int samplesPerView() {
        return 1;
    }

    /** Whether it changes images and nothing else. */
    default boolean forImages() {
        return false;
    }

    /** Whether the gradient of a score by the sample can be differentiated in turn. */
    default boolean twiceDifferentiable() {
        return true;
    }

    private static void requireImages(String name, long[] shape) {
        if (shape.length != 4)
            throw new IllegalArgumentException(name + " changes images, got samples of " + shape[1] + " numbers");
    }

    private static <E extends Enum<E>> List<E> eachOnce(String name, List<E> chosen, E[] known) {
        if (chosen.isEmpty() || Set.copyOf(chosen).size() < chosen.size())
            throw new IllegalArgumentException(name + " must be some of "
                    + Arrays.stream(known).map(Words::of).collect(Collectors.joining(", ")) + ", each once; got "
                    + chosen.stream().map(Words::of).toList());
        return List.copyOf(chosen);
    }

    /**
     * Gaussian noise on every sample, so that the two distributions overlap (Sønderby et al. 2017, arXiv:1610.04490;
     * Arjovsky and Bottou 2017).
     *
     * @param deviation standard deviation of the noise, in units of the samples
     */
    record InstanceNoise(@Default("0.1") Schedule deviation) implements Augmentation {
        public InstanceNoise {
            deviation.requireBetween("deviation", 0, 100);
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            double now = deviation.at(moment.images());
            if (now == 0) return UnaryOperator.identity();
            Tensor noise = Tensor.gaussian(shape).on(moment.device()).times(now);
            return samples -> samples.plus(noise);
        }
    }

    /**
     * Images turned, sheared, stretched, moved and bent, each in its own way; revealed pixels repeat the border.
     *
     * @param strength by how much each of the six numbers of the affine map may differ from those of no change, half the
     *     side of the image being 1: 0.2 turns by up to 11 degrees or moves by up to a tenth of the side
     * @param bend by how much each of the 16 knots of a net over the image may move besides, in the same unit (elastic
     *     distortions: Simard et al. 2003); 0 for none
     */
    record Warp(
            @Default("0.1") Schedule strength, @Default("0") Schedule bend) implements Augmentation {
        private static final int KNOTS = 4;

        public Warp {
            strength.requireBetween("strength", 0, 100);
            bend.requireBetween("bend", 0, 100);
        }

        /** @throws IllegalArgumentException when the samples are no images */
        @Override
        public boolean forImages() {
            return true;
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            requireImages("warp", shape);
            double most = strength.at(moment.images());
            Tensor same = Tensor.of(new float[] {1, 0, 0, 0, 1, 0}, 1, 2, 3);
            Tensor maps = Tensor.uniform(-most, most, shape[0], 2, 3).plus(same).on(moment.device());
            double furthest = bend.at(moment.images());
            if (furthest == 0) return images -> Affine.warped(images, maps);
            Tensor bends = Tensor.uniform(-furthest, furthest, shape[0], 2, KNOTS, KNOTS)
                    .on(moment.device());
            return images -> Affine.warped(images, maps, bends);
        }

        /** libtorch knows no second derivative of its sampling. */
        @Override
        public boolean twiceDifferentiable() {
            return false;
        }
    }

    /**
     * Several samples of one kind, one behind the other along the channels, judged together, so that sameness shows
     * (PacGAN; Lin et al. 2018, arXiv:1712.04086). Their labels lie behind one another too: a pack is drawn from the
     * joint distribution of samples and classes, whatever the classes are, and so are its labels.
     */
    record Packing(@Default("2") int samples) implements Augmentation {
        public Packing {
            Check.between("samples", samples, 2, 64);
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            return this::packed;
        }

        @Override
        public Tensor labels(Tensor labels) {
            return packed(labels);
        }

        private Tensor packed(Tensor batch) {
            long[] shape = batch.shape();
            if (shape[0] % samples != 0)
                throw new IllegalArgumentException(
                        "packing " + samples + " samples needs a batch that divides by it, got " + shape[0]);
            shape[0] /= samples;
            shape[1] *= samples;
            return batch.reshaped(shape);
        }

        @Override
        public int samplesPerView() {
            return samples;
        }
    }

    /**
     * Images changed at random, each in its own way, so that a discriminator cannot memorise a small data set (Zhao et al.
     * 2020, arXiv:2006.10738). For images of unpacked channels.
     *
     * @param policy the changes, each once, in any order
     */
    record DiffAugment(
            @Default("[color, translation, cutout]") List<Policy> policy) implements Augmentation {
        /** The changes, in the order in which they are made. */
        public enum Policy {
            /** Brightness moved by up to 0.5, saturation times 0 to 2, contrast times 0.5 to 1.5. */
            COLOR,
            /** Moved by up to an eighth of the side, both ways; what comes in at the edge is 0. */
            TRANSLATION,
            /** A square of half the side somewhere, cut off at the edges, is 0. */
            CUTOUT
        }

        private static final double SHIFT = 0.125;
        private static final double HOLE = 0.5;

        public DiffAugment {
            policy = eachOnce("policy", policy, Policy.values());
        }

        /** @throws IllegalArgumentException when the samples are no images */
        @Override
        public boolean forImages() {
            return true;
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            requireImages("diff-augment", shape);
            List<UnaryOperator<Tensor>> changes = Arrays.stream(Policy.values())
                    .filter(policy::contains)
                    .map(change -> switch (change) {
                        case COLOR -> colour(shape, moment.device());
                        case TRANSLATION -> translation(shape);
                        case CUTOUT -> cutout(shape, moment.device());
                    })
                    .toList();
            return images -> {
                Tensor changed = images;
                for (UnaryOperator<Tensor> change : changes) changed = change.apply(changed);
                return changed;
            };
        }

        private static UnaryOperator<Tensor> colour(long[] shape, Device device) {
            Tensor brightness = each(-0.5, 0.5, shape, device);
            Tensor saturation = each(0, 2, shape, device);
            Tensor contrast = each(0.5, 1.5, shape, device);
            return images -> {
                Tensor bright = images.plus(brightness);
                Tensor saturated = stretched(bright, Maps.meanOver(bright, 1), saturation);
                return stretched(saturated, Maps.meanOver(saturated, 1, 2, 3), contrast);
            };
        }

        private static Tensor stretched(Tensor values, Tensor middle, Tensor factor) {
            return values.minus(middle).times(factor).plus(middle);
        }

        /** A number for each sample, {@code [batch, 1, 1, 1]}. */
        private static Tensor each(double low, double high, long[] shape, Device device) {
            return Tensor.uniform(low, high, shape[0], 1, 1, 1).on(device);
        }

        private static UnaryOperator<Tensor> translation(long[] shape) {
            int batch = (int) shape[0], height = (int) shape[2], width = (int) shape[3];
            int[] down = whole(-part(height, SHIFT), part(height, SHIFT), batch);
            int[] right = whole(-part(width, SHIFT), part(width, SHIFT), batch);
            int[] places = new int[batch * height * width];
            for (int i = 0, at = 0; i < batch; i++)
                for (int y = 0; y < height; y++)
                    for (int x = 0; x < width; x++, at++) {
                        int fromY = y - down[i], fromX = x - right[i];
                        boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
                        places[at] = inside ? fromY * width + fromX : Gather.NOTHING;
                    }
            return images -> Gather.pixels(images, places);
        }

        private static UnaryOperator<Tensor> cutout(long[] shape, Device device) {
            int batch = (int) shape[0], height = (int) shape[2], width = (int) shape[3];
            int tall = part(height, HOLE), wide = part(width, HOLE);
            // the middle of the hole; that of an even one lies between pixels, so there is one place more
            int[] middleY = whole(0, height - tall % 2, batch), middleX = whole(0, width - wide % 2, batch);
            float[] kept = new float[batch * height * width];
            Arrays.fill(kept, 1);
            for (int i = 0; i < batch; i++) {
                int top = middleY[i] - tall / 2, left = middleX[i] - wide / 2;
                for (int y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
                    int row = (i * height + y) * width;
                    Arrays.fill(kept, row + Math.max(0, left), row + Math.min(width, left + wide), 0);
                }
            }
            Tensor mask = Tensor.of(kept, batch, 1, height, width).on(device);
            return images -> images.times(mask);
        }

        private static int part(int side, double share) {
            return (int) (side * share + 0.5);
        }

        /** Whole numbers from {@code least} to {@code most}, all as likely, from the random numbers of the step. */
        private static int[] whole(int least, int most, int count) {
            float[] drawn = Tensor.uniform(0, 1, count).toFloats();
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++) numbers[i] = Math.min(most, least + (int) (drawn[i] * (most - least + 1)));
            return numbers;
        }
    }

    /**
     * Adaptive discriminator augmentation (Karras et al. 2020, arXiv:2006.06676, section 3): each image is changed in several
     * ways, each with the same probability, which rises from 0 while the discriminator is too sure of reals, as it is when it
     * memorises them, and falls when it is not. Since a change is made at times only, the generator does not learn it.
     * Images are interpolated by cubics; what comes in at the edge is mirrored. The probability is adapted after every turn.
     *
     * @param target of the mean sign of the scores of reals, from 0 to 1
     * @param ramp images within which the probability can rise from 0 to 1
     * @param most the highest probability: generators begin to show the changes where hardly an image comes without them
     * @param changes the groups of changes, each once, in any order
     */
    record Ada(
            @Default("0.6") double target,
            @Default("100000") long ramp,
            @Default("0.8") double most,
            @Default("[flips, geometry, colour]") List<Change> changes)
            implements Augmentation {
        /** Groups of changes, in the order in which they are made. */
        public enum Change {
            /** Mirrored, turned by quarters, and moved by whole pixels, up to an eighth of the side both ways. */
            FLIPS,
            /** Scaled, turned by any angle, stretched, and moved by parts of pixels. */
            GEOMETRY,
            /** Brightness, contrast, inverted luma, hue and saturation; hue where there are three channels. */
            COLOUR
        }

        public Ada {
            if (!(target > 0 && target < 1))
                throw new IllegalArgumentException("target must be above 0 and below 1, got " + target);
            Check.between("ramp", ramp, 1, 1_000_000_000L);
            Check.aboveZero("most", most, 1);
            changes = eachOnce("changes", changes, Change.values());
        }

        /** @throws IllegalArgumentException when the samples are no images */
        @Override
        public boolean forImages() {
            return true;
        }

        @Override
        public boolean adaptive() {
            return true;
        }

        @Override
        public double adapted(double probability, Belief belief, int reals) {
            double step = Math.signum(belief.realSign() - target) * reals / ramp;
            return Math.max(0, Math.min(most, probability + step));
        }

        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            requireImages("ada", shape);
            if (moment.augmented() == 0) return UnaryOperator.identity();
            return RandomChanges.drawn(Set.copyOf(changes), shape, moment);
        }
    }
}
