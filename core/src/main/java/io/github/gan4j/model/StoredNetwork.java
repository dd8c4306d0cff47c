package io.github.gan4j.model;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.PlannedNetworks;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Snapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Networks with the weights that a checkpoint holds. */
final class StoredNetwork {
    private StoredNetwork() {}

    /**
     * A generator of a completed plan: its average, where the run keeps one. The caller closes it.
     *
     * @param number of the generator, from 0
     */
    static Network generator(Plan plan, SampleShape shape, Checkpoint checkpoint, int number) throws IOException {
        return filled(PlannedNetworks.generator(plan, shape), "generator", number, checkpoint, Assembly.device(plan));
    }

    /** The first discriminator of a completed plan; the caller closes it. */
    static Network discriminator(Plan plan, SampleShape shape, Checkpoint checkpoint) throws IOException {
        return filled(
                PlannedNetworks.discriminator(plan, shape), "discriminator", 0, checkpoint, Assembly.device(plan));
    }

    private static Network filled(Network network, String kind, int number, Checkpoint checkpoint, Device device)
            throws IOException {
        network.allocate(device);
        try {
            fill(network, kind, number, checkpoint, device);
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static void fill(Network network, String kind, int number, Checkpoint checkpoint, Device device)
            throws IOException {
        Map<String, StoredTensor> stored = checkpoint.read().tensors();
        String player = has(stored, kind + ".") ? kind : kind + (number + 1);
        String average = Snapshot.averageOf(player) + ".";
        String owner = has(stored, average) ? average : player + ".";
        for (Map.Entry<String, Parameter> e : network.parameters().entrySet()) {
            StoredTensor tensor = stored.get(owner + e.getKey());
            if (tensor == null || !Arrays.equals(tensor.shape(), e.getValue().shape()))
                throw new IOException(checkpoint.file() + ": has no " + owner + e.getKey() + " of shape "
                        + Arrays.toString(e.getValue().shape()) + "; it belongs to another plan");
            try (Scope scope = new Scope()) {
                e.getValue()
                        .tensor()
                        .copyInPlace(Tensor.of(tensor.floats(), tensor.shape()).on(device));
            }
        }
    }

    private static boolean has(Map<String, StoredTensor> stored, String start) {
        return stored.keySet().stream().anyMatch(name -> name.startsWith(start));
    }
}
