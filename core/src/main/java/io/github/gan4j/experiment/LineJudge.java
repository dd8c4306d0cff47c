package io.github.gan4j.experiment;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.Spread;
import io.github.gan4j.model.TrainedGenerator;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers on a line: collapsed, by the rule of {@link Spread}, when they are less than half as wide as the data; how wide
 * they are; and their mean.
 */
record LineJudge(Distribution distribution, int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS = List.of(
            new ScoreColumn("collapsed", "collapsed", 1, 2),
            new ScoreColumn("spread", "width of the data's", 1, 3),
            new ScoreColumn("mean", "mean", 1, 3));
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final double REACH = 6;

    @Override
    public List<ScoreColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        return of(Fakes.of(generator, samples, seed));
    }

    @Override
    public Assessment assessReals(long seed) {
        return of(distribution.samples(UNSEEN + seed).batch(0, samples).values());
    }

    private Assessment of(float[] numbers) {
        Spread spread = Spread.of(new Features(numbers.length, 1, numbers), distribution.std());
        double mean = 0;
        for (float number : numbers) mean += number / (double) numbers.length;
        return Assessment.of(picture(numbers), spread.collapsed() ? 1.0 : 0.0, spread.ratio(), mean);
    }

    /** The histogram in grey, the density of the data in black; six deviations to each side. */
    private Picture picture(float[] numbers) {
        double middle = distribution.mean()[0], reach = REACH * distribution.std()[0];
        double column = 2 * reach / WIDTH, top = 2 * distribution.density(middle);
        double[] heights = new double[WIDTH];
        for (float number : numbers) {
            int at = (int) Math.floor((number - middle + reach) / column);
            if (at >= 0 && at < WIDTH) heights[at] += 1 / (numbers.length * column);
        }
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 0xff);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = HEIGHT - tall(heights[x], top); y < HEIGHT; y++) pixels[y * WIDTH + x] = (byte) 0xb0;
            double density = distribution.density(middle - reach + (x + 0.5) * column);
            pixels[Math.min(HEIGHT - 1, HEIGHT - tall(density, top)) * WIDTH + x] = 0;
        }
        return new Picture(WIDTH, HEIGHT, 1, pixels);
    }

    private static int tall(double density, double top) {
        return (int) Math.min(HEIGHT, HEIGHT * density / top);
    }
}
