package io.github.gan4j.experiment;

import io.github.gan4j.files.Table;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.ConfidenceInterval;
import io.github.gan4j.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The candidates of a race, the best first. */
public final class Leaderboard {
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

    /** The plan with the winner's settings. */
    public Plan plan() {
        return winner().plan();
    }

    /** The winner's plan, with how sure its lead is as comments. */
    String winnersPlan() {
        return head(winner()) + "\n# " + lead() + "\n" + plan().toYaml();
    }

    private static String head(Candidate winner) {
        return "# the winner " + winner.title();
    }

    /** Whether a text is {@link #winnersPlan} of this candidate, unchanged. */
    static boolean isPlanOf(Candidate winner, String text) {
        return text.startsWith(head(winner) + "\n# ")
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
        return table.text() + "the winner " + winner().title() + "\n           " + lead() + "\n";
    }

    /** The same table for programs. */
    public Table figures() {
        Table table = new Table(
                List.of("rank", "candidate", "settings", "seeds", "broken", "images", "margin"),
                judge.columns().stream().map(ScoreColumn::name).toList());
        for (CandidateResults one : entries)
            table.row(
                    entries.indexOf(one) + 1,
                    one.candidate().name(),
                    one.candidate().title(),
                    one.results().size(),
                    one.broken(),
                    one.mostImages(),
                    ScoreColumn.margin(one.scores(judge.deciding())),
                    judge.columns().stream().map(one::mean).toList());
        return table;
    }

    /** Whether the lead over the next candidate may be chance: Student's 95 % interval of the differences, seed by seed. */
    public String lead() {
        if (entries.size() < 2) return "no other candidate was trained";
        CandidateResults first = entries.get(0), next = entries.get(1);
        double[] leads = IntStream.range(
                        0, Math.min(first.results().size(), next.results().size()))
                .mapToDouble(seed -> score(first, seed) - score(next, seed))
                .map(difference -> better == Better.HIGHER ? difference : -difference)
                .filter(lead -> !Double.isNaN(lead))
                .toArray();
        if (leads.length < 2) return "the lead over " + next.candidate().title() + " may be chance: it needs two seeds";
        ConfidenceInterval interval = ConfidenceInterval.ofMean(leads, "Student over seeds");
        return String.format(
                Locale.ROOT,
                "%s %s: better by %.4f, 95 %% interval %.4f to %.4f over %d seeds",
                interval.contains(0) ? "tied with" : "ahead of",
                next.candidate().title(),
                (interval.low() + interval.high()) / 2,
                interval.low(),
                interval.high(),
                leads.length);
    }

    private double score(CandidateResults one, int seed) {
        return one.results().get(seed).score(judge.deciding());
    }
}
