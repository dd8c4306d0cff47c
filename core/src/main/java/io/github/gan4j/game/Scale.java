package io.github.gan4j.game;

/** The meaning of a discriminator's scores; the one place that knows how to read them. */
public enum Scale {
    /** Logits of "is real": 0 for "cannot tell". */
    LOGIT {
        @Override
        public Belief belief(float[] real, float[] fake) {
            return Belief.ofLogits(real, fake);
        }

        @Override
        public double[] curve(float[] scores, float[] real, float[] fake) {
            return sigmoids(scores, 0);
        }
    },

    /** Only the difference of two scores is a logit: that of the first being more real than the second. */
    RELATIVE_LOGIT {
        @Override
        public Belief belief(float[] real, float[] fake) {
            float[] more = new float[real.length], less = new float[real.length];
            for (int i = 0; i < real.length; i++) {
                more[i] = real[i] - fake[i];
                less[i] = -more[i];
            }
            return Belief.ofLogits(more, less);
        }

        @Override
        public double[] curve(float[] scores, float[] real, float[] fake) {
            return sigmoids(scores, (mean(real) + mean(fake)) / 2);
        }
    },

    /** Numbers drawn to 0 for fakes and to 1 for reals: the probability of "is real" of a discriminator at its best. */
    TARGET {
        /** A score of 0 or 1 as a logit of -2 or 2, which keeps the cross-entropy finite. */
        @Override
        public Belief belief(float[] real, float[] fake) {
            return Belief.ofLogits(moved(real, 0.5, 4), moved(fake, 0.5, 4));
        }

        @Override
        public double[] curve(float[] scores, float[] real, float[] fake) {
            double[] curve = new double[scores.length];
            for (int i = 0; i < curve.length; i++) curve[i] = Math.max(0, Math.min(1, scores[i]));
            return curve;
        }
    },

    /** Numbers of any size, of which only the order means something. */
    UNBOUNDED {
        @Override
        public Belief belief(float[] real, float[] fake) {
            double middle = (mean(real) + mean(fake)) / 2;
            return Belief.ofLogits(moved(real, middle, 1), moved(fake, middle, 1));
        }

        @Override
        public double[] curve(float[] scores, float[] real, float[] fake) {
            double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
            for (float score : scores) {
                low = Math.min(low, score);
                high = Math.max(high, score);
            }
            double[] curve = new double[scores.length];
            for (int i = 0; i < curve.length; i++) curve[i] = (scores[i] - low) / Math.max(1e-9, high - low);
            return curve;
        }
    };

    /**
     * A discriminator's judgement in numbers, its scores read as logits of "is real", 0 for "cannot tell".
     *
     * @param real scores of reals, and
     * @param fake of as many fakes
     */
    public abstract Belief belief(float[] real, float[] fake);

    /**
     * Scores as heights from 0 to 1, for drawing: the probability of "is real" where {@link #isProbability}, else
     * stretched between the lowest and the highest of them.
     *
     * @param real scores of reals, and
     * @param fake of fakes, between which relative scores are even
     */
    public abstract double[] curve(float[] scores, float[] real, float[] fake);

    /** Whether a score says how probable it is that a sample is real, and so p_real and p_fake mean what they say. */
    public boolean isProbability() {
        return this != UNBOUNDED;
    }

    private static double[] sigmoids(float[] scores, double even) {
        double[] curve = new double[scores.length];
        for (int i = 0; i < curve.length; i++) curve[i] = Belief.sigmoid(scores[i] - even);
        return curve;
    }

    private static float[] moved(float[] scores, double even, double factor) {
        float[] moved = new float[scores.length];
        for (int i = 0; i < moved.length; i++) moved[i] = (float) (factor * (scores[i] - even));
        return moved;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }
}
