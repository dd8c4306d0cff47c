package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** The error of a classifier as a function of the epsilon of an attack. */
public record ErrorCurve(String name, List<Point> points) {
    /** In units of the attack's epsilon. */
    private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.25, 1.5};

    /**
     * @param epsilon 0 for clean images
     * @param error share misclassified, from 0 to 1
     * @param confidence mean confidence of wrong answers; NaN where there are none
     */
    public record Point(double epsilon, double error, double confidence) {}

    public ErrorCurve {
        points = List.copyOf(points);
    }

    /** On clean images, and below and above the epsilon of the attack. */
    public static ErrorCurve around(
            String name, Classifier victim, Attack attack, Aim aim, ImageSet images, DoubleConsumer progress) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            double epsilon = attack.epsilon() * SHARES[i];
            AttackOutcome outcome = AttackOutcome.of(victim, attack.within(epsilon), aim, images, share -> {});
            if (i == 0)
                points.add(new Point(0, outcome.cleanError(), outcome.before().confidenceWhenWrong(outcome.truth())));
            points.add(new Point(epsilon, outcome.error(), outcome.confidence()));
            progress.accept((i + 1.0) / SHARES.length);
        }
        return new ErrorCurve(name, points);
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
