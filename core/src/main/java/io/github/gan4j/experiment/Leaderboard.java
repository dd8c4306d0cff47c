package io.github.gan4j.experiment;

import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.Table;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.ConfidenceInterval;
import io.github.gan4j.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The candidates of a race, the best first. */
public final class Leaderboard {
    /** What stands before the best candidate, by whether its lead is sure. */
    private static final String WINNER = "the winner ", FIRST = "first      ";

    private final RaceJudge judge;
    private final Better better;
    private final List<CandidateResults> entries;

    Leaderboard(RaceJudge judge, Better better, List<CandidateResults> entries) {
        this.judge = judge;
        this.better = better;
        this.entries = List.copyOf(entries);
    }

    List<CandidateResults> entries() {
        return entries;
    }

    /** The best candidate. */
    public Candidate winner() {
        return entries.get(0).candidate();
    }

    /** What the results come from: libtorch and data. */
    public Provenance provenance() {
        return CandidateResults.provenance(entries);
    }

    /** The plan with the winner's settings. */
    public Plan plan() {
        return winner().plan();
    }

    /** The winner's plan, with how sure its lead is as comments. */
    String winnersPlan() {
        return "# " + label() + winner().title() + "\n# " + lead() + "\n" + plan().toYaml();
    }

    /** Whether a text is {@link #winnersPlan} of this candidate, unchanged. */
    static boolean isPlanOf(Candidate winner, String text) {
        return (text.startsWith("# " + WINNER + winner.title() + "\n# ")
                        || text.startsWith("# " + FIRST + winner.title() + "\n# "))
                && text.endsWith("\n" + winner.plan().toYaml());
    }

    /** A line for each candidate, the best first, then the winner and how sure its lead is. */
    public String table() {
        Table table = new Table(
                        "rank",
                        judge.columns().stream().map(ScoreColumn::title).toList(),
                        List.of("seeds", "images", "settings"))
                .right(0, 6);
        for (CandidateResults one : entries)
            table.row(
                    entries.indexOf(one) + 1,
                    one.cells(judge.columns()),
                    one.results().size() + (one.broken() > 0 ? " (" + one.broken() + " broke)" : ""),
                    one.mostImages(),
                    one.candidate().title());
        return table.text() + label() + winner().title() + "\n           " + lead() + "\n";
    }

    /** The same table for programs, with the score of each seed; NaN where a seed has none. */
    public Table figures() {
        Table table = new Table(
                List.of("rank", "candidate", "settings", "seeds", "broken", "images", "margin"),
                judge.columns().stream().map(ScoreColumn::name).toList(),
                seeds().mapToObj(seed -> judge.metric() + "-seed-" + seed).toList());
        for (CandidateResults one : entries)
            table.row(
                    entries.indexOf(one) + 1,
                    one.candidate().name(),
                    one.candidate().title(),
                    one.results().size(),
                    one.broken(),
                    one.mostImages(),
                    ScoreColumn.margin(one.scores(judge.deciding())),
                    judge.columns().stream().map(one::mean).toList(),
                    seeds().mapToObj(seed -> seed > one.results().size()
                                    ? Double.NaN
                                    : one.results().get(seed - 1).score(judge.deciding()))
                            .toList());
        return table;
    }

    private IntStream seeds() {
        return IntStream.rangeClosed(
                1, entries.stream().mapToInt(one -> one.results().size()).max().orElse(0));
    }

    /** How sure the lead is: Student's 95 % interval of the differences from the others, seed by seed. */
    public String lead() {
        if (entries.size() < 2) return "no other candidate was trained";
        CandidateResults first = entries.get(0), next = entries.get(1);
        SeedComparison comparison = SeedComparison.of(first, next, judge.deciding());
        String relation = (isAhead() ? "ahead of " : "cannot be distinguished from ")
                + next.candidate().title();
        if (comparison.difference().isEmpty())
            return relation + ": that needs two seeds that both have a score" + tied();
        ConfidenceInterval interval = comparison.difference().get();
        int sign = better == Better.HIGHER ? 1 : -1;
        double low = Math.min(sign * interval.low(), sign * interval.high()),
                high = Math.max(sign * interval.low(), sign * interval.high());
        return String.format(
                        Locale.ROOT,
                        "%s: better by %.4f, 95 %% interval %.4f to %.4f over %d seeds",
                        relation,
                        (low + high) / 2,
                        low,
                        high,
                        comparison.seeds())
                + tied();
    }

    /** Whether the first is better than the next by more than chance. */
    boolean isAhead() {
        return entries.size() > 1
                && SeedComparison.of(entries.get(0), entries.get(1), judge.deciding())
                        .apart();
    }

    /** The others that have the same rank as the first, but for chance. */
    private String tied() {
        List<String> others = entries.stream()
                .skip(2)
                .filter(other ->
                        other.results().size() == entries.get(0).results().size())
                .filter(other -> !SeedComparison.of(entries.get(0), other, judge.deciding())
                        .apart())
                .map(other -> other.candidate().title())
                .toList();
        return others.isEmpty() ? "" : "; nor from " + String.join(", ", others);
    }

    private String label() {
        return isAhead() || entries.size() < 2 ? WINNER : FIRST;
    }
}
