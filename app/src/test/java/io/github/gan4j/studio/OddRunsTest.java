package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.FolderLock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is odd about one run, or one request, and the others that go on. */
class OddRunsTest {
    @TempDir
    Path folder;

    private Studio studio;
    private Web web;

    @BeforeEach
    void open() throws IOException {
        open(StudioSettings.local(folder));
    }

    private void open(StudioSettings settings) throws IOException {
        studio = Studio.open(settings);
        web = new Web(studio);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void run(String name) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("plan.yaml"), "name: good\n");
    }

    private Optional<JsonNode> card(String name) throws IOException, InterruptedException {
        for (JsonNode card : web.get("/api/runs").json().path("runs"))
            if (card.path("name").asText().equals(name)) return Optional.of(card);
        return Optional.empty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_run_of_an_odd_name_is_listed_and_hides_no_other() throws Exception {
        for (String name : new String[] {"good", "2026-01-01T10:20:30", "back\\slash", "räume", "a b\u0001c"})
            run(name);
        for (String name : new String[] {"good", "2026-01-01T10:20:30", "back\\slash", "räume", "a b\u0001c"})
            assertThat(card(name)).as(name).isPresent();
        assertThat(web.get("/api/runs/2026-01-01T10:20:30/plan").status()).isEqualTo(200);
    }

    @Test
    void a_run_that_failed_while_it_was_prepared_keeps_its_reason() throws Exception {
        web.start("lost", Map.of("metrics.names", "[frechet-distance]", "metrics.extractor", "/no/such/ext.onnx"));
        studio.workshop().awaitIdle();
        assertThat(card("lost").orElseThrow().path("trouble").asText()).contains("ext.onnx");
        assertThat(card("lost").orElseThrow().path("state").asText()).isEqualTo("failed");
        assertThat(web.get("/api/runs/lost").json().path("trouble").asText()).contains("ext.onnx");
        assertThat(web.delete("/api/runs/lost?confirm=lost").status()).isEqualTo(200);
        assertThat(card("lost")).isEmpty();
    }

    @Test
    void an_extractor_over_the_network_must_lie_in_the_folder_of_data() throws Exception {
        studio.close();
        open(new StudioSettings(
                folder, Optional.empty(), 0, Optional.of(Files.createDirectory(folder.resolve("data")))));
        Path file = Files.createTempFile("ext", ".onnx");
        Web.Answer answer =
                web.start("asked", Map.of("metrics.names", "[frechet-distance]", "metrics.extractor", file.toString()));
        Files.delete(file);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains("data must lie in");
    }

    @Test
    void the_method_of_a_request_is_its_own() throws Exception {
        run("kept");
        assertThat(web.get("/api/runs/kept?confirm=kept", "X-HTTP-Method-Override", "DELETE")
                        .status())
                .isEqualTo(403);
        assertThat(folder.resolve("kept/plan.yaml")).exists();
    }

    @Test
    void a_run_that_was_deleted_outlives_the_deletion_of_another_of_its_name() throws Exception {
        for (String note : new String[] {"first", "second"}) {
            run("twice");
            Files.writeString(folder.resolve("twice/mine.txt"), note);
            assertThat(web.delete("/api/runs/twice?confirm=twice").status()).isEqualTo(200);
        }
        for (String name : new String[] {"twice", "twice-2"})
            assertThat(web.post("/api/runs/" + name + "/restore", "").status()).isEqualTo(200);
        assertThat(folder.resolve("twice/mine.txt")).hasContent("second");
        assertThat(folder.resolve("twice-2/mine.txt")).hasContent("first");
    }

    @Test
    void what_is_no_run_or_is_being_trained_is_not_deleted() throws Exception {
        Path foreign = Files.createDirectories(folder.resolve("model/checkpoints"));
        Files.writeString(foreign.resolve("best.pt"), "mine");
        assertThat(web.delete("/api/runs/model?confirm=model").error()).contains("so it is not deleted");
        assertThat(foreign.resolve("best.pt")).hasContent("mine");
        run("busy");
        try (FolderLock lock = FolderLock.take(folder.resolve("busy"))) {
            assertThat(web.delete("/api/runs/busy?confirm=busy").error()).contains("is being trained right now");
        }
        assertThat(folder.resolve("busy/plan.yaml")).exists();
    }

    @Test
    void a_small_file_of_a_large_image_is_refused() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(7000, 7000, BufferedImage.TYPE_BYTE_BINARY), "png", bomb);
        Web.Answer answer = web.post("/api/lab/image", bomb.toByteArray());
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("49000000");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void links_pipes_and_folders_in_the_place_of_files_are_said_and_not_followed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "root:x:0:0");
        for (String part : new String[] {"plan.yaml", "events.jsonl", "best.json", "reals.png"}) {
            Path run = Files.createDirectories(folder.resolve("linked-" + part));
            if (!part.equals("plan.yaml")) Files.writeString(run.resolve("plan.yaml"), "base: ring\n");
            Files.createSymbolicLink(run.resolve(part), secret);
        }
        run("folder");
        Files.createDirectory(folder.resolve("folder/events.jsonl"));
        run("pipe");
        new ProcessBuilder("mkfifo", folder.resolve("pipe/events.jsonl").toString())
                .start()
                .waitFor();
        JsonNode all = web.get("/api/runs").json().path("runs");
        assertThat(all.findValuesAsText("state")).hasSize(6).containsOnly("broken");
        assertThat(all.findValuesAsText("trouble")).allMatch(line -> line.endsWith("links are not followed"));
        for (JsonNode card : all) {
            String path = "/api/runs/" + card.path("name").asText();
            for (String rest : new String[] {"/report.html", "/plan", "/follow", "/reals.png"})
                assertThat(web.get(path + rest).text()).as(path + rest).doesNotContain("root:");
            assertThat(web.delete(path + "?confirm=" + card.path("name").asText())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(secret).exists();
    }

    @Test
    void a_deleted_run_comes_back_until_the_studio_ends() throws Exception {
        run("gone");
        web.delete("/api/runs/gone?confirm=gone");
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(card("gone")).isEmpty();
        assertThat(web.post("/api/runs/gone/restore", "").status()).isEqualTo(200);
        assertThat(card("gone")).isPresent();
        assertThat(web.post("/api/runs/gone/restore", "").status()).isEqualTo(404);
        assertThat(web.post("/api/runs/..%2fgone/restore", "").status()).isIn(400, 404);
        web.delete("/api/runs/gone?confirm=gone");
        studio.close();
        assertThat(folder.resolve(".deleted")).doesNotExist();
        open(StudioSettings.local(folder));
    }

    @Test
    void a_refused_start_leaves_no_drawing() throws Exception {
        String points = "\"points\": [[0, 0], [0, 1], [1, 0]]";
        assertThat(web.post("/api/runs", "{" + points + ", \"minutes\": 0}").status())
                .isEqualTo(400);
        assertThat(folder.resolve("drawings")).isEmptyDirectory();
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() throws Exception {
        run("kept");
        String tag = web.get("/api/runs").header("ETag");
        assertThat(web.get("/api/runs", "If-None-Match", tag).status()).isEqualTo(304);
        Files.writeString(folder.resolve("kept/events.jsonl"), "{\"imagesSeen\": 64}\n");
        assertThat(web.get("/api/runs", "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(card("kept").orElseThrow().path("imagesSeen").asLong()).isEqualTo(64);
    }

    @Test
    void a_list_knows_what_came_and_went_however_long_nothing_did() throws Exception {
        run("old");
        Files.createDirectory(folder.resolve("later"));
        Files.setLastModifiedTime(folder, FileTime.fromMillis(1_700_000_000_000L));
        assertThat(names()).containsExactly("old");
        assertThat(names()).containsExactly("old");
        Files.writeString(folder.resolve("later/plan.yaml"), "name: good\n");
        assertThat(names()).containsExactly("old", "later");
        Files.setLastModifiedTime(folder, FileTime.fromMillis(1_700_000_000_000L));
        assertThat(names()).containsExactly("old", "later");
        run("new");
        Files.move(folder.resolve("old"), folder.resolve("aged"));
        assertThat(names()).containsExactly("new", "later", "aged");
    }

    @Test
    void a_list_of_runs_to_which_nothing_happens_shows_at_once_what_is_done_here() throws Exception {
        FileTime longAgo = FileTime.fromMillis(1_700_000_000_000L);
        for (String name : List.of("one", "two")) {
            run(name);
            Files.setLastModifiedTime(folder.resolve(name + "/plan.yaml"), longAgo);
            Files.setLastModifiedTime(folder.resolve(name), longAgo);
        }
        Files.setLastModifiedTime(folder, longAgo);
        web.get("/api/runs");
        String tag = web.get("/api/runs").header("ETag");
        for (int again = 0; again < 3; again++)
            assertThat(web.get("/api/runs", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(web.get("/api/runs").json().path("runs")).hasSize(2);
        web.post("/api/runs/one/notes", "{\"note\": \"seen\", \"tags\": []}");
        assertThat(web.get("/api/runs", "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(card("one").orElseThrow().path("note").asText()).isEqualTo("seen");
        assertThat(web.delete("/api/runs/two?confirm=two").status()).isEqualTo(200);
        assertThat(names()).containsExactly("one");
        assertThat(web.post("/api/runs/two/restore", "").status()).isEqualTo(200);
        assertThat(names()).containsExactly("two", "one");
    }

    private List<String> names() throws IOException, InterruptedException {
        return web.get("/api/runs").json().path("runs").findValuesAsText("name");
    }

    @Test
    void an_address_that_is_none_has_the_face_of_the_page() throws Exception {
        Web.Answer answer = web.get("/%3Cb%3Enowhere", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<h1>").doesNotContain("<b>nowhere");
        assertThat(web.get("/nowhere").error()).isEqualTo("the studio has no page /nowhere");
        Web.Answer deleted = web.delete("/api/runs");
        assertThat(deleted.status()).isEqualTo(405);
        assertThat(deleted.header("Allow")).contains("GET", "POST");
        assertThat(deleted.error()).startsWith("/api/runs takes ").endsWith(", got DELETE");
    }

    @Test
    void a_file_of_the_page_is_kept_by_browsers_until_its_version_changes() throws Exception {
        String page = web.get("/").text();
        List<String> addresses = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses)
                .anyMatch(address -> address.endsWith("/app.js"))
                .anyMatch(address -> address.endsWith("/learn-steps.js"))
                .anyMatch(address -> address.endsWith("/lib/lit-html/directive.js"))
                .anyMatch(address -> address.endsWith("/lib/uplot/dist/uPlot.min.css"));
        for (String address : addresses) {
            Web.Answer file = web.get(address);
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
        }
        String other = addresses.get(0).replaceFirst("/assets/[^/]+", "/assets/0123456789abcdef");
        assertThat(web.get(other).status()).isEqualTo(404);
        Web.Answer again = web.get("/", "If-None-Match", web.get("/").header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void a_run_of_many_events_is_followed_from_a_few_of_them() throws Exception {
        run("long");
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            events.append("{\"imagesSeen\": ").append(i).append(", \"pReal\": 0.5");
            if (i % 5000 == 0) events.append(", \"frechet-distance\": ").append(i);
            events.append("}\n");
        }
        Files.writeString(folder.resolve("long/events.jsonl"), events);
        JsonNode side = web.get("/api/runs/long/curves").json().path("events");
        assertThat(side.size()).isBetween(300, 400);
        assertThat(side.findValuesAsText("frechet-distance")).hasSize(10);
        assertThat(side.get(0).path("imagesSeen").asLong()).isZero();
        assertThat(side.get(side.size() - 1).path("imagesSeen").asLong()).isEqualTo(49_999);
    }
}
