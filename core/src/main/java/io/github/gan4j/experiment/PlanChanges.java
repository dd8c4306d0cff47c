package io.github.gan4j.experiment;

import io.github.gan4j.plan.DataPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.LengthPlan;
import io.github.gan4j.plan.ObjectivePlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import java.nio.file.Path;
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

    /** A part of the plan's length, with all that changes with the images seen changing so much sooner. */
    static Plan shortened(Plan whole, double part) {
        if (part == 1) return whole;
        LengthPlan length = whole.length();
        Draft draft = Draft.of(whole)
                .set("length.images", scaled(length.images(), part))
                .set("length.minutes", Double.toString(length.minutes() * part))
                .set("average.halfLife", scaled(whole.average().halfLife(), part));
        ObjectivePlan objective = whole.objective();
        draft = stretched(
                draft, "generator.optimizer.rate", whole.generator().optimizer().rate(), part);
        draft = stretched(
                draft,
                "discriminator.optimizer.rate",
                whole.discriminator().optimizer().rate(),
                part);
        draft = stretched(draft, "objective.generatorWeight", objective.generatorWeight(), part);
        draft = stretched(draft, "objective.generatorShare", objective.generatorShare(), part);
        draft = stretched(draft, "objective.distinction", objective.distinction(), part);
        draft = stretched(draft, "objective.foresightRate", objective.foresightRate(), part);
        for (int i = 0; i < whole.penalties().size(); i++)
            draft = stretched(
                    draft,
                    "penalties." + i + ".strength",
                    whole.penalties().get(i).strength(),
                    part);
        for (int i = 0; i < whole.augmentations().size(); i++)
            draft = stretched(
                    draft,
                    "augmentations." + i + ".strength",
                    whole.augmentations().get(i).strength(),
                    part);
        return draft.plan();
    }

    private static Draft stretched(Draft draft, String path, Schedule schedule, double part) {
        return draft.set(path, schedule.stretched(part).written().toString());
    }

    /** 0 stands for none and stays; everything else is at least 1. */
    private static String scaled(long images, double part) {
        return Long.toString(images == 0 ? 0 : Math.max(1, Math.round(images * part)));
    }
}
