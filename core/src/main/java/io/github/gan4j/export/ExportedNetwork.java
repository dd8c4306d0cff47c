package io.github.gan4j.export;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Recording;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A network to be exported: how it computes, and what goes in and comes out. It borrows the network.
 *
 * @param parameters the network's arrays by their names
 * @param inputs in the order in which {@code function} takes them
 * @param output what comes out
 * @param device where the network is
 * @param function from inputs to the output
 */
public record ExportedNetwork(
        Map<String, Tensor> parameters,
        List<Port> inputs,
        Port output,
        Device device,
        Function<List<Tensor>, Tensor> function) {

    /**
     * An allocated network as it computes outside training.
     *
     * @param input of the network
     * @param classes that it is conditioned on; empty for none
     */
    public static ExportedNetwork of(Network network, Port input, List<String> classes, Port output, Device device) {
        List<Port> inputs = new ArrayList<>(List.of(input));
        if (!classes.isEmpty()) inputs.add(Port.classes(classes));
        return new ExportedNetwork(parameters(network), inputs, output, device, given -> {
            Optional<Tensor> labels = classes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(given.get(1).oneHot(classes.size()));
            return network.apply(given.get(0), Pass.SAMPLING.withLabels(labels));
        });
    }

    /** The arrays of an allocated network by their names. */
    static Map<String, Tensor> parameters(Network network) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        network.parameters().forEach((name, parameter) -> named.put(name, parameter.tensor()));
        return named;
    }

    /** The names of the classes that it is conditioned on, or tells apart; empty for none. */
    public List<String> classes() {
        return Stream.concat(inputs.stream(), Stream.of(output))
                .map(Port::classes)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What it does to a fixed batch. */
    Recording recorded(int batch, long height, long width) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        for (Port port : inputs) {
            long[] shape = port.shape(batch, height, width);
            float[] numbers = port.numbers(shape);
            given.put(
                    port.name(),
                    (port.classes().isEmpty() ? Tensor.of(numbers, shape) : Tensor.ofClasses(whole(numbers)))
                            .on(device));
        }
        return Recording.of(parameters, given, () -> function.apply(List.copyOf(given.values())));
    }

    private static int[] whole(float[] numbers) {
        int[] whole = new int[numbers.length];
        for (int i = 0; i < whole.length; i++) whole[i] = (int) numbers[i];
        return whole;
    }

    /** The same for images of one size only. */
    ExportedNetwork sized(long height, long width) {
        return new ExportedNetwork(
                parameters,
                inputs.stream()
                        .map(port -> port.anySize() ? port.sized(height, width) : port)
                        .toList(),
                output,
                device,
                function);
    }
}
