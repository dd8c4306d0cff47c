package io.github.gan4j.doctor;

/** A number recorded during training, by its key in events. */
public enum Signal {
    P_REAL("pReal", "p_real"),
    P_FAKE("pFake", "p_fake"),
    DISCRIMINATOR_LOSS("discriminatorLoss", "loss of the discriminator"),
    GENERATOR_LOSS("generatorLoss", "loss of the generator"),
    GENERATOR_GRADIENT("generatorGradientNorm", "gradient norm of the generator"),
    GENERATOR_WEIGHTS("generatorWeightNorm", "weight norm of the generator"),
    DISCRIMINATOR_WEIGHTS("discriminatorWeightNorm", "weight norm of the discriminator"),
    SCORE_REAL("scoreReal", "score of reals"),
    SCORE_FAKE("scoreFake", "score of fakes"),
    SCORE_HELD_OUT("scoreHeldOut", "score of held-out reals"),
    /** Mean pairwise distance of fakes over that of reals; 1 at best. */
    DIVERSITY("diversity", "diversity"),
    /** The effective number of clusters among fakes over that among reals; 1 at best. */
    CLUSTERS("clustersCovered", "clusters covered"),
    /** Total variation between the cluster shares of fakes and of reals; 0 at best, at most 1. */
    CLUSTER_DISTANCE("clusterDistance", "cluster distance"),
    /** Total variation between the cluster shares of fakes now and at the examination before. */
    CLUSTER_CHANGE("clusterChange", "cluster change"),
    /** Mean score of training reals less that of held-out reals, in standard deviations of the latter. */
    SCORE_GAP("trainTestScoreGap", "score gap"),
    /** Median distance from a fake to its nearest training sample over that among training samples. */
    NEIGHBOUR_RATIO("nearestNeighbourRatio", "nearest-neighbour ratio"),
    /**
     * How much farther from the nearest of a few hundred reals a fake is than another real, by medians, over the mean
     * pairwise distance of reals; 0 at best, below 0 where fakes are close to the mean.
     */
    REAL_DISTANCE("realDistance", "distance from reals"),
    /** How far small details of fakes are from those of reals, see {@link Details#distance}; about 0.06 at best. */
    DETAIL_DISTANCE("detailDistance", "distance of details"),
    /** Standard deviation of the codes of reals over that of latents; 1 at best. */
    CODE_DEVIATION("codeDeviation", "code deviation");

    private final String key;
    private final String words;

    Signal(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in events. */
    public String key() {
        return key;
    }

    /** For people, as the glossary has it. */
    public String words() {
        return words;
    }
}
