package io.github.gan4j.experiment;

import io.github.gan4j.files.Table;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Interval;
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

    /** The plan with the winner's settings, and as comments how sure the win is. */
    String winnersPlan() {
        return "# the winner " + winner().title() + "\n# " + lead() + "\n" + plan().toYaml();
    }

    /** The plan with the winner's settings. */
    public Plan plan() {
        return winner().plan();
    }

    /** A line for each candidate, the best first, then the winner and how sure its win is. */
    public String table() {
        Table table = new Table(
                        "rank",
                        judge.metric(),
                        "seeds",
                        "images",
                        RaceJudge.TURNS.title(),
                        RaceJudge.P_REAL.title(),
                        RaceJudge.P_FAKE.title(),
                        "settings")
                .right(0, 2, 3, 4, 5, 6);
        for (CandidateResults one : entries)
            table.row(
                    entries.indexOf(one) + 1,
                    judge.deciding().shown(one.values(judge.deciding()))
                            + (one.broken() > 0 ? " (" + one.broken() + " broke)" : ""),
                    one.results().size(),
                    one.mostImages(),
                    RaceJudge.TURNS.shown(one.mean(RaceJudge.TURNS)),
                    RaceJudge.P_REAL.shown(one.mean(RaceJudge.P_REAL)),
                    RaceJudge.P_FAKE.shown(one.mean(RaceJudge.P_FAKE)),
                    one.candidate().title());
        return table.text() + "the winner " + winner().title() + "\n           " + lead() + "\n";
    }

    /** Whether the winner's lead could be chance: Student's 95 % interval of the differences, seed by seed. */
    String lead() {
        if (entries.size() < 2) return "alone";
        CandidateResults first = entries.get(0), second = entries.get(1);
        String rival = "the next, " + second.candidate().title();
        double[] leads = leads(first, second);
        if (leads.length < 2) return "fewer than two seeds to compare it with " + rival + ": the lead may be chance";
        Interval interval = Interval.ofMean(leads, "Student over seeds");
        return String.format(
                Locale.ROOT,
                "%s %s: better by %.4f, 95 %% interval %.4f to %.4f over %d seeds",
                interval.contains(0) ? "tied with" : "ahead of",
                rival,
                (interval.low() + interval.high()) / 2,
                interval.low(),
                interval.high(),
                leads.length);
    }

    private double[] leads(CandidateResults first, CandidateResults second) {
        int sign = better == Better.HIGHER ? 1 : -1;
        return IntStream.range(
                        0, Math.min(first.results().size(), second.results().size()))
                .mapToDouble(seed -> sign * (score(first, seed) - score(second, seed)))
                .filter(lead -> !Double.isNaN(lead))
                .toArray();
    }

    private double score(CandidateResults one, int seed) {
        return one.results().get(seed).scores().get(judge.metric());
    }

    /** The same table for programs. */
    String csv() {
        Table table = new Table(
                "rank",
                "candidate",
                "settings",
                "seeds",
                "broken",
                "images",
                "score",
                "margin",
                "discriminatorTurns",
                "pReal",
                "pFake");
        for (CandidateResults one : entries)
            table.row(
                    entries.indexOf(one) + 1,
                    one.candidate().name(),
                    one.candidate().title(),
                    one.results().size(),
                    one.broken(),
                    one.mostImages(),
                    one.mean(judge.deciding()),
                    ScoreColumn.margin(one.values(judge.deciding())),
                    one.mean(RaceJudge.TURNS),
                    one.mean(RaceJudge.P_REAL),
                    one.mean(RaceJudge.P_FAKE));
        return table.csv();
    }
}
