package io.github.gan4j.cli;

import io.github.gan4j.data.Packing;
import io.github.gan4j.data.Packing.Packed;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j data pack}: one zip of square images of one size, with their classes. */
@Command(
        name = "pack",
        description = "Write images and classes into one zip, as StyleGAN's tools do.",
        footer = {"", "Such a zip opens faster than many files, and other programs read it as well."})
final class DataPackCommand implements Callable<Integer> {
    @Mixin
    private DataChoice choice;

    @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "The zip to write.")
    private Path out;

    @Option(names = "--size", paramLabel = "N", description = "Height and width to bring all images to.")
    private int size;

    @Option(names = "--crop", description = "Take the square in the middle of images that are not square.")
    private boolean crop;

    @Option(names = "--force", description = "Replace a zip that is there already.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Targets.named(out, ".zip");
        if (spec.commandLine().getParseResult().hasMatchedOption("--size") && size < 1)
            throw new IllegalArgumentException("--size must be within 1 and 1024, got " + size);
        if (Files.exists(out) && !force)
            throw new IllegalArgumentException(out + " is there already; --force replaces it");
        Notices notices = new Notices(spec.commandLine().getErr());
        Packed packed = Packing.write(choice.source(size), choice.part(), out, crop, new Patience(notices), notices);
        spec.commandLine()
                .getOut()
                .println("%s: %s, %s, %s"
                        .formatted(
                                out,
                                Numbers.of(packed.images(), "image"),
                                packed.shape(),
                                packed.classes() == 0 ? "unlabelled" : packed.classes() + " classes"));
        return 0;
    }
}
