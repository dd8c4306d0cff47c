package io.github.gan4j.networks;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.NativeOwner;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Collection;
import java.util.List;

/**
 * The memory of a network: all learned parameters in one flat tensor and all statistics in another, the parameters
 * being windows into them. An optimizer's step, an average, a sum over processes and a check for NaN are then single
 * operations.
 */
final class Weights extends NativeOwner {
    final Tensor learned;
    final Tensor statistics;

    Weights(Collection<Parameter> parameters, Device device) {
        learned = flat(parameters.stream().filter(Parameter::learned).toList(), device, true);
        statistics = flat(parameters.stream().filter(p -> !p.learned()).toList(), device, false);
    }

    private Tensor flat(List<Parameter> parameters, Device device, boolean learned) {
        long count = parameters.stream().mapToLong(Parameter::count).sum();
        Tensor all = owned(() -> Tensor.zeros(count).on(device));
        long start = 0;
        for (Parameter parameter : parameters) {
            long from = start;
            Tensor window = owned(() -> {
                Tensor part = all.narrowed(0, from, parameter.count()).reshaped(parameter.shape());
                return learned ? part.withGradient() : part;
            });
            try (Scope scope = new Scope()) {
                window.copyInPlace(parameter.initial().on(device));
            }
            parameter.bind(window);
            start += parameter.count();
        }
        return all;
    }
}
