package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.Json;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.ExitGuard;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.RunningTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A comparison of settings of one plan by successive halving: in each round every candidate trains with every seed for
 * the same number of images, the worse half drops out, and the rest trains twice as far. The images of a round follow
 * from the time that is left when it begins. The folder of the race holds {@code ranking.csv}, {@code balance.png},
 * {@code winner.yaml} and the trials; a race that was ended continues with the same options.
 */
public final class Race {
    /** Seconds; results of earlier sessions are read in less. */
    private static final double WORTH_COUNTING = 0.5;

    private final RaceOptions options;
    private final Consumer<String> notice;
    private final Trainer trainer;
    private final Plan given;
    private final Plan base;
    private final Metric metric;
    private final RaceJudge judge;
    private final List<Candidate> candidates;
    private RaceClock clock = new RaceClock(0, 0, List.of());

    /**
     * A race.
     *
     * @param listener of every training
     * @param notice hears one line about every round, and about everything odd
     * @throws IllegalArgumentException in one line, when settings make no plan
     * @throws IOException in one line, when data on which the width of networks depends cannot be read
     */
    public Race(RaceOptions options, Listener listener, Consumer<String> notice) throws IOException {
        this.options = options;
        this.notice = notice;
        this.trainer = new Trainer(listener, notice);
        this.given = sized(options, notice);
        this.base = measured(given);
        this.metric = Metrics.named(base.metrics().orElseThrow().deciding()).get(0);
        if (metric.better() == Better.LIKE_REALS)
            throw new IllegalArgumentException("of " + metric.name()
                    + " neither more nor less is better, so it decides no race; name another metric");
        this.judge = new RaceJudge(metric.deciding());
        this.candidates = Candidates.of(given, options.varied(), options.tried());
        if (candidates.size() < 2)
            throw new IllegalArgumentException("a race needs two settings or more, got " + candidates.size());
    }

    /** With the width and size that a run of the plan's own length would have; trials would choose by their own lengths. */
    private static Plan sized(RaceOptions options, Consumer<String> notice) throws IOException {
        Plan plan = options.plan();
        if (!PlanChanges.leavesWidthOpen(plan)) return plan;
        Path before = options.out().resolve("plan.yaml");
        return PlanChanges.sized(plan, Files.isRegularFile(before) ? Plan.read(before) : Run.completed(plan, notice));
    }

    private Plan measured(Plan plan) {
        return PlanChanges.measured(plan);
    }

    /** Asks for the end after the step being played; from any thread. */
    public void stop() {
        trainer.stop();
    }

    /**
     * Runs the race and writes its files after each round.
     *
     * @return empty when {@link #stop} ended it before
     * @throws IllegalArgumentException in one line, when the folder holds another race
     * @throws IOException in one line, when data cannot be read, nothing can be written, the folder holds files of
     *     others, or another program works in it
     */
    public Optional<Leaderboard> run() throws IOException {
        try (FolderLock lock = Trial.claim(options.out(), base, terms());
                ExitGuard untilStopped = ExitGuard.of(this::stop)) {
            requireOwnWinner();
            clock = RaceClock.read(clockFile());
            return Optional.of(rounds());
        } catch (InterruptedException stopped) {
            return Optional.empty();
        }
    }

    private Leaderboard rounds() throws IOException, InterruptedException {
        Halving rounds = Halving.of(
                candidates.size(), options.eliminating(), given.stop().images());
        Map<Candidate, CandidateResults> results = new LinkedHashMap<>();
        List<Candidate> left = candidates;
        long before = 0;
        for (int round = 1; round <= rounds.count(); round++) {
            String name = "round " + round + " of " + rounds.count();
            long images = images(rounds, round, before);
            if (images <= before) {
                notice.accept(name + " is left out: "
                        + (before >= rounds.limit() ? "all have gone as far as the plan does" : "the time is over"));
                break;
            }
            for (int seed = 1; seed <= options.seeds(); seed++)
                for (Candidate one : left) {
                    TrialResult result = timed(trial(one, seed, new StopPlan(images, 0)), one);
                    results.merge(one, CandidateResults.of(one, result), (all, more) -> all.with(result));
                }
            Leaderboard leaderboard = leaderboard(results);
            write(leaderboard);
            notice.accept(String.format(
                    Locale.ROOT,
                    "%s: %s, %s, %s; ahead: %s",
                    name,
                    Numbers.of(left.size(), "setting"),
                    Numbers.of(options.seeds(), "seed"),
                    Numbers.of(
                            images,
                            options.plan().data().shape().map(SampleShape::noun).orElse("image")),
                    leaderboard.winner().title()));
            left = left.stream()
                    .sorted(Comparator.comparing(results::get, bestFirst()))
                    .limit((left.size() + 1) / 2)
                    .toList();
            before = images;
        }
        return leaderboard(results);
    }

