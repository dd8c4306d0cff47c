package io.github.gan4j.transfer;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.game.Player;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StartPlan;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the weights that a plan starts from into a training that has only its first, random ones. */
public final class WeightTransfer {
    private final StartPlan start;
    private final Map<String, StoredTensor> stored;
    private final List<Match> matches = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();

    private WeightTransfer(StartPlan start, Map<String, StoredTensor> stored) {
        this.start = start;
        this.stored = stored;
    }

    /**
     * The plan with the files that it starts from found, if it starts from any: absolute paths and checksums, so that the
     * same run can be started again.
     *
     * @throws IOException in one line, when there is no such run, checkpoint or file
     */
    public static Plan located(Plan plan, Consumer<String> notice) throws IOException {
        return plan.start().isEmpty()
                ? plan
                : plan.withStart(Optional.of(WeightFiles.located(plan.start().get(), notice)));
    }

    /**
     * Takes over the weights that a located plan starts from; the training has to be a fresh one of that plan.
     *
     * @return what was taken from where, and what was not; empty for a plan that starts from random weights
     * @throws IllegalArgumentException in one line that names every array that does not fit, where all have to
     * @throws IOException in one line, when a file is missing, another one than the plan names, or damaged
     */
    public static List<String> into(Training training, Plan plan) throws IOException {
        if (plan.start().isEmpty()) return List.of();
        StartPlan start = plan.start().get();
        WeightTransfer transfer = new WeightTransfer(start, WeightFiles.read(start));
        transfer.match(training);
        transfer.requireFit();
        transfer.copy(training);
        return transfer.report(training);
    }

    private void match(Training training) {
        Names names = new Names(start.names(), stored);
        names.requireUsed(training.game().players().stream().map(Player::name).toList());
        for (Player player : taking(training)) {
            Map<String, long[]> wanted = new LinkedHashMap<>();
            for (Map.Entry<String, Parameter> entry :
                    player.network().parameters().entrySet())
                wanted.put(entry.getKey(), entry.getValue().shape());
            matches.add(names.match(player.name(), wanted));
            networks.add(player.network());
        }
    }

    /** The players that take weights, generators first: the averages of a training are those of its generators. */
    private List<Player> taking(Training training) {
        List<Player> players = new ArrayList<>(training.game().generators().players());
        if (start.players() == StartPlan.Taken.BOTH)
            players.addAll(training.game().discriminators().players());
        return players;
    }

    private void requireFit() {
        List<String> wrong = new ArrayList<>();
        matches.forEach(match -> wrong.addAll(match.misfits()));
        boolean any = matches.stream().anyMatch(match -> !match.pairs().isEmpty());
        if (any && (wrong.isEmpty() || start.matching())) return;
        throw new IllegalArgumentException("the weights of " + String.join(", ", start.from()) + " do not fit: "
                + String.join("; ", wrong)
                + (any ? ". To take only what fits, add --from-matching; only generators, --from-generator-only" : ""));
    }

    private void copy(Training training) {
        for (int i = 0; i < matches.size(); i++) copy(matches.get(i).pairs(), networks.get(i));
        for (int i = 0; i < training.averages().size(); i++) {
            Network average = training.averages().get(i).network();
            training.averages().get(i).restart();
            copy(averages(matches.get(i), average), average);
        }
    }

    /** The arrays of the average, where those of the generator itself were found in a checkpoint that has one. */
    private Map<String, Match.Pair> averages(Match generator, Network average) {
        Map<String, Match.Pair> pairs = new LinkedHashMap<>();
        generator.pairs().forEach((name, pair) -> {
            if (!pair.stored().endsWith("." + name)) return;
            String owner = pair.stored().substring(0, pair.stored().length() - name.length() - 1);
            String there = Snapshot.averageOf(owner) + "." + name;
            if (stored.containsKey(there)) pairs.put(name, new Match.Pair(there, pair.relayout()));
        });
        return pairs.keySet().equals(generator.pairs().keySet()) ? pairs : Map.of();
    }

    private void copy(Map<String, Match.Pair> pairs, Network network) {
        pairs.forEach((name, pair) -> {
            Parameter parameter = network.parameters().get(name);
            try (Scope scope = new Scope()) {
                Tensor live = parameter.tensor();
                float[] numbers = pair.relayout().numbers(stored.get(pair.stored()), parameter.shape());
                live.copyInPlace(Tensor.of(numbers, parameter.shape()));
            }
        });
    }

    private List<String> report(Training training) {
        List<String> lines = new ArrayList<>(), anew = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (Match match : matches) {
            taken.add(match.player() + " (" + match.pairs().size() + " of " + match.wanted() + " arrays)");
            anew.addAll(match.misfits());
        }
        for (Player player : training.game().players())
            if (matches.stream().noneMatch(match -> match.player().equals(player.name()))) anew.add(player.name());
        lines.add("started from the weights of " + String.join(", ", start.from()) + ": " + String.join(", ", taken));
        if (!anew.isEmpty()) lines.add("newly initialised: " + String.join("; ", anew));
        return lines;
    }
}
