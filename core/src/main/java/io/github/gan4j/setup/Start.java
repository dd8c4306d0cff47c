package io.github.gan4j.setup;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Samples;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a new run starts from: its data, and a plan with nothing left open.
 *
 * @param plan completed
 */
public record Start(Plan plan, Samples samples) {
    private static final int MOST_NAMED = 10;

    /**
     * Opens the data that the plan names, and keeps where a published set was found. Where the plan leaves both size and width
     * open, images are halved until the time is enough for networks that can draw them.
     *
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Start of(Plan asked, Consumer<String> notice) throws IOException {
        Plan plan = asked.withData(asked.data().located());
        Samples samples = plan.data().samples(plan.seed(), notice);
        if (samples.shape().width() != samples.shape().height()) {
            notice.accept("images of %dx%d pixels are cropped to the square in their middle"
                    .formatted(samples.shape().width(), samples.shape().height()));
            plan = plan.withData(plan.data()
                    .sized(
                            Math.min(samples.shape().width(), samples.shape().height()),
                            samples.shape().channels()));
            samples = plan.data().samples(plan.seed(), line -> {});
        }
        Plan completed = Completion.of(plan, samples);
        int size = samples.shape().height();
        boolean open = plan.data().leavesSize();
        while (open && Budget.tooLarge(plan, completed)) {
            Plan smaller = plan.withData(plan.data()
                    .sized(samples.shape().height() / 2, samples.shape().channels()));
            samples = smaller.data().samples(smaller.seed(), line -> {});
            completed = Completion.of(smaller, samples);
        }
        if (samples.shape().height() != size)
            notice.accept(
                    "images of %d pixels would need more time; made %d pixels wide (--set data.size=%d keeps them)"
                            .formatted(size, samples.shape().height(), size));
        if (asked.generator().network().labels() == Labels.AUTO && samples.labelled())
            notice.accept(choice(completed.conditional(), samples.labelNames()));
        List<String> empty = completed.conditional()
                ? samples.images().map(ImageSet::emptyClasses).orElse(List.of())
                : List.of();
        if (!empty.isEmpty())
            notice.accept(empty.size() + " of " + samples.labelNames().size()
                    + " classes have no images (" + listed(empty)
                    + "): their samples will mean nothing, and their rows in reals.png stay black");
        return new Start(completed, samples);
    }

    private static String choice(boolean conditional, List<String> classes) {
        if (conditional)
            return "class-conditional: " + classes.size() + " classes (" + listed(classes) + "); to leave them out,"
                    + " --set generator.network.labels=none --set discriminator.network.labels=none";
        return "not class-conditional: " + obstacle(classes.size());
    }

    private static String obstacle(int classes) {
        if (classes < 2) return "there is only one class";
        return classes > Plan.MOST_CLASSES
                ? classes + " classes, and at most " + Plan.MOST_CLASSES + " can be distinguished"
                : classes + " classes have fewer than " + Completion.LEAST_OF_CLASS + " images each on average";
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + ", …";
    }
}
