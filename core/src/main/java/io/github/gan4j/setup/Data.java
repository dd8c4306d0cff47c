package io.github.gan4j.setup;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Source;
import io.github.gan4j.data.Sources;
import io.github.gan4j.data.Synthetic1200;
import io.github.gan4j.plan.DataPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The data that a plan names. */
public final class Data {
    private Data() {}

    /** @throws IOException in one line, when files are missing or damaged */
    public static Samples open(Plan plan, Consumer<String> notice) throws IOException {
        return Sources.open(source(plan, notice));
    }

    /**
     * The plan with the path of its data, where it names a published set that lies in a data folder.
     *
     * @throws IOException in one line with what to do, when files of the set are missing or others than were published
     */
    static Plan located(Plan plan) throws IOException {
        if (!plan.data().path().isEmpty()) return plan;
        Optional<Path> path = Sources.located(source(plan, line -> {}), Part.TRAIN);
        return path.isEmpty()
                ? plan
                : Draft.of(plan).setText("data.path", path.get().toString()).plan();
    }

    /**
     * The distribution behind the data, where it is one.
     *
     * @throws UncheckedIOException when it is in a file that cannot be read
     */
    public static Optional<Distribution> distribution(Plan plan) {
        return switch (plan.data().source()) {
            case POINTS -> {
                try {
                    yield Optional.of(Sources.points(source(plan, line -> {})));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            case NORMAL, MIXTURE, RING, GRID, SPIRAL -> Optional.of(Sources.distribution(source(plan, line -> {})));
            default -> Optional.empty();
        };
    }

    /** What one sample of a completed plan is, without opening the data. */
    public static SampleShape shape(Plan plan) {
        if (plan.data().source() == DataPlan.Source.POINTS) return SampleShape.point(2);
        if (plan.data().source() == DataPlan.Source.SYNTHETIC_1200) return SampleShape.point(Synthetic1200.NUMBERS);
        return distribution(plan)
                .map(d -> SampleShape.point(d.dimensions()))
                .orElseGet(() -> SampleShape.image(
                        plan.data().channels(), plan.data().size(), plan.data().size()));
    }

    /** Where the samples of a plan come from, in words. */
    public static Source source(Plan plan, Consumer<String> notice) {
        DataPlan data = plan.data();
        Optional<Path> path = data.path().isEmpty() ? Optional.empty() : Optional.of(Path.of(data.path()));
        return new Source(
                Words.of(data.source()),
                path,
                data.size(),
                data.channels(),
                data.flip(),
                plan.seed(),
                data.parameters(),
                notice);
    }
}
