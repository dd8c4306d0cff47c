package io.github.gan4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The verbs in the order and the groups in which help lists them. */
final class Verbs {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Train", List.of("train", "resume"));
        GROUPS.put("Look", List.of("sample", "walk", "mix", "project", "studio", "runs", "report"));
        GROUPS.put("Use", List.of("restore", "upscale", "redraw", "classify", "export", "serve", "attack"));
        GROUPS.put("Judge", List.of("evaluate", "doctor", "tune", "bench"));
        GROUPS.put("Prepare", List.of("presets", "data", "cache"));
    }

    private Verbs() {}

    /** The section of the help that lists subcommands: in groups for the program itself, plainly for a verb. */
    static String list(Help help) {
        Map<String, CommandLine> verbs = help.commandSpec().subcommands();
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            List<String> present = names.stream().filter(verbs::containsKey).toList();
            if (help.commandSpec().parent() == null && !present.isEmpty()) text.append(heading + "%n");
            present.forEach(name -> text.append(line(name, verbs.get(name))));
        });
        verbs.forEach((name, verb) -> {
            if (!grouped(name)) text.append(line(name, verb));
        });
        return text.toString().replace("%n", System.lineSeparator());
    }

    private static boolean grouped(String name) {
        return GROUPS.values().stream().anyMatch(names -> names.contains(name));
    }

    private static String line(String name, CommandLine verb) {
        return "  %-9s  %s".formatted(name, verb.getCommandSpec().usageMessage().description()[0]) + "%n";
    }
}
