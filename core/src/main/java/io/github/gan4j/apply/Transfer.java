package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * How far examples made for one classifier fool others, in matrices {@code [maker][reader]} of numbers from 0 to 1.
 *
 * @param names of the readers; the makers are the first of them, or all
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
        return of(victims, Map.of(), attack, aim, images, progress);
    }

    /**
     * The same with others that are shown the images but for whom none are made.
     *
     * @param others by name, readers behind the victims
     */
    public static Transfer of(
            Map<String, Classifier> victims,
            Map<String, ? extends Reader> others,
            Attack attack,
            Aim aim,
            ImageSet images,
            DoubleConsumer progress) {
        List<Classifier> makers = List.copyOf(victims.values());
        List<Reader> readers = Stream.concat(makers.stream().map(Reader::of), others.values().stream())
                .toList();
        Tally[][] tallies = new Tally[makers.size()][readers.size()];
        for (Tally[] row : tallies) Arrays.setAll(row, i -> new Tally());
        for (int from = 0; from < images.size(); from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, images.size() - from));
            List<Reading> clean = read(readers, batch.values());
            for (int maker = 0; maker < makers.size(); maker++) {
                List<Reading> attacked = read(readers, attack.changed(makers.get(maker), batch, aim, from));
                for (int reader = 0; reader < readers.size(); reader++)
                    tallies[maker][reader].add(batch.labels(), clean, attacked, maker, reader);
            }
            progress.accept((double) (from + batch.count()) / images.size());
        }
        List<String> names = Stream.concat(victims.keySet().stream(), others.keySet().stream())
                .toList();
        return new Transfer(names, shares(tallies, true), shares(tallies, false));
    }

    private static List<Reading> read(List<Reader> readers, float[] images) {
        return readers.stream().map(reader -> reader.read(images)).toList();
    }

    private static double[][] shares(Tally[][] tallies, boolean fooled) {
        double[][] shares = new double[tallies.length][tallies[0].length];
        for (int maker = 0; maker < shares.length; maker++)
            for (int reader = 0; reader < shares[maker].length; reader++)
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
