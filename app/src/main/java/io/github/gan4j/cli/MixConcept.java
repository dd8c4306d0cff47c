package io.github.gan4j.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.gan4j.cli.options.Seeds;
import io.github.gan4j.explore.LatentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * Samples that have something in common: those of seeds, those of a file of latents, or the extremes of a measure (of a class:
 * those that a classifier is most confident about).
 */
record MixConcept(@JsonValue String text, List<Long> seeds) {
    private static final String MOST = "most:";
    private static final String LEAST = "least:";

    /** The number of extremes; three, as in the paper, are too few to have only the measure in common. */
    private static final int EXTREMES = 20;

    static MixConcept of(String text) {
        if (text.startsWith(MOST)
                || text.startsWith(LEAST)
                || text.startsWith(MixSamples.CLASS)
                || text.endsWith(".json")) return new MixConcept(text, List.of());
        try {
            return new MixConcept(text, Seeds.of(text).values());
        } catch (TypeConversionException noSeeds) {
            throw new TypeConversionException("must be seeds like 7 or 1,5,9, a file of latents (.json),"
                    + " most:MEASURE, least:MEASURE or class:NAME; got '" + text + "'");
        }
    }

    List<float[]> latents(MixSamples samples) throws IOException {
        if (text.startsWith(MOST))
            return samples.measured(text.substring(MOST.length())).most(EXTREMES);
        if (text.startsWith(LEAST))
            return samples.measured(text.substring(LEAST.length())).least(EXTREMES);
        if (text.startsWith(MixSamples.CLASS)) return samples.measured(text).most(EXTREMES);
        if (text.endsWith(".json"))
            return LatentFile.read(Path.of(text), samples.generator().latents().size());
        return seeds.stream().map(samples.generator().latents()::of).toList();
    }
}