    /** The images of a round by the time that is left. */
    private long images(Halving rounds, int round, long before) throws IOException, InterruptedException {
        Optional<Long> decided = clock.round(round);
        if (decided.isPresent()) return decided.get();
        long least = round == 1 ? Math.max(base.batchSize(), firstTrial(rounds)) : before;
        double affordable = clock.affordable(60 * options.minutes()) / options.seeds();
        long images = Double.isNaN(affordable) ? least : Math.max(least, rounds.images(round, before, affordable));
        keep(clock.withRound(images));
        return images;
    }

    /**
     * A trial of half the length for which there may be time, since the speed of this machine is not known yet.
     *
     * @return images of the first candidate that did not break, 0 where all did
     */
    private long firstTrial(Halving rounds) throws IOException, InterruptedException {
        double minutes = options.minutes() / rounds.lengths() / options.seeds() / 2;
        StopPlan length = new StopPlan(given.stop().images(), minutes);
        for (Candidate one : candidates) {
            TrialResult result = timed(trial(one, 1, length), one);
            if (!result.broke()) return result.images();
        }
        return 0;
    }

    private Trial trial(Candidate one, long seed, StopPlan length) {
        Plan plan = measured(one.plan()).withSeed(seed).withStop(length);
        return new Trial(options.out().resolve(one.name()), one.title(), plan);
    }

    /** The result of a trial; its time goes on the clock. */
    private TrialResult timed(Trial trial, Candidate one) throws IOException, InterruptedException {
        long begin = RunningTime.nanos(), before = trainer.images();
        try {
            return result(trial, one);
        } finally {
            double seconds = (RunningTime.nanos() - begin) / 1e9;
            long trained = trainer.images() - before;
            if (trained > 0 || seconds > WORTH_COUNTING) keep(clock.withTrial(trained, seconds));
        }
    }

    /** Settings that break, or that cannot be trained at all, count as broken; a plan as it is that cannot is an error. */
    private TrialResult result(Trial trial, Candidate one) throws IOException, InterruptedException {
        Exception why;
        try {
            return trainer.result(trial, judge, judge.columns());
        } catch (IOException broken) {
            if (!trial.broke()) throw broken;
            why = broken;
        } catch (IllegalArgumentException impossible) {
            if (one.asItIs()) throw impossible;
            why = impossible;
        }
        trial.notices(notice).accept(why.getMessage());
        return trial.keep(TrialResult.ofBroken(trial.plan(), judge.columns()));
    }

    /** More rounds first, as batches go beyond the images of a round; then fewer broken seeds, then the better score. */
    private Comparator<CandidateResults> bestFirst() {
        int sign = metric.better() == Better.HIGHER ? -1 : 1;
        return Comparator.<CandidateResults>comparingInt(one -> -clock.reached(one.leastImages()))
                .thenComparingLong(CandidateResults::broken)
                .thenComparingDouble(one -> sign * one.mean(judge.deciding()));
    }

    private Leaderboard leaderboard(Map<Candidate, CandidateResults> results) {
        return new Leaderboard(
                judge,
                metric.better(),
                results.values().stream().sorted(bestFirst()).toList());
    }

    private void write(Leaderboard leaderboard) throws IOException {
        AtomicFile.writeString(
                options.out().resolve("ranking.csv"), leaderboard.figures().csv());
        requireOwnWinner();
        AtomicFile.writeString(winnerFile(), leaderboard.winnersPlan());
        try {
            balance(leaderboard.entries()).write(options.out().resolve("balance.png"));
        } catch (IOException notDrawn) {
            notice.accept(notDrawn.getMessage());
        }
    }

    private BalanceChart balance(List<CandidateResults> entries) throws IOException {
        Map<String, List<ObjectNode>> events = new LinkedHashMap<>();
        for (CandidateResults one : entries.subList(0, Math.min(BalanceChart.MOST, entries.size()))) {
            List<ObjectNode> all = new ArrayList<>();
            for (TrialResult result : one.results())
                all.addAll(trial(one.candidate(), result.seed(), given.stop()).events());
            events.put(one.candidate().title(), all);
        }
        return new BalanceChart(events);
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>(List.of(
                "race of " + candidates.size() + (options.eliminating() ? " by halving" : " without elimination")
                        + " in " + options.minutes() + " minutes"));
        candidates.forEach(one -> terms.add(one.title()));
        return terms;
    }

    private Path winnerFile() {
        return options.out().resolve("winner.yaml");
    }

    /** A plan that somebody has changed since is his. */
    private void requireOwnWinner() throws IOException {
        if (!Files.exists(winnerFile())) return;
        String written = Files.readString(winnerFile());
        if (candidates.stream().noneMatch(one -> Leaderboard.isPlanOf(one, written)))
            throw new IOException(winnerFile() + ": was not written by this race, or was changed since; move it away");
    }

    private Path clockFile() {
        return options.out().resolve(RaceClock.FILE);
    }

    private void keep(RaceClock later) throws IOException {
        clock = later;
        Json.write(clockFile(), later);
    }
}
