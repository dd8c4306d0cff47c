package io.github.gan4j.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j upscale}: enlarges people's own images. */
@Command(
        name = "upscale",
        description = "Enlarge images with the generator of a run.",
        footer = {
            "",
            "To train such a run: gan4j train super-resolution --data FOLDER",
            "",
            "Examples",
            "  gan4j upscale runs/2026-11-21-0930-super-resolution photo.jpg",
            "  gan4j upscale runs/2026-11-21-0930-super-resolution photos --out large",
            "  gan4j upscale runs/2026-11-21-0930-super-resolution photo.jpg --shrink \\",
            "      --out compared.png",
            "  gan4j upscale runs/2026-11-21-0930-super-resolution --held-out"
        })
final class UpscaleCommand implements Callable<Integer> {
    @Mixin
    private RestoreOptions options = new RestoreOptions();

    @Option(
            names = "--shrink",
            description = "Shrink the images first, as in training, and show small, bicubic, enlarged and original side"
                    + " by side.")
    private boolean shrink;

    @Override
    public Integer call() throws IOException {
        return options.run(true, shrink ? Optional.of("--shrink") : Optional.empty(), OptionalDouble.empty());
    }
}
