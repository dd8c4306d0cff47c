package io.github.gan4j.cli;

import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Samples with something in common, as people write them: seeds, a file of latents, or the extremes of a measure
 * (of a class: the samples that a classifier is surest of). */
record Concept(String text, List<Long> seeds) {
    private static final String MOST = "most:";
    private static final String LEAST = "least:";
    private static final String CLASS = "class:";

    /** So many of the measured samples stand for a concept such as {@code most:slant}: three, as in the paper, are too few
     * to have nothing in common but the measure. */
    private static final int EXTREMES = 20;

    static final class Converter implements ITypeConverter<Concept> {
        @Override
        public Concept convert(String text) {
            if (text.startsWith(MOST) || text.startsWith(LEAST) || text.startsWith(CLASS) || text.endsWith(".json"))
                return new Concept(text, List.of());
            try {
                return new Concept(text, new Seeds.Converter().convert(text).values());
            } catch (TypeConversionException noSeeds) {
                throw new TypeConversionException("must be seeds like 7 or 1,5,9, a file of latents (.json),"
                        + " most:MEASURE, least:MEASURE or class:NAME; got '" + text + "'");
            }
        }
    }

    /** @param samples to measure before extremes are taken */
    List<float[]> latents(Synthesizer generator, Gauges gauges, int samples) throws IOException {
        if (text.startsWith(MOST))
            return measured(generator, gauges, samples, text.substring(MOST.length()))
                    .most(EXTREMES);
        if (text.startsWith(LEAST))
            return measured(generator, gauges, samples, text.substring(LEAST.length()))
                    .least(EXTREMES);
        if (text.startsWith(CLASS))
            return measured(generator, gauges, samples, text).most(EXTREMES);
        if (text.endsWith(".json"))
            return LatentFile.read(Path.of(text), generator.latents().size());
        return seeds.stream().map(generator.latents()::of).toList();
    }

    private static Measured measured(Synthesizer generator, Gauges gauges, int samples, String measure) {
        return Measured.of(generator, MixedDirection.FIRST_SEED, samples, gauges.named(measure));
    }

    @Override
    public String toString() {
        return text;
    }
}
