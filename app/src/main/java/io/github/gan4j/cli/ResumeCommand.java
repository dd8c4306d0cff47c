package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LengthOptions;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.Session;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j resume}: continues a run from its newest checkpoint. */
@Command(
        name = "resume",
        description = "Continue a run from its newest intact checkpoint.",
        footer = {
            "",
            "The result is the same, to the bit, as if the run had not been interrupted.",
            "--minutes and --images set a new length, counted from the start of the run; --set changes what is recorded,",
            "measured and watched, and where the data lies. For other settings: gan4j train --branch RUN --set ..."
        })
final class ResumeCommand extends Verb {
    @Mixin
    private RunChoice choice;

    @Mixin
    private LengthOptions length;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one value of the plan that has no influence on what is learned, as in record.keep=10;"
                    + " repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Where the data are now; they must be the same, by checksum.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        boolean summarised = json.on(screen);
        return new SharedTraining(screen, Optional.empty(), data).train(opening -> {
            try (Run run = opening.resume(choice.path(), this::changed)) {
                Launch.note(run.folder().path());
                return new Session(run, screen, summarised).train();
            }
        });
    }

    private Plan changed(Plan plan) throws IOException {
        Plan moved = data.isPresent() ? plan.withData(plan.data().movedTo(data.get())) : plan;
        Draft longer = Draft.of(length.plan().map(moved::withStop).orElse(moved));
        return longer.set(settings).plan();
    }
}
