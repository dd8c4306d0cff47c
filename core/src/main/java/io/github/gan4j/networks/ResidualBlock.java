package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * Its input plus a correction that starts at zero: 1x1 to twice the channels, 3x3 in groups, 1x1 back (R3GAN: Huang et
 * al. 2024, arXiv:2501.05441, section 3). Nothing is normalised; the scaled first weights of Fixup (Zhang et al. 2019,
 * arXiv:1901.09321) keep a stack of blocks calm. {@code [batch, channels, h, w]} to the same.
 */
public final class ResidualBlock extends Network {
    static final double SLOPE = 0.2;
    private static final int EXPANSION = 2;

    private final Network correction;

    /**
     * A block.
     *
     * @param groupSize how many channels of the 3x3 convolution see each other; where it does not divide them, all do
     * @param depth how many blocks the whole network has
     */
    public ResidualBlock(int channels, int groupSize, int depth) {
        int wide = channels * EXPANSION;
        int groups = wide % groupSize == 0 ? wide / groupSize : 1;
        Initialisation calm = Initialisation.he(SLOPE).scaled(Math.pow(depth, -0.25));
        correction = part(
                "correction",
                new Sequence(List.of(
                        new Convolution(channels, wide, 1, 1, 0, 1, true, calm),
                        Fixed.leakyRelu(SLOPE),
                        new Convolution(wide, wide, 3, 1, 1, groups, true, calm),
                        Fixed.leakyRelu(SLOPE),
                        new Convolution(wide, channels, 1, 1, 0, 1, false, Initialisation.constant(0)))));
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return input.plus(correction.apply(input, pass));
    }

    @Override
    public void describe(Summary summary) {
        correction.describe(summary);
        summary.layer("residual sum", 0, 0, summary.shape());
    }
}
