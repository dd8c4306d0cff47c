package io.github.gan4j.game;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Halves;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gives each sample a score: high when it looks real. */
public final class Discriminator extends Player {
    private final List<Augmentation> augmentations;
    private final Sight sight;
    private final boolean oneByOne;

    public Discriminator(
            String name, Network network, List<Augmentation> augmentations, Optimizer optimizer, Schedule rate) {
        this(name, network, augmentations, Sight.SAMPLES, optimizer, rate);
    }

    /** One that is shown something else than samples. */
    public Discriminator(
            String name,
            Network network,
            List<Augmentation> augmentations,
            Sight sight,
            Optimizer optimizer,
            Schedule rate) {
        super(name, network, optimizer, rate);
        this.augmentations = List.copyOf(augmentations);
        this.sight = sight;
        oneByOne = augmentations.isEmpty() && !network.comparesSamples() && network.statisticsCount() == 0;
    }

    Sight sight() {
        return sight;
    }

    /**
     * Scores samples, seen through a fresh draw of the augmentations. Gradients flow back to the samples where these have
     * any ({@link Tensor#withGradient}).
     */
    public Scored judge(Tensor samples, Optional<Tensor> labels, Moment moment) {
        Scored scored = look(samples, labels, moment);
        scored.scores();
        return scored;
    }

    /** Whether a score depends on nothing but its sample. */
    boolean judgesOneByOne() {
        return oneByOne;
    }

    /** The scores of both as of one batch, which takes half as many operations: for one that {@linkplain #judgesOneByOne judges one by one}. */
    List<Scored> judge(Tensor reals, Tensor fakes, Optional<Tensor> labels, Moment moment) {
        Scored both = judge(Halves.joined(reals, fakes), labels.map(rows -> Halves.joined(rows, rows)), moment);
        return List.of(both.half(0, reals, labels), both.half(1, fakes, labels));
    }

    /** The same, but what the last layer tells is not computed before it is asked for. */
    public Scored look(Tensor samples, Optional<Tensor> labels, Moment moment) {
        List<UnaryOperator<Tensor>> views = new ArrayList<>();
        Tensor seen = samples;
        for (Augmentation augmentation : augmentations) {
            UnaryOperator<Tensor> view = augmentation.drawn(seen.shape(), moment);
            views.add(view);
            seen = view.apply(seen);
        }
        return scored(samples, labels, after(views), seen);
    }

    /** Looks at samples as they are, or at views of them: nothing is augmented. */
    public Scored lookAt(Tensor views, Optional<Tensor> labels) {
        return scored(views, labels, UnaryOperator.identity(), views);
    }

    private Scored scored(Tensor samples, Optional<Tensor> labels, UnaryOperator<Tensor> view, Tensor seen) {
        Pass pass = Pass.TRAINING.withLabels(labels.map(this::labelsOfViews));
        Tensor features = network().beforeLast(seen, pass);
        return new Scored(samples, labels, view, () -> features, network().last(), pass);
    }

    private static UnaryOperator<Tensor> after(List<UnaryOperator<Tensor>> views) {
        return samples -> {
            Tensor seen = samples;
            for (UnaryOperator<Tensor> view : views) seen = view.apply(seen);
            return seen;
        };
    }

    /** The probability of changes after a turn with this many reals, which an {@linkplain Augmentation#adapted adaptive} augmentation sets. */
    public double adapted(double probability, Belief belief, int reals) {
        double now = probability;
        for (Augmentation augmentation : augmentations) now = augmentation.adapted(now, belief, reals);
        return now;
    }

    /** Whether an augmentation adapts to what this discriminator believes. */
    public boolean adaptive() {
        return augmentations.stream().anyMatch(Augmentation::adaptive);
    }

    private Tensor labelsOfViews(Tensor labels) {
        Tensor seen = labels;
        for (Augmentation augmentation : augmentations) seen = augmentation.labels(seen);
        return seen;
    }

    @Override
    public Side side() {
        return Side.DISCRIMINATOR;
    }
}
