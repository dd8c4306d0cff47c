package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.plan.Presets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Notes and tags: written in the table and on the page of a run, found, filtered by, and kept apart from training. */
class NotedRunsTest extends BrowserCase {
    private static final String EVENT = "{\"step\":1,\"imagesSeen\":64,\"seconds\":1.0,\"generatorLoss\":0.5}";

    private static Path run(String name) throws Exception {
        return site.folder(name, Presets.draft("ring").plan().toYaml(), EVENT);
    }

    private int rows() {
        return browser.driver().findElements(By.cssSelector("tr[data-run]")).size();
    }

    private static Web.Answer write(String run, String body) throws Exception {
        return site.web().post("/api/runs/" + run + "/notes", body);
    }

    @Test
    void a_note_and_tags_are_written_in_the_table_found_and_filtered_by() throws Exception {
        for (String name : new String[] {"alpha", "beta", "gamma"}) run(name);
        assertThat(write("beta", "{\"note\": \"\", \"tags\": [\"baseline\"]}").status())
                .isEqualTo(200);
        site.go("?q=a");
        browser.choose("alpha", "Note");
        browser.set("#note", "Wider <b>generator</b>, second try");
        browser.click("dialog button.tag");
        browser.set("#tags", browser.find("#tags").getAttribute("value") + ", paper paper");
        browser.click("dialog button.primary");
        browser.awaitText("tr[data-run=alpha]", "Wider <b>generator</b>, second try");
        assertThat(Files.readString(folder.resolve("alpha/notes.json"))).contains("\"baseline\", \"paper\"");

        browser.click("tr[data-run=alpha] a.tag[href$='tag=paper']");
        browser.await(d -> rows() == 1);
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/?tag=paper");
        browser.set("#filter-tag", "baseline");
        browser.await(d -> rows() == 2);
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/?tag=baseline");
        browser.set("#search", "second try");
        browser.await(d -> rows() == 1);

        site.go("?q=a");
        for (String name : new String[] {"beta", "gamma"}) browser.click("[aria-label='select " + name + "']");
        browser.click("#tag-chosen");
        browser.set("#tags", "both");
        site.web()
                .post("/api/runs/beta/notes", "{\"note\": \"written meanwhile\", \"tags\": [\"baseline\", \"late\"]}");
        browser.click("dialog button.primary");
        browser.awaitText("tr[data-run=gamma]", "both");
        assertThat(site.card("beta").path("tags").toString()).isEqualTo("[\"baseline\",\"late\",\"both\"]");
        assertThat(site.card("beta").path("note").asText()).isEqualTo("written meanwhile");
    }

    @Test
    void runs_are_filtered_and_sorted_by_the_metric_of_their_best_checkpoint() throws Exception {
        String[] bests = {"frechet-distance 0.5", "frechet-distance 0.125", "psnr 31.0"};
        for (int i = 0; i < bests.length; i++) {
            String[] best = bests[i].split(" ");
            Files.writeString(
                    run("measured-" + i).resolve("best.json"),
                    "{\"metric\": \"" + best[0] + "\", \"value\": " + best[1] + ", \"imagesSeen\": 64}");
        }
        site.go("?q=measured");
        browser.await(d -> rows() == 3);
        browser.set("#filter-metric", "frechet-distance");
        browser.await(d -> rows() == 2);
        browser.click("th:nth-child(7) .sorter");
        browser.click("th:nth-child(7) .sorter");
        browser.await(d -> d.getCurrentUrl().endsWith("#/?q=measured&metric=frechet-distance&sort=best"));
        browser.await(d -> browser.find("tr[data-run]").getAttribute("data-run").equals("measured-1"));
    }

    @Test
    void a_run_that_trains_is_noted_on_its_page_and_goes_on_and_is_resumed() throws Exception {
        site.web().start("noted", Map.of());
        site.go("run/noted");
        browser.click("#edit-notes");
        browser.set("#note", "first line\nsecond line");
        browser.set("#tags", "watched");
        browser.click("dialog button.primary");
        browser.awaitText("#notes .note", "first line\nsecond line");
        browser.awaitText("#notes .tag", "watched");
        assertThat(site.card("noted").path("state").asText()).isEqualTo("running");
        browser.click("#stop");
        site.web().awaitState("noted", "stopped");
        site.web().post("/api/runs/noted/resume", "{}");
        site.web().await("noted", card -> card.path("state").asText().equals("running") && card.has("step"));
        assertThat(site.card("noted").path("note").asText()).isEqualTo("first line\nsecond line");
        site.web().post("/api/runs/noted/stop", "{}");
        browser.click("#edit-notes");
        browser.set("#note", "");
        browser.set("#tags", "");
        browser.click("dialog button.primary");
        browser.await(
                d -> d.findElements(By.cssSelector("#notes .tag, #notes .note")).isEmpty());
        assertThat(folder.resolve("noted/notes.json")).doesNotExist();
    }

    @Test
    void what_cannot_be_kept_is_refused_in_the_dialog_and_nothing_is_changed() throws Exception {
        run("kept");
        assertThat(write("kept", "{\"note\": \"before\", \"tags\": []}").status())
                .isEqualTo(200);
        site.go("run/kept");
        browser.click("#edit-notes");
        browser.set("#tags", "fine no/slash");
        browser.click("dialog button.primary");
        browser.awaitText(
                "dialog .problem", "a tag is 1 to 30 letters, digits, dots, hyphens and underscores, got 'no/slash'");
        browser.click("dialog button.quiet");
        for (String body : new String[] {
            "{}",
            "{\"note\": 1, \"tags\": []}",
            "{\"note\": \"\", \"tags\": \"a\"}",
            "{\"note\": \"\", \"tags\": [1]}",
            "[]"
        }) assertThat(write("kept", body).status()).as(body).isEqualTo(400);
        assertThat(write("kept", "{\"note\": \"" + "x".repeat(4001) + "\", \"tags\": []}")
                        .error())
                .isEqualTo("a note has at most 4000 characters, got 4001");
        assertThat(write("nobody", "{\"note\": \"\", \"tags\": []}").status()).isEqualTo(404);
        assertThat(site.card("kept").path("note").asText()).isEqualTo("before");
    }

    @Test
    void a_damaged_file_or_a_link_is_one_line_beside_the_run_and_hides_nothing() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.json"), "{\"note\": \"the secret\", \"tags\": []}");
        Files.writeString(run("damaged").resolve("notes.json"), "{\"note\": \"half");
        Files.createSymbolicLink(run("linked").resolve("notes.json"), secret);
        site.go("?q=ring");
        browser.awaitText("tr[data-run=damaged]", "notes.json: it is not valid JSON");
        browser.awaitText("tr[data-run=linked]", "notes.json: it is not a plain file; links are not followed");
        JsonNode card = site.card("linked");
        assertThat(card.toString()).doesNotContain("the secret", folder.toString());
        assertThat(card.path("state").asText()).isNotEqualTo("broken");
        site.go("run/damaged");
        browser.awaitText("#notes .problem", "notes.json: ");
        browser.click("#edit-notes");
        browser.awaitText("dialog .problem", "Saving replaces the file.");
        browser.set("#note", "anew");
        browser.click("dialog button.primary");
        browser.awaitText("#notes .note", "anew");
        assertThat(write("linked", "{\"note\": \"mine\", \"tags\": []}").status())
                .isEqualTo(200);
        assertThat(secret).content().contains("the secret");
    }
}
