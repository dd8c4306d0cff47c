package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How well images are translated, each as one of every class.
 *
 * @param images translated, each once for every class
 * @param accuracy share, 0 to 1, of what was drawn that a classifier assigns to the requested class
 * @param kept by measure: the correlation, -1 to 1, between an image and what was drawn of it. Both are taken less the mean
 *     of those of the same two classes, so that what classes have in common (a 7 leans, a 1 is thin) counts for nothing
 */
public record RedrawGrade(int images, double accuracy, Map<String, Double> kept) {
    private static final int BATCH = 250;

    public RedrawGrade {
        kept = new LinkedHashMap<>(kept);
    }

    /**
     * Draws and grades.
     *
     * @param classes of the run that redraws
     * @param redrawing images translated as the classes given, such as {@code redrawer::redrawn}
     * @param originals labelled, of these classes
     * @param classifier of these classes; it is borrowed
     * @param measures by {@link ImageMeasures#named}
     * @throws IllegalArgumentException when the classes are others
     */
    public static RedrawGrade of(
            List<String> classes,
            BiFunction<float[], int[], float[]> redrawing,
            ImageSet originals,
            Extractor classifier,
            List<String> measures) {
        if (!originals.labelNames().equals(classes) || !classifier.classes().equals(classes))
            throw new IllegalArgumentException("the images and the classifier must have the classes of the run, "
                    + classes + ", got " + originals.labelNames() + " and " + classifier.classes());
        Tally tally = new Tally(originals.size(), classes.size(), originals.shape(), measures);
        for (int from = 0; from < originals.size(); from += BATCH) {
            Batch batch = originals.batch(from, Math.min(BATCH, originals.size() - from));
            tally.original(batch, from);
            for (int target = 0; target < classes.size(); target++) {
                int[] wanted = new int[batch.count()];
                Arrays.fill(wanted, target);
                tally.drawn(redrawing.apply(batch.values(), wanted), classifier, target, from);
            }
        }
        return tally.grade();
    }

    /** What has been counted and measured so far. */
    private static final class Tally {
        private final int images;
        private final int classes;
        private final SampleShape shape;
        private final List<String> names;
        private final int[] labels;
        private final double[][] before;
        private final double[][] after;
        private long right;

        Tally(int images, int classes, SampleShape shape, List<String> names) {
            this.images = images;
            this.classes = classes;
            this.shape = shape;
            this.names = names;
            labels = new int[images];
            before = new double[names.size()][images];
            after = new double[names.size()][images * classes];
        }

        void original(Batch batch, int from) {
            System.arraycopy(batch.labels(), 0, labels, from, batch.count());
            for (int m = 0; m < names.size(); m++)
                System.arraycopy(
                        ImageMeasures.named(names.get(m)).ofAll(batch.values(), shape),
                        0,
                        before[m],
                        from,
                        batch.count());
        }

        void drawn(float[] made, Extractor classifier, int target, int from) {
            int count = made.length / shape.size();
            Features likely = classifier
                    .look(new Batch(count, shape, made, new int[0]))
                    .probabilities()
                    .orElseThrow();
            for (int i = 0; i < count; i++) if (likely.largest(i) == target) right++;
            for (int m = 0; m < names.size(); m++)
                System.arraycopy(
                        ImageMeasures.named(names.get(m)).ofAll(made, shape),
                        0,
                        after[m],
                        target * images + from,
                        count);
        }

        RedrawGrade grade() {
            Map<String, Double> kept = new LinkedHashMap<>();
            for (int m = 0; m < names.size(); m++) kept.put(names.get(m), kept(before[m], after[m]));
            return new RedrawGrade(images, (double) right / ((long) images * classes), kept);
        }

        private double kept(double[] originals, double[] drawn) {
            double[] first = new double[drawn.length], second = new double[drawn.length];
            for (int target = 0; target < classes; target++)
                for (int source = 0; source < classes; source++) {
                    double meanFirst = mean(originals, source, 0), meanSecond = mean(drawn, source, target * images);
                    for (int i = 0; i < images; i++) {
                        if (labels[i] != source) continue;
                        first[target * images + i] = originals[i] - meanFirst;
                        second[target * images + i] = drawn[target * images + i] - meanSecond;
                    }
                }
            return Statistics.correlation(first, second);
        }

        private double mean(double[] values, int source, int offset) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < images; i++)
                if (labels[i] == source) {
                    sum += values[offset + i];
                    count++;
                }
            return count == 0 ? 0 : sum / count;
        }
    }
}
