package io.github.gan4j.experiment;

import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Stacks;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.TrainedGenerator;
import java.util.List;

/**
 * Stacked MNIST: the classifier recognises the digit in each of the three channels, and the three make one of 1000 classes
 * (Metz et al. 2017, arXiv:1611.02163; VEEGAN, arXiv:1705.07761). All samples count. It owns the digits.
 */
record StackJudge(Digits digits, int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS =
            List.of(new ScoreColumn("modes", "modes", 1, 1), new ScoreColumn("reverse-kl", "reverse KL", 1, 4));
    private static final int MODES = 1000;
    private static final int ACROSS = 40;
    private static final int CELL = 8;

    /** Some samples, from a number on. */
    @FunctionalInterface
    private interface Part {
        float[] of(int first, int count);
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        return assess((first, count) -> BenchmarkJudge.samples(generator, seed, first, count));
    }

    @Override
    public Assessment assessReals(long seed) {
        Samples reals = new Stacks(digits.split().train(), UNSEEN + seed);
        return assess((first, count) -> reals.batch(first, count).values());
    }

    /** In parts, as all stacks together take much memory; their channels lie one after the other, three digits a stack. */
    private Assessment assess(Part part) {
        int[] found = new int[samples];
        for (int first = 0; first < samples; first += AT_ONCE) {
            int[] classes = digits.seen(part.of(first, Math.min(AT_ONCE, samples - first)))
                    .classesSeen();
            for (int i = 0; i < classes.length / 3; i++)
                found[first + i] =
                        (classes[3 * i] * Digits.CLASSES + classes[3 * i + 1]) * Digits.CLASSES + classes[3 * i + 2];
        }
        ModeCount count = ModeCount.ofClasses(found, MODES);
        return Assessment.of(picture(count), (double) count.found(), count.reverseKl());
    }

    /** A square for each mode, row by row from 000 on: black for no sample, middle grey for its fair share. */
    private static Picture picture(ModeCount count) {
        byte[] cells = new byte[MODES];
        for (int mode = 0; mode < MODES; mode++)
            cells[mode] = (byte) Math.min(255, 128L * count.histogram()[mode] * MODES / count.samples());
        return new Picture(ACROSS, MODES / ACROSS, 1, cells).enlarged(CELL);
    }

    @Override
    public void close() {
        digits.close();
    }
}
