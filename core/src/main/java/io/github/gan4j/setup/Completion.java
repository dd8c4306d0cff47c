package io.github.gan4j.setup;

import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.DiscriminatorPlan;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import java.util.List;

/**
 * Fills in what a plan leaves to the data and to the machine, so that the plan in a run folder repeats the run to the
 * bit: size, channels, classes, widths, device, precision. Threads follow when the run starts: {@link Rehearsal}.
 */
public final class Completion {
    /** Where threads fight for cores, every further one makes training slower; hundreds bring it to a standstill. */
    private static final int MOST_THREADS_A_CORE = 8;

    /** Fewer images of a class on average are too few to learn it from. */
    static final int LEAST_OF_CLASS = 50;

    private Completion() {}

    /** @throws IllegalArgumentException in one line, when the plan is impossible for these data */
    public static Plan of(Plan plan, Samples samples) {
        SampleShape shape = samples.shape();
        requireImages(plan, shape);
        if (shape.isImage() && shape.height() < ImageSource.LEAST_SIDE)
            throw new IllegalArgumentException("the images of the data are " + shape.width() + "x" + shape.height()
                    + " pixels, fewer than the " + ImageSource.LEAST_SIDE
                    + " a side that are learned from; --set data.size=N enlarges them");
        Plan completed = withLabels(plan, samples);
        if (shape.isImage()) completed = completed.withData(plan.data().sized(shape.height(), shape.channels()));
        completed = completed.withData(completed.data().absolute());
        if (completed.classified()) completed = completed.withClasses(classes(completed, samples));
        else if (!plan.classes().isEmpty())
            throw new IllegalArgumentException(
                    "classes are named where players are conditioned on them or tell them apart"
                            + " (discriminator.supervision), and here they are not; leave it out, got "
                            + shortened(plan.classes()));
        requireThreads(plan);
        Device device = Device.named(plan.device().word());
        if (plan.device().equals(DeviceChoice.AUTO)) completed = completed.withDevice(new DeviceChoice(device.word()));
        completed = completed.withPrecision(
                PrecisionChoice.valueOf(precision(plan, device).name()));
        return withWidths(completed, shape);
    }

    /** Whether labels that a plan leaves to the data are those of a class-conditional game. */
    private static boolean conditional(Samples samples) {
        int classes = samples.labelNames().size();
        return classes > 1
                && classes <= Plan.MOST_CLASSES
                && samples.distinct().orElse(Long.MAX_VALUE) / classes >= LEAST_OF_CLASS;
    }

    private static Plan withLabels(Plan plan, Samples samples) {
        GeneratorPlan generator = plan.generator();
        DiscriminatorPlan discriminator = plan.discriminator();
        boolean conditional = conditional(samples);
        return plan.withGenerator(
                        generator.network().labels() == Labels.AUTO
                                ? generator.withLabels(conditional ? Labels.INPUT : Labels.NONE)
                                : generator)
                .withDiscriminator(
                        discriminator.network().labels() == Labels.AUTO
                                ? discriminator.withLabels(conditional ? Labels.PROJECTION : Labels.NONE)
                                : discriminator);
    }

    private static void requireImages(Plan plan, SampleShape shape) {
        if (shape.isImage()) return;
        // before a network of points complains about its size
        if (plan.restoring())
            throw new IllegalArgumentException("generator.input is degraded, which is for images, but a sample is a "
                    + shape + "; use data of images");
        plan.discriminator().augmentations().forEach(augmentation -> {
            if (augmentation.forImages())
                throw new IllegalArgumentException("discriminator.augmentations has "
                        + Words.of(augmentation.getClass()) + ", which changes images, but a sample is a " + shape
                        + "; use instance-noise or packing");
        });
    }

    private static List<String> classes(Plan plan, Samples samples) {
        List<String> wanted = plan.classes(), found = samples.labelNames();
        if (found.isEmpty())
            throw new IllegalArgumentException("discriminator.network.labels is "
                    + Words.of(plan.discriminator().network().labels()) + ", but the data is unlabelled ("
                    + samples.describe() + "); give labelled data, or set both players' labels to none");
        if (!wanted.isEmpty() && !wanted.equals(found))
            throw new IllegalArgumentException("classes must be those of the data, " + shortened(found) + ", got "
                    + shortened(wanted) + "; leave it out");
        return found;
    }

    private static String shortened(List<String> names) {
        String text = names.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static Plan withWidths(Plan plan, SampleShape shape) {
        GeneratorPlan generator = plan.generator();
        DiscriminatorPlan discriminator = plan.discriminator();
        if (generator.network().width() != 0 && discriminator.network().width() != 0) return plan;
        int width = Budget.width(plan, shape);
        return plan.withGenerator(generator.network().width() == 0 ? generator.withWidth(width) : generator)
                .withDiscriminator(
                        discriminator.network().width() == 0 ? discriminator.withWidth(width) : discriminator);
    }

    private static void requireThreads(Plan plan) {
        int cores = Assembly.CORES;
        plan.parallelism(cores)
                .filter(wanted -> wanted.cores() > MOST_THREADS_A_CORE * cores)
                .ifPresent(wanted -> {
                    throw new IllegalArgumentException("threads must be at most " + MOST_THREADS_A_CORE * cores
                            + " on this machine of " + cores + " cores, those of all replicas together, or 0 for all"
                            + " cores; got " + wanted);
                });
    }

    private static Precision precision(Plan plan, Device device) {
        boolean full = plan.discriminator().penalties().stream().anyMatch(Penalty::needsFullPrecision);
        if (full && plan.precision() == PrecisionChoice.BF16)
            throw new IllegalArgumentException(
                    "precision is bf16, but finite-difference penalties drown in its rounding; use fp32 or auto");
        return full ? Precision.FP32 : Precision.named(Words.of(plan.precision()), device);
    }
}
