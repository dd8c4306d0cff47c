package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Properties of every help text, whatever commands there are. */
class HelpTest {
    /** The path of every command, {@code data info} among them. */
    static List<String> commands() {
        List<String> paths = new ArrayList<>();
        collect("", Gan4j.commandLine(), paths);
        return paths;
    }

    private static void collect(String path, CommandLine command, List<String> paths) {
        paths.add(path);
        command.getSubcommands().forEach((name, sub) -> collect((path + " " + name).strip(), sub, paths));
    }

    private static CommandLine command(String path) {
        CommandLine command = Gan4j.commandLine();
        for (String name : words(path)) command = command.getSubcommands().get(name);
        return command;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String help(String path) {
        return Shell.run(
                        Stream.concat(words(path).stream(), Stream.of("--help")).toArray(String[]::new))
                .out();
    }

    /** Every word of the source texts, which is to stand whole in the lines of the help. */
    private static List<String> sources(CommandLine command) {
        List<String> texts =
                new ArrayList<>(List.of(command.getCommandSpec().usageMessage().description()));
        texts.addAll(List.of(command.getCommandSpec().usageMessage().footer()));
        command.getCommandSpec().args().stream()
                .filter(argument -> !argument.hidden())
                .forEach(argument -> texts.addAll(List.of(argument.description())));
        command.getCommandSpec().options().forEach(option -> texts.addAll(List.of(option.names())));
        return texts.stream().map(text -> text.replace("%%", "%")).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void lines_have_at_most_eighty_columns_and_no_word_is_split(String path) {
        String help = help(path);
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
        Set<String> shown = new HashSet<>(words(help.replaceAll("[,=]|\\[=", " ")));
        for (String text : sources(command(path)))
            assertThat(shown).as(text).containsAll(words(text.replaceAll("[,=]|\\[=", " ")));
    }

    @Test
    void a_run_may_be_an_exported_file_where_a_generator_is_enough() {
        for (String verb : List.of("sample", "walk", "mix", "project"))
            assertThat(help(verb).replaceAll("\\s+", " ")).contains("or a generator in an ONNX or TorchScript file.");
        assertThat(help("resume"))
                .contains("A run folder that gan4j train has written.")
                .doesNotContain("ONNX");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void paragraphs_are_wrapped_once(String path) {
        List<String> lines = help(path).lines().toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i), next = lines.get(i + 1);
            boolean prose = !line.isEmpty() && !line.startsWith(" ") && !next.isEmpty() && !next.startsWith(" ");
            boolean heading = line.matches("\\w+") || line.startsWith("gan4j ");
            if (prose && !heading)
                assertThat(line.length() + 1 + words(next).get(0).length())
                        .as(line)
                        .isGreaterThan(80);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_default_value_is_stated(String path) {
        for (OptionSpec option : command(path).getCommandSpec().options()) {
            String value = String.valueOf(option.defaultValueString(true));
            boolean none = value.matches("null|false|\\[]|Optional\\.empty") || value.isEmpty();
            String text = String.join(" ", option.description());
            if (!none && !(value.equals("0") && text.contains("(default: ")))
                assertThat(text)
                        .as(option.longestName())
                        .contains("(default: ")
                        .containsIgnoringCase(value.replaceAll("[\\[\\]]", "").replaceAll(", .*", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_before_and_after_a_command_is_the_same(String path) {
        String help = help(path);
        assertThat(help).startsWith(("gan4j " + path).strip());
        assertThat(Shell.run(Stream.concat(Stream.of("help"), words(path).stream())
                                .toArray(String[]::new))
                        .out())
                .isEqualTo(help);
        assertThat(Shell.run(Stream.concat(Stream.of("--help"), words(path).stream())
                                .toArray(String[]::new))
                        .out())
                .isEqualTo(help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_subcommand_is_shown_as_needed_only_where_it_is(String path) {
        if (command(path).getSubcommands().isEmpty()) return;
        String first = help(path).lines().findFirst().orElseThrow();
        // without a subcommand an attack trains a classifier first, and a bench takes a name
        boolean optional = List.of("attack", "bench").contains(path)
                || Shell.run(words(path).toArray(String[]::new)).code() == 0;
        assertThat(first.endsWith("[COMMAND]")).isEqualTo(optional);
    }

    @ParameterizedTest
    @CsvSource({"help trian, trian", "--help trian, trian", "help data inf, inf", "help train strokes, strokes"})
    void help_for_an_unknown_command_says_so(String arguments, String unknown) {
        Shell help = Shell.run(arguments.split(" "));
        assertThat(help.code()).isEqualTo(2);
        assertThat(help.err()).contains("unknown command '" + unknown + "'");
    }

    @Test
    void a_shell_can_complete_commands_and_options() {
        assertThat(Shell.run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F _complete_gan4j", "'--batch-size'", "evaluate");
    }
}
