package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.files.Chart;
import io.github.gan4j.numbers.ShareInterval;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The error of a classifier as a function of the epsilon of an attack.
 *
 * @param images how many were attacked
 * @param points by rising epsilon; while it is measured, those that are there
 */
public record ErrorCurve(String name, int images, List<Point> points) {
    /** In units of the attack's epsilon. */
    private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.25, 1.5};

    private static final int MOST_IMAGES = 1000;
    private static final int FEWEST_IMAGES = 200;

    /**
     * @param epsilon 0 for clean images
     * @param error share misclassified, from 0 to 1
     * @param low where the error of all such images begins with 95 % confidence
     * @param high where that ends
     * @param confidence mean confidence of wrong answers; NaN where there are none
     */
    public record Point(double epsilon, double error, double low, double high, double confidence) {
        static Point of(double epsilon, Predictions seen, int[] truth) {
            double error = seen.error(truth);
            ShareInterval all = ShareInterval.of(Math.round(error * truth.length), truth.length);
            return new Point(epsilon, error, all.low(), all.high(), seen.confidenceWhenWrong(truth));
        }
    }

    public ErrorCurve {
        points = List.copyOf(points);
    }

    /**
     * On clean images, and below and above the epsilon of the attack. Each point is an attack of its own, so attacks of
     * many steps get fewer images, which are drawn at random: 1000 divided by the steps, and 200 at least.
     *
     * @param progress hears the curve so far, after each batch of images
     */
    public static ErrorCurve around(
            String name, Classifier victim, Attack attack, Aim aim, ImageSet images, Consumer<ErrorCurve> progress) {
        int most = Math.max(FEWEST_IMAGES, MOST_IMAGES / attack.steps());
        ImageSet few = RandomPart.of(images, most, 0).images();
        ErrorCurve curve = new ErrorCurve(name, few.size(), List.of());
        for (double share : SHARES) {
            ErrorCurve before = curve;
            double epsilon = attack.epsilon() * share;
            AttackOutcome outcome =
                    AttackOutcome.of(victim, attack.within(epsilon), aim, few, done -> progress.accept(before));
            if (curve.points.isEmpty()) curve = curve.with(Point.of(0, outcome.before(), outcome.truth()));
            curve = curve.with(Point.of(epsilon, outcome.after(), outcome.truth()));
            progress.accept(curve);
        }
        return curve;
    }

    private ErrorCurve with(Point next) {
        return new ErrorCurve(
                name, images, Stream.concat(points.stream(), Stream.of(next)).toList());
    }

    /** How much of it is measured, from 0 to 1. */
    public double share() {
        return Math.max(0, points.size() - 1.0) / SHARES.length;
    }

    /** The errors in percent over epsilon. */
    public static Chart chart(Attack attack, List<ErrorCurve> curves) {
        Chart.Series[] lines = curves.stream()
                .map(curve -> new Chart.Series(
                        curve.name,
                        curve.points.stream().mapToDouble(Point::epsilon).toArray(),
                        curve.points.stream()
                                .mapToDouble(point -> 100 * point.error())
                                .toArray()))
                .toArray(Chart.Series[]::new);
        return Chart.of(
                        "Error under attack by " + attack.name(),
                        "epsilon (" + attack.norm().word() + ", pixels from 0 to 1)",
                        "error (%)",
                        lines)
                .within(0, 100);
    }
}
