package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/**
 * How an attack on all images of a set went.
 *
 * @param truth the true class of each image
 * @param before what the victim took the images for
 * @param after what it takes the attacked ones for
 * @param rounded what it takes them for once each number is rounded to one of 256, as image files hold it
 */
public record Outcome(Attack attack, Aim aim, int[] truth, Reading before, Reading after, Reading rounded) {
    private static final int BATCH = 250;

    /**
     * Attacks all images.
     *
     * @param progress hears the share that is done, from 0 to 1
     * @throws IllegalArgumentException when the images have no labels or another shape than the victim's
     */
    public static Outcome of(Classifier victim, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        return of(victim, Reader.of(victim), attack, aim, images, progress);
    }

    /**
     * Attacks all images for one classifier and shows them to another, of which nothing needs to be known: what that one
     * tells is the outcome.
     *
     * @throws IllegalArgumentException when the images have no labels or another shape than the maker's
     */
    public static Outcome of(
            Classifier maker, Reader reader, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        int count = images.size();
        int[] truth = new int[count];
        Reading before = Reading.blank(count), after = Reading.blank(count), rounded = Reading.blank(count);
        for (int from = 0; from < count; from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, count - from));
            float[] changed = attack.changed(maker, batch, aim, from);
            System.arraycopy(batch.labels(), 0, truth, from, batch.count());
            before.write(reader.read(batch.values()), from);
            after.write(reader.read(changed), from);
            rounded.write(reader.read(rounded(changed)), from);
            progress.accept((double) (from + batch.count()) / count);
        }
        return new Outcome(attack, aim, truth, before, after, rounded);
    }

    private static float[] rounded(float[] images) {
        float[] rounded = new float[images.length];
        for (int i = 0; i < images.length; i++) rounded[i] = Math.round((images[i] + 1) * 127.5f) / 127.5f - 1;
        return rounded;
    }

    public int count() {
        return truth.length;
    }

    /** Images to show, by their place: told right before and of concern to the aim, of every class before a second of any. */
    public int[] examples(int most) {
        Map<Integer, Integer> seen = new HashMap<>();
        Map<Integer, List<Integer>> rounds = new TreeMap<>();
        for (int i = 0; i < count(); i++) {
            if (before.classes()[i] != truth[i] || !aim.concerns(truth[i])) continue;
            int round = seen.merge(truth[i], 1, Integer::sum);
            rounds.computeIfAbsent(round, r -> new ArrayList<>()).add(i);
        }
        return rounds.values().stream()
                .flatMap(List::stream)
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
    }

    /** The share told wrong without an attack, from 0 to 1. */
    public double cleanError() {
        return before.error(truth);
    }

    /** The share told wrong under attack, from 0 to 1. */
    public double error() {
        return after.error(truth);
    }

    /** The same, of images as files hold them. */
    public double roundedError() {
        return rounded.error(truth);
    }

    /** Of the images told right before that the aim concerns, the share for which it is reached; NaN where there are none. */
    public double success() {
        int tried = 0, reached = 0;
        for (int i = 0; i < truth.length; i++) {
            if (before.classes()[i] != truth[i] || !aim.concerns(truth[i])) continue;
            tried++;
            if (aim.reached(truth[i], after.classes()[i])) reached++;
        }
        return (double) reached / tried;
    }

    /** The victim's mean confidence in its wrong answers under attack; NaN where it gives none. */
    public double confidence() {
        return after.confidenceWhenWrong(truth);
    }
}
