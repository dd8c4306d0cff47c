package io.github.gan4j.networks;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.NativeOwner;
import io.github.gan4j.tensor.Replicas;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
    private final List<Tensor> ownStatistics = new ArrayList<>();
    private final List<Tensor> gradients = new ArrayList<>();
    private int replicas = 1;

    Weights(Collection<Parameter> parameters, Device device) {
        this.device = device;
        moved = parameters.stream().filter(Parameter::learned).toList();
        kept = parameters.stream().filter(p -> !p.learned()).toList();
        learned = flat(moved);
        statistics = flat(kept);
        ownStatistics.add(statistics);
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

    /** Makes windows, statistics and gradients for so many replicas. */
    void replicate(int wanted) {
        replicas = wanted;
        while (ownStatistics.size() < replicas) ownStatistics.add(flat(kept));
        while (gradients.size() < replicas) gradients.add(flat(moved));
        bind();
    }

    private void bind() {
        List<List<Tensor>> windows = new ArrayList<>();
        for (int replica = 0; replica < replicas; replica++) {
            List<Tensor> all = new ArrayList<>(windows(learned, moved, true));
            all.addAll(windows(ownStatistics.get(replica), kept, false));
            windows.add(all);
        }
        for (int i = 0; i < moved.size() + kept.size(); i++) {
            Parameter parameter = i < moved.size() ? moved.get(i) : kept.get(i - moved.size());
            int place = i;
            parameter.bind(
                    windows.stream().map(ofReplica -> ofReplica.get(place)).toList());
        }
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

    /** The gradient of this thread's replica, in memory that its next one overwrites. */
    Tensor gradient(Tensor loss) {
        if (gradients.isEmpty()) gradients.add(flat(moved));
        Tensor own = gradients.get(replicas == 1 ? 0 : Replicas.current());
        try (Scope scope = new Scope()) {
            List<Tensor> by = moved.stream().map(Parameter::tensor).toList();
            Gradients.flat(loss, by, own);
        }
        return own;
    }

    /** The mean of the last gradients of all replicas, in memory that the next one overwrites. */
    Tensor meanGradient() {
        average(gradients.subList(0, replicas));
        return gradients.get(0);
    }

    /** Gives every replica the statistics of the first. */
    void spreadStatistics() {
        if (kept.isEmpty()) return;
        for (Tensor other : ownStatistics.subList(1, replicas)) other.copyInPlace(statistics);
    }

    /** Brings the statistics of the first replica to the mean of all. */
    void gatherStatistics() {
        if (!kept.isEmpty()) average(ownStatistics.subList(0, replicas));
    }

    /** In a fixed order, so that the result does not depend on which replica was faster. */
    private static void average(List<Tensor> all) {
        if (all.size() == 1) return;
        for (Tensor other : all.subList(1, all.size())) all.get(0).addInPlace(other);
        all.get(0).scaleInPlace(1.0 / all.size());
    }
}
