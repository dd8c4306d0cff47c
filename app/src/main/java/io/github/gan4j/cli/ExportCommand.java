package io.github.gan4j.cli;

import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.export.ExportedPart;
import io.github.gan4j.export.Proof;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j export}: a network of a run for other programs. */
@Command(
        name = "export",
        description = "Write a run's network for other programs, and prove that it computes the same.",
        footer = {
            "",
            "Formats",
            "  onnx         NAME.onnx, for ONNX Runtime and every converter",
            "  torchscript  NAME.pt, opens in PyTorch without a class",
            "  safetensors  model.safetensors, config.json, load.py, README.md for model hubs",
            "  html         NAME.html, one page that makes images in any browser, offline",
            "",
            "Every file is run again on fixed inputs at two batch sizes. The largest difference is printed and kept in",
            "proof.json; where it is above the bound nothing is left behind and the exit code is 1.",
            "",
            "Examples",
            "  gan4j export runs/digits",
            "  gan4j export runs/digits --best --to digits --format onnx,html",
            "  gan4j export runs/digits --half --part discriminator --format onnx"
        })
final class ExportCommand extends Verb {
    @Mixin
    private RunChoice run;

    @Option(names = "--to", paramLabel = "DIR", description = "Folder to write (default: export in the run folder).")
    private Optional<Path> to = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = "Formats: onnx, torchscript, safetensors, html (default: all that suit the network).")
    private Optional<String> format = Optional.empty();

    @Option(names = "--half", description = "Weights in 16 bits: files of half the size.")
    private boolean half;

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Network: generator, redrawer, discriminator or classifier (default: ${DEFAULT-VALUE}).")
    private ExportedPart part = ExportedPart.GENERATOR;

    @Within(least = 1, most = 64)
    @Option(names = "--generator", paramLabel = "N", description = "Which of several generators, from 1.")
    private Optional<Integer> generator = Optional.empty();

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            description = "What gan4j evaluate --json has printed, for the model card"
                    + " (default: evaluation.json in the run folder, if there).")
    private Optional<Path> evaluation = Optional.empty();

    @Option(names = "--overwrite", description = "Replace an export that is there already.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Export export = new Export(
                format.map(ExportFormat::named)
                        .orElseGet(() -> Export.everything().formats()),
                half,
                best,
                part,
                generator.orElse(0),
                evaluation,
                overwrite,
                screen::notice);
        Path folder = to.map(asked -> OutputFile.folder("--to", asked)).orElseGet(() -> run.file("export"));
        List<Proof> proofs = export.of(run.path(), folder);
        for (Proof proof : proofs)
            screen.say(
                    "%-11s  %s  %s bytes  largest difference %.2g (at most %s)  %s",
                    proof.format(),
                    proof.file(),
                    Numbers.grouped(proof.bytes()),
                    proof.difference(),
                    proof.bound(),
                    proof.ranBy());
        for (Path page : FileTree.list(folder, file -> file.toString().endsWith(".html")))
            screen.say(
                    "%-11s  %s  %s bytes  checks itself whenever it is opened",
                    ExportFormat.HTML, page.getFileName(), Numbers.grouped(Files.size(page)));
        screen.say("written to %s", folder);
        return 0;
    }
}
