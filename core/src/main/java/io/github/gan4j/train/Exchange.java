package io.github.gan4j.train;

import io.github.gan4j.game.Belief;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Turn;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the processes of a group tell each other after every step, in one sum: the numbers of the turns, the statistics of all
 * networks, and whether any of them wants to end. From then on all have the same, decide alike and play the same next step.
 */
final class Exchange {
    private static final int ENDINGS = Ending.values().length;

    private final Group group;
    private final Device device;
    private final List<Tensor> statistics;
    private Optional<Ending> ending = Optional.empty();
    private Optional<Belief> measured = Optional.empty();

    Exchange(Group group, Game game, Device device) {
        this.group = group;
        this.device = device;
        statistics = group.isAlone()
                ? List.of()
                : game.players().stream()
                        .map(player -> player.network().statistics())
                        .filter(all -> all.count() > 0)
                        .toList();
    }

    /**
     * Brings statistics to their means.
     *
     * @param measured a belief that belongs to no turn
     * @param wish how this process would end now
     * @return the turns with the means of their numbers
     */
    List<Turn> after(List<Turn> turns, Optional<Belief> measured, Supplier<Optional<Ending>> wish) {
        this.measured = measured;
        if (group.isAlone()) return turns;
        List<Float> numbers = new ArrayList<>();
        wishes(wish.get(), numbers);
        for (Turn turn : turns) {
            numbers.add((float) turn.loss());
            numbers.add((float) turn.behind());
            turn.belief().ifPresent(belief -> add(belief, numbers));
        }
        measured.ifPresent(belief -> add(belief, numbers));
        float[] means = means(numbers);
        ending = ending(means);
        int at = ENDINGS;
        List<Turn> shared = new ArrayList<>();
        for (Turn turn : turns) {
            int first = at;
            at += turn.belief().isPresent() ? 7 : 2;
            shared.add(turn.with(means[first], means[first + 1], turn.belief().map(own -> belief(means, first + 2))));
        }
        int last = at;
        this.measured = measured.map(own -> belief(means, last));
        return shared;
    }

    /** How all end before a step, if any of them wants to. */
    Optional<Ending> agreed(Optional<Ending> own) {
        if (group.isAlone()) return own;
        List<Float> numbers = new ArrayList<>();
        wishes(own, numbers);
        ending = ending(means(numbers));
        return ending;
    }

    /** How all end after the last exchange. */
    Optional<Ending> ending() {
        return ending;
    }

    /** The mean of what was measured apart from turns. */
    Optional<Belief> measured() {
        return measured;
    }

    private static void wishes(Optional<Ending> own, List<Float> numbers) {
        for (Ending one : Ending.values()) numbers.add(own.filter(one::equals).isPresent() ? 1f : 0f);
    }

    private static Optional<Ending> ending(float[] means) {
        return Stream.of(Ending.values())
                .filter(one -> means[one.ordinal()] > 0)
                .findFirst();
    }

    private static void add(Belief belief, List<Float> numbers) {
        for (double number :
                new double[] {belief.pReal(), belief.pFake(), belief.realError(), belief.fakeError(), belief.realSign()
                }) numbers.add((float) number);
    }

    private static Belief belief(float[] numbers, int at) {
        return new Belief(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
    }

    private float[] means(List<Float> numbers) {
        float[] own = new float[numbers.size()];
        for (int i = 0; i < own.length; i++) own[i] = numbers.get(i);
        try (Scope scope = new Scope()) {
            List<Tensor> parts =
                    new ArrayList<>(List.of(Tensor.of(own, own.length).on(device)));
            parts.addAll(statistics);
            Tensor all = group.averagedInPlace(List.of(Tensor.concatenated(parts, 0)));
            long at = own.length;
            for (Tensor one : statistics) {
                one.copyInPlace(all.narrowed(0, at, one.count()));
                at += one.count();
            }
            return Arrays.copyOf(all.toFloats(), own.length);
        }
    }
}
