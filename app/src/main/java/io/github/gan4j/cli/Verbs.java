package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.TextLayout.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs in the order and the groups in which help lists them. */
final class Verbs {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Train", List.of("train", "resume", "launch"));
        GROUPS.put("Look", List.of("sample", "walk", "mix", "project", "studio", "runs", "report"));
        GROUPS.put("Use", List.of("restore", "upscale", "redraw", "classify", "export", "serve", "attack"));
        GROUPS.put("Judge", List.of("evaluate", "doctor", "tune", "bench"));
        GROUPS.put("Prepare", List.of("presets", "data", "cache"));
    }

    private static final String OTHERS = "Help";

    private Verbs() {}

    /** The subcommands of a command by their headings: those of the program in groups, others together. */
    static Map<String, List<Row>> groups(CommandSpec command) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        if (command.subcommands().isEmpty()) return groups;
        if (command.parent() != null) {
            groups.put(
                    "Commands",
                    rows(command, command.subcommands().keySet().stream().toList()));
            return groups;
        }
        GROUPS.forEach((heading, names) -> groups.put(heading, rows(command, names)));
        groups.put(
                OTHERS,
                rows(
                        command,
                        command.subcommands().keySet().stream()
                                .filter(name -> GROUPS.values().stream().noneMatch(names -> names.contains(name)))
                                .toList()));
        return groups;
    }

    private static List<Row> rows(CommandSpec command, List<String> names) {
        return names.stream()
                .filter(command.subcommands()::containsKey)
                .map(name -> new Row("  " + name, about(command.subcommands().get(name))))
                .toList();
    }

    private static String about(CommandLine verb) {
        return verb.getCommandSpec().usageMessage().description()[0];
    }
}
