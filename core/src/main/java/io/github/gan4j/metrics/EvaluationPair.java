package io.github.gan4j.metrics;

import io.github.gan4j.files.Table;
import java.util.List;

/** Two evaluations side by side, which is allowed only where the same eyes looked at the same reals. */
public record EvaluationPair(Evaluation first, Evaluation second) {
    /** @throws IllegalArgumentException in one sentence, when the two cannot be compared */
    public EvaluationPair {
        refuse(
                !first.extractorHash().equals(second.extractorHash()),
                "different extractors: " + first.extractor() + " " + first.extractorHash() + " and "
                        + second.extractor() + " " + second.extractorHash());
        refuse(
                !first.realsChecksum().equals(second.realsChecksum()),
                "different reals: " + first.reals() + " and " + second.reals() + differently(first, second));
        for (Judgement judgement : first.judgements()) {
            Score one = judgement.score();
            second.judgement(one.name())
                    .map(Judgement::score)
                    .ifPresent(other -> refuse(
                            one.reals() != other.reals() || one.fakes() != other.fakes(),
                            "different counts for " + one.name() + ": " + counts(one) + " and " + counts(other)));
        }
    }

    private static void refuse(boolean different, String what) {
        if (different) throw new IllegalArgumentException("these two cannot be compared: " + what);
    }

    private static String differently(Evaluation first, Evaluation second) {
        return first.reals().equals(second.reals()) ? ", other pictures" : "";
    }

    private static String counts(Score score) {
        return score.fakes() + " fakes with " + score.reals() + " reals";
    }

    /**
     * A table for people: both scores, and which is better. That is said only where both have an interval and these do not
     * overlap; else the scores are equal, their difference is not significant, or nobody can tell.
     */
    public String table() {
        Table table = new Table("metric", "first", "second", "floor", "better");
        for (Judgement judgement : first.judgements())
            second.judgement(judgement.score().name()).ifPresent(other -> table.row(row(judgement, other.score())));
        return "first      " + first.about() + "\nsecond     " + second.about() + "\n\n" + table.text();
    }

    private static List<String> row(Judgement judgement, Score other) {
        Score score = judgement.score();
        return List.of(
                Metrics.title(score.name()),
                Score.number(score.value()),
                Score.number(other.value()),
                Score.number(judgement.floor().value()),
                better(judgement, other));
    }

    private static String better(Judgement first, Score second) {
        Score score = first.score();
        double floor = first.floor().value();
        double lead =
                switch (score.better()) {
                    case LOWER -> second.value() - score.value();
                    case HIGHER -> score.value() - second.value();
                    case LIKE_REALS -> Math.abs(second.value() - floor) - Math.abs(score.value() - floor);
                };
        if (score.value() == second.value()) return "equal";
        if (score.interval().isEmpty() || second.interval().isEmpty()) return "no interval";
        if (score.interval().get().overlaps(second.interval().get())) return "not significant";
        return lead == 0 ? "equally far from the floor" : lead > 0 ? "first" : "second";
    }
}
