package io.github.gan4j.judging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.ConfidenceInterval;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Judgement;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.model.Best;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How good the samples of a run are, as far as its folder says: each score from the newest evaluation that is kept there, or
 * else as it was last measured during training.
 *
 * @param unreadable in one line, why an evaluation or the events could not be read; empty where all could
 */
public record RunScores(List<KnownScore> scores, String unreadable) {
    /**
     * A score of a run.
     *
     * @param title for people
     * @param better which way it improves; empty where nobody knows
     * @param imagesSeen when it was measured
     * @param samples how many fakes it was computed from; 0 where the plan does not say
     * @param interval of an evaluation that has one
     * @param floor of an evaluation
     * @param evaluated whether it is from an evaluation, not from training
     * @param measuredHow equal for scores that can be compared: same data, features and sample counts
     */
    public record KnownScore(
            String name,
            String title,
            double value,
            Optional<Better> better,
            long imagesSeen,
            int samples,
            Optional<ConfidenceInterval> interval,
            Optional<Double> floor,
            boolean evaluated,
            String measuredHow) {}

    /**
     * Those of a run folder, whatever is wrong with it.
     *
     * @param latest of the run's events, as {@link EventLog#latest} has them
     */
    public static RunScores of(RunFolder folder, List<ObjectNode> latest) {
        Map<String, KnownScore> found = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        try {
            measured(folder, latest).forEach(score -> found.put(score.name(), score));
        } catch (IOException | IllegalArgumentException broken) {
            unreadable.add(broken.getMessage());
        }
        try {
            new KeptEvaluations(folder).newest().ifPresent(kept -> evaluated(kept)
                    .forEach(score -> found.put(score.name(), score)));
        } catch (IOException | IllegalArgumentException broken) {
            unreadable.add(broken.getMessage());
        }
        List<String> order = Metrics.scores();
        List<KnownScore> scores = found.values().stream()
                .sorted((a, b) -> Integer.compare(place(order, a), place(order, b)))
                .toList();
        return new RunScores(scores, joined(unreadable));
    }

    private static String joined(List<String> reasons) {
        return reasons.stream().filter(reason -> !reason.isEmpty()).collect(Collectors.joining("; "));
    }

    private static int place(List<String> order, KnownScore score) {
        int place = order.indexOf(score.name());
        return place < 0 ? order.size() : place;
    }

    private static List<KnownScore> measured(RunFolder folder, List<ObjectNode> events) throws IOException {
        List<KnownScore> scores = new ArrayList<>();
        Optional<ObjectNode> plan = Optional.empty();
        for (String name : Metrics.scores()) {
            Optional<ObjectNode> last = events.stream()
                    .filter(event -> Double.isFinite(Best.value(event, name)))
                    .reduce((before, after) -> after);
            if (last.isEmpty()) continue;
            if (plan.isEmpty()) plan = Optional.of(Yaml.tree(folder.plan()));
            scores.add(new KnownScore(
                    name,
                    Metrics.title(name),
                    Best.value(last.get(), name),
                    Metrics.better(name),
                    last.get().path("imagesSeen").asLong(),
                    plan.get().path("metrics").path("count").asInt(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    "training " + plan.get().path("metrics").path("count").asText() + " "
                            + plan.get().path("metrics").path("extractor").asText() + " " + data(plan.get())));
        }
        return scores;
    }

    /** What the scores of a training are about. */
    private static String data(ObjectNode plan) {
        return Provenance.dataChecksum(plan).orElseGet(() -> plan.path("data").toString());
    }

    private static List<KnownScore> evaluated(KeptEvaluations.Kept kept) {
        Evaluation evaluation = kept.evaluation();
        return evaluation.judgements().stream()
                .map(judgement -> known(kept.imagesSeen(), evaluation, judgement))
                .toList();
    }

    private static KnownScore known(long imagesSeen, Evaluation evaluation, Judgement judgement) {
        Score score = judgement.score();
        return new KnownScore(
                score.name(),
                Metrics.title(score.name()),
                score.value(),
                Optional.of(score.better()),
                imagesSeen,
                score.fakes(),
                score.interval(),
                Optional.of(judgement.floor().value()),
                true,
                "evaluation " + evaluation.extractorHash() + " " + evaluation.realsChecksum() + " " + score.reals()
                        + " " + score.fakes());
    }
}
