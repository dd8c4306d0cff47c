package io.github.gan4j.model;

import io.github.gan4j.game.Scale;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Arrays;

/**
 * The scores of the discriminator that stands for all in reports.
 *
 * @param alone whether it judges each sample by itself: in no pack, beside no batch, and as it is; scores mean something
 *     only then
 * @param scale of the scores
 */
public record Scorer(Training training, Classes classes, boolean alone, Scale scale) {
    private static final int COMPARED = 256;

    public static Scorer of(Plan plan, Training training) {
        return new Scorer(
                training, Classes.of(plan), plan.judgesAlone(), plan.objective().scale());
    }

    /**
     * The score of each sample.
     *
     * @param labels the number of a class for each sample; not looked at where the discriminator is not class-conditional
     */
    public float[] of(float[] samples, int... labels) {
        return training.scores(samples, classes.rows(labels));
    }

    /**
     * Heights from 0 to 1 for the scores of points, for drawing: probabilities of being real where the scale has such, else
     * the scores between the lowest and the highest of them. Relative scores are even midway between reals and fakes.
     *
     * @param fakes at least some
     */
    public double[] curve(float[] points, float[] fakes) {
        boolean relative = scale == Scale.RELATIVE_LOGIT;
        float[] real = relative ? of(training.data().batch(0, COMPARED).values()) : new float[0];
        int size = Math.min(fakes.length, COMPARED * training.data().shape().size());
        float[] fake = relative ? of(Arrays.copyOf(fakes, size)) : new float[0];
        return scale.curve(of(points), real, fake);
    }
}
