package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {
    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;

    @BeforeAll
    static void open() throws IOException {
        studio = Studio.open(StudioSettings.local(folder));
        web = new Web(studio);
    }

    @AfterEach
    void stop() {
        studio.workshop().close();
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static JsonNode scene(String run) throws Exception {
        for (int i = 0; i < 400; i++) {
            JsonNode scene = web.get("/api/runs/" + run + "/scene").json();
            if (scene.has("kind")) return scene;
            Thread.sleep(20);
        }
        throw new AssertionError("no scene");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relativistic", "least-squares"})
    void a_line_has_a_density_a_histogram_and_both_curves(String objective) throws Exception {
        web.post(
                "/api/runs",
                ("{\"preset\": \"gaussian-1d\", \"name\": \"%s\", \"set\": {\"threads\": \"1\", \"objective\": \"%s\","
                                + " \"stop\": \"{images: 100000000}\"}}")
                        .formatted(objective, objective));
        JsonNode scene = scene(objective);
        assertThat(scene.path("kind").asText()).isEqualTo("line");
        assertThat(scene.path("density")).hasSize(scene.path("curve").size()).hasSize(180);
        double sum = 0,
                width =
                        (scene.path("right").asDouble() - scene.path("left").asDouble())
                                / scene.path("bars").size();
        for (JsonNode bar : scene.path("bars")) sum += bar.asDouble() * width;
        assertThat(sum).isBetween(0.0, 1.01);
        for (JsonNode at : scene.path("curve")) assertThat(at.asDouble()).isBetween(0.0, 1.0);
        for (JsonNode at : scene.path("ideal")) assertThat(at.asDouble()).isBetween(-1.0, 1.0);
        assertThat(scene.path("probability").asBoolean()).isTrue();
    }

    @Test
    void drawn_points_become_a_plane_with_a_map_arrows_and_a_warped_grid() throws Exception {
        ObjectNode order = Json.object().put("name", "drawn");
        order.putObject("set").put("threads", "1");
        ArrayNode points = order.putArray("points");
        for (int i = 0; i < 50; i++) points.addArray().add(i / 50.0).add(-0.5);
        assertThat(web.post("/api/runs", order.toString()).status()).isEqualTo(201);
        JsonNode scene = scene("drawn");
        assertThat(scene.path("kind").asText()).isEqualTo("plane");
        assertThat(scene.path("map")).hasSize(36 * 36);
        assertThat(scene.path("arrows")).hasSize(120);
        assertThat(scene.path("warp")).hasSize(2 * 13 * 13);
        for (int i = 1; i < 800; i += 2)
            assertThat(scene.path("reals").get(i).asDouble()).isBetween(-0.7, -0.3);
        assertThat(folder.resolve("drawings")).isDirectoryContaining("glob:**.csv");
        studio.workshop().close();
        assertThat(web.get("/api/runs/drawn/scene").json()).isEmpty();
    }

    @Test
    void a_game_that_waits_before_its_first_step_has_a_scene_and_figures() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"ring-duel\", \"name\": \"ring\", \"steer\": {\"paused\": true}, \"set\": {\"threads\": \"1\"}}");
        JsonNode first = scene("ring");
        assertThat(first.path("step").asLong()).isZero();
        JsonNode before = first.path("figures");
        assertThat(before.path("modesOf").asInt()).isEqualTo(8);
        assertThat(before.path("nearModes").asDouble()).isBetween(0.0, 0.2);
        assertThat(before.path("separated").asDouble()).isBetween(0.3, 0.8);
        web.post("/api/runs/ring/step", "{\"side\": \"discriminator\", \"steps\": 100}");
        web.await("ring", card -> card.path("step").asLong() == 100);
        JsonNode after = web.get("/api/runs/ring/scene").json();
        while (after.path("step").asLong() < 100)
            after = web.get("/api/runs/ring/scene").json();
        assertThat(after.path("fakes")).isEqualTo(first.path("fakes"));
        assertThat(after.at("/figures/separated").asDouble()).isGreaterThan(0.95);
        assertThat(after.at("/figures/pReal").asDouble())
                .isGreaterThan(after.at("/figures/pFake").asDouble() + 0.3);
        assertThat(after.at("/figures/slope").asDouble())
                .isGreaterThan(before.path("slope").asDouble());
    }

    @Test
    void the_scene_of_a_checkpoint_is_that_of_the_training_when_it_was_made() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"ring\", \"name\": \"past\", \"steer\": {\"paused\": true}, \"set\": {\"threads\": \"1\"}}");
        for (int steps = 10; steps <= 20; steps += 10) {
            int wanted = steps;
            web.post("/api/runs/past/step", "{\"side\": \"generator\", \"steps\": 10}");
            web.await("past", card -> card.path("step").asLong() == wanted);
            web.post("/api/runs/past/checkpoint", "");
        }
        ObjectNode now = (ObjectNode) scene("past");
        while (now.path("step").asLong() < 20) now = (ObjectNode) scene("past");
        web.post("/api/runs/past/stop", "");
        long images = now.path("imagesSeen").asLong();
        ObjectNode last = (ObjectNode) web.get("/api/runs/past/scene/" + images).json();
        assertThat(last.without("millis").toString())
                .isEqualTo(now.without("millis").toString());
        JsonNode before = web.get("/api/runs/past/scene/" + images / 2).json();
        assertThat(before.path("step").asLong()).isEqualTo(10);
        assertThat(before.path("fakes")).isNotEqualTo(last.path("fakes"));
        assertThat(before.path("reals")).isEqualTo(last.path("reals"));

        assertThat(web.get("/api/runs/past/scene/7").error()).isEqualTo("there is no checkpoint at 7 samples any more");
        web.start("images", Map.of("stop", "{images: 16}"));
        web.awaitState("images", "finished");
        assertThat(web.get("/api/runs/images/scene/16").error()).isEqualTo("only games of points have such a view");
    }

    @Test
    void a_damaged_checkpoint_is_named_in_one_line() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"ring\", \"name\": \"torn\", \"set\": {\"threads\": \"1\", \"stop\": \"{images: 256}\"}}");
        web.awaitState("torn", "finished");
        Files.write(folder.resolve("torn/checkpoints/000000256.safetensors"), new byte[50]);
        Web.Answer refused = web.get("/api/runs/torn/scene/256");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error()).contains("000000256").doesNotContain("\n");
    }

    @Test
    void a_discriminator_that_learns_alone_approaches_the_optimal_curve() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"gaussian-1d\", \"name\": \"curve\", \"steer\": {\"paused\": true}, \"set\": {\"threads\": \"1\","
                        + " \"objective\": \"non-saturating\", \"discriminator.penalties\": \"[]\","
                        + " \"discriminator.optimizer\": \"{adam: {learningRate: 5e-3}}\"}}");
        double before = scene("curve").at("/figures/fromOptimal").asDouble();
        web.post("/api/runs/curve/step", "{\"side\": \"discriminator\", \"steps\": 100}");
        web.await("curve", card -> card.path("step").asLong() == 100);
        JsonNode after = web.get("/api/runs/curve/scene").json();
        while (after.path("step").asLong() < 100)
            after = web.get("/api/runs/curve/scene").json();
        assertThat(after.at("/figures/fromOptimal").asDouble()).isLessThan(before / 2);
        assertThat(after.at("/figures/std").asDouble()).isGreaterThan(0);
    }

    @Test
    void a_drawing_that_makes_no_sense_is_refused() throws Exception {
        assertThat(web.post("/api/runs", "{\"points\": [[0, 0]]}").error())
                .isEqualTo("a drawing has 3 to 10000 points, got 1");
        assertThat(web.post("/api/runs", "{\"points\": [[0, 0], [1, 99], [0, 1]]}")
                        .error())
                .isEqualTo("points lie within -10 and 10, got [1,99]");
    }
}
