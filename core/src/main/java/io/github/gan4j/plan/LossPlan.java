package io.github.gan4j.plan;

import io.github.gan4j.game.Content;
import io.github.gan4j.game.UnrolledSteps;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Default;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a generator's loss.
 *
 * @param adversarial weight of the adversarial loss beside the reconstruction losses
 * @param topK fraction of a generator's samples from which it learns, those with the highest scores (Sinha et al. 2020,
 *     arXiv:2002.06224)
 * @param unrolled steps of the discriminators through which it learns
 * @param classification weight of the classifier that tells several generators apart, of both sides (MGAN: Hoang et al.
 *     2018, arXiv:1708.02556, equation 4, called beta there)
 * @param content distances to the reals behind its input
 */
public record LossPlan(
        @Default("1") Schedule adversarial,
        @Default(value = "1", off = true) Schedule topK,
        Optional<UnrolledSteps> unrolled,
        @Default(value = "0", off = true) Schedule classification,
        @Default(value = "[]", off = true) List<Content> content) {

    public LossPlan {
        adversarial.requireBetween("adversarial", 0, 1e6);
        if (!(topK.lowest() > 0 && topK.highest() <= 1))
            throw new IllegalArgumentException("topK must stay above 0 and at most 1, got " + topK.text());
        classification.requireBetween("classification", 0, 1e6);
        content = List.copyOf(content);
    }

    /** Whether discriminators tell generators apart. */
    public boolean distinguishing() {
        return classification.highest() > 0;
    }
}
