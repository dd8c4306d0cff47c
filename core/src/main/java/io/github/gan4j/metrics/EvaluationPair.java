package io.github.gan4j.metrics;

import io.github.gan4j.files.Table;
import java.util.List;
import java.util.Optional;

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

    /** A table for people: both scores, and which is better where their intervals do not overlap. */
    public String table() {
        Table table = new Table("metric", "first", "second", "floor", "better");
        for (Judgement judgement : first.judgements())
            second.judgement(judgement.score().name()).ifPresent(other -> table.row(row(judgement, other.score())));
        return "first      " + first.about() + "\nsecond     " + second.about() + "\n\n" + table.text();
    }

    private static List<String> row(Judgement judgement, Score other) {
        Score score = judgement.score();
        return List.of(
                score.name(),
                Evaluation.number(score.value()),
                Evaluation.number(other.value()),
                Evaluation.number(judgement.floor().value()),
                better(judgement, other));
    }

    private static String better(Judgement first, Score second) {
        Score score = first.score();
        if (overlap(score.interval(), second.interval())) return "not significant";
        double floor = first.floor().value();
        return switch (score.better()) {
            case LOWER -> score.value() < second.value() ? "first" : "second";
            case HIGHER -> score.value() > second.value() ? "first" : "second";
            case LIKE_REALS -> Math.abs(score.value() - floor) < Math.abs(second.value() - floor) ? "first" : "second";
        };
    }

    private static boolean overlap(Optional<ConfidenceInterval> one, Optional<ConfidenceInterval> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().low() <= other.get().high()
                && other.get().low() <= one.get().high();
    }
}
