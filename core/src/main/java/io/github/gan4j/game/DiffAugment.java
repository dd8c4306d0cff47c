package io.github.gan4j.game;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Pixels;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Images changed at random, reals and fakes alike and each in its own way, so that a discriminator cannot learn a small
 * set by heart (Zhao et al. 2020, arXiv:2006.10738). For images of unpacked channels.
 */
public record DiffAugment(Set<Policy> policy) implements Augmentation {
    /** What is changed, in the order in which it is done. */
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
        if (policy.isEmpty())
            throw new IllegalArgumentException("diff-augment needs a policy of color, translation or cutout, got none");
        policy = Set.copyOf(policy);
    }

    /** @throws IllegalArgumentException when the samples are no images */
    @Override
    public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
        if (shape.length != 4)
            throw new IllegalArgumentException("diff-augment changes images, got samples of " + shape[1] + " numbers");
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
                    places[at] = inside ? fromY * width + fromX : Pixels.NOTHING;
                }
        return images -> Pixels.picked(images, places);
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
