package io.github.gan4j.experiment;

import io.github.gan4j.metrics.Better;
import io.github.gan4j.plan.Plan;
import java.util.List;
import java.util.Locale;

/** What a race came to, the best first. */
public final class Ranking {
    private final String score;
    private final Plan base;
    private final List<Standing> standings;

    Ranking(String score, Better better, Plan base, List<Standing> standings) {
        this.score = score;
        this.base = base;
        this.standings = standings.stream()
                .filter(standing -> !standing.results().isEmpty())
                .sorted((one, other) -> one.compare(other, better))
                .toList();
    }

    /** The best first. */
    List<Standing> standings() {
        return standings;
    }

    /** The best candidate. */
    public Candidate winner() {
        return standings.get(0).candidate();
    }

    /** The plan with the winner's settings. */
    public Plan plan() {
        return winner().plan(base);
    }

    /** A line for each candidate, the best first. */
    public String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%4s  %-26s %5s %10s %7s %7s %7s  %s%n",
                "rank",
                score,
                "seeds",
                "images",
                "D turns",
                "p_real",
                "p_fake",
                "settings"));
        for (int i = 0; i < standings.size(); i++) {
            Standing one = standings.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%4d  %-26s %5d %10d %6.0f%% %7.2f %7.2f  %s%n",
                    i + 1,
                    scored(one),
                    one.results().size(),
                    one.images(),
                    100 * one.mean(HeatResult::discriminatorTurns),
                    one.mean(HeatResult::pReal),
                    one.mean(HeatResult::pFake),
                    one.candidate().words()));
        }
        return text.toString();
    }

    private static String scored(Standing one) {
        String broke = one.broken() > 0 ? " (" + one.broken() + " broke)" : "";
        if (Double.isNaN(one.score())) return "-" + broke;
        String margin = one.margin().isPresent()
                ? String.format(Locale.ROOT, " ± %.4f", one.margin().getAsDouble())
                : "";
        return String.format(Locale.ROOT, "%.4f", one.score()) + margin + broke;
    }

    /** The same for programs. */
    String csv() {
        StringBuilder text = new StringBuilder(
                "rank,candidate,settings,seeds,broken,images,score,margin,discriminatorTurns,pReal,pFake\n");
        for (int i = 0; i < standings.size(); i++) {
            Standing one = standings.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%s,\"%s\",%d,%d,%d,%s,%s,%s,%s,%s\n",
                    i + 1,
                    one.candidate().name(),
                    one.candidate().words().replace("\"", "'"),
                    one.results().size(),
                    one.broken(),
                    one.images(),
                    one.score(),
                    one.margin().isPresent() ? one.margin().getAsDouble() : "",
                    one.mean(HeatResult::discriminatorTurns),
                    one.mean(HeatResult::pReal),
                    one.mean(HeatResult::pFake)));
        }
        return text.toString();
    }
}
