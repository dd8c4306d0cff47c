package io.github.gan4j.doctor;

/** A number that is recorded of a training, by the name that events use. */
public enum Sign {
    P_REAL("pReal", "p_real"),
    P_FAKE("pFake", "p_fake"),
    DISCRIMINATOR_LOSS("discriminatorLoss", "loss of the discriminator"),
    GENERATOR_LOSS("generatorLoss", "loss of the generator"),
    GENERATOR_GRADIENT("generatorGradientNorm", "gradient norm of the generator"),
    GENERATOR_WEIGHTS("generatorWeightNorm", "weight norm of the generator"),
    DISCRIMINATOR_WEIGHTS("discriminatorWeightNorm", "weight norm of the discriminator"),
    SCORE_REAL("scoreReal", "score of reals"),
    SCORE_FAKE("scoreFake", "score of fakes"),
    SCORE_UNSEEN("scoreUnseen", "score of reals that it never saw"),
    /** Mean distance between two fakes as a share of that between two reals; 1 at best. */
    DIVERSITY("diversity", "distance between fakes, as a share of that between reals"),
    /** How many kinds of reals fakes come in, as a share of how many there are. */
    KINDS("kinds", "share of the kinds of reals that fakes come in"),
    /** Total variation between how often fakes and reals are of each kind; 0 at best, at most 1. */
    MISMATCH("mismatch", "difference between the kinds of fakes and of reals"),
    /** Total variation between the kinds of fakes in this look and in the one before. */
    DRIFT("drift", "change of the fakes' kinds between two looks"),
    /** How much higher reals that were learned from are scored than others, in deviations of the others' scores. */
    SEEN_GAP("seenGap", "head start of seen reals over unseen ones, in deviations"),
    /** Distance from fakes to the nearest training sample, as a share of that between training samples. */
    NEARNESS("nearness", "distance from fakes to training samples, as a share of theirs to one another"),
    /** Deviation of the codes of reals as a share of that of latents; 1 at best. */
    CODE_DEVIATION("codeDeviation", "deviation of codes, as a share of that of latents");

    private final String key;
    private final String words;

    Sign(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in events. */
    public String key() {
        return key;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
