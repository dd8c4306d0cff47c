package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {
    @TempDir
    Path folder;

    @Test
    void broken_yaml_is_one_line_with_its_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: 1\nb: [1, 2\nc: 3", "plan.yaml"))
                .withMessageMatching("plan.yaml: line \\d: [^\n]+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: 1\na: 2", "plan.yaml"))
                .withMessageMatching("plan.yaml: line 2: [^\n]*[dD]uplicate[^\n]*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("just words", "plan.yaml"))
                .withMessage("plan.yaml: expected keys and values, got just words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("[1, 2]", "plan.yaml"))
                .withMessage("plan.yaml: expected keys and values, got [1, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: 1\n---\nb: 2", "plan.yaml"))
                .withMessage("plan.yaml: line 3: a second document begins here");
    }

    @Test
    void a_text_without_keys_is_an_empty_tree() {
        assertThat(Yaml.tree("# nothing\n", "plan.yaml")).isEmpty();
        assertThat(Yaml.tree("", "plan.yaml")).isEmpty();
        assertThat(Yaml.tree("~", "plan.yaml")).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        Path marked = Files.writeString(folder.resolve("marked.yaml"), "\ufeffdata: ring\n");
        assertThat(Yaml.tree(marked)).hasToString("{\"data\":\"ring\"}");
    }

    @Test
    void files_that_cannot_be_read_are_named() throws IOException {
        Path missing = folder.resolve("no.yaml");
        assertThatIOException()
                .isThrownBy(() -> Yaml.tree(missing))
                .withMessage(missing + ": cannot be read: no such file or folder");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[Yaml.MOST_BYTES + 1]);
        assertThatIOException()
                .isThrownBy(() -> Yaml.tree(huge))
                .withMessage(huge + ": cannot be read: has 1048577 bytes, at most 1048576");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x30});
        assertThatIOException()
                .isThrownBy(() -> Yaml.tree(binary))
                .withMessage(binary + ": cannot be read: it is not UTF-8");
        assertThatIOException()
                .isThrownBy(() -> Yaml.tree(folder))
                .withMessage(folder + ": cannot be read: Is a directory");
    }

    @Test
    void a_file_of_the_greatest_size_is_read() throws IOException {
        byte[] bytes = ("a: 3\n" + "#".repeat(Yaml.MOST_BYTES - 5)).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("large.yaml"), bytes);
        assertThat(Yaml.tree(file).path("a").intValue()).isEqualTo(3);
    }

    @Test
    void aliases_are_refused_and_not_taken_for_texts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: &x [1, 2]\nb: *x", "plan.yaml"))
                .withMessageMatching("plan.yaml: line 2: the alias \\*x is not supported[^\n]+");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree(laughs.toString(), "bomb.yaml"))
                .withMessageMatching("bomb.yaml: line 2: [^\n]+");
        assertThat(Yaml.tree("a: '*x'", "plan.yaml").path("a").textValue()).isEqualTo("*x");
    }

    @Test
    void numbers_and_truths_keep_their_text_for_where_a_text_is_wanted() {
        record Keys(String path, List<String> classes, long seed, double rate, boolean flip) {}
        for (String written :
                List.of("007", "0x10", "1_000", "1e5", "1.50", "+64", "yes", "Off", "12345678901234567890123"))
            assertThat(Settings.read(
                            Keys.class,
                            Yaml.tree(
                                    "{path: %s, classes: [%s, 1], seed: 1, rate: 2, flip: no}"
                                            .formatted(written, written),
                                    "plan.yaml")))
                    .isEqualTo(new Keys(written, List.of(written, "1"), 1, 2, false));
        assertThat(Settings.read(
                        Keys.class,
                        Yaml.tree("{path: a, classes: [], seed: 0x10, rate: 1_0.5, flip: yes}", "plan.yaml")))
                .isEqualTo(new Keys("a", List.of(), 16, 10.5, true));
    }

    @Test
    void deep_nesting_is_refused_in_one_line() {
        for (String deep : List.of("[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000)))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Yaml.tree("a: " + deep, "deep.yaml"))
                    .withMessageMatching("deep.yaml: [^\n]+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.value("[".repeat(100_000)))
                .withMessageMatching("(?s)'\\[+' is not a value: [^\n]+");
    }

    @Test
    void single_values_are_what_they_look_like() {
        assertThat(Yaml.value("3").isInt()).isTrue();
        assertThat(Yaml.value("true").isBoolean()).isTrue();
        assertThat(Yaml.value("[1, 2]").size()).isEqualTo(2);
        assertThat(Yaml.value("../data/mnist").textValue()).isEqualTo("../data/mnist");
        assertThat(Yaml.value("").textValue()).isEmpty();
        assertThat(Yaml.value("~").isNull()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.value("[1, 2"))
                .withMessageMatching("'\\[1, 2' is not a value: [^\n]+");
    }

    @Test
    void every_key_has_a_line_and_groups_have_lines_where_there_is_no_room_or_they_are_deep() {
        String text = """
                name: mine
                list: [1, 2, {a: 3}]
                small: {a: {b: 1}, c: 2}
                sides:
                  network: {dcgan: {width: 4, activation: {leaky-relu: 0.2}}}
                  team: {count: 2}
                long:
                  first: %s
                  second: %s
                """.formatted("a".repeat(60), "b".repeat(60));
        assertThat(Yaml.text(Yaml.tree(text, "test"))).isEqualTo(text);
        assertThat(Yaml.text(JsonNodeFactory.instance.objectNode())).isEmpty();
        assertThat(Yaml.inline(Yaml.tree("{a: {}, b: [], c: ''}", "test"))).isEqualTo("{a: {}, b: [], c: ''}");
    }

    @Property(tries = 1000, seed = "1")
    void any_text_comes_back_as_it_was_wherever_it_stands(@ForAll("texts") String text) {
        comesBack(text);
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.strings()
                .withChars("?:-#&*!|>'\"%@`,[]{}~=<. \t\r\n\\/01eE+_xyno")
                .ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> rare = Arbitraries.strings()
                .withChars('\u0000', '\u00a0')
                .withChars("\u2028\u2029\ufeff a")
                .ofMaxLength(4);
        return Arbitraries.oneOf(marks, any, rare);
    }

    @Example
    void texts_that_look_like_something_else_come_back_as_they_were() {
        for (String text : List.of(
                "",
                " ",
                "null",
                "Null",
                "~",
                "none",
                "true",
                "yes",
                "No",
                "on",
                "y",
                "007",
                "0x10",
                "0o7",
                "0b1",
                "1_000",
                "1e5",
                "2e-4",
                ".inf",
                "-.INF",
                ".nan",
                "12:30:00",
                "2001-01-01",
                "=",
                "<<",
                "- x",
                "? x",
                ": x",
                "?x",
                ":x",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "---",
                "...",
                "--- a",
                "%YAML 1.1",
                "!tag",
                "&anchor",
                "*alias",
                "@at",
                "`tick",
                "'quoted'",
                "\"quoted\"",
                "a\nb",
                " lead",
                "trail ",
                "C:\\data",
                "\u0007",
                "\u007f,",
                "\u0085",
                "\u2028",
                "\ufeffx",
                "é #1",
                "\ud83d\ude00",
                "a,b",
                "[a]",
                "{a}",
                "x".repeat(500),
                "x y ".repeat(100))) comesBack(text);
    }

    private static void comesBack(String text) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        ObjectNode tree = make.objectNode().put("plain", text);
        tree.putArray("list").add(text).add(3).add(text);
        tree.putObject("group").put("first", text).put("last", text);
        tree.putObject("deep").putObject("group").putArray("list").addObject().put("key", text);
        ObjectNode lines = tree.putObject("lines");
        for (int i = 0; i < 9; i++) lines.put("line-" + i, text + "x".repeat(20));
        ObjectNode read = Yaml.tree(Yaml.text(tree), "test");
        assertThat((JsonNode) read).isEqualTo(tree);
        if (!text.isEmpty())
            assertThat(Yaml.value(Yaml.inline(make.textNode(text)))).isEqualTo(make.textNode(text));
        if (!text.isEmpty())
            assertThat((JsonNode) Yaml.tree(Yaml.text(make.objectNode().put(text, 1)), "test"))
                    .isEqualTo(make.objectNode().put(text, 1));
    }
}
