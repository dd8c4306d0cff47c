package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and that no request leads out of the folder of runs. */
class SafetyTest {
    private static final String SECRET = "nobody may read this";

    @TempDir
    static Path temporary;

    static Path runs;
    static Studio studio;
    static Web web;

    @BeforeAll
    static void open() throws IOException {
        runs = Files.createDirectories(temporary.resolve("runs"));
        Path outside = Files.createDirectories(temporary.resolve("outside/samples"));
        Files.writeString(outside.resolveSibling("plan.yaml"), "about: " + SECRET);
        Files.writeString(outside.resolve("000000001.png"), SECRET);
        Files.writeString(temporary.resolve("plan.yaml"), SECRET);
        Path run = Files.createDirectories(runs.resolve("good/samples")).getParent();
        Files.writeString(run.resolve("plan.yaml"), "name: good\n");
        Files.createSymbolicLink(runs.resolve("link"), temporary.resolve("outside"));
        Files.createSymbolicLink(run.resolve("samples/000000002.png"), outside.resolve("000000001.png"));
        Files.createSymbolicLink(run.resolve("reals.png"), temporary.resolve("plan.yaml"));
        studio = Studio.open(StudioSettings.local(runs));
        web = new Web(studio);
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static String get(String path, String headers) throws IOException {
        return web.raw("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private static String own() {
        return "Host: 127.0.0.1:" + web.port() + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs/../plan",
                "/api/runs/%2e%2e/plan",
                "/api/runs/..%2foutside/plan",
                "/api/runs/%2e%2e%2foutside/plan",
                "/api/runs/..%5coutside/plan",
                "/api/runs/%252e%252e%252foutside/plan",
                "/api/runs/..;/plan",
                "/api/runs/link/plan",
                "/api/runs/link/samples/000000001.png",
                "/api/runs/good/samples/000000002.png",
                "/api/runs/good/samples/..%2f..%2f..%2fplan.yaml",
                "/api/runs/good/reals.png",
                "/api/runs/good%00/plan",
                "/api/runs/.good/plan",
                "/assets/../../plan.yaml",
                "/assets/%2e%2e%2fStudio.class",
                "/assets/..%2f..%2fplan.yaml",
                "//etc/passwd",
                "/api/runs/..%2foutside/curves",
                "/api/runs/link/curves",
                "/api/runs/link/report.html",
                "/api/explore/link/wall.png",
            })
    void no_path_leads_out_of_the_folder_of_runs(String path) throws IOException {
        String answer = get(path, own());
        assertThat(answer).doesNotContain(SECRET).doesNotContain("root:");
        assertThat(answer.substring(9, 12)).isIn("400", "403", "404");
    }

    @Test
    void nothing_is_written_or_deleted_through_names_and_links() throws Exception {
        assertThat(web.delete("/api/runs/link?confirm=link").status()).isEqualTo(404);
        assertThat(web.post("/api/runs/good/rename", "{\"to\": \"../../stolen\"}")
                        .status())
                .isEqualTo(400);
        assertThat(web.post("/api/runs", "{\"name\": \"../made\"}").status()).isEqualTo(404);
        assertThat(web.post("/api/runs", "{\"name\": \"link\"}").status()).isIn(404, 422);
        Path run = Files.createDirectories(runs.resolve("gone"));
        Files.writeString(run.resolve("plan.yaml"), "name: gone\n");
        Files.createSymbolicLink(run.resolve("away"), temporary.resolve("outside"));
        assertThat(web.delete("/api/runs/gone?confirm=gone").status()).isEqualTo(200);
        assertThat(temporary.resolve("outside/plan.yaml")).exists();
        assertThat(temporary.resolve("made")).doesNotExist();
    }

    @Test
    void a_foreign_host_origin_or_site_is_refused() throws Exception {
        assertThat(get("/api/runs", "Host: evil.example\r\n")).contains(" 403 ").contains("evil.example");
        assertThat(get("/api/runs", "Host: 127.0.0.1:1\r\n")).contains(" 403 ");
        assertThat(get("/api/runs", own() + "Origin: http://evil.example\r\n")).contains(" 403 ");
        assertThat(get("/api/runs", own() + "Origin: null\r\n")).contains(" 403 ");
        assertThat(get("/api/runs", own() + "Sec-Fetch-Site: cross-site\r\n")).contains(" 403 ");
        assertThat(get("/", own() + "Sec-Fetch-Site: cross-site\r\n")).contains(" 200 ");
        assertThat(get("/api/runs", "Host: localhost:" + web.port() + "\r\n")).contains(" 200 ");
        assertThat(web.raw("POST /api/runs HTTP/1.1\r\n" + own() + "Content-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .contains(" 403 ")
                .contains("needs the header");
    }

    @Test
    void a_request_that_is_too_long_is_refused() throws Exception {
        assertThat(web.post("/api/runs", new byte[(1 << 20) + 1]).status()).isEqualTo(413);
    }

    @Test
    void answers_forbid_frames_and_scripts_of_others() throws Exception {
        Web.Answer page = web.get("/");
        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("script-src 'self'", "frame-ancestors 'none'");
        assertThat(page.text()).doesNotContain("http://", "https://");
    }

    @Test
    void over_the_network_a_token_is_needed_and_data_only_from_where_it_was_put() throws Exception {
        StudioSettings open = new StudioSettings(runs, Optional.of("0.0.0.0"), 0, Optional.empty());
        try (Studio shared = Studio.open(open)) {
            Web there = new Web(shared);
            assertThat(there.get("/api/runs").error()).startsWith("a token is needed");
            assertThat(there.get("/").status()).isEqualTo(401);
            assertThat(there.get("/?token=wrong").status()).isEqualTo(401);
            Web.Answer in = there.get("/" + "?" + URI.create(shared.url()).getQuery());
            assertThat(in.status()).isEqualTo(200);
            String cookie = in.response().headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
            assertThat(there.get("/api/runs", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .status())
                    .isEqualTo(200);
            assertThat(there.raw("GET /?token=x HTTP/1.1\r\nHost: evil.example:" + there.port()
                            + "\r\nConnection: close\r\n\r\n"))
                    .contains(" 403 ");
        }
        Orders orders = new Orders(open, new Runs(runs), new UploadedData(runs));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.read(io.github.gan4j.files.Json.object()
                        .put("preset", "folder")
                        .put("data", temporary.resolve("outside").toString())))
                .withMessage("data may be named over the network only when the studio is started with --data FOLDER");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudioSettings(runs, Optional.empty(), 70_000, Optional.empty()))
                .withMessage("--port must be within 0 and 65535, got 70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudioSettings(runs, Optional.of("a b"), 0, Optional.empty()))
                .withMessage("--host must be a name or an address, got 'a b'");
    }
}
