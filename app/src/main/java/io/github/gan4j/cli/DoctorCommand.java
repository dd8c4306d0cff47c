package io.github.gan4j.cli;

import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gan4j doctor}: diagnoses a run. */
@Command(
        name = "doctor",
        description = "Diagnose a run: failure modes, evidence and remedies.",
        footer = {
            "",
            "The run may still be in progress. Remedies are given as options of gan4j train, and train --auto-remedy tries them",
            "automatically."
        })
final class DoctorCommand extends Verb {
    @Mixin
    private RunChoice run;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        RunFolder folder = new RunFolder(run.path());
        Diagnosis diagnosis = Doctor.examine(folder, screen::notice);
        if (json.on(screen))
            screen.json(Provenance.here()
                    .withFileIfThere(folder.plan())
                    .withFileIfThere(folder.events())
                    .onto(diagnosis.toJson()));
        else show(diagnosis);
        return 0;
    }

    private void show(Diagnosis diagnosis) {
        screen.say(diagnosis.line());
        if (!diagnosis.also().isEmpty())
            screen.say("also       "
                    + diagnosis.also().stream()
                            .map(other -> Words.of(other).replace('-', ' '))
                            .collect(Collectors.joining(", ")));
        diagnosis.causes().forEach(line -> screen.say("look at    " + line));
        diagnosis.advice().forEach(line -> screen.say("try        " + line));
    }
}
