package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gan4jTest {
    @Test
    void help_lists_every_verb_in_its_group() {
        Shell help = Shell.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .containsSubsequence("Train\n", "  train ", "Prepare\n", "  presets ", "  data ", "gan4j help COMMAND");
        Gan4j.commandLine().getSubcommands().keySet().forEach(verb -> assertThat(help.out())
                .contains("\n  " + verb + " "));
        assertThat(Shell.run().out()).isEqualTo(help.out());
    }

    @Test
    void data_or_a_plan_in_the_place_of_a_preset_says_where_they_belong(@TempDir Path folder) throws IOException {
        Path photos = Files.createDirectories(folder.resolve("my photos"));
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "batchSize: 3");
        misplaced(photos, "folder --data '" + photos + "'");
        misplaced(plan, "--plan " + plan);
    }

    private static void misplaced(Path path, String write) {
        Shell wrong = Shell.run("train", path.toString());
        assertThat(wrong.err())
                .isEqualTo("gan4j: '" + path + "' is a file or folder, not a preset; write " + write
                        + System.lineSeparator());
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void version_names_gan4j_and_java() {
        assertThat(Shell.run("--version").out()).startsWith("gan4j ").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trian | unknown command 'trian'; did you mean 'train'? (gan4j --help lists all)",
                "xyzzy | unknown command 'xyzzy' (gan4j --help lists all)",
                "--verbose | unknown option '--verbose' (see gan4j --help)",
                "train --mintes 3 | unknown option '--mintes'; did you mean '--minutes'? (see gan4j train --help)",
                "train strokes folder | unexpected 'folder' (see gan4j train --help)",
                "train --minutes 0 | --minutes must be above 0, got 0",
                "train --minutes -1.5 | --minutes must be above 0, got -1.5",
                "train --minutes two | invalid value for option '--minutes': must be a number, got 'two'",
                "train --minutes | missing required parameter for option '--minutes' (N)",
                "train --minutes NaN | --minutes must be above 0, got NaN",
                "train --minutes Infinity | --minutes must be at most 1000000, got Infinity",
                "train --seed 1.5 | invalid value for option '--seed': must be a whole number, got '1.5'",
                "train --threads -1 | threads must be between 0 and 1024, got -1",
                "train --out= | --out must name a folder, got ''",
                "train --data= | --data must name a folder, zip or file, got ''",
                "data info | missing required parameter: 'DATA'; see gan4j data info --help",
                "train --images 0 | --images must be at least 1, got 0",
                "train --images 1.5 | invalid value for option '--images': must be a whole number, got '1.5'",
                "train --batch-size 0 | batchSize must be between 1 and 65536, got 0",
                "train --device gpu | invalid value for option '--device': must be one of auto, cpu, cuda, mps, cuda:N; got 'gpu'; did you mean 'cuda'?",
                "train --precision fp16 | invalid value for option '--precision': must be one of auto, fp32, bf16; got 'fp16'; did you mean 'bf16'?",
                "train --set generator.input.sizes=3 | generator.input.sizes=3: unknown key 'sizes' in generator.input; known keys: size, reuse; did you mean 'size'?",
                "train --set batch | a setting is written path.to.key=value, as in batchSize=64; got 'batch'",
                "train mnist-dcgan | plan 'mnist-dcgan' needs data: add --data with a folder, zip or file, or the name of a set",
                "presets shw | unknown command 'shw'; did you mean 'show'? (gan4j presets --help lists all)",
                "data | data needs info, check, pack or find, as in: gan4j data info PATH",
            })
    void wrong_usage_is_one_line_and_exit_code_two(String arguments, String message) {
        Shell wrong = Shell.run(arguments.split(" "));
        assertThat(wrong.err()).isEqualTo("gan4j: " + message + System.lineSeparator());
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train mnst", "presets show mnst"})
    void an_unknown_preset_is_answered_with_the_nearest_one(String arguments) {
        Shell wrong = Shell.run(arguments.split(" "));
        assertThat(wrong.err())
                .isEqualTo("gan4j: unknown preset 'mnst'; did you mean 'mnist-dcgan'? (gan4j presets lists all "
                        + Presets.names().size() + ")" + System.lineSeparator());
        assertThat(wrong.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train --plan nowhere.yaml", "data info nowhere"})
    void work_that_fails_is_one_line_and_exit_code_one(String arguments) {
        Shell failed = Shell.run(arguments.split(" "));
        assertThat(failed.err())
                .startsWith("gan4j: nowhere")
                .endsWith("no such file or folder" + System.lineSeparator());
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.code()).isEqualTo(1);
    }

    @Test
    void a_stack_trace_is_shown_when_asked_for() {
        assertThat(Shell.run("train", "mnst", "--stacktrace").err())
                .startsWith("gan4j: unknown preset 'mnst'")
                .contains("\tat io.github.gan4j.plan.Presets");
    }
}
