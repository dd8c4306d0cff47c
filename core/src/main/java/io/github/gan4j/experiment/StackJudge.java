package io.github.gan4j.experiment;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Stacks;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.ModeCount;
import io.github.gan4j.model.TrainedGenerator;
import java.util.List;

/**
 * Stacked MNIST: the classifier tells the digit in each of the three channels, and the three make one of 1000 classes
 * (Metz et al. 2017, arXiv 1611.02163; VEEGAN, arXiv 1705.07761). All samples count. It owns the digits' classifier.
 */
record StackJudge(Digits digits, int samples) implements BenchmarkJudge {
    static final List<ScoreColumn> COLUMNS =
            List.of(new ScoreColumn("modes", "modes", 1, 1), new ScoreColumn("reverse-kl", "reverse KL", 1, 4));
    private static final int MODES = 1000;
    private static final int AT_ONCE = 500;
    private static final int ACROSS = 40;
    private static final int CELL = 8;
    private static final SampleShape DIGIT = SampleShape.image(1, Digits.SIDE, Digits.SIDE);

    @Override
    public List<ScoreColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Assessment assess(TrainedGenerator generator, long seed) {
        int[] found = new int[samples];
        Fakes.of(generator, samples, seed, (first, stacks) -> tell(stacks, found, first));
        return assessment(found);
    }

    @Override
    public Assessment assessReals(long seed) {
        int[] found = new int[samples];
        Samples reals = new Stacks(digits.split().train(), UNSEEN + seed);
        for (int first = 0; first < samples; first += AT_ONCE)
            tell(reals.batch(first, Math.min(AT_ONCE, samples - first)).values(), found, first);
        return assessment(found);
    }

    /** The channels of a stack lie one after the other, so that stacks are three times as many digits. */
    private void tell(float[] stacks, int[] found, int first) {
        int count = stacks.length / DIGIT.size();
        Features likely = digits.classifier()
                .look(new Batch(count, DIGIT, stacks, new int[0]))
                .probabilities()
                .orElseThrow();
        for (int i = 0; i < count / 3; i++) {
            int mode = 0;
            for (int level = 0; level < 3; level++) mode = mode * Digits.CLASSES + likeliest(likely, 3 * i + level);
            found[first + i] = mode;
        }
    }

    static int likeliest(Features likely, int row) {
        int best = 0;
        for (int label = 1; label < likely.width(); label++)
            if (likely.at(row, label) > likely.at(row, best)) best = label;
        return best;
    }

    private static Assessment assessment(int[] found) {
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
