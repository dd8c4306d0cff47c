package io.github.gan4j.tune;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.LengthPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Best;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Settings of a plan that race against one another: in each round every candidate trains with every seed for as many
 * images as all others, the worse half drops out, and the rest goes on three times as far (successive halving: Jamieson
 * and Talwalkar 2016, arXiv 1502.07943). All rounds take about the same time. In the folder of the race are the run
 * folders, {@code ranking.csv} and {@code winner.yaml}; a race that was ended goes on with the same order.
 */
public final class Race {
    /** So many times as far goes who is in the next round, which has half as many. */
    private static final int FARTHER = 3;

    private final Order order;
    private final Consumer<String> notice;
    private final Metric metric;
    private final Plan base;
    private final List<Candidate> field;
    private volatile boolean asked;
    private volatile Optional<Run> running = Optional.empty();

    /**
     * A race.
     *
     * @param notice hears one line about every round, and about everything odd
     * @throws IllegalArgumentException in one line, when settings make no plan
     */
    public Race(Order order, Consumer<String> notice) {
        this.order = order;
        this.notice = notice;
        this.base = measured(order.plan());
        this.metric = Metrics.named(base.metrics().deciding()).get(0);
        if (metric.better() == Better.LIKE_REALS)
            throw new IllegalArgumentException("of " + metric.name()
                    + " neither more nor less is better, so it decides no race; name another metric");
        this.field = Field.of(base, order.varied());
        if (field.size() < 2)
            throw new IllegalArgumentException("a race needs two settings or more, found " + field.size());
    }

    /** Measured once, at the end of each round; what is shown meanwhile costs time. */
    private static Plan measured(Plan plan) {
        Draft draft =
                Draft.of(plan).set("metrics.every={images: 1000000000000}").set("metrics.patience=0");
        if (!plan.metrics().wanted()) {
            draft = draft.set("metrics.names=["
                            + (plan.data().source().ofPoints() ? "sliced-wasserstein" : "frechet-distance") + "]")
                    .set("metrics.extractor=random-convolution");
        }
        return draft.set("record.pictures={seconds: 3600}")
                .set("record.checkpoints={seconds: 3600}")
                .plan();
    }

    /** Asks for the end; from any thread. */
    public void stop() {
        asked = true;
        running.ifPresent(Run::stop);
    }

    /**
     * Races.
     *
     * @return empty when {@link #stop} ended it before
     * @throws IllegalArgumentException in one line, when the folder holds another race
     * @throws IOException in one line, when data cannot be read or nothing can be written
     */
    public Optional<Ranking> run() throws IOException {
        requireSameRace();
        Map<Candidate, Standing> standings = new LinkedHashMap<>();
        field.forEach(one -> standings.put(one, new Standing(one, List.of())));
        List<Candidate> left = new ArrayList<>(field);
        long images = firstImages();
        int rounds = rounds();
        for (int round = 1; round <= rounds; round++) {
            for (int seed = 1; seed <= order.seeds(); seed++)
                for (Candidate one : left) {
                    Optional<Result> result = heat(one, seed).run(new LengthPlan(images, 0), this::started, notice);
                    if (result.isEmpty() || asked) return Optional.empty();
                    standings.put(one, with(standings.get(one), seed, result.get()));
                }
            Ranking ranking = written(standings);
            notice.accept(String.format(
                    Locale.ROOT,
                    "round %d of %d: %d settings, %d seeds, %,d images; ahead: %s",
                    round,
                    rounds,
                    left.size(),
                    order.seeds(),
                    images,
                    ranking.winner().words()));
            left.sort((one, other) -> standings.get(one).compare(standings.get(other), metric.better()));
            left = new ArrayList<>(left.subList(0, (left.size() + 1) / 2));
            images *= FARTHER;
        }
        return Optional.of(written(standings));
    }

    private static Standing with(Standing before, int seed, Result result) {
        List<Result> results = new ArrayList<>(before.results());
        if (results.size() >= seed) results.set(seed - 1, result);
        else results.add(result);
        return new Standing(before.candidate(), results);
    }

    private int rounds() {
        if (!order.dropping()) return 1;
        int rounds = 1;
        for (int left = field.size(); left > 2 && rounds < 4; left = (left + 1) / 2) rounds++;
        return rounds;
    }

    /** How far the first round goes: found out by a heat of as many seconds as one has, and kept. */
    private long firstImages() throws IOException {
        Path file = order.out().resolve("first-images.txt");
        if (Files.isRegularFile(file)) return kept(file);
        double minutes = order.minutes() / rounds() / field.size() / order.seeds();
        Optional<Result> first = heat(field.get(0), 1).run(new LengthPlan(0, minutes), this::started, notice);
        if (first.isEmpty()) throw new IOException("the race was ended before its first heat was over");
        long images = Math.max(base.batch(), first.get().images());
        AtomicFile.writeString(file, images + "\n");
        return images;
    }

    private static long kept(Path file) throws IOException {
        String text = Files.size(file) > 32 ? "" : Files.readString(file).strip();
        if (!text.matches("[1-9][0-9]{0,14}"))
            throw new IOException(file + ": must hold a number of images, found '" + text + "'; delete the folder");
        return Long.parseLong(text);
    }

    private Heat heat(Candidate one, int seed) {
        Plan plan = one.plan(base).with("seed", Integer.toString(seed));
        return new Heat(order.out(), one, plan, Best.key(metric.deciding()));
    }

    private void started(Run run) {
        running = Optional.of(run);
        if (asked) run.stop();
    }

    private Ranking written(Map<Candidate, Standing> standings) throws IOException {
        Ranking ranking =
                new Ranking(metric.deciding(), metric.better(), order.plan(), List.copyOf(standings.values()));
        AtomicFile.writeString(order.out().resolve("ranking.csv"), ranking.csv());
        AtomicFile.writeString(
                order.out().resolve("winner.yaml"), ranking.plan().toYaml());
        return ranking;
    }

    /** Heats of another race would spoil the ranking. */
    private void requireSameRace() throws IOException {
        StringBuilder race = new StringBuilder(base.toYaml());
        field.forEach(one -> race.append("# ").append(one.words()).append('\n'));
        race.append("# ")
                .append(order.dropping())
                .append(' ')
                .append(order.minutes())
                .append('\n');
        Path file = order.out().resolve("race.yaml");
        Files.createDirectories(order.out());
        if (!Files.isRegularFile(file)) AtomicFile.writeString(file, race.toString());
        else if (!Files.readString(file).equals(race.toString()))
            throw new IllegalArgumentException(
                    order.out() + " holds a race of other settings; give another --out, or delete it");
    }
}
