package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.List;

/** A base and what is added to it: both see the same input and give the same shape. */
public final class Corrected extends Network {
    private final Network base;
    private final Network correction;

    public Corrected(Network base, Network correction) {
        this.base = part("base", base);
        this.correction = part("correction", correction);
    }

    /** The input itself, corrected. */
    static Corrected input(List<? extends Network> correction) {
        return new Corrected(new Sequence(List.of()), new Sequence(correction));
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return base.apply(input, pass).plus(correction.apply(input, pass));
    }

    @Override
    public void describe(Summary summary) {
        long[] start = summary.shape();
        base.describe(summary);
        summary.continueFrom(start);
        correction.describe(summary);
        summary.layer("sum with the base", 0, 0, summary.shape());
    }
}
