package io.github.gan4j.setup;

import com.sun.management.OperatingSystemMXBean;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.Plan;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** An estimate of the memory that training needs besides Java's own, and whether there is so much. */
public final class Memory {
    private static final int FLOAT = 4;
    /** Weights, gradients, and what Adam remembers. */
    private static final int COPIES_OF_WEIGHTS = 4;
    /** What is remembered for differentiation: outputs of both passes through a discriminator, with their gradients. */
    private static final int COPIES_OF_OUTPUTS = 3;
    /** libtorch itself, once loaded. */
    private static final long LIBRARY = 350L << 20;

    private Memory() {}

    /** Bytes needed by the players of a completed plan. */
    public static long needed(Plan plan, SampleShape shape) {
        int replicas = Assembly.parallelism(plan).replicas();
        return LIBRARY
                + side(
                        replicas,
                        PlannedNetworks.generatorSummary(plan, shape),
                        plan.generator().count(),
                        plan.batchSize(),
                        plan.generator().ema().isPresent())
                + side(
                        replicas,
                        PlannedNetworks.discriminatorSummary(plan, shape),
                        plan.discriminator().count(),
                        plan.batchSize() / plan.discriminator().samplesPerView(),
                        false);
    }

    private static long side(int replicas, Summary network, int players, long batch, boolean averaged) {
        long outputs = network.layers().stream()
                .mapToLong(l -> Arrays.stream(l.output()).reduce(1, Math::multiplyExact))
                .sum();
        // each further replica has a gradient of its own
        int copies = COPIES_OF_WEIGHTS + replicas - 1 + (averaged ? 1 : 0);
        long weights = network.parameters() * FLOAT * players * copies;
        return weights + outputs * FLOAT * batch * COPIES_OF_OUTPUTS;
    }

    /**
     * Refuses a plan that this machine cannot hold: the system would kill the program without a word.
     *
     * @throws IllegalArgumentException with both figures
     */
    public static void require(Plan plan, SampleShape shape) {
        long needed = needed(plan, shape);
        if (!plan.device().equals(DeviceChoice.CPU) || needed <= installed()) return;
        throw new IllegalArgumentException("the plan needs about " + (needed >> 20) + " MiB, but this machine has "
                + (installed() >> 20) + " MiB; lower batchSize (" + plan.batchSize() + ") or the networks' width");
    }

    private static long installed() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
