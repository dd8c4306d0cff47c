package io.github.gan4j.experiment;

import io.github.gan4j.plan.DataPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.LengthPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All changes that experiments make to plans. */
final class PlanChanges {
    private PlanChanges() {}

    /** @param settings as {@code --set} takes them */
    static Plan with(Plan plan, List<String> settings) {
        return Draft.of(plan).set(settings).plan();
    }

    static Plan seeded(Plan plan, long seed) {
        return plan.with("seed", Long.toString(seed));
    }

    /** @param threads 0 for those of the plan */
    static Plan computing(Plan plan, int threads) {
        return threads == 0 ? plan : plan.with("threads", Integer.toString(threads));
    }

    static Plan lasting(Plan plan, LengthPlan length) {
        return Draft.of(plan)
                .set("length.images", Long.toString(length.images()))
                .set("length.minutes", Double.toString(length.minutes()))
                .plan();
    }

    /** A plan that reads digits reads them from this folder; others stay as they are. */
    static Plan reading(Plan plan, Optional<Path> digits) {
        if (plan.data().source().isDrawn()) return plan;
        Draft draft = Draft.of(plan);
        if (digits.isPresent()) draft = draft.setText("data.path", digits.get().toString());
        if (plan.data().source() == DataPlan.Source.AUTO)
            draft = draft.set("data.source", digits.isPresent() ? "idx" : "mnist");
        return draft.plan();
    }

    /** Whether a run chooses the width of its networks by its own length. */
    static boolean leavesWidthOpen(Plan plan) {
        return plan.generator().network().width() == 0
                || plan.discriminator().network().width() == 0;
    }

    /** The image size and the widths of another plan. */
    static Plan sized(Plan plan, Plan like) {
        return Draft.of(plan)
                .set("data.size=" + like.data().size())
                .set("generator.network.width=" + like.generator().network().width())
                .set("discriminator.network.width="
                        + like.discriminator().network().width())
                .plan();
    }

    /**
     * Measured once, at the end, by the plan's own metrics or by distances that suit the data; pictures and checkpoints,
     * which cost time, are few, and the doctor changes nothing.
     */
    static Plan measured(Plan plan, boolean points) {
        Draft draft = Draft.of(plan)
                .set("metrics.every={images: 1000000000000, seconds: 0}")
                .set("metrics.patience=0")
                .set("record.pictures={seconds: 3600}")
                .set("record.checkpoints={seconds: 3600}");
        if (!plan.metrics().wanted())
            draft = draft.set("metrics.names=[" + (points ? "sliced-wasserstein" : "frechet-distance") + "]")
                    .set("metrics.extractor=random-convolution");
        return draft.plan();
    }

    /** A part of the plan's length, in which everything that changes with the images seen changes so much sooner. */
    static Plan shortened(Plan whole, double part) {
        if (part == 1) return whole;
        LengthPlan length = whole.length();
        return Draft.of((Plan) stretched(whole, part))
                .set("length.images", scaled(length.images(), part))
                .set("length.minutes", Double.toString(length.minutes() * part))
                .set("average.halfLife", scaled(whole.average().halfLife(), part))
                .plan();
    }

    /** The same record with every schedule in it, however deep, over a part of its time. */
    private static Object stretched(Object value, double part) {
        if (value instanceof Schedule schedule) return schedule.stretched(part);
        if (value instanceof List<?> list)
            return list.stream().map(one -> stretched(one, part)).toList();
        if (!(value instanceof Record)) return value;
        RecordComponent[] components = value.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++)
                values[i] = stretched(components[i].getAccessor().invoke(value), part);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(value.getClass() + " is no record that anybody may make", hidden);
        }
    }

    /** 0 stands for none and stays; everything else is at least 1. */
    private static String scaled(long images, double part) {
        return Long.toString(images == 0 ? 0 : Math.max(1, Math.round(images * part)));
    }
}
