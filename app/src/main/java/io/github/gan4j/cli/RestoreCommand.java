package io.github.gan4j.cli;

import io.github.gan4j.cli.options.OptionalNumber;
import io.github.gan4j.settings.Check;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j restore}: removes noise from people's own images. */
@Command(
        name = "restore",
        description = "Remove noise from images with the generator of a run.",
        footer = {
            "",
            "To train such a run: gan4j train denoise --data FOLDER",
            "",
            "Examples",
            "  gan4j restore runs/2026-11-21-0930-denoise photo.jpg",
            "  gan4j restore runs/2026-11-21-0930-denoise photos --out clean",
            "  gan4j restore runs/2026-11-21-0930-denoise photo.jpg --noise 50 \\",
            "      --out compared.png",
            "  gan4j restore runs/2026-11-21-0930-denoise --held-out --noise 50"
        })
final class RestoreCommand implements Callable<Integer> {
    static final int MOST_SIGMA = 1000;

    @Mixin
    private RestoreOptions options = new RestoreOptions();

    @Option(
            names = "--noise",
            arity = "0..1",
            fallbackValue = OptionalNumber.NONE,
            paramLabel = "SIGMA",
            description = "Add noise to clean images first, as in training or with this standard deviation (0 to "
                    + MOST_SIGMA + "),"
                    + " and show noisy, restored and clean side by side.")
    private Optional<OptionalNumber> noise = Optional.empty();

    @Override
    public Integer call() throws IOException {
        OptionalDouble sigma = noise.map(OptionalNumber::value).orElseGet(OptionalDouble::empty);
        sigma.ifPresent(given -> Check.between("--noise", given, 0, MOST_SIGMA));
        return options.run(false, noise.map(given -> "--noise"), sigma);
    }
}
