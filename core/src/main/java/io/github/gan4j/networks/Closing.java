package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import java.util.Optional;

/**
 * What stands at the end of a discriminator beside its score.
 *
 * @param deviation whether the last layer sees how much the samples of a batch differ ({@link MinibatchDeviation})
 * @param kernels how the last layer sees which samples of a batch are alike ({@link MinibatchDiscrimination}), if it does
 * @param origins how many generators it tells apart ({@link OriginScore}), 1 to 64; 0 for none
 */
public record Closing(boolean deviation, Optional<MinibatchDiscrimination.Kernels> kernels, int origins) {
    /** A score and nothing else. */
    public static final Closing PLAIN = new Closing(false, Optional.empty(), 0);

    public Closing {
        Check.between("origins", origins, 0, 64);
    }

    /** One that sees how much a batch differs, or {@link #PLAIN}. */
    public static Closing ofDeviation(boolean deviation) {
        return new Closing(deviation, Optional.empty(), 0);
    }
}
