package io.github.gan4j.cli;

import io.github.gan4j.cli.options.DataChoice;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.data.Packing;
import io.github.gan4j.data.Packing.Packed;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j data pack}: one zip of square images of one size, with their classes. */
@Command(
        name = "pack",
        description = "Write images and classes to one zip, in the format of StyleGAN.",
        footer = {"", "Such a zip opens faster than many files, and other programs read it, too."})
final class DataPackCommand extends Verb {
    @Mixin
    private DataChoice choice;

    @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "The zip to write.")
    private Path out;

    @Within(least = 1, most = 1024)
    @Option(names = "--size", paramLabel = "N", description = "Height and width of all images (default: their own).")
    private Optional<Integer> size = Optional.empty();

    @Option(names = "--crop", description = "Crop images to their central square.")
    private boolean crop;

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Override
    public Integer call() throws IOException {
        ResultFiles.withFolder(results.asked(OutputFile.named("--out", out, ".zip")));
        Packed packed =
                Packing.write(choice.source(size.orElse(0)), choice.part(), out, crop, screen.slow(), screen::notice);
        screen.say(
                "%s: %s, %s, %s",
                out,
                Numbers.of(packed.images(), "image"),
                packed.shape(),
                packed.classes() == 0 ? "unlabelled" : Numbers.of(packed.classes(), "class"));
        return 0;
    }
}
