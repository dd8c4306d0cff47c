package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Referee;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Steering;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The first steps of a run, played for the clock alone: replicas, threads and one thread in turn, on the game, the data and
 * the machine as they are. What was learned is thrown away, so that the run is a function of its plan. From the fastest follows
 * how many images a run of some minutes has time for, and so the schedules that are to last as long as the run.
 */
public final class Rehearsal implements Listener, Steering {
    private static final double LONGEST = 2, SHORTEST = 0.25, SHARE_OF_RUN = 0.02;
    /** Fewer samples leave batch normalisation nothing to go by. */
    private static final int LEAST_PART = 16;
    /** Of a run's time; the rest goes into pictures, checkpoints and the doctor's examinations. */
    private static final double TRAINING = 0.9;

    /** Threads that fight for a core with another program are ten times slower; one slice of them is enough. */
    private static final double HOPELESS = 2;

    private static final int LEAST_ROUNDS = 2, MOST_ROUNDS = 50;

    /**
     * Threads that share short operations wait at each of them for the one whose core another thread has taken, which pictures,
     * checkpoints and Java's compilers do all through a run, but hardly while it is measured: where steps take less than this many seconds,
     * they must win by this factor.
     */
    private static final double SHORT_STEP = 0.1, CLEARLY = 1.25;

    /**
     * Counted steps of a slice: a whole turn of what is not computed in every step, such as R1, unless that takes longer than
     * {@link #SLICE}. One step before them changes over: it makes replicas, starts threads and fills caches.
     */
    private static final int TURN = 4;

    /** Of the time of the measurement. */
    private static final double SLICE = 0.125;

    private final List<Parallelism> candidates;
    private final List<Parallelism> racing;
    private final Length length;
    private final Map<Parallelism, List<Double>> seconds = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    private int rounds = -1;
    private int turn;
    private int steps;
    private long before;

    private Rehearsal(List<Parallelism> candidates, Length length) {
        this.candidates = candidates;
        this.racing = new ArrayList<>(candidates);
        this.length = length;
        candidates.forEach(candidate -> seconds.put(candidate, new ArrayList<>()));
    }

    /**
     * The plan of a start with what it leaves to the clock: threads to compute with, those that were fastest, and the length of
     * schedules, that of the run. Of several processes, which would disturb one another's measurements, each takes its share of the
     * cores, and the length is estimated.
     *
     * @param group of the processes that compute
     * @param notice hears in one line what was found
     */
    public static Plan paced(Start start, Group group, Consumer<String> notice) {
        Plan plan = start.plan();
        int cores = Math.max(1, Assembly.CORES / group.localSize());
        Optional<Parallelism> wanted = plan.parallelism(cores);
        boolean timed = timed(plan);
        if (!group.isAlone())
            return estimated(
                    plan.computing(wanted.orElse(Parallelism.ofThreads(cores))),
                    start.samples().shape(),
                    notice);
        if (wanted.isPresent() && !timed)
            return plan.computing(wanted.get()).over(plan.stop().images());
        try (Training training = Assembly.training(plan, start.samples())) {
            List<Parallelism> all = wanted.map(List::of).orElseGet(() -> candidates(training, Assembly.CORES));
            Rehearsal rehearsal = new Rehearsal(all, Assembly.length(plan));
            Parallelism fastest = rehearsal.fastest(training, timed, notice);
            Plan paced = plan.computing(fastest);
            if (!timed) return paced.over(plan.stop().images());
            // not even two steps in the time of the run: an estimate has to do
            long inTime = rehearsal.seconds.get(fastest).isEmpty()
                    ? Budget.images(paced, start.samples().shape())
                    : (long) (TRAINING * 60 * plan.stop().minutes() * plan.batchSize() / rehearsal.median(fastest));
            return spanned(paced, inTime, notice);
        }
    }

    /**
     * A plan that says what to compute with, and the schedules that are to last as long as the run filled in without a clock: the same
     * on every machine.
     *
     * @param notice hears in one line what was found
     */
    public static Plan estimated(Plan plan, SampleShape shape, Consumer<String> notice) {
        return timed(plan)
                ? spanned(plan, Budget.images(plan, shape), notice)
                : plan.over(plan.stop().images());
    }

    /** Whether the clock decides about the length of schedules. */
    private static boolean timed(Plan plan) {
        return plan.stop().minutes() > 0 && !plan.over(1).equals(plan);
    }

    /** The plan whose schedules last as long as the run, which ends by the clock after {@code inTime} images, or sooner. */
    private static Plan spanned(Plan plan, long inTime, Consumer<String> notice) {
        long most = plan.stop().images();
        long images = Math.max(plan.batchSize(), most > 0 ? Math.min(most, inTime) : inTime);
        if (images != most)
            notice.accept("schedules over the length of the run take "
                    + Numbers.of(images, plan.ofPoints() ? "sample" : "image") + ", about what it has time for");
        return plan.over(images);
    }

