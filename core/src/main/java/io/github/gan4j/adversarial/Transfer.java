package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * How far adversarial examples made for one classifier fool others, in matrices {@code [source][target]} of shares from 0
 * to 1.
 *
 * @param names of the targets; the sources are the first of them, or all
 * @param fooled of the images that both classify correctly when clean, the share that the target misclassifies when
 *     attacked for the source
 * @param agreement of the attacked images that both misclassify, the share that both assign to the same class; NaN where
 *     there are none
 */
public record Transfer(List<String> names, double[][] fooled, double[][] agreement) {
    private static final int BATCH = 250;

    public Transfer {
        names = List.copyOf(names);
    }

    /**
     * Attacks all images for each classifier in turn and lets all of them classify the results.
     *
     * @param victims by name, in the order of the matrices
     */
    public static Transfer of(
            Map<String, Classifier> victims, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        return of(victims, Map.of(), attack, aim, images, progress);
    }

    /**
     * As above, with further black-box targets, for which no examples are made.
     *
     * @param others by name; columns after those of the victims
     */
    public static Transfer of(
            Map<String, Classifier> victims,
            Map<String, ? extends Predictor> others,
            Attack attack,
            Aim aim,
            ImageSet images,
            DoubleConsumer progress) {
        List<Classifier> sources = List.copyOf(victims.values());
        List<Predictor> targets = Stream.concat(sources.stream().map(Predictor::of), others.values().stream())
                .toList();
        PairCount[][] counts = new PairCount[sources.size()][targets.size()];
        for (PairCount[] row : counts) Arrays.setAll(row, i -> new PairCount());
        for (int from = 0; from < images.size(); from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, images.size() - from));
            List<Predictions> clean = predicted(targets, batch.values());
            for (int source = 0; source < sources.size(); source++) {
                List<Predictions> attacked = predicted(targets, attack.changed(sources.get(source), batch, aim, from));
                for (int target = 0; target < targets.size(); target++)
                    counts[source][target].add(batch.labels(), clean, attacked, source, target);
            }
            progress.accept((double) (from + batch.count()) / images.size());
        }
        List<String> names = Stream.concat(victims.keySet().stream(), others.keySet().stream())
                .toList();
        return new Transfer(names, shares(counts, true), shares(counts, false));
    }

    private static List<Predictions> predicted(List<Predictor> targets, float[] images) {
        return targets.stream().map(target -> target.predict(images)).toList();
    }

    private static double[][] shares(PairCount[][] counts, boolean fooled) {
        double[][] shares = new double[counts.length][counts[0].length];
        for (int source = 0; source < shares.length; source++)
            for (int target = 0; target < shares[source].length; target++)
                shares[source][target] = fooled ? counts[source][target].fooled() : counts[source][target].agreement();
        return shares;
    }

    private static final class PairCount {
        private int bothRight;
        private int targetFooled;
        private int bothWrong;
        private int same;

        void add(int[] truth, List<Predictions> clean, List<Predictions> attacked, int source, int target) {
            int[] made = attacked.get(source).classes(),
                    seen = attacked.get(target).classes();
            for (int i = 0; i < truth.length; i++) {
                boolean right = clean.get(source).classes()[i] == truth[i]
                        && clean.get(target).classes()[i] == truth[i];
                if (right) {
                    bothRight++;
                    if (seen[i] != truth[i]) targetFooled++;
                }
                if (made[i] == truth[i] || seen[i] == truth[i]) continue;
                bothWrong++;
                if (made[i] == seen[i]) same++;
            }
        }

        double fooled() {
            return (double) targetFooled / bothRight;
        }

        double agreement() {
            return (double) same / bothWrong;
        }
    }
}
