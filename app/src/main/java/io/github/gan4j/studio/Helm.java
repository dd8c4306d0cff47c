package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Side;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.train.Steering;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a person has set for a training that is going on, and the way to look at it while no step is played.
 */
final class Helm implements Steering {
    /**
     * @param paused whether no step is played unless asked for
     * @param secondsPerStep the least time from step to step; 0 for full speed
     * @param discriminatorRate factor of the discriminators' learning rates
     * @param generatorRate factor of the generators' learning rates
     * @param discriminatorTurns beside {@code generatorTurns}: how many turns each side has; 0 and 0 as planned
     */
    record Setting(
            boolean paused,
            double secondsPerStep,
            double discriminatorRate,
            double generatorRate,
            int discriminatorTurns,
            int generatorTurns) {
        static final Setting AS_PLANNED = new Setting(false, 0, 1, 1, 0, 0);

        Setting {
            within("slow motion", secondsPerStep, 0, 10, "seconds a step");
            within("the discriminator's learning rate", discriminatorRate, 0, 100, "times its plan");
            within("the generator's learning rate", generatorRate, 0, 100, "times its plan");
            within("turns of the discriminator", discriminatorTurns, 0, 100, "");
            within("turns of the generator", generatorTurns, 0, 100, "");
            if ((discriminatorTurns == 0) != (generatorTurns == 0))
                throw new IllegalArgumentException("turns must be given for both sides or for neither, got "
                        + discriminatorTurns + " and " + generatorTurns);
        }

        /**
         * With the changes of a request.
         *
         * @throws IllegalArgumentException in one line, when there is no such setting, or it is beyond its limits
         */
        Setting with(ObjectNode change) {
            for (String key : (Iterable<String>) change::fieldNames)
                if (!Json.tree(this).has(key)) throw new IllegalArgumentException("there is no setting '" + key + "'");
            return new Setting(
                    change.path("paused").asBoolean(paused),
                    number(change.path("secondsPerStep"), secondsPerStep),
                    number(change.path("discriminatorRate"), discriminatorRate),
                    number(change.path("generatorRate"), generatorRate),
                    (int) number(change.path("discriminatorTurns"), discriminatorTurns),
                    (int) number(change.path("generatorTurns"), generatorTurns));
        }

        private static double number(JsonNode given, double otherwise) {
            return given.isMissingNode() ? otherwise : given.asDouble(Double.NaN);
        }

        private static void within(String what, double value, double least, double most, String unit) {
            if (!(value >= least && value <= most))
                throw new IllegalArgumentException("%s must be within %s and %s %s, got %s"
                        .formatted(what, Numbers.plain(least), Numbers.plain(most), unit, Numbers.plain(value)));
        }
    }

    /** Steps of one side that can wait to be played. */
    static final int MOST_SINGLES = 100;

    private final ReentrantLock between;
    private final Condition changed;
    private final Queue<Side> singles = new ArrayDeque<>();
    private volatile Setting setting;
    private volatile Optional<Training> training = Optional.empty();
    private boolean ending;

    /**
     * @param between held by the training's thread but between its steps; fair
     * @param setting from the first step on
     */
    Helm(ReentrantLock between, Setting setting) {
        this.between = between;
        this.setting = setting;
        this.changed = between.newCondition();
    }

    /** On the training's thread, before the run is made. */
    void begin() {
        between.lock();
    }

    @Override
    public Referee next(Training asking, Referee planned) throws IOException {
        if (between.isHeldByCurrentThread()) between.unlock();
        between.lock(); // fair, so whoever waits to look comes first
        training = Optional.of(asking);
        try {
            long from = System.nanoTime();
            while (!ending && singles.isEmpty()) {
                long wait = (long) (setting.secondsPerStep * 1e9) - (System.nanoTime() - from);
                if (setting.paused) changed.await();
                else if (wait > 0) changed.await(wait, TimeUnit.NANOSECONDS);
                else break;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // which makes the training end
        }
        scaleRates(asking);
        Optional<Side> single = Optional.ofNullable(singles.poll());
        if (single.isPresent()) return only(single.get());
        return setting.discriminatorTurns == 0
                ? planned
                : new Referee.Alternate(setting.discriminatorTurns, setting.generatorTurns);
    }

    private static Referee only(Side side) {
        return (game, standing, step) ->
                game.players().stream().filter(p -> p.side() == side).toList();
    }

    private void scaleRates(Training asking) {
        for (Player player : asking.game().players())
            player.scaleRate(player.side() == Side.DISCRIMINATOR ? setting.discriminatorRate : setting.generatorRate);
    }

    /** When training is over, on its thread; nobody may look at it from now on. */
    void release() {
        if (!between.isHeldByCurrentThread()) between.lock();
        training = Optional.empty();
        ending = true;
        while (between.isHeldByCurrentThread()) between.unlock();
    }

    /** Wakes a training that waits, so that it can end. */
    void end() {
        between.lock();
        try {
            ending = true;
            changed.signalAll();
        } finally {
            between.unlock();
        }
    }

    Setting setting() {
        return setting;
    }

    void set(Setting wanted) {
        between.lock();
        try {
            setting = wanted;
            changed.signalAll();
        } finally {
            between.unlock();
        }
    }

    /** The next steps are of this side alone; those above a hundred that wait are not played. */
    void single(Side side, int steps) {
        between.lock();
        try {
            for (int i = 0; i < steps && singles.size() < MOST_SINGLES; i++) singles.add(side);
            changed.signalAll();
        } finally {
            between.unlock();
        }
    }

    /** Looks at the training while no step is played. */
    interface Look<T> {
        T at(Training training) throws IOException;
    }

    /** @throws Refusal before the first step and after the last */
    <T> T look(Look<T> look) throws IOException {
        between.lock();
        try {
            return look.at(training.orElseThrow(() -> Refusal.conflict("the training is not under way; try again")));
        } finally {
            between.unlock();
        }
    }
}
