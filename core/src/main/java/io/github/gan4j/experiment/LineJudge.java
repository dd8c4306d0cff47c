package io.github.gan4j.experiment;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.Spread;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.views.Diagram;
import io.github.gan4j.views.LineNumbers;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * Numbers on a line: collapsed, by the rule of {@link Spread}, when they are less than half as wide as the data; how wide
 * they are; and their mean.
 */
record LineJudge(Distribution distribution, int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("collapsed", "collapsed", 1, 2),
            new ScoreColumn("spread", "width of the data's", 1, 3),
            new ScoreColumn("mean", "mean", 1, 3));
    private static final double REACH = 6;

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        return assess(BenchmarkJudge.samples(generator, seed, samples));
    }

    @Override
    public Assessment assessReals(long seed) {
        return assess(distribution.samples(UNSEEN + seed).batch(0, samples).values());
    }

    private Assessment assess(float[] numbers) {
        Spread spread = Spread.of(new Features(numbers.length, 1, numbers), distribution.std());
        double mean = 0;
        for (float number : numbers) mean += number / (double) numbers.length;
        return Assessment.of(picture(numbers), spread.collapsed() ? 1.0 : 0.0, spread.ratio(), mean);
    }

    /** The histogram under the density of the data; six deviations to each side. */
    private Picture picture(float[] numbers) {
        double middle = distribution.mean()[0], reach = REACH * distribution.std()[0];
        Diagram diagram = new Diagram(middle - reach, middle + reach, 0, 2 * distribution.density(middle));
        LineNumbers shown =
                LineNumbers.of(diagram.left(), diagram.right(), diagram.columns(), Optional.of(distribution), numbers);
        diagram.bars(shown.bars(), new Color(0xef9a9a), "generated");
        diagram.line(shown.density(), 1, new Color(0x1565c0), "true density", false);
        return diagram.picture("");
    }
}
