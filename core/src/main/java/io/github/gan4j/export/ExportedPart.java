package io.github.gan4j.export;

import java.util.Locale;

/** The network of a run that is exported. */
public enum ExportedPart {
    /** What makes samples from latents, or restores or enlarges images. */
    GENERATOR,
    /** The auto-encoder that draws images anew as other classes. */
    REDRAWER,
    /** From samples to the discriminator's scores. */
    DISCRIMINATOR,
    /** From samples to the class probabilities of a discriminator with supervision. */
    CLASSIFIER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
