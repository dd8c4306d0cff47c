package io.github.gan4j.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Plans;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed lines and the numbered pictures of the first tutorials. */
class TutorialTest {
    @TempDir
    Path folder;

    private static Plan plan() {
        return Plans.with(Plans.images(), "record.tutorial=3");
    }

    private static List<String> train(Plan plan, Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new TutorialLines(3, lines::add));
        }
        return lines;
    }

    @Test
    void three_values_are_printed_and_a_4x4_grid_is_saved_before_each_third_step() throws IOException {
        Path path = folder.resolve("run");
        List<String> lines = train(plan(), path);
        assertThat(lines).hasSize(16).element(0).isEqualTo("Iter: 0");
        assertThat(lines.get(4)).isEqualTo("Iter: 3");
        assertThat(lines.get(12)).isEqualTo("Iter: 9");
        assertThat(lines.get(13)).matches("D loss: -?[0-9.e+-]+");
        assertThat(lines.get(14)).matches("G loss: -?[0-9.e+-]+");
        assertThat(lines.get(15)).isEmpty();
        assertThat(path.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("000.png", "001.png", "002.png", "003.png");
        var grid = ImageFile.read(path.resolve("out").resolve("003.png"));
        assertThat(grid.width()).isEqualTo(grid.height());
        assertThat(Files.mismatch(path.resolve("out/000.png"), path.resolve("out/001.png")))
                .isNotEqualTo(-1);
    }

    @Test
    void a_resumed_run_saves_the_same_pictures() throws IOException {
        train(plan(), folder.resolve("whole"));
        Path path = folder.resolve("run");
        try (Run run = Run.start(plan(), path, line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() == 7) run.stop();
                }
            });
        }
        RunFolder.open(path).checkpoints().dropAfter(64);
        Files.writeString(path.resolve("out").resolve("002.png"), "of a step that will be played again");
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        for (String name : List.of("000.png", "001.png", "002.png", "003.png"))
            assertThat(path.resolve("out").resolve(name))
                    .hasSameBinaryContentAs(
                            folder.resolve("whole").resolve("out").resolve(name));
    }

    @Test
    void numbers_on_a_line_are_drawn_as_ever_within_the_span_that_is_asked_for() throws IOException {
        Path path = folder.resolve("run");
        Plan plan = Draft.of(Plans.line())
                .set("record.tutorial=10")
                .set("record.span=[-5, 5]")
                .plan();
        train(plan, path);
        assertThat(path.resolve("out").toFile().list()).containsExactlyInAnyOrder("000.png", "001.png", "002.png");
        assertThatThrownBy(() -> Plans.with(Plans.line(), "record.span=[5, -5]"))
                .hasMessageContaining("record.span must be empty or two numbers within -1e6 and 1e6, the smaller first,"
                        + " got [5.0, -5.0]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.38629436, 1.386",
        "0.69314718, 0.6931",
        "0.05, 0.05",
        "12345.678, 1.235e+04",
        "999.44, 999.4",
        "999.96, 1e+03",
        "1234.56, 1.235e+03",
        "0.000123456, 0.0001235",
        "0.0000123456, 1.235e-05",
        "-0.5, -0.5",
        "0, 0.0",
        "1, 1.0",
        "NaN, -",
        "Infinity, inf"
    })
    void numbers_have_four_significant_digits(double loss, String text) {
        assertThat(TutorialLines.text(loss)).isEqualTo(text);
    }
}
