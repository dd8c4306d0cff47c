package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.ImageFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zips of images that are given to the studio by the form of a new run. */
class UploadedDataTest extends BrowserCase {
    private Path uploads;

    @BeforeEach
    void none() throws Exception {
        uploads = folder.resolve("uploads");
        for (JsonNode file : site.web().get("/api/uploads").json())
            site.web().delete("/api/uploads/" + file.path("name").asText().replace("uploads/", ""));
    }

    private static byte[] zip(int images) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < images; i++) {
                zip.putNextEntry(new ZipEntry((i % 2 == 0 ? "cats/" : "dogs/") + i + ".png"));
                zip.write(ImageFile.png(UsedRuns.noise(20, 18, 3, i)));
            }
            zip.putNextEntry(new ZipEntry("cats/broken.png"));
            zip.write("no image".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Web.Answer send(String name, byte[] bytes) throws Exception {
        return site.web().post("/api/uploads?name=" + name, bytes);
    }

    private List<String> files() throws IOException {
        if (!Files.exists(uploads)) return List.of();
        try (Stream<Path> files = Files.list(uploads)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_zip_is_chosen_in_the_form_looked_at_trained_on_and_removed() throws Exception {
        Path own = Files.write(folder.resolve("my pets.zip"), zip(12));
        site.go("");
        browser.click("#new-run");
        browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
        browser.set("#preset", "folder");
        browser.await(d -> browser.find("#data").getAttribute("placeholder").equals("required"));
        browser.script("document.querySelector('#zip').classList.remove('visually-hidden')");
        browser.find("#zip").sendKeys(own.toString());
        browser.awaitText(
                "#uploaded", "uploads/my-pets.zip: 12 of 13 images, most of 20 × 18 pixels, 2 classes. 1 unreadable.");
        assertThat(browser.find("#data").getAttribute("value")).isEqualTo("uploads/my-pets.zip");
        browser.set("#minutes", "0.02");
        browser.set("#run-name", "pets");
        browser.script("document.querySelector('#settings').closest('details').open = true");
        browser.set(
                "#settings",
                "threads=1\ndata.size=16\ngenerator.network.width=2\ndiscriminator.network.width=2\nmetrics=none");
        browser.click("dialog button.primary");
        browser.await(d -> d.getCurrentUrl().endsWith("#/run/pets"));
        assertThat(site.web().delete("/api/uploads/my-pets.zip").error())
                .isEqualTo("pets is training on my-pets.zip; stop it first");
        site.web().awaitState("pets", "finished");
        assertThat(site.web().delete("/api/uploads/my-pets.zip").status()).isEqualTo(200);
        assertThat(files()).isEmpty();
    }

    @Test
    void nothing_is_overwritten_and_names_lead_nowhere() throws Exception {
        for (String name : new String[] {"a.zip", "a.zip", "../../a.zip", "%00.zip", ".hidden", "%E2%82%AC.ZIP"})
            assertThat(send(name, zip(4)).status()).as(name).isEqualTo(201);
        assertThat(files()).containsExactly("a-2.zip", "a-3.zip", "a.zip", "hidden.zip", "images-2.zip", "images.zip");
        for (String name : new String[] {"..%2Fpets%2Fplan.yaml", "none.zip", "..", "a.zip%2F.."})
            assertThat(site.web().delete("/api/uploads/" + name).status())
                    .as(name)
                    .isIn(400, 404);
        assertThat(site.web()
                        .post("/api/runs", "{\"preset\": \"folder\", \"data\": \"uploads/../plan.yaml\"}")
                        .error())
                .isEqualTo("there is no upload '../plan.yaml'");
    }

    @Test
    void what_is_no_zip_of_images_is_refused_in_one_line_and_not_kept() throws Exception {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(words)) {
            zip.putNextEntry(new ZipEntry("words.txt"));
        }
        byte[] cut = zip(12);
        byte[] half = Arrays.copyOf(cut, cut.length / 2);
        for (Map.Entry<String, byte[]> bad : Map.of(
                        "empty",
                        new byte[0],
                        "text",
                        "PNG?".getBytes(StandardCharsets.UTF_8),
                        "words",
                        words.toByteArray(),
                        "half",
                        half)
                .entrySet()) {
            Web.Answer answer = send(bad.getKey() + ".zip", bad.getValue());
            assertThat(answer.status()).as(bad.getKey()).isEqualTo(422);
            assertThat(answer.error()).as(bad.getKey()).hasLineCount(1).doesNotContain(folder.toString());
        }
        assertThat(send("words.zip", words.toByteArray()).error())
                .isEqualTo("words.zip: has no image that can be used");
        assertThat(files()).isEmpty();
    }

    @Test
    void too_much_is_refused_before_it_is_sent_and_what_breaks_off_leaves_nothing() throws Exception {
        String head = "POST /api/uploads?name=big.zip HTTP/1.1\r\nHost: 127.0.0.1:"
                + site.web().port() + "\r\n" + Gate.OWN_PAGE + ": test\r\nConnection: close\r\nContent-Length: ";
        assertThat(site.web().raw(head + (UploadedData.MOST_BYTES + 1) + "\r\n\r\n"))
                .contains(" 413 ", "an upload has at most 2147483648 bytes");
        try (Socket socket = new Socket("127.0.0.1", site.web().port())) {
            socket.getOutputStream()
                    .write((head + "1000000\r\n\r\nPK\3\4 and then no more").getBytes(StandardCharsets.ISO_8859_1));
        }
        Web.Answer after = send("after.zip", zip(4));
        // until the server has seen that no more comes
        for (int i = 0; i < 200 && after.status() == 409; i++) {
            Thread.sleep(20);
            after = send("after.zip", zip(4));
        }
        assertThat(after.status()).isEqualTo(201);
        assertThat(files()).containsExactly("after.zip");
    }
}
