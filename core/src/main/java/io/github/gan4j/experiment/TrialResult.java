package io.github.gan4j.experiment;

import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one trial.
 *
 * @param images seen in training
 * @param seconds of training
 * @param scores by the names of their columns, in their order; NaN where there is no score
 * @param provenance of the run; empty in files of gan4j before 0.1
 */
record TrialResult(
        long seed, long images, double seconds, Map<String, Double> scores, Optional<Provenance> provenance) {
    TrialResult {
        Map<String, Double> finite = new LinkedHashMap<>();
        scores.forEach((name, score) -> finite.put(name, score == null || score.isInfinite() ? Double.NaN : score));
        scores = Collections.unmodifiableMap(finite);
    }

    static TrialResult of(long seed, long images, double seconds, List<ScoreColumn> columns, List<Double> scores) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) named.put(columns.get(i).name(), scores.get(i));
        return new TrialResult(seed, images, seconds, named, Optional.empty());
    }

    TrialResult with(Provenance found) {
        return new TrialResult(seed, images, seconds, scores, Optional.of(found));
    }

    /** The result of a trial whose training broke: no score. */
    static TrialResult ofBroken(Plan plan, List<ScoreColumn> columns) {
        List<Double> none = Collections.nCopies(columns.size(), Double.NaN);
        return of(plan.seed(), plan.stop().images(), 0, columns, none);
    }

    double score(ScoreColumn column) {
        return scores.get(column.name());
    }

    /** Whether this is the result of a training that broke or was as long as planned. */
    boolean reached(StopPlan length) {
        return broke() || images >= length.images() || length.minutes() > 0 && seconds >= 60 * length.minutes();
    }

    /** Whether training broke, so that there is no score of the first column. */
    boolean broke() {
        return scores.values().iterator().next().isNaN();
    }

    void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /** @throws IOException in one line, when the file is damaged or holds other scores */
    static TrialResult read(Path file, List<ScoreColumn> columns) throws IOException {
        TrialResult result;
        try {
            result = Json.read(file, TrialResult.class);
        } catch (IOException damaged) {
            throw new IOException(damaged.getMessage() + "; delete it to judge again", damaged);
        }
        List<String> names = columns.stream().map(ScoreColumn::name).toList();
        if (!names.equals(List.copyOf(result.scores.keySet())))
            throw new IOException(file + ": must hold the scores " + String.join(", ", names) + ", got "
                    + String.join(", ", result.scores.keySet()) + "; delete it to judge again");
        return result;
    }
}