    /** In the order of preference where there is no time to measure. */
    static List<Parallelism> candidates(Training training, int cores) {
        List<Parallelism> all = new ArrayList<>();
        all.add(Parallelism.ofThreads(cores));
        int batch = training.settings().batch();
        if (training.game().indivisible().isEmpty())
            for (int replicas = 2; replicas <= cores; replicas++)
                if (cores % replicas == 0 && batch % replicas == 0 && batch / replicas >= LEAST_PART)
                    all.add(new Parallelism(replicas, cores / replicas));
        if (cores > 1) all.add(Parallelism.ofThreads(1));
        return all;
    }

    private Parallelism fastest(Training training, boolean timed, Consumer<String> notice) {
        if (candidates.size() == 1 && !timed) return candidates.get(0);
        try {
            training.run(this, this);
        } catch (NotFiniteException broken) {
            // the run itself will break in the same way, and say so
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (seconds.values().stream().anyMatch(List::isEmpty)) return candidates.get(0);
        Parallelism fastest = fastest();
        if (candidates.size() == 1) return fastest;
        int batch = training.settings().batch();
        notice.accept("computing with " + fastest + ": "
                + candidates.stream()
                        .map(candidate ->
                                String.format(Locale.ROOT, "%s %.0f", candidate, batch / undisturbed(candidate)))
                        .collect(Collectors.joining(", "))
                + " " + training.data().shape().noun() + "s/s");
        return fastest;
    }

    private Parallelism fastest() {
        Map<Parallelism, Double> measured = new LinkedHashMap<>();
        candidates.forEach(candidate -> measured.put(candidate, undisturbed(candidate)));
        return fastest(measured);
    }

    /** @param secondsPerStep as measured, of every candidate */
    static Parallelism fastest(Map<Parallelism, Double> secondsPerStep) {
        ToDoubleFunction<Parallelism> expected = candidate -> {
            double measured = secondsPerStep.get(candidate);
            return candidate.threads() > 1 && measured < SHORT_STEP ? measured * CLEARLY : measured;
        };
        return secondsPerStep.keySet().stream()
                .min(Comparator.comparingDouble(expected))
                .orElseThrow();
    }

    @Override
    public Referee next(Training training, Referee planned) {
        training.compute(racing.get(turn));
        if (steps == 1) before = System.nanoTime();
        return planned;
    }

    @Override
    public void stepped(Training training, Step played) {
        int counted = steps++;
        if (counted == 0) return;
        double took = (System.nanoTime() - before) / 1e9, step = took / counted;
        if (counted < TURN && took < SLICE * limit(training, step)) return;
        seconds.get(racing.get(turn)).add(step);
        steps = 0;
        turn++;
        if (turn == racing.size()) endRound(training);
    }

    private void endRound(Training training) {
        turn = 0;
        rounds++;
        // the first round is cold: it counts where there is no time for another
        if (rounds == 0 && !timeIsUp(training)) {
            seconds.values().forEach(List::clear);
            return;
        }
        double least = racing.stream().mapToDouble(this::least).min().orElseThrow();
        racing.removeIf(candidate -> least(candidate) > HOPELESS * least);
        if (enough(training)) training.stop();
    }

    private boolean enough(Training training) {
        return racing.size() == 1 && candidates.size() > 1
                || rounds >= MOST_ROUNDS
                || timeIsUp(training)
                || rounds >= LEAST_ROUNDS && clear();
    }

    private boolean timeIsUp(Training training) {
        return (System.nanoTime() - started) / 1e9 >= limit(training, undisturbed(fastest()));
    }

    /** How long the measurement may take, in seconds, where a step takes {@code step}. */
    private double limit(Training training, double step) {
        double planned = length.images() > 0
                ? step * length.images() / training.settings().batch()
                : Double.POSITIVE_INFINITY;
        if (length.seconds() > 0) planned = Math.min(planned, length.seconds());
        return Math.max(SHORTEST, Math.min(LONGEST, SHARE_OF_RUN * planned));
    }

    /** Whether no slice of any other was as fast as an undisturbed one of the fastest. */
    private boolean clear() {
        Parallelism fastest = fastest();
        double usual = undisturbed(fastest);
        return candidates.size() > 1
                && candidates.stream()
                        .filter(candidate -> !candidate.equals(fastest))
                        .allMatch(other -> least(other) > usual);
    }

    private double least(Parallelism candidate) {
        return quartile(candidate, 0);
    }

    private double median(Parallelism candidate) {
        return quartile(candidate, 2);
    }

    /** A slice of which a quarter are faster: whatever else runs in these seconds only makes them slower, and not all alike. */
    private double undisturbed(Parallelism candidate) {
        return quartile(candidate, 1);
    }

    private double quartile(Parallelism candidate, int number) {
        List<Double> sorted = seconds.get(candidate).stream().sorted().toList();
        return sorted.get(sorted.size() * number / 4);
    }
}
