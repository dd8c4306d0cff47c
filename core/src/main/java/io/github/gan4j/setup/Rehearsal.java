package io.github.gan4j.setup;

import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Referee;
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
import java.util.stream.Collectors;

/**
 * The first steps of a run, played for the clock alone: replicas, threads and one thread in turn, on the game, the data and
 * the machine as they are. What was learned is thrown away, so that the run is a function of its plan.
 */
public final class Rehearsal implements Listener, Steering {
    private static final double LONGEST = 2, SHORTEST = 0.25, SHARE_OF_RUN = 0.02;
    /** Fewer samples leave batch normalisation nothing to go by. */
    private static final int LEAST_PART = 16;
    /** Whole batches are worth a little time. */
    private static final double AS_FAST = 1.03;

    /** Threads that fight for a core with another program are ten times slower; two steps of them are enough. */
    private static final double HOPELESS = 2;

    private static final int LEAST_ROUNDS = 2, MOST_ROUNDS = 50;

    private final List<Parallelism> candidates;
    private final List<Parallelism> racing;
    private final Length length;
    private final Map<Parallelism, List<Double>> seconds = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    private int rounds = -1;
    private int turn;
    private long before;

    private Rehearsal(List<Parallelism> candidates, Length length) {
        this.candidates = candidates;
        this.racing = new ArrayList<>(candidates);
        this.length = length;
        candidates.forEach(candidate -> seconds.put(candidate, new ArrayList<>()));
    }

    /**
     * The plan of a start with the threads to compute with: its own, or where it leaves them open those that were fastest. Of several
     * processes, which would disturb one another's measurements, each takes its share of the cores.
     *
     * @param group of the processes that compute
     * @param notice hears in one line what was found
     */
    public static Plan paced(Start start, Group group, Consumer<String> notice) {
        Plan plan = start.plan();
        int cores = Math.max(1, Assembly.CORES / group.localSize());
        Optional<Parallelism> wanted = plan.parallelism(cores);
        if (wanted.isPresent()) return plan.computing(wanted.get());
        if (!group.isAlone()) return plan.computing(Parallelism.ofThreads(cores));
        try (Training training = Assembly.training(plan, start.samples())) {
            Rehearsal rehearsal = new Rehearsal(candidates(training, Assembly.CORES), Assembly.length(plan));
            return plan.computing(rehearsal.fastest(training, notice));
        }
    }

    /** In the order of preference where several are as fast. */
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

    private Parallelism fastest(Training training, Consumer<String> notice) {
        if (candidates.size() == 1) return candidates.get(0);
        try {
            training.run(this, this);
        } catch (NotFiniteException broken) {
            // the run itself will break in the same way, and say so
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (seconds.values().stream().anyMatch(List::isEmpty)) return candidates.get(0);
        Parallelism fastest = fastest();
        int batch = training.settings().batch();
        notice.accept("computing with " + fastest + ": "
                + candidates.stream()
                        .map(candidate -> String.format(Locale.ROOT, "%s %.0f", candidate, batch / median(candidate)))
                        .collect(Collectors.joining(", "))
                + " " + training.data().shape().noun() + "s/s");
        return fastest;
    }

    private Parallelism fastest() {
        double least = candidates.stream().mapToDouble(this::median).min().orElseThrow();
        return candidates.stream()
                .filter(candidate -> median(candidate) <= AS_FAST * least)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Referee next(Training training, Referee planned) {
        training.compute(racing.get(turn));
        before = System.nanoTime();
        return planned;
    }

    @Override
    public void stepped(Training training, Step played) {
        double took = (System.nanoTime() - before) / 1e9;
        // the first step of each makes ready what later ones find
        if (rounds >= 0) seconds.get(racing.get(turn)).add(took);
        turn++;
        if (turn < racing.size()) return;
        turn = 0;
        rounds++;
        if (rounds < 1) return;
        double least = racing.stream().mapToDouble(this::least).min().orElseThrow();
        racing.removeIf(candidate -> least(candidate) > HOPELESS * least);
        if (enough(training)) training.stop();
    }

    private boolean enough(Training training) {
        return racing.size() == 1
                || rounds >= MOST_ROUNDS
                || (System.nanoTime() - started) / 1e9 >= limit(training)
                || rounds >= LEAST_ROUNDS && clear();
    }

    private double limit(Training training) {
        double step = median(fastest());
        double planned = length.images() > 0
                ? step * length.images() / training.settings().batch()
                : Double.POSITIVE_INFINITY;
        if (length.seconds() > 0) planned = Math.min(planned, length.seconds());
        return Math.max(SHORTEST, Math.min(LONGEST, SHARE_OF_RUN * planned));
    }

    /** Whether no step of any other was as fast as the fastest usually is. */
    private boolean clear() {
        Parallelism fastest = fastest();
        double usual = median(fastest);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(fastest))
                .allMatch(other -> least(other) > usual);
    }

    private double least(Parallelism candidate) {
        return seconds.get(candidate).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private double median(Parallelism candidate) {
        List<Double> sorted = seconds.get(candidate).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
