package io.github.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private RunFolder run() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("<run>"));
        Files.writeString(run.plan(), Presets.text("strokes"));
        return run;
    }

    private static String event(int images, double loss) {
        return "{\"imagesSeen\":%d,\"step\":%d,\"seconds\":%d,\"discriminatorLoss\":%s,\"frechetDistance\":12.5}\n"
                .formatted(images, images / 8, images / 100, loss);
    }

    @Test
    void a_page_has_facts_curves_samples_and_the_plan_and_needs_nothing_else() throws IOException {
        RunFolder run = run();
        Files.writeString(run.events(), event(800, 1.5) + "nonsense\n" + event(16_000, 0.5));
        ImageFile.writePng(run.samplePicture(16_000), new Picture(1, 1, 1, new byte[1]));
        assertThat(Report.of(run))
                .startsWith("<!doctype html>")
                .contains("<title>&lt;run&gt; · gan4j</title>", "<h1>&lt;run&gt;</h1>", "--discriminator:")
                .contains("<dt>images seen</dt><dd>16 000</dd>", "<dt>training</dt><dd>2 min 40 s</dd>")
                .contains("<dt>frechet distance</dt><dd>12.50</dd>", "<figcaption>Losses</figcaption><svg")
                .contains("points=\"52.0,8.0 360.0,164.0\"", "src=\"data:image/png;base64,", "after 16 000 images")
                .contains("<h2 id=\"plan\">Plan</h2>", "<a href=\"#story\">Story</a>", ">10 k</text>")
                .doesNotContain("Gradient norms", "http://", "https://", "<script");
    }

    @Test
    void samples_are_called_what_they_are() throws IOException {
        RunFolder run = run();
        Files.writeString(run.plan(), Presets.text("ring"));
        Files.writeString(run.events(), event(800, 1.5) + event(16_000, 0.5));
        assertThat(Report.of(run))
                .contains("<dt>points seen</dt><dd>16 000</dd>", "<dt>points per second</dt>", "Over points seen.")
                .doesNotContain("images seen", "images per second");
    }

    @Test
    void diagrams_are_not_shown_as_pixels_and_images_are() throws IOException {
        RunFolder run = run();
        Files.writeString(run.events(), event(800, 1.5));
        ImageFile.writePng(run.samplePicture(800), new Picture(1, 1, 1, new byte[1]));
        assertThat(Report.of(run)).contains("<img class=\"pixels\"").doesNotContain("<img class=\"diagram\"");
        Files.writeString(run.plan(), Presets.text("ring"));
        assertThat(Report.of(run)).contains("<img class=\"diagram\"").doesNotContain("<img class=\"pixels\"");
    }

    @Test
    void a_run_without_events_has_a_page_and_what_is_not_a_run_has_none() throws IOException {
        assertThat(Report.of(run())).contains("There are no events yet.");
        assertThatThrownBy(() -> Report.of(new RunFolder(folder.resolve("none"))))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none") + ": no such folder");
    }

    @Test
    void a_report_tells_the_story_of_a_run_and_nothing_of_the_machine() throws IOException {
        RunFolder run = run();
        Files.writeString(
                run.plan(),
                Presets.text("strokes")
                        + "provenance: {gan4j: 0.2.0, libtorch: 2.10.0, command: gan4j train folder --data /home/me/cats,"
                        + " date: '2026-01-02T03:04:05Z'}\n");
        String ill = "\"diagnosis\":\"total-collapse\",\"diagnosisLine\":\"Total collapse: all alike\"}\n";
        Files.writeString(
                run.events(),
                event(800, 1.5)
                        + event(1600, 1).replace("}\n", "," + ill)
                        + event(2400, 1).replace("}\n", "," + ill)
                        + event(3200, 0.5).replace("}\n", ",\"ending\":\"asked\"}\n"));
        Files.writeString(
                run.path().resolve("steering.jsonl"), "{\"imagesSeen\":1000,\"what\":\"one step of the generator\"}\n");
        Files.writeString(
                run.path().resolve("remedies.jsonl"),
                "{\"imagesSeen\":2000,\"diagnosis\":\"total-collapse\",\"backTo\":800,\"why\":\"it helps\",\"set\":[\"batchSize=32\"]}\n");
        assertThat(Report.of(run))
                .containsSubsequence(
                        "started on 2026-01-02T03:04:05Z",
                        "steered by hand: one step of the generator",
                        "Total collapse: all alike",
                        "total-collapse; went back to 800 with batchSize=32 (it helps)",
                        "stopped by hand",
                        "<dt>libtorch</dt><dd>2.10.0</dd>",
                        "--data …/cats")
                .containsOnlyOnce("<td>Total collapse: all alike</td>")
                .doesNotContain("/home/me", folder.toString());
    }

    @Test
    void the_colours_are_those_of_the_studio() throws IOException {
        assertThat(new String(Report.theme(), StandardCharsets.UTF_8)).contains("--generator:");
    }
}
