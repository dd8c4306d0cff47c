package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/**
 * The result of an attack on a set of images.
 *
 * @param truth the true class of each image
 * @param before predictions for the clean images
 * @param after predictions for the attacked images
 * @param rounded predictions for the attacked images rounded to the nearest of 256 levels, as image files store them, which may take them half a level out of epsilon
 */
public record AttackOutcome(
        Attack attack, Aim aim, int[] truth, Predictions before, Predictions after, Predictions rounded) {
    private static final int BATCH = 250;

    /**
     * Attacks all images.
     *
     * @param progress hears the share done, from 0 to 1
     * @throws IllegalArgumentException when the images have no labels or another shape than the victim's
     */
    public static AttackOutcome of(
            Classifier victim, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        return of(victim, Predictor.of(victim), attack, aim, images, progress);
    }

    /** What becomes of each batch. */
    @FunctionalInterface
    interface Follower {
        /** @param attacked the batch's images after the attack, rounded to 256 levels */
        void attacked(Batch batch, float[] attacked, Predictions predicted) throws IOException;
    }

    /**
     * Attacks all images with the gradients of one classifier and lets another, black-box one classify them.
     *
     * @throws IllegalArgumentException when the images have no labels or another shape than the source's
     */
    public static AttackOutcome of(
            Classifier source, Predictor target, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        try {
            return followed(source, target, attack, aim, images, (batch, attacked, predicted) -> {}, progress);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static AttackOutcome followed(
            Classifier source,
            Predictor target,
            Attack attack,
            Aim aim,
            ImageSet images,
            Follower follower,
            DoubleConsumer progress)
            throws IOException {
        int count = images.size();
        int[] truth = new int[count];
        Predictions before = Predictions.blank(count),
                after = Predictions.blank(count),
                rounded = Predictions.blank(count);
        for (int from = 0; from < count; from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, count - from));
            float[] changed = attack.changed(source, batch, aim, from);
            System.arraycopy(batch.labels(), 0, truth, from, batch.count());
            before.write(target.predict(batch.values()), from);
            after.write(target.predict(changed), from);
            float[] bytes = rounded(changed);
            Predictions seen = target.predict(bytes);
            rounded.write(seen, from);
            follower.attacked(batch, bytes, seen);
            progress.accept((double) (from + batch.count()) / count);
        }
        return new AttackOutcome(attack, aim, truth, before, after, rounded);
    }

    private static float[] rounded(float[] images) {
        float[] rounded = new float[images.length];
        for (int i = 0; i < images.length; i++) rounded[i] = Math.round((images[i] + 1) * 127.5f) / 127.5f - 1;
        return rounded;
    }

    public int count() {
        return truth.length;
    }

    /** Indices of images to show: correctly classified before the attack and eligible for the target, round-robin over classes. */
    public int[] examples(int most) {
        Map<Integer, Integer> seen = new HashMap<>();
        Map<Integer, List<Integer>> rounds = new TreeMap<>();
        for (int i = 0; i < count(); i++) {
            if (!attackable(i)) continue;
            int round = seen.merge(truth[i], 1, Integer::sum);
            rounds.computeIfAbsent(round, r -> new ArrayList<>()).add(i);
        }
        return rounds.values().stream()
                .flatMap(List::stream)
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
    }

    private boolean attackable(int image) {
        return before.classes()[image] == truth[image] && aim.eligible(truth[image]);
    }

    /** The share of clean images misclassified, from 0 to 1. */
    public double cleanError() {
        return before.error(truth);
    }

    /** The share of attacked images misclassified, from 0 to 1. */
    public double error() {
        return after.error(truth);
    }

    /** The share of attacked images misclassified once they are rounded to 256 levels. */
    public double roundedError() {
        return rounded.error(truth);
    }

    /** Of the eligible images classified correctly before, the share for which the aim is reached; NaN where there are none. */
    public double success() {
        int tried = 0, reached = 0;
        for (int i = 0; i < truth.length; i++) {
            if (!attackable(i)) continue;
            tried++;
            if (aim.reached(truth[i], after.classes()[i])) reached++;
        }
        return (double) reached / tried;
    }

    /** The mean confidence of wrong answers under attack; NaN where there are none. */
    public double confidence() {
        return after.confidenceWhenWrong(truth);
    }
}
