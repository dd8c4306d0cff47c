package io.github.gan4j.judging;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.metrics.Score;
import io.github.gan4j.model.Unseen;
import io.github.gan4j.plan.MetricsPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Compares what the first generator restores with the originals, beside what it started from. */
final class RestorationJudge implements Judge {
    private final List<String> names;
    private final String best;
    private final Unseen unseen;
    private final List<Score> plain;

    private RestorationJudge(MetricsPlan plan, Unseen unseen) {
        this.names = plan.names();
        this.best = plan.deciding();
        this.unseen = unseen;
        this.plain = scores(unseen.plain()).stream()
                .map(score -> score.named(score.name() + "-of-input"))
                .toList();
    }

    static RestorationJudge of(Plan plan, Samples samples, Consumer<String> notice) {
        if (!Unseen.heldBack(samples))
            notice.accept("metrics are measured on images that are learned from; data of kind patches holds some out");
        return new RestorationJudge(
                plan.metrics().orElseThrow(),
                Unseen.of(plan, samples, plan.metrics().orElseThrow().count()));
    }

    static void requireKnown(MetricsPlan plan) {
        for (String name : plan.names())
            if (!Fidelity.NAMES.contains(name))
                throw new IllegalArgumentException("metrics.names of a plan that restores must be of "
                        + String.join(", ", Fidelity.NAMES) + ", got '" + name + "'");
        if (!plan.names().contains(plan.deciding()))
            throw new IllegalArgumentException(
                    "metrics.best must be one of metrics.names " + plan.names() + ", got '" + plan.best() + "'");
        if (plan.deciding().equals(Fidelity.SHARPNESS))
            throw new IllegalArgumentException("metrics.best: of " + Fidelity.SHARPNESS
                    + " neither more nor less is better; name another metric, such as psnr");
    }

    @Override
    public void require(Training training) {}

    @Override
    public List<Score> scores(Training training) {
        List<Score> all = new ArrayList<>(scores(unseen.restored(training, 0)));
        all.addAll(plain);
        return all;
    }

    private List<Score> scores(float[] images) {
        SampleShape shape = unseen.shape();
        List<Fidelity> found = new ArrayList<>();
        for (int i = 0; i < unseen.count(); i++)
            found.add(Fidelity.between(
                    Arrays.copyOfRange(images, i * shape.size(), (i + 1) * shape.size()),
                    unseen.clean().values(i),
                    shape));
        return Fidelity.scores(found).stream()
                .filter(score -> names.contains(score.name()))
                .toList();
    }

    @Override
    public String deciding() {
        return best;
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public void close() {}
}
