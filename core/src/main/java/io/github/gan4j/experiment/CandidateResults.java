package io.github.gan4j.experiment;

import io.github.gan4j.files.Provenance;
import io.github.gan4j.tensor.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The results of one candidate over its seeds.
 *
 * @param results of the seeds 1, 2, 3 and so on
 */
record CandidateResults(Candidate candidate, List<TrialResult> results) {
    CandidateResults {
        results = List.copyOf(results);
    }

    static CandidateResults of(Candidate candidate, TrialResult... results) {
        return new CandidateResults(candidate, List.of(results));
    }

    /** The same with the result of the next seed, or with another one of a seed that is there. */
    CandidateResults with(TrialResult result) {
        List<TrialResult> more = new ArrayList<>(results);
        int at = (int) result.seed() - 1;
        if (at < more.size()) more.set(at, result);
        else more.add(result);
        return new CandidateResults(candidate, more);
    }

    /** What a summary comes from; the file of each trial has its seed and its weights. */
    static Provenance provenance(List<CandidateResults> summarised) {
        return summarised.stream()
                .flatMap(one -> one.results().stream())
                .flatMap(result -> result.provenance().stream())
                .flatMap(found -> Optional.ofNullable(found.checksums().get(Provenance.DATA)).stream())
                .distinct()
                .map(data -> Provenance.here().withChecksum(Provenance.DATA, data))
                .reduce(Provenance.here().withLibtorch(Engine.version()), Provenance::joined);
    }

    private DoubleStream numbers(ToDoubleFunction<TrialResult> number) {
        return results.stream().mapToDouble(number).filter(value -> !Double.isNaN(value));
    }

    /** The scores of the seeds that have one. */
    double[] scores(ScoreColumn column) {
        return numbers(result -> result.score(column)).toArray();
    }

    /** NaN where no seed has a score. */
    double mean(ScoreColumn column) {
        return numbers(result -> result.score(column)).average().orElse(Double.NaN);
    }

    /** The mean time of training. */
    double seconds() {
        return numbers(TrialResult::seconds).average().orElse(Double.NaN);
    }

    /** Mean and interval for each column. */
    List<String> cells(List<ScoreColumn> columns) {
        return columns.stream().map(column -> column.shown(scores(column))).toList();
    }

    long broken() {
        return results.stream().filter(TrialResult::broke).count();
    }

    /** Images seen by the seed that has seen the most. */
    long mostImages() {
        return results.stream().mapToLong(TrialResult::images).max().orElse(0);
    }

    /** Images seen by all seeds. */
    long leastImages() {
        return results.stream().mapToLong(TrialResult::images).min().orElse(0);
    }
}
