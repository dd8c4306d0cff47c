package io.github.gan4j.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j restore}: takes noise out of people's own images. */
@Command(
        name = "restore",
        description = "Take noise out of images with the generator of a run.",
        footer = {
            "",
            "Train one with: gan4j train denoise --data FOLDER",
            "",
            "Examples",
            "  gan4j restore runs/2026-11-21-0930-denoise photo.jpg",
            "  gan4j restore runs/2026-11-21-0930-denoise photos --out clean",
            "  gan4j restore runs/2026-11-21-0930-denoise photo.jpg --noise 50 --out compared.png",
            "  gan4j restore runs/2026-11-21-0930-denoise --held-back --noise 50"
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private MendingOptions options = new MendingOptions();

    @Option(
            names = "--noise",
            arity = "0..1",
            fallbackValue = "-1",
            paramLabel = "SIGMA",
            description =
                    "Images are clean: add noise first, as in training or of this deviation (0 to 255), and show noisy,"
                            + " restored and clean side by side.")
    private Optional<Double> noise = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        noise.ifPresent(sigma -> {
            if (sigma != -1 && !(sigma >= 0 && sigma <= 1000))
                throw new IllegalArgumentException("--noise must be within 0 and 1000, got " + sigma);
        });
        OptionalDouble sigma =
                noise.isPresent() && noise.get() >= 0 ? OptionalDouble.of(noise.get()) : OptionalDouble.empty();
        return new Mending(options, false, noise.isPresent(), sigma, spec.commandLine()).run();
    }
}
