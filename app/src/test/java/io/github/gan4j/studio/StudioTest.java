package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of the studio, without a browser. */
class StudioTest {
    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;

    @BeforeAll
    static void open() throws IOException {
        studio = Studio.open(StudioSettings.local(folder));
        web = new Web(studio);
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    @AfterEach
    void stopWhatIsGoingOn() {
        studio.workshop().close();
    }

    @Test
    void a_run_is_started_stopped_renamed_taken_up_again_and_deleted() throws Exception {
        assertThat(web.start("a", Map.of()).status()).isEqualTo(201);
        assertThat(web.start("b", Map.of()).error()).isEqualTo("a is training; stop it first, or wait for its end");
        assertThat(web.post("/api/runs/a/rename", "{\"to\": \"c\"}").error()).isEqualTo("a is training; stop it first");
        assertThat(web.delete("/api/runs/a?confirm=a").status()).isEqualTo(409);
        web.await("a", card -> card.path("imagesSeen").asLong() > 100);
        assertThat(web.post("/api/runs/a/stop", "").json().path("state").asText())
                .isEqualTo("stopped");
        long images = web.get("/api/runs/a").json().path("imagesSeen").asLong();

        assertThat(web.post("/api/runs/a/rename", "{\"to\": \"../c\"}").error())
                .isEqualTo("a run's name is 1 to 100 letters, digits, dots, hyphens and underscores, got '../c'");
        assertThat(web.post("/api/runs/a/rename", "{\"to\": \"c\"}").status()).isEqualTo(200);
        assertThat(web.get("/api/runs/a").status()).isEqualTo(404);
        assertThat(web.post("/api/runs/c/resume", "").status()).isEqualTo(200);
        web.await("c", card -> card.path("imagesSeen").asLong() > images);
        web.post("/api/runs/c/stop", "");
        assertThat(web.get("/api/runs").json().path("runs").findValuesAsText("name"))
                .contains("c");

        assertThat(web.delete("/api/runs/c").error()).isEqualTo("deleting c must be confirmed with its name");
        assertThat(web.delete("/api/runs/c?confirm=c").status()).isEqualTo(200);
        assertThat(folder.resolve("c")).doesNotExist();
    }

    @Test
    void a_paused_run_plays_the_steps_that_are_asked_for_and_no_other() throws Exception {
        web.start("steered", Map.of());
        web.post("/api/runs/steered/steer", "{\"paused\": true}");
        JsonNode paused = web.awaitState("steered", "paused");
        Thread.sleep(50);
        long step = web.get("/api/runs/steered").json().path("step").asLong();

        web.post("/api/runs/steered/step", "{\"side\": \"discriminator\"}");
        JsonNode one = web.await("steered", card -> card.path("step").asLong() == step + 1);
        assertThat(one.path("turns").findValuesAsText("player")).containsExactly("discriminator");
        web.post("/api/runs/steered/step", "{\"side\": \"generator\"}");
        JsonNode two = web.await("steered", card -> card.path("step").asLong() == step + 2);
        assertThat(two.path("turns").findValuesAsText("player")).containsExactly("generator");
        assertThat(web.post("/api/runs/steered/step", "{\"side\": \"critic\"}").error())
                .isEqualTo("side must be discriminator or generator, got 'critic'");
        assertThat(web.get("/api/runs/steered/now.png").bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(paused.path("steerable").asBoolean()).isTrue();
    }

    @Test
    void a_run_can_be_started_paused_and_then_plays_as_many_steps_as_are_asked_for() throws Exception {
        String order = "{\"preset\": \"ring-duel\", \"name\": \"%s\", \"steer\": %s, \"set\": {\"threads\": \"1\"}}";
        assertThat(web.post("/api/runs", order.formatted("waiting", "{\"speed\": 1}"))
                        .error())
                .isEqualTo("there is no setting 'speed'");
        assertThat(web.post("/api/runs", order.formatted("waiting", "\"slow\"")).error())
                .isEqualTo("steer must be an object of settings, got 'slow'");
        assertThat(web.post("/api/runs", order.formatted("waiting", "{\"paused\": true}"))
                        .status())
                .isEqualTo(201);
        assertThat(web.post("/api/runs/waiting/step", "{\"side\": \"generator\", \"steps\": 101}")
                        .error())
                .isEqualTo("steps must be within 1 and 100, got 101");
        web.post("/api/runs/waiting/step", "{\"side\": \"generator\", \"steps\": 3}");
        web.await("waiting", card -> card.path("step").asLong() == 3);
        Thread.sleep(50);
        JsonNode card = web.get("/api/runs/waiting").json();
        assertThat(card.path("step").asLong()).isEqualTo(3);
        assertThat(card.path("turns").findValuesAsText("player")).containsExactly("generator");
        List<ObjectNode> notes = JsonLines.read(folder.resolve("waiting/steering.jsonl"));
        assertThat(notes.get(0).path("what").asText()).contains("paused=true");
        assertThat(notes.get(1).path("what").asText()).isEqualTo("3 steps of the generator");
    }

    @Test
    void the_networks_of_a_run_are_those_of_its_preview_layer_by_layer() throws Exception {
        String order =
                "{\"preset\": \"ring\", \"name\": \"drawn\", \"set\": {\"threads\": \"1\", \"stop\": \"{images: 256}\"}}";
        JsonNode preview = web.post("/api/preview", order).json().path("networks");
        web.post("/api/runs", order);
        web.awaitState("drawn", "finished");
        JsonNode networks = web.get("/api/runs/drawn/networks").json();
        assertThat(networks).isEqualTo(preview);
        assertThat(networks.findValuesAsText("side")).containsExactly("generator", "discriminator");
        JsonNode generator = networks.get(0);
        // 2 latents, two hidden layers of 64, 2 coordinates
        assertThat(generator.path("parameters").asLong()).isEqualTo(2 * 64 + 64 + 64 * 64 + 64 + 64 * 2 + 2);
        JsonNode layers = generator.path("layers");
        assertThat(layers.get(layers.size() - 1).path("output").toString()).isEqualTo("[2]");
        assertThat(web.get("/api/runs/nowhere/networks").status()).isEqualTo(404);
    }

    @Test
    void rates_turns_and_pace_are_set_within_limits_and_written_down() throws Exception {
        web.start("set", Map.of());
        JsonNode set = web.post("/api/runs/set/steer", "{\"generatorRate\": 0.5, \"secondsPerStep\": 0.05}")
                .json();
        assertThat(set.path("generatorRate").asDouble()).isEqualTo(0.5);
        web.post("/api/runs/set/steer", "{\"discriminatorTurns\": 1, \"generatorTurns\": 2}");
        long from = web.get("/api/runs/set").json().path("step").asLong();
        Thread.sleep(300);
        assertThat(web.get("/api/runs/set").json().path("step").asLong()).isBetween(from + 2, from + 8);
        assertThat(web.post("/api/runs/set/steer", "{\"generatorRate\": -1}").error())
                .isEqualTo("the generator's learning rate must be within 0 and 100 times its plan, got -1");
        assertThat(web.post("/api/runs/set/steer", "{\"discriminatorTurns\": 0}")
                        .error())
                .startsWith("turns must be given for both sides or for neither");
        assertThat(web.post("/api/runs/set/steer", "{\"speed\": 1}").error()).isEqualTo("there is no setting 'speed'");
        List<ObjectNode> notes = JsonLines.read(folder.resolve("set/steering.jsonl"));
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).path("what").asText()).contains("generatorRate=0.5");
    }

