package io.github.gan4j.game;

import io.github.gan4j.networks.ClassScore;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.OriginScore;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Schedule;
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
    }

    Sight sight() {
        return sight;
    }

    /** Scores for learning by this discriminator and for penalties on its slope: nothing flows back to a generator. */
    Scored judge(Tensor samples, Moment moment) {
        Tensor watched = samples.withGradient();
        List<UnaryOperator<Tensor>> views = new ArrayList<>();
        Tensor seen = watched;
        for (Augmentation augmentation : augmentations) {
            UnaryOperator<Tensor> view = augmentation.drawn(seen.shape(), moment);
            views.add(view);
            seen = view.apply(seen);
        }
        return new Scored(watched, after(views), opinionOfSeen(seen, moment));
    }

    private static UnaryOperator<Tensor> after(List<UnaryOperator<Tensor>> views) {
        return samples -> {
            Tensor seen = samples;
            for (UnaryOperator<Tensor> view : views) seen = view.apply(seen);
            return seen;
        };
    }

    /** Scores {@code [batch]} through which a generator can learn. */
    Tensor score(Tensor samples, Moment moment) {
        return scoreOfSeen(seen(samples, moment), moment);
    }

    private Tensor seen(Tensor samples, Moment moment) {
        Tensor seen = samples;
        for (Augmentation augmentation : augmentations) seen = augmentation.view(seen, moment);
        return seen;
    }

    /**
     * What its last layer is given, {@code [batch, features]}, through which a generator can learn.
     *
     * @throws IllegalArgumentException when its network is no sequence of layers
     */
    Tensor features(Tensor samples, Moment moment) {
        return layers().beforeLast(seen(samples, moment), pass(moment)).toFloat();
    }

    /**
     * A score for each class, {@code [batch, classes]}.
     *
     * @throws IllegalArgumentException when it does not tell classes apart
     */
    Tensor classScores(Tensor samples, Moment moment) {
        return classScoresOfSeen(seen(samples, moment), moment);
    }

    /** The same of samples that have been augmented already, or shall not be. */
    Tensor classScoresOfSeen(Tensor seen, Moment moment) {
        if (!(layers().last() instanceof ClassScore last))
            throw new IllegalArgumentException(name() + " does not tell classes apart; its labels must be classify");
        return last.classScores(layers().beforeLast(seen, pass(moment)), pass(moment))
                .toFloat();
    }

    private Sequence layers() {
        if (network() instanceof Sequence layers) return layers;
        throw new IllegalArgumentException(name() + " has no last layer to look before");
    }

    /** What it says of samples, through which a generator can learn. */
    Opinion opinion(Tensor samples, Moment moment) {
        return opinionOfSeen(seen(samples, moment), moment);
    }

    private Opinion opinionOfSeen(Tensor seen, Moment moment) {
        if (!(network() instanceof Sequence layers && layers.last() instanceof OriginScore last))
            return new Opinion(scoreOfSeen(seen, moment), Optional.empty());
        Pass pass = pass(moment);
        Tensor features = layers.beforeLast(seen, pass);
        return new Opinion(
                last.apply(features, pass).toFloat().reshaped(-1),
                Optional.of(last.origins(features, pass).toFloat()));
    }

    /** Scores of samples that have been augmented already. */
    Tensor scoreOfSeen(Tensor seen, Moment moment) {
        return network().apply(seen, pass(moment)).toFloat().reshaped(-1);
    }

    private Pass pass(Moment moment) {
        return Pass.TRAINING.withLabels(moment.labels().map(this::labelsOfSeen));
    }

    private Tensor labelsOfSeen(Tensor labels) {
        Tensor seen = labels;
        for (Augmentation augmentation : augmentations) seen = augmentation.labels(seen);
        return seen;
    }

    @Override
    public Side side() {
        return Side.DISCRIMINATOR;
    }
}
