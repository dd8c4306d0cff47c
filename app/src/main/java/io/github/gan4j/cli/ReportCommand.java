package io.github.gan4j.cli;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.studio.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j report}: a run on one page. */
@Command(
        name = "report",
        description = "Write a run on one page that needs nothing beside itself.",
        footer = {"", "The page holds the plan, curves, samples and a diagnosis: one file to mail."})
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run folder, as in runs/2026-11-21-0930-strokes.")
    private Path path;

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "The page; report.html in the run folder when not given.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path target = Targets.named(out.orElse(path.resolve("report.html")), ".html");
        String page = Report.of(new RunFolder(path));
        AtomicFile.writeString(Targets.withFolder(target), page);
        spec.commandLine().getOut().println("the run on one page: " + target);
        return 0;
    }
}
