package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    enum Precision {
        AUTO,
        FP32,
        BF16
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ball.class, name = "ball"),
        @JsonSubTypes.Type(value = Box.class, name = "box")
    })
    sealed interface Shape permits Ball, Box {}

    record Ball(double radius) implements Shape {}

    record Box(List<Double> sides) implements Shape {}

    record Optimizer(double rate, double[] betas) {
        Optimizer {
            if (rate <= 0) throw new IllegalArgumentException("rate must be above 0, got " + rate);
        }
    }

    record Recipe(
            String data, int batch, long seed, boolean flip, Precision precision, Optimizer optimizer, Shape shape) {}

    private static final String GOOD = """
            data: "yes"
            batch: 128
            seed: 12345678901
            flip: true
            precision: bf16
            optimizer: {rate: 2e-4, betas: [0.5, 0.999]}
            shape: {kind: box, sides: [1, 2.5]}
            """;

    @TempDir
    Path folder;

    @Test
    void a_record_survives_the_way_to_a_file_and_back() throws IOException {
        Recipe recipe = Yaml.read(GOOD, "plan.yaml", Recipe.class);
        assertThat(recipe.data()).isEqualTo("yes");
        assertThat(recipe.optimizer().rate()).isEqualTo(2e-4);
        assertThat(recipe.shape()).isEqualTo(new Box(List.of(1.0, 2.5)));
        Path file = folder.resolve("plan.yaml");
        Yaml.write(file, recipe);
        assertThat(Files.readString(file))
                .contains("precision: bf16\n", "batch: 128\n")
                .doesNotContain("---");
        assertThat(Yaml.read(file, Recipe.class)).usingRecursiveComparison().isEqualTo(recipe);
        assertThat(Yaml.bind(Yaml.toTree(recipe), "plan", Recipe.class))
                .usingRecursiveComparison()
                .isEqualTo(recipe);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            batch: 128        | lattent: 3         | unknown key 'lattent'; known keys: batch, data, flip, optimizer, precision, seed, shape
            rate: 2e-4        | rat: 1             | unknown key 'optimizer.rat'; known keys: betas, rate
            batch: 128        | batch: many        | 'batch' must be a whole number, got "many"
            batch: 128        | batch: 1.5         | 'batch' must be a whole number, got 1.5
            batch: 128        | batch: 3000000000  | 'batch': Numeric value (3000000000) out of range of int (-2147483648 - 2147483647)
            batch: 128        | batch: [1]         | 'batch' must be a whole number, got [1]
            batch: 128        | batch:             | 'batch' must be a whole number, got nothing
            seed: 12345678901 | seed: x            | 'seed' must be a whole number, got "x"
            flip: true        | flip: maybe        | 'flip' must be true or false, got "maybe"
            flip: true        | flip: 1            | 'flip' must be true or false, got 1
            precision: bf16   | precision: fp8     | 'precision' must be one of auto, fp32, bf16, got "fp8"
            rate: 2e-4        | rate: fast         | 'optimizer.rate' must be a number, got "fast"
            rate: 2e-4        | rate: -1           | 'optimizer': rate must be above 0, got -1.0
            [0.5, 0.999]      | [0.5, x]           | 'optimizer.betas[1]' must be a number, got "x"
            [0.5, 0.999]      | 3                  | 'optimizer.betas' must be a list, got 3
            {rate: 2e-4, betas: [0.5, 0.999]} | 7  | 'optimizer' must be a group of the keys rate, betas, got 7
            batch: 128        |                    | key 'batch' is missing
            data: "yes"       | data:              | 'data' must be a text, got nothing
            kind: box         | kind: cone         | 'shape.kind' must be one of ball, box, got "cone"
            kind: box         | size: 1            | key 'shape.kind' is missing; known: ball, box
            """)
    void what_does_not_fit_is_one_line(String good, String bad, String message) {
        String text = GOOD.replace(good, bad == null ? "" : bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.read(text, "plan.yaml", Recipe.class))
                .withMessage("plan.yaml: " + message);
    }

    @Test
    void broken_yaml_is_one_line_with_its_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: 1\nb: [1, 2\nc: 3", "plan.yaml"))
                .withMessageMatching("plan.yaml: line \\d: [^\n]+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: 1\na: 2", "plan.yaml"))
                .withMessageMatching("plan.yaml: line \\d: [^\n]*[dD]uplicate[^\n]*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("just words", "plan.yaml"))
                .withMessage("plan.yaml: expected keys and values, got \"just words\"");
        assertThat(Yaml.tree("# nothing\n", "plan.yaml")).isEmpty();
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
    }

    @Test
    void aliases_do_not_multiply() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        assertThat(Yaml.text(Yaml.tree(laughs.toString(), "bomb.yaml"))).hasSizeLessThan(10_000);
    }

    @Test
    void deep_nesting_is_refused_in_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.tree("a: " + "[".repeat(100_000), "deep.yaml"))
                .withMessageMatching("deep.yaml: [^\n]+");
    }

    @Test
    void single_values_are_what_they_look_like() {
        assertThat(Yaml.value("3").isInt()).isTrue();
        assertThat(Yaml.value("true").isBoolean()).isTrue();
        assertThat(Yaml.value("[1, 2]").size()).isEqualTo(2);
        assertThat(Yaml.value("../data/mnist").textValue()).isEqualTo("../data/mnist");
        assertThat(Yaml.value("").textValue()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.value("[1, 2"))
                .withMessageMatching("'\\[1, 2' is not a value: [^\n]+");
    }
}
