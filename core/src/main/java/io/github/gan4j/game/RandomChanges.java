package io.github.gan4j.game;

import io.github.gan4j.game.Augmentation.Ada.Change;
import io.github.gan4j.tensor.CubicWarp;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Tensor;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What {@link Augmentation.Ada} does to one image, drawn at random (Karras et al. 2020, arXiv:2006.06676, appendix B): all
 * changes of place together are one affine map, those of colour one matrix over the channels.
 */
final class RandomChanges {
    private static final double SHIFT = 0.125;
    private static final double SCALE = 0.2;
    private static final double BRIGHTNESS = 0.2;
    private static final double CONTRAST = 0.5;
    private static final double SATURATION = 1;
    private static final int[] COSINES = {1, 0, -1, 0}, SINES = {0, 1, 0, -1};

    /** From a pixel of the result to where in the image it comes from: three columns, in pixels from the middle. */
    private double[] place = {1, 0, 0, 0, 1, 0};

    /** {@code [channels, channels + 1]}: from the channels of a pixel, and 1, to those of the result. */
    private double[][] colour;

    private final double probability;
    private final Chance chance;

    private RandomChanges(Set<Change> changes, long[] shape, double probability, Chance chance) {
        this.probability = probability;
        this.chance = chance;
        int channels = (int) shape[1], height = (int) shape[2], width = (int) shape[3];
        colour = new double[channels][channels + 1];
        for (int i = 0; i < channels; i++) colour[i][i] = 1;
        if (changes.contains(Change.FLIPS)) flip(height, width);
        if (changes.contains(Change.GEOMETRY)) move(height, width);
        if (changes.contains(Change.COLOUR)) recolour(channels);
    }

    /** The same changes to whatever images of this shape they are applied to. */
    static UnaryOperator<Tensor> drawn(Set<Change> changes, long[] shape, Moment moment) {
        int batch = (int) shape[0], channels = (int) shape[1];
        Chance chance = new Chance(batch);
        double[][] places = new double[batch][];
        float[] columns = new float[(channels + 1) * batch * channels];
        for (int i = 0; i < batch; i++) {
            RandomChanges one = new RandomChanges(changes, shape, moment.augmented(), chance);
            places[i] = one.place;
            for (int from = 0; from <= channels; from++)
                for (int to = 0; to < channels; to++)
                    columns[(from * batch + i) * channels + to] = (float) one.colour[to][from];
        }
        if (!changes.contains(Change.COLOUR)) return images -> CubicWarp.warped(images, places);
        return images -> recoloured(CubicWarp.warped(images, places), columns, moment.device());
    }

    private static Tensor recoloured(Tensor images, float[] columns, Device device) {
        long batch = images.size(0), channels = images.size(1);
        Tensor plain = images.toFloat();
        Tensor all = Tensor.of(columns, channels + 1, batch, channels, 1, 1).on(device);
        Tensor result = column(all, channels);
        for (long from = 0; from < channels; from++)
            result = result.plus(column(all, from).times(plain.narrowed(1, from, 1)));
        return result;
    }

    private static Tensor column(Tensor all, long from) {
        long[] shape = all.shape();
        return all.narrowed(0, from, 1).reshaped(shape[1], shape[2], 1, 1);
    }

    private void flip(int height, int width) {
        if (comes(probability) && chance.below(2) == 1) linear(-1, 0, 0, 1);
        if (comes(probability)) {
            int quarters = chance.below(4);
            linear(COSINES[quarters], -SINES[quarters], SINES[quarters], COSINES[quarters]);
        }
        if (comes(probability))
            shift(Math.rint(chance.uniform(-SHIFT, SHIFT) * width), Math.rint(chance.uniform(-SHIFT, SHIFT) * height));
    }

    private void move(int height, int width) {
        // one of the two turns comes with the probability of a change
        double turning = 1 - Math.sqrt(1 - probability);
        if (comes(probability)) {
            double size = Math.pow(2, chance.gaussian(SCALE));
            linear(size, 0, 0, size);
        }
        if (comes(turning)) turn();
        if (comes(probability)) {
            double stretch = Math.pow(2, chance.gaussian(SCALE));
            linear(stretch, 0, 0, 1 / stretch);
        }
        if (comes(turning)) turn();
        if (comes(probability)) shift(chance.gaussian(SHIFT) * width, chance.gaussian(SHIFT) * height);
    }

    private void turn() {
        double angle = chance.uniform(-Math.PI, Math.PI);
        linear(Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle));
    }

    private void recolour(int channels) {
        if (comes(probability)) {
            double brighter = chance.gaussian(BRIGHTNESS);
            for (double[] row : colour) row[channels] += brighter;
        }
        if (comes(probability)) {
            double contrast = Math.pow(2, chance.gaussian(CONTRAST));
            mix(contrast, contrast, 0);
        }
        if (comes(probability) && chance.below(2) == 1) mix(-1, 1, 0);
        if (channels == 3 && comes(probability)) mix(1, 1, chance.uniform(-Math.PI, Math.PI));
        if (channels > 1 && comes(probability)) mix(1, Math.pow(2, chance.gaussian(SATURATION)), 0);
    }

    private boolean comes(double share) {
        return chance.uniform(0, 1) < share;
    }

    /** One more change of places, after those before: {@code place · [[a, b], [c, d]]}. */
    private void linear(double a, double b, double c, double d) {
        double[] p = place;
        place = new double[] {
            p[0] * a + p[1] * c, p[0] * b + p[1] * d, p[2], p[3] * a + p[4] * c, p[3] * b + p[4] * d, p[5]
        };
    }

    private void shift(double right, double down) {
        place[2] += place[0] * right + place[1] * down;
        place[5] += place[3] * right + place[4] * down;
    }

    /**
     * One more change of colours: the part of a pixel that is grey, and the rest of it, times these, and the rest turned about
     * the axis of greys, which takes three channels.
     */
    private void mix(double grey, double rest, double angle) {
        int channels = colour.length;
        double[][] mixed = new double[channels][channels + 1];
        for (int to = 0; to < channels; to++)
            for (int via = 0; via < channels; via++) {
                double across = (to == via ? 1 : 0) - 1.0 / channels;
                double cross = to == via ? 0 : (Math.floorMod(via - to, channels) == 1 ? -1 : 1) / Math.sqrt(3);
                double share = grey / channels + rest * (Math.cos(angle) * across + Math.sin(angle) * cross);
                for (int from = 0; from <= channels; from++) mixed[to][from] += share * colour[via][from];
            }
        colour = mixed;
    }

    /** Random numbers of the step. */
    private static final class Chance {
        private static final int MOST_UNIFORM = 24;
        private static final int MOST_GAUSSIAN = 7;

        private final float[] uniform;
        private final float[] gaussian;
        private int uniforms;
        private int gaussians;

        Chance(int images) {
            uniform = Tensor.uniform(0, 1, (long) images * MOST_UNIFORM).toFloats();
            gaussian = Tensor.gaussian((long) images * MOST_GAUSSIAN).toFloats();
        }

        double uniform(double low, double high) {
            return low + (high - low) * uniform[uniforms++];
        }

        int below(int count) {
            return Math.min(count - 1, (int) uniform(0, count));
        }

        double gaussian(double deviation) {
            return deviation * gaussian[gaussians++];
        }
    }
}
