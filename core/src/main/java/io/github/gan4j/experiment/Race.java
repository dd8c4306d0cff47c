package io.github.gan4j.experiment;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.model.Best;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.LengthPlan;
import io.github.gan4j.plan.Plan;
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
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Settings of a plan that race against one another: in each round every candidate trains with every seed for as many
 * images as all others, the worse half drops out, and the rest goes on twice as far. How far that is follows before each
 * round from the time that is left. In the folder of the race are the run folders, {@code ranking.csv}, {@code
 * balance.png} and {@code winner.yaml}; a race that was ended goes on with the same order.
 */
public final class Race {
    /** Seconds; what was there already is read in less. */
    private static final double WORTH_COUNTING = 0.5;

    private final RaceOrder order;
    private final Consumer<String> notice;
    private final Metric metric;
    private final Plan given;
    private final Plan base;
    private final List<Candidate> field;
    private volatile boolean asked;
    private volatile Optional<Run> running = Optional.empty();

    /**
     * A race.
     *
     * @param notice hears one line about every round, and about everything odd
     * @throws IllegalArgumentException in one line, when settings make no plan
     * @throws IOException in one line, when data that the plan leaves a width to cannot be read
     */
    public Race(RaceOrder order, Consumer<String> notice) throws IOException {
        this.order = order;
        this.notice = notice;
        this.given = pinned(order, notice);
        this.base = measured(given);
        this.metric = Metrics.named(base.metrics().deciding()).get(0);
        if (metric.better() == Better.LIKE_REALS)
            throw new IllegalArgumentException("of " + metric.name()
                    + " neither more nor less is better, so it decides no race; name another metric");
        this.field = Field.of(base, order.varied(), order.tried());
        if (field.size() < 2)
            throw new IllegalArgumentException("a race needs two settings or more, got " + field.size());
    }

    /** With the width and size that a run of the plan's own length would have, or heats would choose by their own lengths. */
    private static Plan pinned(RaceOrder order, Consumer<String> notice) throws IOException {
        Plan plan = order.plan();
        boolean open = plan.generator().network().width() == 0
                || plan.discriminator().network().width() == 0;
        if (!open) return plan;
        Path before = order.out().resolve("race.yaml");
        Plan completed =
                Files.isRegularFile(before) ? Draft.empty().over(before).plan() : Run.completed(plan, notice);
        return Draft.of(plan)
                .set("data.size=" + completed.data().size())
                .set("generator.network.width="
                        + completed.generator().network().width())
                .set("discriminator.network.width="
                        + completed.discriminator().network().width())
                .plan();
    }

    /** Measured once, at the end of each round; what is shown meanwhile costs time. */
    private static Plan measured(Plan plan) {
        Draft draft = Draft.of(plan)
                .set("metrics.every={images: 1000000000000, seconds: 0}")
                .set("metrics.patience=0")
                .set("doctor.tries=0");
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
        Clock clock = new Clock(order.out().resolve("clock.json"));
        Rounds rounds = Rounds.of(field.size(), order.dropping(), given.length().images());
        Map<Candidate, Standing> standings = new LinkedHashMap<>();
        field.forEach(one -> standings.put(one, new Standing(one, List.of(), 0)));
        List<Candidate> left = new ArrayList<>(field);
        Optional<Ranking> latest = Optional.empty();
        long before = 0;
        for (int round = 1; round <= rounds.count(); round++) {
            Optional<Long> decided = images(rounds, round, before, clock);
            if (decided.isEmpty()) return Optional.empty();
            long images = decided.get();
            if (images <= before) {
                notice.accept("round " + round + " of " + rounds.count() + " is left out: "
                        + (before >= rounds.limit() ? "all have gone as far as the plan does" : "the time is over"));
                break;
            }
            for (int seed = 1; seed <= order.seeds(); seed++)
                for (Candidate one : left) {
                    Optional<HeatResult> result = timed(heat(one, seed), new LengthPlan(images, 0), clock);
                    if (result.isEmpty() || asked) return Optional.empty();
                    standings.put(one, with(standings.get(one), seed, result.get(), clock));
                }
            Ranking ranking = written(standings);
            latest = Optional.of(ranking);
            notice.accept(String.format(
                    Locale.ROOT,
                    "round %d of %d: %d settings, %d seeds, %,d images; ahead: %s",
                    round,
                    rounds.count(),
                    left.size(),
                    order.seeds(),
                    images,
                    ranking.winner().words()));
            left.sort((one, other) -> standings.get(one).compare(standings.get(other), metric.better()));
            left = new ArrayList<>(left.subList(0, (left.size() + 1) / 2));
            before = images;
        }
        return latest;
    }

    /** How far a round goes by what is left of the time; empty when somebody asked for the end. */
    private Optional<Long> images(Rounds rounds, int round, long before, Clock clock) throws IOException {
        Optional<Long> decided = clock.round(round);
        if (decided.isPresent()) return decided;
        long least = before;
        if (round == 1) {
            OptionalLong tried = tried(rounds, clock);
            if (tried.isEmpty()) return Optional.empty();
            least = Math.max(base.batch(), tried.getAsLong());
        }
        double affordable = clock.affordable(60 * order.minutes()) / order.seeds();
        long images = Math.max(least, Double.isNaN(affordable) ? least : rounds.images(round, before, affordable));
        clock.decided(images);
        return Optional.of(images);
    }

    /**
     * The first heat, half as long as there may be time for: nobody knows yet how fast this machine is.
     *
     * @return images of the first candidate that did not break, 0 where all did; empty when somebody asked for the end
     */
    private OptionalLong tried(Rounds rounds, Clock clock) throws IOException {
        double minutes = order.minutes() / rounds.lengths() / order.seeds() / 2;
        LengthPlan length = new LengthPlan(given.length().images(), minutes);
        for (Candidate one : field) {
            Optional<HeatResult> result = timed(heat(one, 1), length, clock);
            if (result.isEmpty() || asked) return OptionalLong.empty();
            if (!result.get().broke()) return OptionalLong.of(result.get().images());
        }
        return OptionalLong.of(0);
    }

    private Optional<HeatResult> timed(Heat heat, LengthPlan length, Clock clock) throws IOException {
        long begin = System.nanoTime();
        Heat.Played played = heat.run(length, this::started, notice);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (played.trained() > 0 || seconds > WORTH_COUNTING) clock.spent(played.trained(), seconds);
        return played.result();
    }

    private static Standing with(Standing before, int seed, HeatResult result, Clock clock) {
        List<HeatResult> results = new ArrayList<>(before.results());
        if (results.size() >= seed) results.set(seed - 1, result);
        else results.add(result);
        long least = results.stream().mapToLong(HeatResult::images).min().orElse(0);
        return new Standing(before.candidate(), results, clock.reached(least));
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
        Ranking ranking = new Ranking(metric.deciding(), metric.better(), given, List.copyOf(standings.values()));
        AtomicFile.writeString(order.out().resolve("ranking.csv"), ranking.csv());
        AtomicFile.writeString(
                order.out().resolve("winner.yaml"), ranking.plan().toYaml());
        try {
            Balance.write(order.out(), ranking.standings(), order.out().resolve("balance.png"));
        } catch (IOException notDrawn) {
            notice.accept(notDrawn.getMessage());
        }
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
