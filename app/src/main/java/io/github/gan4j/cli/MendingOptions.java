package io.github.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code restore} and {@code upscale} are told alike. */
final class MendingOptions {
    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-denoise.")
    Path run;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "IMAGE",
            description = "Files of images, or folders of them; of any size, grey or colour.")
    List<Path> images = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go, or FILE.png for a single one; beside the images when not given.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--original",
            paramLabel = "FILE|DIR",
            description =
                    "What the results should be like, a file or a folder of the same names: PSNR and SSIM are told.")
    Optional<Path> original = Optional.empty();

    @Option(
            names = "--held-back",
            description = "Damage and mend the images that were held back from training, in place of IMAGE.")
    boolean heldBack;

    @Option(names = "--best", description = "The generator as it was best by the run's metric, not as it is now.")
    boolean best;
}
