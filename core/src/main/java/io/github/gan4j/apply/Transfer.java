package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * How far examples made for one classifier fool others, in matrices {@code [maker][reader]} of numbers from 0 to 1.
 *
 * @param names of the classifiers
 * @param fooled of the images that both tell right without an attack, the share that the reader tells wrong in the form
 *     made for the maker
 * @param agreement of the images that both tell wrong in that form, the share that both take for the same class; NaN
 *     where there are none
 */
public record Transfer(List<String> names, double[][] fooled, double[][] agreement) {
    private static final int BATCH = 250;

    public Transfer {
        names = List.copyOf(names);
    }

    /**
     * Attacks all images for each classifier in turn and shows them to all.
     *
     * @param victims by name, in the order of the matrices
     */
    public static Transfer of(
            Map<String, Classifier> victims, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        List<Classifier> classifiers = List.copyOf(victims.values());
        int count = classifiers.size();
        Tally[][] tallies = new Tally[count][count];
        for (Tally[] row : tallies) for (int i = 0; i < count; i++) row[i] = new Tally();
        for (int from = 0; from < images.size(); from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, images.size() - from));
            List<Reading> clean = read(classifiers, batch.values());
            for (int maker = 0; maker < count; maker++) {
                List<Reading> attacked = read(classifiers, attack.changed(classifiers.get(maker), batch, aim, from));
                for (int reader = 0; reader < count; reader++)
                    tallies[maker][reader].add(batch.labels(), clean, attacked, maker, reader);
            }
            progress.accept((double) (from + batch.count()) / images.size());
        }
        return new Transfer(List.copyOf(victims.keySet()), shares(tallies, true), shares(tallies, false));
    }

    private static List<Reading> read(List<Classifier> classifiers, float[] images) {
        return classifiers.stream()
                .map(classifier -> Reading.of(classifier, images))
                .toList();
    }

    private static double[][] shares(Tally[][] tallies, boolean fooled) {
        double[][] shares = new double[tallies.length][tallies.length];
        for (int maker = 0; maker < shares.length; maker++)
            for (int reader = 0; reader < shares.length; reader++)
                shares[maker][reader] = fooled ? tallies[maker][reader].fooled() : tallies[maker][reader].agreement();
        return shares;
    }

    private static final class Tally {
        private int bothRight;
        private int readerFooled;
        private int bothWrong;
        private int same;

        void add(int[] truth, List<Reading> clean, List<Reading> attacked, int maker, int reader) {
            int[] made = attacked.get(maker).classes(),
                    seen = attacked.get(reader).classes();
            for (int i = 0; i < truth.length; i++) {
                boolean right = clean.get(maker).classes()[i] == truth[i]
                        && clean.get(reader).classes()[i] == truth[i];
                if (right) {
                    bothRight++;
                    if (seen[i] != truth[i]) readerFooled++;
                }
                if (made[i] == truth[i] || seen[i] == truth[i]) continue;
                bothWrong++;
                if (made[i] == seen[i]) same++;
            }
        }

        double fooled() {
            return (double) readerFooled / bothRight;
        }

        double agreement() {
            return (double) same / bothWrong;
        }
    }
}
