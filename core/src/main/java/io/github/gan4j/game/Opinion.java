package io.github.gan4j.game;

import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a discriminator says of a batch.
 *
 * @param scores {@code [batch]}, or {@code [batch / pack]}; high means real. In their place features {@code [batch, n]}
 *     where an objective matches these
 * @param origins logits {@code [batch, generators]} of which generator made each sample, of a discriminator that tells
 *     them apart
 */
public record Opinion(Tensor scores, Optional<Tensor> origins) {
    /**
     * The mean cross-entropy of where these samples come from: 0 for a generator that is told from all others for sure,
     * ln K where the K generators cannot be told apart; 0 too for a discriminator that does not tell them apart.
     */
    Tensor misattribution(int generator, Moment moment) {
        if (origins.isEmpty()) return Tensor.zeros().on(moment.device());
        int[] own = new int[Math.toIntExact(origins.get().size(0))];
        Arrays.fill(own, generator);
        return Softmax.crossEntropy(origins.get(), Tensor.ofClasses(own).on(moment.device()), 0);
    }
}
