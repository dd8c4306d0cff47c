package io.github.gan4j.game;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.tensor.Halves;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TopK;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Samples as a discriminator judges them: their features, the score computed from these, and any other output of the last layer. */
public final class Scored {
    private final Tensor samples;
    private final Optional<Tensor> labels;
    private final UnaryOperator<Tensor> view;
    private final Supplier<Tensor> features;
    private final Network last;
    private final Pass pass;
    private Optional<Tensor> scores = Optional.empty();
    private List<Tensor> halves = List.of();

    Scored(
            Tensor samples,
            Optional<Tensor> labels,
            UnaryOperator<Tensor> view,
            Supplier<Tensor> features,
            Network last,
            Pass pass) {
        this.samples = samples;
        this.labels = labels;
        this.view = view;
        this.features = features;
        this.last = last;
        this.pass = pass;
    }

    /** Samples of which nothing is known but the scores {@code [batch]}, to try an objective on. */
    public static Scored of(Tensor scores) {
        return of(scores, scores);
    }

    /** Samples of which nothing is known but the scores {@code [batch]} and the features {@code [batch, n]}. */
    public static Scored of(Tensor scores, Tensor features) {
        Scored scored = new Scored(
                scores,
                Optional.empty(),
                UnaryOperator.identity(),
                () -> features,
                new Sequence(List.of()),
                Pass.TRAINING);
        scored.scores = Optional.of(scores);
        return scored;
    }

    /** No samples. */
    static Scored none() {
        return of(Tensor.zeros(0));
    }

    /** The samples as they came, before augmentation. */
    public Tensor samples() {
        return samples;
    }

    /** The labels of the samples, where the data has classes. */
    public Optional<Tensor> labels() {
        return labels;
    }

    /** The augmentation of these samples; it does the same to other samples. */
    public UnaryOperator<Tensor> view() {
        return view;
    }

    /** One score a sample (or a pack of samples), {@code [batch]}: high means real. This is the only place that says so. */
    public Tensor scores() {
        if (scores.isEmpty())
            scores = Optional.of(last.apply(features.get(), pass).toFloat().reshaped(-1));
        return scores.get();
    }

    /** The input of the discriminator's last layer, {@code [batch, ...]}; the views where it is not made of layers. */
    public Tensor features() {
        return features.get().toFloat();
    }

    /** The last layer, which may tell more than a score; {@link #from} asks it. */
    public Network last() {
        return last;
    }

    /** The output of a layer for the features. */
    public Tensor from(BiFunction<Tensor, Pass, Tensor> layer) {
        return layer.apply(features.get(), pass).toFloat();
    }

    /** The half of a batch that was judged as one, given its samples and their labels. */
    Scored half(int place, Tensor own, Optional<Tensor> ownLabels) {
        Supplier<Tensor> ownFeatures = () -> Halves.of(features.get()).get(place);
        Scored half = new Scored(own, ownLabels, view, ownFeatures, last, pass.withLabels(ownLabels));
        if (halves.isEmpty()) halves = Halves.of(scores());
        half.scores = Optional.of(halves.get(place));
        return half;
    }

    /** The same with the scores at these places alone. */
    Scored picked(Tensor places) {
        Scored picked = new Scored(samples, labels, view, features, last, pass);
        picked.scores = Optional.of(TopK.picked(scores(), places));
        return picked;
    }
}
