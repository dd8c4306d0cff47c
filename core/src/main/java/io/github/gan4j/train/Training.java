package io.github.gan4j.train;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Loader;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Reals;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Standing;
import io.github.gan4j.game.Turn;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Replicas;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Plays a game step after step. A step depends on the seed, its number and the state before it, on nothing else; so a training that is resumed ends with the same bits as one that was never interrupted.
 *
 * <p>It owns the game and the averages. One thread computes, and those of its replicas; {@link #stop} may be called from any.
 */
public final class Training implements AutoCloseable {
    /**
     * @param seed of all randomness but the data's
     * @param batch reals in a step
     */
    public record Settings(long seed, int batch, Device device, Length length) {}

    private final Game game;
    private final Referee referee;
    private final Samples data;
    private final List<MovingAverage> averages;
    private final Settings settings;

    private long step;
    private long images;
    private double secondsBefore;
    private long started;
    private Standing standing = Standing.atStart();
    private volatile boolean asked;
    private volatile Ending reason = Ending.ASKED;
    private Replicas replicas = new Replicas(Parallelism.ofThreads(Engine.threads()));
    private Group group = Group.alone();

    /** @param averages one for each generator, or none */
    public Training(Game game, Referee referee, Samples data, List<MovingAverage> averages, Settings settings) {
        this.game = game;
        this.referee = referee;
        this.data = data;
        this.averages = List.copyOf(averages);
        this.settings = settings;
    }

    /**
     * Plays until the planned length is reached or somebody asks for the end; an interrupt of this thread asks for it, too,
     * and the thread stays interrupted. Where the Java machine ends meanwhile, it waits until the training has stopped.
     *
     * @throws io.github.gan4j.game.NotFiniteException when a player breaks; the step in which it did is not counted
     * @throws io.github.gan4j.tensor.PeerException when another process of the group is lost; the step is then unfinished, and this
     *     training is worth nothing
     * @throws IOException when a listener cannot write
     */
    public Ending run(Listener listener) throws IOException {
        return run(listener, Steering.NONE);
    }

    /** The same, guided between steps. */
    public Ending run(Listener listener, Steering steering) throws IOException {
        started = RunningTime.nanos();
        boolean interrupted = false;
        try (ExitGuard untilStopped = ExitGuard.of(this::stop);
                Loader loader = Loader.ofPart(data, settings.batch(), images, group.rank(), group.size())) {
            Exchange exchange = new Exchange(group, game, settings.device());
            Optional<Ending> ending = exchange.agreed(ending());
            while (ending.isEmpty()) {
                Referee chosen = steered(steering);
                if (Thread.interrupted()) {
                    interrupted = true;
                    stop();
                }
                // other processes play on until all know that one was asked to stop
                if (!asked || !group.isAlone()) {
                    List<Turn> turns = play(loader.next(), chosen, exchange);
                    listener.stepped(this, new Step(step, images, seconds(), turns));
                }
                ending = group.isAlone() ? ending() : exchange.ending();
            }
            listener.ended(this, ending.get());
            return ending.get();
        } finally {
            secondsBefore = seconds();
            started = 0;
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private Referee steered(Steering steering) throws IOException {
        long before = RunningTime.nanos();
        Referee chosen = steering.next(this, referee);
        started += RunningTime.nanos() - before;
        return chosen;
    }

    private Optional<Ending> ending() {
        return asked ? Optional.of(reason) : settings.length().reached(images, seconds());
    }

    private List<Turn> play(Batch batch, Referee chosen, Exchange exchange) {
        return replicas.leading(() -> played(batch, chosen, exchange));
    }

    private List<Turn> played(Batch batch, Referee chosen, Exchange exchange) {
        Engine.seed(settings.seed(), step);
        List<Turn> turns = new ArrayList<>();
        Standing after = standing;
        try (Scope oneStep = new Scope()) {
            Reals reals = onDevice(batch);
            Moment moment = new Moment(step, images, standing.augmented(), settings.device());
            if (replicas.count() > 1)
                game.players().forEach(player -> player.network().spreadStatistics());
            List<? extends Player> movers = chosen.next(game, standing, step);
            for (Player player : movers) {
                player.keepPace(chosen.pace(player, standing));
                turns.add(turn(player, reals, moment, turns.isEmpty()));
            }
            if (replicas.count() > 1)
                game.players().forEach(player -> player.network().gatherStatistics());
            Optional<Belief> measured = referee.watchesBelief()
                            && turns.stream().allMatch(turn -> turn.belief().isEmpty())
                    ? Optional.of(game.belief(reals, moment))
                    : Optional.empty();
            step++;
            images += settings.batch();
            turns = exchange.after(turns, measured, this::ending);
            for (int i = 0; i < turns.size(); i++)
                after = adapted(after.after(turns.get(i)), movers.get(i), turns.get(i));
            if (measured.isPresent()) after = after.with(exchange.measured().orElseThrow());
        }
        standing = after;
        averages.forEach(average -> average.follow(settings.batch(), images));
        return turns;
    }

    private Standing adapted(Standing after, Player mover, Turn turn) {
        if (!(mover instanceof Discriminator judge) || turn.belief().isEmpty()) return after;
        return after.with(judge.adapted(after.augmented(), turn.belief().get(), settings.batch()));
    }

    /** The player learns from the whole batch, of which each replica differentiates its part. */
    private Turn turn(Player player, Reals reals, Moment moment, boolean first) {
        return game.learned(player, parts(player, reals, moment, first), moment);
    }

    private List<Turn> parts(Player player, Reals reals, Moment moment, boolean first) {
        try {
            return replicas.each(replica -> {
                if (first && replica > 0) Engine.seed(settings.seed(), step);
                try (Scope part = new Scope()) {
                    return game.differentiated(player, reals.part(replica, replicas.count()), moment);
                }
            });
        } catch (NotFiniteException broken) {
            // the other processes wait for this gradient, and break in this step, too
            if (!group.isAlone()) player.network().spoilGradient();
            throw broken;
        }
    }

    private Reals onDevice(Batch batch) {
        Tensor samples =
                Tensor.of(batch.values(), settings.device(), batch.shape().dimensions(batch.count()));
        Optional<Tensor> labels = batch.labelled()
                ? Optional.of(Tensor.ofClasses(batch.labels())
                        .oneHot(data.labelNames().size())
                        .on(settings.device()))
                : Optional.empty();
        return new Reals(samples, labels);
    }

    /**
     * Computes on other threads from the next step on; by default on those of {@link Engine} and with one replica. The
     * number of replicas changes what is learned as another order of the data does: each has its own random numbers and
     * normalises its own part of a batch.
     *
     * @throws IllegalArgumentException when batches of this game cannot be split into this number of parts
     */
    public void compute(Parallelism wanted) {
        if (wanted.equals(replicas.parallelism())) {
            Engine.useThreads(wanted.threads());
            return;
        }
        if (wanted.replicas() > 1)
            requireDivisible(
                    wanted.replicas(), "replicas must be 1 in this game", "replicas must divide the batch size");
        replicate(wanted);
    }

    /**
     * Shares every batch with the other processes of a group from now on, and brings them all to the state of the one of rank 0. Each
     * of them must have been made for the same plan and data. A step then depends on the number of processes as it does on
     * that of replicas.
     *
     * @throws IllegalArgumentException when batches of this game cannot be split over all replicas of all processes
     */
    public void join(Group with) {
        if (with.isAlone()) return;
        requireDivisible(
                replicas.count() * with.size(),
                "this game can be trained by one process only",
                "the processes, times the replicas of each, must divide the batch size");
        group = with;
        replicate(replicas.parallelism());
        Snapshot.share(this, group);
    }

    /** Those that compute together, in the one process or in several. */
    public Group group() {
        return group;
    }

    private void replicate(Parallelism wanted) {
        replicas.close();
        replicas = new Replicas(wanted, group);
        game.players().forEach(player -> player.network().replicate(wanted.replicas(), group));
    }

    private void requireDivisible(int parts, String alone, String dividing) {
        game.indivisible().ifPresent(reason -> {
            throw new IllegalArgumentException(alone + ", since " + reason + " needs whole batches, got " + parts);
        });
        if (settings.batch() % parts != 0)
            throw new IllegalArgumentException(dividing + " " + settings.batch() + ", got " + parts);
    }

    /** The threads that compute. */
    public Parallelism parallelism() {
        return replicas.parallelism();
    }

    /** Asks for the end after the step being played. */
    public void stop() {
        stop(Ending.ASKED);
    }

    /** The same for a reason of its own. */
    public void stop(Ending why) {
        reason = why;
        asked = true;
    }

    /** Makes samples with a generator as it stands: with its average where there is one. */
    public Sampler sampler(int generator) {
        Generator player = game.generators().players().get(generator);
        return new Sampler(
                (averages.isEmpty() ? player.network() : averages.get(generator).network()).fromLatents(),
                settings.device(),
                game.precision());
    }

    /**
     * The scores of the game's {@link Game#judge judge} as it stands, high for real.
     *
     * @param samples of the shape of the data, flattened
     * @param labels rows {@code [count, classes]}, if it is class-conditional
     */
    public float[] scores(float[] samples, Optional<float[]> labels) {
        long[] batch = data.shape().dimensions(1);
        return new Sampler(game.judge().network(), settings.device(), game.precision())
                .samples(samples, Arrays.copyOfRange(batch, 1, batch.length), labels);
    }

    public Game game() {
        return game;
    }

    public List<MovingAverage> averages() {
        return averages;
    }

    public Settings settings() {
        return settings;
    }

    public Samples data() {
        return data;
    }

    /** Steps played. */
    public long step() {
        return step;
    }

    /** Images seen. */
    public long images() {
        return images;
    }

    /** The probability of each change of an {@linkplain io.github.gan4j.game.Augmentation.Ada adaptive} augmentation, where there is one. */
    public OptionalDouble augmented() {
        boolean adaptive = game.discriminators().players().stream().anyMatch(Discriminator::adaptive);
        return adaptive ? OptionalDouble.of(standing.augmented()) : OptionalDouble.empty();
    }

    public Standing standing() {
        return standing;
    }

    /** Seconds spent training so far, earlier parts of a resumed run included; {@linkplain RunningTime suspended} ones are not. */
    public double seconds() {
        return secondsBefore + (started == 0 ? 0 : (RunningTime.nanos() - started) / 1e9);
    }

    void resumeAt(long step, long images, double seconds, Standing standing) {
        this.step = step;
        this.images = images;
        this.secondsBefore = seconds;
        this.standing = standing;
    }

    @Override
    public void close() {
        replicas.close();
        averages.forEach(MovingAverage::close);
        game.close();
    }
}
