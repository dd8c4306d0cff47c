package io.github.gan4j.checkup;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Suspects;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What plan and data alone say against a training, before it begins: a line each, with the number that would do. */
public final class Prospects {
    private static final int LOOKED_AT = 256;
    /** Fewer images are memorised within minutes, whatever the settings. */
    private static final int FEW = 50;
    /** Of numbers between -1 and 1: a difference that no eye sees. */
    private static final double FLAT = 0.01;

    private static final int NARROW = 4, USUAL_LATENTS = 100;
    /** A learning rate that has fallen this early leaves most of the run without learning. */
    private static final double EARLY = 0.1;

    private final Plan plan;
    private final Samples data;
    private final List<String> lines = new ArrayList<>();

    private Prospects(Plan plan, Samples data) {
        this.plan = plan;
        this.data = data;
    }

    public static List<String> of(Plan plan, Samples data) {
        Prospects prospects = new Prospects(plan, data);
        Suspects.notable(plan).forEach(suspect -> prospects.lines.add(suspect.line()));
        prospects.latents();
        prospects.schedule("generator", plan.generator().optimizer().learningRate());
        prospects.schedule("discriminator", plan.discriminator().optimizer().learningRate());
        prospects.samples();
        return List.copyOf(prospects.lines);
    }

    private void latents() {
        if (plan.ofPoints()) return;
        plan.latents()
                .filter(latents -> latents.size() < NARROW)
                .ifPresent(latents -> lines.add("generator.input has " + Numbers.of(latents.size(), "number")
                        + ", which is too few for images of much variety; " + USUAL_LATENTS + " is usual"));
    }

    private void schedule(String player, Schedule rate) {
        long length = plan.stop().images();
        rate.fallen().ifPresent(end -> {
            if (length > 0 && end < EARLY * length)
                lines.add("the learning rate of the " + player + " has fallen to its last value after "
                        + Numbers.of(end, "image") + " of " + Numbers.of(length, "image") + "; " + player
                        + ".optimizer.learningRate="
                        + rate.stretched((double) length / end).text() + " spreads it over the run");
        });
    }

    private void samples() {
        if (!data.shape().isImage()) return;
        data.distinct().ifPresent(count -> {
            // restorers learn from patches, of which an image has many
            if (count < FEW && !plan.restoring())
                lines.add("the data has " + Numbers.of(count, "image") + " only: a generator can do no more than copy "
                        + (count == 1 ? "it" : "them") + "; a few hundred are the least, a few thousand are usual");
        });
        int size = data.shape().size();
        Batch some = data.batch(0, (int) Math.min(LOOKED_AT, data.distinct().orElse(LOOKED_AT)));
        float[] values = some.values();
        if (spread(values, 1) < FLAT) lines.add("all pixels of the data are nearly the same: its images are empty");
        else if (some.count() > 1 && spread(values, size) < FLAT)
            lines.add("all images of the data are nearly the same");
        if (plan.conditional() && plan.classes().size() == 1)
            lines.add("the data has one class only: a class-conditional network learns no more from it than another");
    }

    /** The largest standard deviation of a number over samples of {@code size} numbers each. */
    private static double spread(float[] values, int size) {
        return IntStream.range(0, size)
                .mapToDouble(k -> CodeSpread.deviation(values, k, size, values.length / size))
                .max()
                .orElse(0);
    }
}
