package io.github.gan4j.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sums and differences of latents: the mean of each concept, added or taken away (Radford et al. 2016, arXiv:1511.06434,
 * section 6.3.2: smiling woman - neutral woman + neutral man = smiling man, from the means of three latents each, since
 * single ones are not stable).
 *
 * @param terms at least one
 */
public record Arithmetic(List<Term> terms) {
    /** How far the paper strays from the result to show that its surroundings are alike. */
    public static final double PAPERS_SPREAD = 0.25;

    private static final int NEIGHBOURHOOD = 9;
    private static final int MIDDLE = 4;

    /**
     * A concept: latents whose samples have something in common.
     *
     * @param added whether it is added or taken away
     */
    public record Term(boolean added, List<float[]> latents) {
        public Term {
            if (latents.isEmpty()) throw new IllegalArgumentException("a concept needs at least one latent");
            latents = List.copyOf(latents);
        }

        public float[] mean() {
            float[] mean = new float[latents.get(0).length];
            for (float[] latent : latents) for (int j = 0; j < mean.length; j++) mean[j] += latent[j] / latents.size();
            return mean;
        }
    }

    public Arithmetic {
        if (terms.isEmpty()) throw new IllegalArgumentException("arithmetic needs at least one concept");
        terms = List.copyOf(terms);
    }

    /** First added less taken away plus added, in the order of the paper's figure. */
    public static Arithmetic of(List<List<float[]>> plus, List<List<float[]>> minus) {
        List<Term> terms = new ArrayList<>();
        plus.stream().limit(1).forEach(latents -> terms.add(new Term(true, latents)));
        minus.forEach(latents -> terms.add(new Term(false, latents)));
        plus.stream().skip(1).forEach(latents -> terms.add(new Term(true, latents)));
        return new Arithmetic(terms);
    }

    /** The latent that comes out: exactly the sum, also where it leaves the range of uniform latents. */
    public float[] result() {
        float[] sum = new float[terms.get(0).latents().get(0).length];
        for (Term term : terms) {
            float[] mean = term.mean();
            for (int j = 0; j < sum.length; j++) sum[j] += term.added() ? mean[j] : -mean[j];
        }
        return sum;
    }

    /**
     * The result in the middle of eight others that stray from it by numbers uniform on {@code [-spread, spread]}, nine
     * latents one after the other.
     */
    public float[] neighbourhood(double spread, long seed) {
        float[] middle = result();
        float[] all = new float[NEIGHBOURHOOD * middle.length];
        Random random = new Random(seed);
        for (int i = 0; i < NEIGHBOURHOOD; i++)
            for (int j = 0; j < middle.length; j++) {
                double stray = i == MIDDLE ? 0 : spread * (2 * random.nextDouble() - 1);
                all[i * middle.length + j] = (float) (middle[j] + stray);
            }
        return all;
    }
}