    @Test
    void a_run_is_rolled_back_to_a_checkpoint_made_on_request() throws Exception {
        web.start("back", Map.of("record.keep", "1"));
        web.await("back", card -> card.path("imagesSeen").asLong() > 50);
        long kept = web.post("/api/runs/back/checkpoint", "")
                .json()
                .path("imagesSeen")
                .asLong();
        web.post("/api/runs/back/steer", "{\"secondsPerStep\": 0.05}");
        web.await("back", card -> card.path("imagesSeen").asLong() > kept);
        assertThat(web.post("/api/runs/back/rollback", "{\"images\": " + kept + "}")
                        .status())
                .isEqualTo(200);
        JsonNode after = web.await("back", card -> card.path("steerable").asBoolean());
        assertThat(after.path("imagesSeen").asLong()).isLessThan(kept + 100);
        assertThat(after.path("setting").path("secondsPerStep").asDouble()).isEqualTo(0.05);
        web.post("/api/runs/back/stop", "");
        List<ObjectNode> events = JsonLines.read(folder.resolve("back/events.jsonl"));
        assertThat(events)
                .extracting(e -> e.path("imagesSeen").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(web.post("/api/runs/back/rollback", "{\"images\": 3}").status())
                .isEqualTo(422);
    }

    @Test
    void a_mistake_in_the_form_is_one_line_and_leaves_nothing_behind() throws Exception {
        assertThat(web.start("wrong", Map.of("batchSize", "0")).error())
                .contains("batchSize must be between 1 and 65536, got 0");
        assertThat(web.post("/api/runs", "{\"preset\": \"folder\"}").error())
                .isEqualTo("preset 'folder' needs data: name a folder, zip or file, or a set such as mnist");
        assertThat(web.post("/api/runs", "{\"preset\": \"folder\", \"data\": \"/nowhere\", \"name\": \"wrong\"}")
                        .error())
                .contains("/nowhere: no such file or folder");
        assertThat(web.post("/api/runs", "{\"minutes\": \"many\"}").error())
                .isEqualTo("minutes must be above 0 and at most 1000000, got 'many'");
        assertThat(web.post("/api/runs", "no json").error()).startsWith("the request cannot be read");
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void a_run_that_breaks_is_shown_as_failed_and_another_can_start() throws Exception {
        web.start(
                "breaks",
                Map.of(
                        "generator.optimizer",
                        "{sgd: {learningRate: 1e2}}",
                        "discriminator.optimizer",
                        "{sgd: {learningRate: 1e2}}"));
        JsonNode card = web.awaitState("breaks", "failed");
        assertThat(card.path("trouble").asText()).contains("became NaN").doesNotContain("\n");
        assertThat(web.start("next", Map.of("stop", "{images: 16}")).status()).isEqualTo(201);
        web.awaitState("next", "finished");
        // what another program does that goes on with it
        Files.writeString(
                folder.resolve("breaks/events.jsonl"),
                "{\"step\":999,\"imagesSeen\":1000000,\"seconds\":99.0,\"ending\":\"images\"}\n",
                StandardOpenOption.APPEND);
        JsonNode after = web.awaitState("breaks", "finished");
        assertThat(after.has("trouble")).isFalse();
    }

    @Test
    void a_page_hears_all_events_and_then_what_is_new() throws Exception {
        web.start("followed", Map.of("stop", "{images: 400}"));
        web.await("followed", card -> card.has("state"));
        boolean history = false, event = false, finished = false;
        URI address = URI.create("http://127.0.0.1:" + web.port() + "/api/runs/followed/follow");
        try (InputStream in = address.toURL().openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = ""; !(history && event && finished); line = lines.readLine()) {
                history |= line.equals("event: history");
                event |= line.contains("discriminatorLoss");
                finished |= line.startsWith("data:") && line.contains("\"state\":\"finished\"");
            }
        }
    }

    @Test
    void the_course_of_a_long_run_is_there_before_all_of_its_events_are_read() throws Exception {
        Path run = Files.createDirectories(folder.resolve("long"));
        Files.writeString(run.resolve("plan.yaml"), "base: ring\n");
        Files.writeString(
                run.resolve("events.jsonl"),
                IntStream.range(0, 9000)
                        .mapToObj(i -> "{\"imagesSeen\":" + i + ",\"about\":\"" + "x".repeat(500) + "\"}\n")
                        .collect(Collectors.joining()));
        List<JsonNode> histories = new ArrayList<>();
        URI address = URI.create("http://127.0.0.1:" + web.port() + "/api/runs/long/follow");
        try (InputStream in = address.toURL().openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            while (histories.size() < 2)
                if (lines.readLine().equals("event: history"))
                    histories.add(Json.parse(lines.readLine().substring(6).getBytes(StandardCharsets.UTF_8))
                            .path("events"));
        }
        assertThat(histories.get(0).size()).isBetween(190, 200);
        assertThat(histories.get(1).size()).isEqualTo(800);
        for (JsonNode history : histories) {
            assertThat(history.get(0).path("imagesSeen").asInt()).isZero();
            assertThat(history.get(history.size() - 1).path("imagesSeen").asInt())
                    .isEqualTo(8999);
        }
    }

    @Test
    void broken_run_folders_and_events_are_shown_as_such_and_break_nothing_else() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("plan.yaml"), "x: [");
        Files.writeString(broken.resolve("events.jsonl"), "{\n{\"imagesSeen\": 5}\nnonsense\n");
        JsonNode card = web.get("/api/runs/broken").json();
        assertThat(card.path("state").asText()).isEqualTo("broken");
        assertThat(card.path("trouble").asText()).startsWith("plan.yaml: line 1");
        assertThat(card.path("imagesSeen").asLong()).isEqualTo(5);
        assertThat(web.get("/api/runs").status()).isEqualTo(200);
        assertThat(web.post("/api/runs/broken/resume", "").status()).isIn(400, 422);
        assertThat(web.delete("/api/runs/broken?confirm=broken").status()).isEqualTo(200);
    }

    @Test
    void a_port_that_is_taken_is_one_line() {
        StudioSettings same = new StudioSettings(folder, Optional.empty(), web.port(), Optional.empty());
        assertThatThrownBy(() -> Studio.open(same))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + web.port()
                        + " on 127.0.0.1 is already in use (is another studio open?); --port 0 takes any free port");
    }

    @Test
    void names_of_data_come_from_the_library() throws Exception {
        assertThat(web.get("/api/data").json().toString())
                .contains("\"strokes\"", "\"ring\"", "\"mnist\"")
                .doesNotContain("\"folder\"", "\"auto\"", "\"images\"", "\"points\"");
    }

    @Test
    void presets_come_from_the_library() throws Exception {
        assertThat(web.get("/api/presets").json().findValuesAsText("name")).startsWith("strokes");
    }
}
