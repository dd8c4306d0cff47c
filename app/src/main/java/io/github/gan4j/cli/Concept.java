package io.github.gan4j.cli;

import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Maker;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.explore.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Samples with something in common, as people write them: seeds, a file of latents, or the extremes of a measure. */
record Concept(String text, List<Long> seeds) {
    private static final String MOST = "most:";
    private static final String LEAST = "least:";

    /** So many of the measured samples stand for a concept such as {@code most:slant}, as many as the paper takes. */
    private static final int EXTREMES = 3;

    static final class Converter implements ITypeConverter<Concept> {
        @Override
        public Concept convert(String text) {
            if (text.startsWith(MOST) || text.startsWith(LEAST) || text.endsWith(".json"))
                return new Concept(text, List.of());
            try {
                return new Concept(text, new Seeds.Converter().convert(text).values());
            } catch (TypeConversionException noSeeds) {
                throw new TypeConversionException("must be seeds like 7 or 1,5,9, a file of latents (.json),"
                        + " most:MEASURE or least:MEASURE; found '" + text + "'");
            }
        }
    }

    /** @param samples to measure before extremes are taken */
    List<float[]> latents(Maker maker, int samples) throws IOException {
        if (text.startsWith(MOST)) return measured(maker, samples, MOST).most(EXTREMES);
        if (text.startsWith(LEAST)) return measured(maker, samples, LEAST).least(EXTREMES);
        if (text.endsWith(".json"))
            return LatentFile.read(
                    Path.of(text), maker.generator().plan().latent().size());
        return seeds.stream().map(maker.generator().latents()::of).toList();
    }

    private Measured measured(Maker maker, int samples, String prefix) {
        return maker.measured(MixedDirection.FIRST_SEED, samples, Measures.named(text.substring(prefix.length())));
    }

    @Override
    public String toString() {
        return text;
    }
}
