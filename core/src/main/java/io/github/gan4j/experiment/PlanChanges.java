package io.github.gan4j.experiment;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.data.StackedMnist;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Every;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.RecordPlan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All changes that experiments make to plans. */
final class PlanChanges {
    private static final Every AT_THE_END = new Every(1_000_000_000_000L, 0);
    private static final Every HOURLY = new Every(0, 3600);
    private static final int USUAL_COUNT = 2000;
    private static final int STEPS_PER_EVENT = 20, STEPS_PER_LOOK = 200;

    private PlanChanges() {}

    /** @param settings as {@code --set} takes them */
    static Plan with(Plan plan, List<String> settings) {
        return Draft.of(plan).set(settings).plan();
    }

    /** @param threads 0 for those of the plan */
    static Plan computing(Plan plan, int threads) {
        return threads == 0 ? plan : plan.withThreads(threads);
    }

    /** A plan that reads digits reads them from this folder; others stay as they are. */
    static Plan reading(Plan plan, Optional<Path> digits) {
        String path = digits.map(Path::toString).orElse("");
        if (plan.data() instanceof StackedMnist stacks && !path.isEmpty())
            return plan.withData(new StackedMnist(path, stacks.size(), stacks.test(), stacks.samples()));
        if (!(plan.data() instanceof DataSource.Images images) || images.format() != ImageFormat.AUTO) return plan;
        return plan.withData(
                path.isEmpty()
                        ? new DataSource.Published("mnist", "", images.size(), images.channels(), images.flip())
                        : new DataSource.Images(
                                path, ImageFormat.IDX, images.size(), images.channels(), images.flip()));
    }

    /** Whether a run chooses the width of its networks by its own length. */
    static boolean leavesWidthOpen(Plan plan) {
        return plan.generator().network().width() == 0
                || plan.discriminator().network().width() == 0;
    }

    /** The image size and the widths of another plan. */
    static Plan sized(Plan plan, Plan like) {
        DataSource data = like.shape().isImage()
                ? plan.data().sized(like.shape().height(), like.shape().channels())
                : plan.data();
        return plan.withData(data)
                .withGenerator(
                        plan.generator().withWidth(like.generator().network().width()))
                .withDiscriminator(plan.discriminator()
                        .withWidth(like.discriminator().network().width()));
    }

    /**
     * Measured once, at the end, by the plan's own metrics or by distances that suit the data; pictures and checkpoints,
     * which cost time, are few. Events come by images, so that the numbers of a race do not depend on the clock.
     */
    static Plan measured(Plan plan) {
        boolean points = plan.ofPoints();
        List<String> usual = List.of(points ? "sliced-wasserstein" : "frechet-distance");
        String extractor = points ? Extractors.AUTO : "random-convolution";
        MetricsPlan metrics = plan.metrics()
                .map(own -> new MetricsPlan(own.names(), AT_THE_END, own.count(), own.extractor(), own.best(), 0))
                .orElseGet(() -> new MetricsPlan(usual, AT_THE_END, USUAL_COUNT, extractor, "", 0));
        RecordPlan record = Settings.with(Settings.with(plan.record(), "pictures", HOURLY), "checkpoints", HOURLY);
        return plan.withMetrics(Optional.of(metrics))
                .withRecord(Settings.with(record, "events", steps(plan, STEPS_PER_EVENT)))
                .withDoctor(Settings.with(plan.doctor(), "every", steps(plan, STEPS_PER_LOOK)));
    }

    private static Every steps(Plan plan, long steps) {
        return new Every(steps * plan.batchSize(), 0);
    }

    /** A part of the plan's length, with all that changes with the images seen changing so much sooner. */
    static Plan shortened(Plan whole, double part) {
        if (part == 1) return whole;
        Plan sooner = Settings.replaced(whole, Schedule.class, schedule -> schedule.stretched(part));
        GeneratorPlan generator = sooner.generator();
        Optional<GeneratorPlan.Ema> ema =
                generator.ema().map(average -> new GeneratorPlan.Ema(scaled(average.halfLife(), part)));
        StopPlan stop = whole.stop();
        return sooner.withGenerator(Settings.with(generator, "ema", ema))
                .withStop(new StopPlan(scaled(stop.images(), part), stop.minutes() * part));
    }

    /** 0 stands for none and stays; everything else is at least 1. */
    private static long scaled(long images, double part) {
        return images == 0 ? 0 : Math.max(1, Math.round(images * part));
    }
}
