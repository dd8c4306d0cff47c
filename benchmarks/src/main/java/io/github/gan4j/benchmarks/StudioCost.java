package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What pages that follow a run cost its training: intervals without and with them in turn, while one run goes on. An
 * interval with them is compared with the mean of those before and after it, since a machine that others use changes its
 * speed within a minute by more than a page costs.
 */
final class StudioCost {
    /** Until a page is there, and until it is gone. */
    private static final double OPENING = 6, CLOSING = 2;

    private StudioCost() {}

    /** @param seconds of each interval */
    static void measure(String preset, int pages, int pairs, double seconds) throws IOException {
        try (Watched run = new Watched();
                Page browser = new Page()) {
            run.train(preset);
            browser.blank();
            run.rate(15);
            List<Double> ratios = new ArrayList<>(), alone = new ArrayList<>(), watched = new ArrayList<>();
            alone.add(run.rate(seconds));
            for (int pair = 0; pair < pairs; pair++) {
                browser.open(run.address("run/" + Watched.RUN));
                for (int page = 1; page < pages; page++) browser.openTab(run.address("run/" + Watched.RUN));
                List<String> states = browser.texts(".badge");
                if (!states.stream().allMatch("running"::equals))
                    throw new IllegalStateException("pages do not follow the run: " + states);
                Page.sleep(OPENING);
                watched.add(run.rate(seconds));
                browser.onlyFirstTab();
                browser.blank();
                Page.sleep(CLOSING);
                alone.add(run.rate(seconds));
                ratios.add(2 * watched.get(pair) / (alone.get(pair) + alone.get(pair + 1)));
            }
            ratios.sort(null);
            // ranks between which the median lies with 95 % (binomial)
            int beside = (int) Math.ceil(0.98 * Math.sqrt(pairs));
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d page%s: %.0f samples/s alone, %.0f watched; ratio %.4f (95 %%: %.4f to %.4f; quarters %.4f to"
                            + " %.4f; %d pairs of %.0f s)%n",
                    preset,
                    pages,
                    pages == 1 ? "" : "s",
                    Pairs.median(alone),
                    Pairs.median(watched),
                    Pairs.median(ratios),
                    ratios.get(Math.max(0, pairs / 2 - beside)),
                    ratios.get(Math.min(pairs - 1, pairs / 2 + beside)),
                    ratios.get(pairs / 4),
                    ratios.get(pairs * 3 / 4),
                    pairs,
                    seconds);
        }
    }
}
