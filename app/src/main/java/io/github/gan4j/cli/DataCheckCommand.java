package io.github.gan4j.cli;

import io.github.gan4j.data.Survey;
import io.github.gan4j.data.Survey.ClassCount;
import io.github.gan4j.data.Survey.Finding;
import io.github.gan4j.data.Survey.Kind;
import io.github.gan4j.data.Survey.SizeCount;
import io.github.gan4j.files.Json;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j data check}: names what is odd in data before anything is trained on them. */
@Command(
        name = "check",
        description = "Name every image that is unreadable, odd or there twice.",
        footer = {
            "",
            "Sizes, colours and classes are counted, too. The exit code is 0 when there is",
            "something to train on, and 1 when there is nothing."
        })
final class DataCheckCommand implements Callable<Integer> {
    private static final int MOST_SIZES = 10;

    @Mixin
    private DataChoice choice;

    @Option(names = "--json", description = "Write the whole as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Notices notices = new Notices(spec.commandLine().getErr());
        Survey survey = Survey.of(choice.source(0), choice.part(), new Patience(notices));
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(Json.tree(survey));
        else print(survey, out);
        return survey.usable() > 0 ? 0 : 1;
    }

    private void print(Survey survey, PrintWriter out) {
        out.println(choice.word() + ": " + Numbers.of(survey.images(), "image")
                + (survey.usable() == survey.images()
                        ? ""
                        : ", of which " + Numbers.grouped(survey.usable()) + " can be used"));
        sizes(survey.sizes(), out);
        if (survey.usable() > 0)
            out.println("colours: " + Numbers.grouped(survey.usable() - survey.grey()) + " in colour, "
                    + Numbers.grouped(survey.grey()) + " grey");
        if (!survey.classes().isEmpty())
            out.println("classes: " + survey.classes().size());
        for (ClassCount each : survey.classes()) out.println("%8d  %s".formatted(each.images(), each.name()));
        survey.notes().forEach(note -> out.println("note: " + note));
        for (Kind kind : Kind.values()) findings(kind, survey.findings(), out);
        if (survey.findings().isEmpty()) out.println("nothing odd was found");
    }

    private static void sizes(List<SizeCount> sizes, PrintWriter out) {
        if (sizes.isEmpty()) return;
        out.println("sizes: " + sizes.size());
        for (SizeCount size : sizes.subList(0, Math.min(MOST_SIZES, sizes.size())))
            out.println("%8d  %dx%d".formatted(size.images(), size.width(), size.height()));
        if (sizes.size() > MOST_SIZES) {
            int rest =
                    sizes.stream().skip(MOST_SIZES).mapToInt(SizeCount::images).sum();
            out.println("%8d  of other sizes".formatted(rest));
        }
    }

    private static void findings(Kind kind, List<Finding> all, PrintWriter out) {
        List<Finding> found = all.stream().filter(each -> each.kind() == kind).toList();
        if (!found.isEmpty()) out.println(heading(kind) + ": " + Numbers.grouped(found.size()));
        found.forEach(each -> out.println("  " + each.image() + ": " + each.says()));
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "unreadable";
            case SIZE -> "of another size";
            case COLOUR -> "of another colour";
            case TRANSPARENT -> "transparent";
            case DUPLICATE -> "there twice";
        };
    }
}
