package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.plan.AugmentationPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.ThreadRace;
import java.nio.file.Path;
import java.util.List;

/**
 * Fills in what a plan leaves to the data and to the machine, so that the plan in a run folder repeats the run to the
 * bit: size, channels, threads, device, precision.
 */
final class Completion {
    /** Where threads fight for cores, every further one makes training slower; hundreds bring it to a standstill. */
    private static final int MOST_THREADS_A_CORE = 8;

    private Completion() {}

    static Plan of(Plan plan, Samples samples) {
        SampleShape shape = samples.shape();
        requireImages(plan, shape);
        requireRestorable(plan, shape);
        Draft draft = Draft.of(plan);
        if (shape.isImage())
            draft = draft.set("data.size", Integer.toString(shape.height()))
                    .set("data.channels", Integer.toString(shape.channels()));
        if (!plan.data().path().isEmpty())
            draft = draft.setText(
                    "data.path",
                    Path.of(plan.data().path()).toAbsolutePath().normalize().toString());
        if (plan.classified()) draft = draft.setTexts("data.classes", classes(plan, samples));
        Device device = Device.named(Words.of(plan.device()));
        Plan almost = draft.set("threads", Integer.toString(threads(plan)))
                .set("device", Words.of(device))
                .set("precision", Words.of(precision(plan)))
                .plan();
        return withWidths(almost, shape);
    }

    private static void requireImages(Plan plan, SampleShape shape) {
        if (shape.isImage()) return;
        for (AugmentationPlan augmentation : plan.augmentations())
            if (augmentation.kind() == AugmentationPlan.Kind.DIFF_AUGMENT
                    || augmentation.kind() == AugmentationPlan.Kind.WARP)
                throw new IllegalArgumentException("augmentations has " + Words.of(augmentation.kind())
                        + ", which changes images, but a sample is a " + shape + "; use instance-noise or packing");
    }

    /** Before a network of points complains about its size. */
    private static void requireRestorable(Plan plan, SampleShape shape) {
        if (plan.restoring() && !shape.isImage())
            throw new IllegalArgumentException(
                    "damage is done to images, but a sample is a " + shape + "; use data of images");
    }

    private static List<String> classes(Plan plan, Samples samples) {
        List<String> wanted = plan.data().classes(), found = samples.labelNames();
        if (found.isEmpty())
            throw new IllegalArgumentException("discriminator.network.labels is "
                    + Words.of(plan.discriminator().network().labels()) + ", but the data is unlabelled ("
                    + samples.describe() + "); give labelled data, or set both players' labels to none");
        if (!wanted.isEmpty() && !wanted.equals(found))
            throw new IllegalArgumentException("data.classes must be those of the data, " + shortened(found) + ", got "
                    + shortened(wanted) + "; leave it out");
        return found;
    }

    private static String shortened(List<String> names) {
        String text = names.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static Plan withWidths(Plan plan, SampleShape shape) {
        boolean generator = plan.generator().network().width() == 0;
        boolean discriminator = plan.discriminator().network().width() == 0;
        if (!generator && !discriminator) return plan;
        String width = Integer.toString(Budget.width(plan, shape));
        Draft draft = Draft.of(plan);
        if (generator) draft = draft.set("generator.network.width", width);
        if (discriminator) draft = draft.set("discriminator.network.width", width);
        return draft.plan();
    }

    private static int threads(Plan plan) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (plan.threads() > MOST_THREADS_A_CORE * cores)
            throw new IllegalArgumentException("threads must be at most " + MOST_THREADS_A_CORE * cores
                    + " on this machine of " + cores + " cores, or 0 for all of them; got " + plan.threads());
        return plan.threads() > 0 ? plan.threads() : ThreadRace.winner(cores);
    }

    private static Precision precision(Plan plan) {
        boolean full = plan.penalties().stream().anyMatch(Rules::needsFullPrecision);
        if (full && plan.precision() == PrecisionChoice.BF16)
            throw new IllegalArgumentException(
                    "precision is bf16, but finite-difference penalties drown in its rounding; use fp32 or auto");
        return full ? Precision.FP32 : Precision.named(Words.of(plan.precision()));
    }
}
