package io.github.gan4j.networks;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.FlatGradient;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.NativeOwner;
import io.github.gan4j.tensor.Replicas;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a network: all learned parameters in one flat tensor and all statistics in another, the parameters
 * being windows into them. An optimizer's step, an average, a sum over replicas or processes and a check for NaN are then
 * single operations. Replicas share the learned numbers; statistics and gradients are flat tensors of each.
 */
final class Weights extends NativeOwner {
    final Tensor learned;
    final Tensor statistics;
    private final List<Parameter> moved;
    private final List<Parameter> kept;
    private final Device device;
    /** Those that compute, and behind them any that did before. */
    private final List<Replica> replicas = new ArrayList<>();

    private int computing = 1;
    private Group group = Group.alone();

    /** What one replica has of its own: statistics, a gradient once it has taken one, and windows in the order of parameters. */
    private final class Replica {
        final Tensor statistics;
        final List<Tensor> windows;
        private Optional<FlatGradient> gradient = Optional.empty();

        Replica(Tensor statistics) {
            this.statistics = statistics;
            windows = windows(learned, moved, true);
            windows.addAll(windows(statistics, kept, false));
        }

        FlatGradient gradient() {
            if (gradient.isEmpty())
                gradient = Optional.of(owned(() -> new FlatGradient(windows.subList(0, moved.size()), device)));
            return gradient.get();
        }
    }

    Weights(Collection<Parameter> parameters, Device device) {
        this.device = device;
        moved = parameters.stream().filter(Parameter::learned).toList();
        kept = parameters.stream().filter(p -> !p.learned()).toList();
        learned = flat(moved);
        statistics = flat(kept);
        replicas.add(new Replica(statistics));
        bind();
        for (Parameter parameter : parameters)
            try (Scope scope = new Scope()) {
                parameter.tensor().copyInPlace(parameter.initial().on(device));
            }
    }

    private Tensor flat(List<Parameter> parameters) {
        long count = parameters.stream().mapToLong(Parameter::count).sum();
        return owned(() -> Tensor.zeros(count).on(device));
    }

    private List<Tensor> windows(Tensor all, List<Parameter> parameters, boolean differentiable) {
        List<Tensor> windows = new ArrayList<>();
        long start = 0;
        for (Parameter parameter : parameters) {
            long from = start;
            windows.add(owned(() -> {
                Tensor part = all.narrowed(0, from, parameter.count()).reshaped(parameter.shape());
                return differentiable ? part.withGradient() : part;
            }));
            start += parameter.count();
        }
        return windows;
    }

    /**
     * Lets this number of replicas compute in each process of a group. All memory is made here: their threads must not do so side
     * by side.
     */
    void replicate(int wanted, Group with) {
        group = with;
        while (replicas.size() < wanted) replicas.add(new Replica(flat(kept)));
        computing = wanted;
        if (wanted > 1 || !with.isAlone()) computing().forEach(Replica::gradient);
        bind();
    }

    private List<Replica> computing() {
        return replicas.subList(0, computing);
    }

    private void bind() {
        for (int i = 0; i < moved.size() + kept.size(); i++) {
            int place = i;
            Parameter parameter = i < moved.size() ? moved.get(i) : kept.get(i - moved.size());
            parameter.bind(computing().stream()
                    .map(replica -> replica.windows.get(place))
                    .toList());
        }
    }

    /** The gradient of this thread's replica, in memory that its next one overwrites. */
    Tensor gradient(Tensor loss) {
        FlatGradient own = replicas.get(computing == 1 ? 0 : Replicas.current()).gradient();
        own.take(loss);
        return own.numbers();
    }

    /** The mean of the last gradients of all replicas, in memory that the next one overwrites. */
    Tensor meanGradient() {
        return group.averagedInPlace(computing().stream()
                .map(replica -> replica.gradient().numbers())
                .toList());
    }

    /** Makes the mean one that is not a number, for all processes of the group. */
    void spoilGradient() {
        Elements.spoilInPlace(replicas.get(0).gradient().numbers());
        meanGradient();
    }

    /** Gives every replica the statistics of the first. */
    void spreadStatistics() {
        for (Replica other : computing().subList(1, computing)) other.statistics.copyInPlace(statistics);
    }

    /** Brings the statistics of the first replica to the mean of all in this process. */
    void gatherStatistics() {
        Elements.averagedInPlace(
                computing().stream().map(replica -> replica.statistics).toList());
    }
}
