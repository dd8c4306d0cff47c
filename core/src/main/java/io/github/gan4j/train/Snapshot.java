package io.github.gan4j.train;

import io.github.gan4j.files.Json;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.game.Belief;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Standing;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TensorBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a training needs to go on exactly from where it stood, as plain values: weights, statistics, averages and
 * what optimizers remember as named arrays; counts, time and the standing of the game as numbers. Random state and the
 * place in the data need no storing: both follow from the seed, the step and the images seen.
 */
public record Snapshot(Map<String, StoredTensor> tensors, Numbers numbers) {
    /**
     * @param optimizerSteps by player
     * @param augmented see {@link Standing#augmented}
     * @param processes that trained together
     */
    public record Numbers(
            long step,
            long images,
            double seconds,
            Map<String, Long> optimizerSteps,
            Map<String, Double> behind,
            Optional<Belief> belief,
            double augmented,
            int processes) {
        private void restore(Training training) {
            for (Player player : training.game().players())
                player.optimizer().resumeAt(optimizerSteps.getOrDefault(player.name(), 0L));
            training.resumeAt(step, images, seconds, new Standing(behind, belief, augmented));
        }
    }

    /** The bytes that the arrays of a snapshot take. */
    public static long bytes(Training training) {
        return live(training).values().stream()
                .mapToLong(tensor -> Float.BYTES * tensor.count())
                .sum();
    }

    /** A copy of everything, as it stands between two steps. */
    public static Snapshot of(Training training) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        live(training)
                .forEach((name, tensor) -> tensors.put(name, StoredTensor.of(TensorBytes.of(tensor), tensor.shape())));
        return new Snapshot(tensors, numbers(training));
    }

    private static Numbers numbers(Training training) {
        Map<String, Long> optimizerSteps = new LinkedHashMap<>();
        for (Player player : training.game().players())
            optimizerSteps.put(player.name(), player.optimizer().steps());
        Standing standing = training.standing();
        return new Numbers(
                training.step(),
                training.images(),
                training.seconds(),
                optimizerSteps,
                standing.behind(),
                standing.belief(),
                standing.augmented(),
                training.group().size());
    }

    /**
     * Puts everything back into a training of the same players.
     *
     * @throws IOException when the arrays are not those of this training; nothing has been changed then
     */
    public void restore(Training training) throws IOException {
        Map<String, Tensor> live = live(training);
        requireSame(live);
        live.forEach((name, tensor) -> {
            StoredTensor stored = tensors.get(name);
            try (Scope scope = new Scope()) {
                tensor.copyInPlace(Tensor.of(stored.floats(), stored.shape()));
            }
        });
        numbers.restore(training);
    }

    /** Brings the training of every process of a group to the state of the one of rank 0. */
    static void share(Training training, Group group) {
        live(training).values().forEach(group::broadcast);
        Numbers own = numbers(training);
        try {
            Json.read(group.told(Json.text(own)).getBytes(StandardCharsets.UTF_8), Numbers.class)
                    .restore(training);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A broken state is never worth keeping.
     *
     * @throws NotFiniteException when a player's weights or statistics are not finite; it names the first such player
     */
    public static void requireFinite(Training training) {
        try (Scope scope = new Scope()) {
            for (Player player : training.game().players()) {
                requireFinite(player.name(), "weights", player.network().learned(), training);
                requireFinite(player.name(), "statistics", player.network().statistics(), training);
            }
        }
    }

    private static void requireFinite(String player, String what, Tensor numbers, Training training) {
        if (numbers.allFinite()) return;
        throw new NotFiniteException(player, what, numbers.sum().value(), training.images());
    }

    /** The live arrays by the names under which they are stored. */
    private static Map<String, Tensor> live(Training training) {
        Map<String, Tensor> live = new LinkedHashMap<>();
        for (Player player : training.game().players()) {
            add(live, player.name(), player.network());
            player.optimizer().memory().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> live.put(player.name() + ".optimizer." + e.getKey(), e.getValue()));
        }
        for (int i = 0; i < training.averages().size(); i++) {
            String name = training.game().generators().players().get(i).name();
            add(live, averageOf(name), training.averages().get(i).network());
        }
        return live;
    }

    private static void add(Map<String, Tensor> live, String owner, Network network) {
        for (Map.Entry<String, Parameter> e : network.parameters().entrySet())
            live.put(owner + "." + e.getKey(), e.getValue().tensor());
    }

    /** The name under which the average of a generator is stored. */
    public static String averageOf(String generator) {
        return generator + ".average";
    }

    private void requireSame(Map<String, Tensor> live) throws IOException {
        if (!live.keySet().equals(tensors.keySet())) {
            var missing = new TreeSet<>(live.keySet());
            missing.removeAll(tensors.keySet());
            var foreign = new TreeSet<>(tensors.keySet());
            foreign.removeAll(live.keySet());
            throw new IOException("the checkpoint is of other networks: "
                    + Stream.of(counted("lacks", missing), counted("has", foreign))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(" and ")));
        }
        for (Map.Entry<String, Tensor> e : live.entrySet()) {
            StoredTensor stored = tensors.get(e.getKey());
            long[] shape = e.getValue().shape();
            if (!stored.dtype().equals("F32") || !Arrays.equals(stored.shape(), shape))
                throw new IOException("the checkpoint is of other networks: " + e.getKey() + " is " + stored
                        + " there and F32" + Arrays.toString(shape) + " here");
        }
    }

    private static Optional<String> counted(String verb, SortedSet<String> arrays) {
        if (arrays.isEmpty()) return Optional.empty();
        String more = arrays.size() == 1 ? "" : " and " + (arrays.size() - 1) + " more";
        return Optional.of("it " + verb + " " + arrays.first() + more);
    }
}
