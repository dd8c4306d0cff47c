package io.github.gan4j.cli;

import static io.github.gan4j.numbers.Numbers.grouped;

import io.github.gan4j.cli.options.DataChoice;
import io.github.gan4j.cli.terminal.ClassLines;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.data.Survey;
import io.github.gan4j.data.Survey.Finding;
import io.github.gan4j.data.Survey.Kind;
import io.github.gan4j.data.Survey.SizeCount;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gan4j data check}: names what is wrong with data before anything is trained on it. */
@Command(
        name = "check",
        description = "List every image that is unreadable, inconsistent or duplicated.",
        footer = {
            "",
            "Also counts sizes, colours and classes. The exit code is 0 if there is data to train on, 1 if there is none."
        })
final class DataCheckCommand extends Verb {
    private static final int MOST_SIZES = 10;

    @Mixin
    private DataChoice choice;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        Survey survey = Survey.of(choice.source(0), choice.part(), screen.slow());
        if (json.on(screen))
            screen.json(Provenance.here()
                    .withChecksum(Provenance.DATA, survey.checksum())
                    .onto(survey));
        else show(survey);
        return survey.usable() > 0 ? 0 : 1;
    }

    private void show(Survey survey) {
        screen.say(choice.word() + ": " + Numbers.of(survey.images(), "image")
                + (survey.usable() == survey.images()
                        ? ""
                        : ", of which " + grouped(survey.usable()) + (survey.usable() == 1 ? " is" : " are")
                                + " usable"));
        showSizes(survey.sizes());
        if (survey.usable() > 0)
            screen.say("colours: " + grouped(survey.usable() - survey.grey()) + " in colour, " + grouped(survey.grey())
                    + " grey");
        if (!survey.classes().isEmpty())
            screen.say("classes: " + survey.classes().size());
        ClassLines.of(survey.classes()).forEach(screen::say);
        survey.notes().forEach(note -> screen.say("note: " + note));
        for (Kind kind : Kind.values()) showFindings(kind, survey.findings());
        if (survey.findings().isEmpty()) screen.say("nothing wrong was found");
    }

    private void showSizes(List<SizeCount> sizes) {
        if (sizes.isEmpty()) return;
        screen.say("sizes: " + sizes.size());
        for (SizeCount size : sizes.subList(0, Math.min(MOST_SIZES, sizes.size())))
            screen.say("%8d  %dx%d", size.images(), size.width(), size.height());
        if (sizes.size() > MOST_SIZES)
            screen.say(
                    "%8d  of other sizes",
                    sizes.stream().skip(MOST_SIZES).mapToInt(SizeCount::images).sum());
    }

    private void showFindings(Kind kind, List<Finding> all) {
        List<Finding> found = all.stream().filter(each -> each.kind() == kind).toList();
        if (!found.isEmpty()) screen.say(heading(kind) + ": " + grouped(found.size()));
        found.forEach(each -> screen.say("  " + each.image() + ": " + each.says()));
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "unreadable";
            case SIZE -> "of another size";
            case COLOUR -> "of another colour";
            case TRANSPARENT -> "transparent";
            case DUPLICATE -> "duplicated";
        };
    }
}
