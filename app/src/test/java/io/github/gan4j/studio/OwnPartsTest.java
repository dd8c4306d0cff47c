package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.OwnParts;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.cli.Gan4j;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data, a network and a penalty that gan4j does not know: the program of docs/api.md, and every verb on its run. */
class OwnPartsTest {
    private static final Path PROGRAM = Path.of("src/test/java/com/example/OwnParts.java");

    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void train() throws Exception {
        run = folder.resolve("discs");
        OwnParts.main(new String[] {run.toString()});
    }

    private static int verb(String... arguments) {
        return Gan4j.commandLine().execute(arguments);
    }

    private static List<Path> checkpoints(Path run) throws Exception {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_document_has_the_program_of_at_most_60_lines() throws Exception {
        String program = Files.readString(PROGRAM);
        assertThat(program.lines().count()).isLessThanOrEqualTo(60);
        assertThat(Files.readString(Path.of("../docs/api.md"))).contains("```java\n" + program + "```");
    }

    @Test
    void the_run_folder_is_that_of_any_run() {
        assertThat(run.resolve("plan.yaml"))
                .content()
                .contains("com.example.OwnParts$Discs", "com.example.OwnParts$Drift");
        assertThat(run.resolve("events.jsonl")).isNotEmptyFile();
        assertThat(run.resolve("losses.png")).isNotEmptyFile();
        assertThat(run.resolve("progress.gif")).isNotEmptyFile();
    }

    @Test
    void it_is_resumed_to_the_bits_of_a_run_that_was_not_stopped() throws Exception {
        Path whole = folder.resolve("whole"), halved = folder.resolve("halved");
        Path plan = run.resolve("plan.yaml");
        assertThat(verb("train", "--plan", plan.toString(), "--images", "512", "--out", whole.toString()))
                .isZero();
        assertThat(verb("train", "--plan", plan.toString(), "--images", "256", "--out", halved.toString()))
                .isZero();
        assertThat(verb("resume", halved.toString(), "--images", "512")).isZero();
        Path last = checkpoints(whole).get(checkpoints(whole).size() - 1);
        assertThat(halved.resolve("checkpoints").resolve(last.getFileName())).hasSameBinaryContentAs(last);
    }

    @Test
    void it_is_sampled_and_evaluated() {
        Path picture = folder.resolve("discs.png");
        assertThat(verb("sample", run.toString(), "--out", picture.toString(), "--seeds", "0-199"))
                .isZero();
        assertThat(picture).isNotEmptyFile();
        assertThat(verb("evaluate", run.toString(), "--count", "200", "--extractor", "random-convolution"))
                .isZero();
    }

    @Test
    void the_studio_shows_it_and_takes_it_up_again() throws Exception {
        try (Studio studio = Studio.open(StudioSettings.local(folder))) {
            Web web = new Web(studio);
            JsonNode card = web.get("/api/runs/discs").json();
            assertThat(card.path("imagesSeen").asLong()).isEqualTo(2_560);
            assertThat(web.post("/api/runs/discs/resume", "{\"images\": 3840}").status())
                    .isEqualTo(200);
            studio.workshop().close();
        }
    }
}
