package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every result that programs read says what it comes from, in one and the same block. */
class CitedResultsTest {
    private static final List<String> KEYS =
            List.of("gan4j", "commit", "libtorch", "java", "system", "command", "date", "seeds", "checksums");

    @TempDir
    static Path folder;

    private static Path run;
    private static Path photos;

    @BeforeAll
    static void train() throws IOException {
        run = folder.resolve("a run");
        assertThat(Tiny.train("strokes", run).code()).isZero();
        photos = folder.resolve("photos");
        Random random = new Random(1);
        for (int i = 0; i < 24; i++) {
            byte[] pixels = new byte[3 * 20 * 20];
            random.nextBytes(pixels);
            Path file = photos.resolve(i % 2 == 0 ? "even" : "odd").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(new Picture(20, 20, 3, pixels)));
        }
    }

    private static Shell said(Object... arguments) {
        Shell shell = Shell.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        assertThat(shell.code()).as(shell.err()).isZero();
        return shell;
    }

    /** @param computed whether libtorch had a part in it */
    private static void cited(JsonNode result, String command, boolean computed) {
        JsonNode block = result.path("provenance");
        assertThat(block.properties()).extracting(Map.Entry::getKey).containsExactlyElementsOf(KEYS);
        assertThat(block.path("command").asText()).startsWith("gan4j " + command);
        assertThat(block.path("libtorch").asText().isEmpty()).isNotEqualTo(computed);
        assertThat(block.path("date").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(block.path("checksums").properties())
                .isNotEmpty()
                .allSatisfy(sum -> assertThat(sum.getValue().asText()).matches("[0-9a-f]{16}|pixels"));
    }

    private static ObjectNode parsed(Shell shell) throws IOException {
        return Json.parse(shell.out().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode file(Path file) throws IOException {
        return Json.read(file, ObjectNode.class);
    }

    @Test
    void what_is_printed() throws IOException {
        ObjectNode evaluation =
                parsed(said("evaluate", run, "--json", "--metrics", "kid", "--count", 20, "--extractor", "pixels"));
        cited(evaluation, "evaluate '" + run + "' --json --metrics kid --count 20", true);
        assertThat(evaluation.at("/provenance/checksums").properties())
                .extracting(Map.Entry::getKey)
                .contains("data", "extractor", "checkpoints/000000032.safetensors");
        cited(parsed(said("doctor", run, "--json")), "doctor ", false);
        cited(parsed(said("data", "check", photos, "--json")), "data check ", false);
        cited(parsed(said("data", "info", photos, "--json")), "data info ", false);
        cited(
                parsed(Tiny.train("strokes", folder.resolve("another"), "--json")),
                "train strokes --out " + folder.resolve("another"),
                true);
        for (String[] listing : new String[][] {
            {"presets", "--json"}, {"runs", "list", "" + folder, "--json"}, {"runs", "events", "" + run, "--json"}
        })
            assertThat(parsed(said((Object[]) listing))
                            .at("/provenance/command")
                            .asText())
                    .startsWith("gan4j " + listing[0]);
    }

    @Test
    void what_is_written() throws IOException {
        cited(Yaml.tree(run.resolve("plan.yaml")), "train strokes --out '" + run + "' ", true);
        Path picture = folder.resolve("found.png");
        said("project", run, photos.resolve("odd/1.png"), "--steps", 2, "--starts", 8, "--out", picture);
        cited(file(folder.resolve("found.json")), "project ", true);
        said("mix", run, "--plus", "1,2", "--minus", "3", "--out", folder.resolve("sum.png"));
        cited(file(folder.resolve("sum.json")), "mix ", true);
        Path attack = folder.resolve("attack");
        said("attack", "--data", photos, "--structure", "softmax", "--images", 500, "--count", 2, "--out", attack);
        cited(file(attack.resolve("results.json")), "attack ", true);
    }

    @Test
    void what_is_compared() throws IOException {
        Path out = folder.resolve("tune");
        ObjectNode race = parsed(
                said("tune", "ring", "--images", 256, "--seeds", 2, "--try", "batchSize=64", "--out", out, "--json"));
        cited(race, "tune ring ", true);
        assertThat(race.at("/provenance/checksums/data"))
                .isEqualTo(file(out.resolve("c01/seed-01.json")).at("/provenance/checksums/data"));
    }

    @Test
    void what_is_restored() throws IOException {
        Path denoise = folder.resolve("denoise");
        Shell trained = Tiny.train(
                "denoise", denoise, "--data", photos.toString(), "--set", "metrics=none", "--set", "data.channels=3");
        assertThat(trained.code()).as(trained.err()).isZero();
        Path out = folder.resolve("restored");
        said("restore", denoise, "--held-out", "--out", out);
        cited(file(out.resolve("results.json")), "restore ", true);
        ObjectNode bench =
                parsed(said("bench", "restore", denoise, "--data", photos.resolve("even"), "--noise", 25, "--json"));
        cited(bench, "bench restore ", true);
    }
}
