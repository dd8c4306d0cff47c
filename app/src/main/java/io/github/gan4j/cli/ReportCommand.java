package io.github.gan4j.cli;

import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gan4j report}: a run on one page. */
@Command(
        name = "report",
        description = "Write a self-contained HTML report of a run.",
        footer = {"", "The report contains the plan, curves, samples and the diagnosis in one file."})
final class ReportCommand extends Verb {
    @Mixin
    private RunChoice run;

    @Mixin
    private OutputFile out = new OutputFile();

    @Override
    public Integer call() throws IOException {
        Path target = out.in(run, ".html");
        String page = Report.of(new RunFolder(run.path()));
        AtomicFile.writeString(ResultFiles.withFolder(target), page);
        screen.say("report: " + target);
        return 0;
    }
}
