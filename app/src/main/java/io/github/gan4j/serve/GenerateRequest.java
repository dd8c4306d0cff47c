package io.github.gan4j.serve;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Word;
import java.util.Optional;

/**
 * The body of {@code POST /v1/generate}.
 *
 * @param model its name; the only generator, or the first, by default
 * @param count of samples
 * @param label the class of all samples, a name or number; by default classes take turns
 * @param seed of the first sample, the next has the next seed; by default a random one, which the answer names
 * @param truncation of latents, 0 to 2
 * @param format by default PNG for one image, a zip for more, JSON for points
 */
record GenerateRequest(
        Optional<String> model,
        @Default("1") int count,
        @Word("class") Optional<String> label,
        Optional<Long> seed,
        @Default("1") double truncation,
        Optional<SampleFormat> format) {
    private static final long MOST_SEED = (1L << 53) - 1;

    GenerateRequest {
        Check.atLeast("count", count, 1);
        Check.between("truncation", truncation, 0, 2);
        seed.ifPresent(value -> Check.between("seed", value, 0, MOST_SEED));
    }
}
