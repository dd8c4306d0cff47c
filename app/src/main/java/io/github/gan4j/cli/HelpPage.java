package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.TextLayout;
import io.github.gan4j.cli.terminal.TextLayout.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of a command. Picocli's own layout breaks lines at hyphens and dots, and so through names and commands. */
final class HelpPage {
    private final CommandSpec command;
    private final Help help;
    private final TextLayout layout;
    private final List<String> lines = new ArrayList<>();

    private HelpPage(Help help) {
        this.help = help;
        command = help.commandSpec();
        layout = new TextLayout(command.usageMessage().width());
    }

    /** Gives a command line and all of its subcommands pages like this. */
    static void install(CommandLine line) {
        line.setHelpSectionKeys(List.of("page"));
        line.setHelpSectionMap(Map.of("page", help -> new HelpPage(help).text()));
    }

    private String text() {
        lines.addAll(layout.paragraph(String.join(" ", synopsis()), 4));
        section("", layout.paragraph(joined(command.usageMessage().description()), 0));
        section(
                "",
                layout.table(visible(command.positionalParameters())
                        .map(parameter -> new Row("  " + label(parameter), joined(parameter.description())))
                        .toList()));
        section(
                "Options",
                layout.table(visible(command.options())
                        .sorted(Comparator.comparingInt(OptionSpec::order))
                        .map(option -> new Row(names(option), joined(option.description())))
                        .toList()));
        Map<String, List<Row>> groups = Verbs.groups(command);
        int names = TextLayout.names(groups.values().stream().flatMap(List::stream));
        groups.forEach((heading, rows) -> section(heading, layout.table(rows, names)));
        footer();
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static <A extends ArgSpec> Stream<A> visible(List<A> all) {
        return all.stream().filter(one -> !one.hidden());
    }

    private List<String> synopsis() {
        List<String> words = new ArrayList<>(List.of(command.qualifiedName(), "[OPTIONS]"));
        visible(command.options())
                .filter(OptionSpec::required)
                .forEach(option -> words.add(option.longestName() + label(option)));
        visible(command.positionalParameters()).forEach(parameter -> words.add(label(parameter)));
        if (!command.subcommands().isEmpty()) words.add(command.usageMessage().synopsisSubcommandLabel());
        return words;
    }

    private void section(String heading, List<String> content) {
        if (content.isEmpty()) return;
        lines.add("");
        if (!heading.isEmpty()) lines.add(heading);
        lines.addAll(content);
    }

    private String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return (option.shortestName().length() == 2 ? "  " : "      ") + names + label(option);
    }

    private String label(ArgSpec argument) {
        return help.parameterLabelRenderer()
                .renderParameterLabel(argument, Help.Ansi.OFF, List.of())
                .toString();
    }

    private static String joined(String... texts) {
        return String.format(Locale.ROOT, String.join(" ", texts));
    }

    /** Lines that begin with spaces, such as examples, stay as they are; what stands between them is a paragraph. */
    private void footer() {
        StringBuilder paragraph = new StringBuilder();
        for (String line : command.usageMessage().footer()) {
            boolean kept = line.isEmpty() || line.startsWith(" ");
            if (!kept) paragraph.append(line).append(' ');
            if (kept && paragraph.length() > 0) lines.addAll(layout.paragraph(joined(paragraph.toString()), 0));
            if (kept) {
                paragraph.setLength(0);
                lines.add(joined(line));
            }
        }
        if (paragraph.length() > 0) lines.addAll(layout.paragraph(joined(paragraph.toString()), 0));
    }
}
