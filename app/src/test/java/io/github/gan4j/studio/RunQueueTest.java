package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.train.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Runs that are started while another trains wait for their turn. */
class RunQueueTest extends BrowserCase {
    private static final String ENDLESS = "{images: 100000000}", SHORT = "{images: 128}";

    private static Web.Answer order(String name, String stop, boolean waits) throws Exception {
        ObjectNode form =
                Json.object().put("preset", "gaussian-1d").put("name", name).put("queue", waits);
        form.putObject("set").put("threads", "1").put("stop", stop);
        return site.web().post("/api/runs", form.toString());
    }

    private static List<String> waiting() throws Exception {
        List<String> names = new ArrayList<>();
        site.web().get("/api/queue").json().path("waiting").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<String> kept() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(".queue"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (String name : waiting()) site.web().delete("/api/queue/" + name);
        if (site.studio().workshop().live().isPresent())
            site.web().post("/api/runs/" + site.studio().workshop().live().get().name() + "/stop", "{}");
    }

    @Test
    void a_run_started_from_the_form_waits_is_shown_can_be_taken_out_and_begins_by_itself() throws Exception {
        order("first", ENDLESS, true);
        site.web().awaitState("first", "running");
        site.go("");
        for (String name : new String[] {"second", "third"}) {
            browser.click("#new-run");
            browser.awaitText("#turn", "first is training");
            browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
            browser.set("#preset", "gaussian-1d");
            browser.await(d ->
                    browser.find("#set-batchSize").getAttribute("placeholder").equals("256"));
            browser.set("#minutes", "0.01");
            browser.set("#run-name", name);
            browser.click("dialog button.primary");
            browser.awaitText("tr[data-run=" + name + "]", "waiting");
        }
        browser.awaitText("tr[data-run=third]", "number 2 in the queue");
        assertThat(browser.find("tr[data-run]").getAttribute("data-run")).isEqualTo("third");
        assertThat(kept()).containsExactly("000001-second.yaml", "000002-third.yaml");
        browser.click("[aria-label='Remove from queue third']");
        browser.await(d -> d.findElements(By.cssSelector("tr[data-run=third]")).isEmpty());
        site.web().post("/api/runs/first/stop", "{}");
        browser.await(d -> d.findElements(By.cssSelector("tr[data-run=second][data-state=finished]"))
                        .size()
                == 1);
        assertThat(kept()).isEmpty();
        assertThat(folder.resolve("third")).doesNotExist();
    }

    @Test
    void one_that_waits_has_a_page_which_goes_on_when_its_turn_comes_and_from_which_it_can_be_taken_out()
            throws Exception {
        order("now", ENDLESS, true);
        site.web().awaitState("now", "running");
        for (String name : new String[] {"next", "last"}) order(name, SHORT, true);
        site.go("run/last");
        browser.awaitText(
                "[role=status]", "Number 2 in the queue: it starts after the current training and 1 other run.");
        assertThat(browser.texts("#networks, #plan, #again")).isEmpty();
        browser.click("#take-out");
        browser.await(d -> d.getCurrentUrl().endsWith("#/"));
        assertThat(waiting()).containsExactly("next");
        site.go("run/next");
        browser.awaitText("[role=status]", "Next in the queue");
        site.web().post("/api/runs/now/stop", "{}");
        browser.awaitText(".badge", "finished");
        browser.awaitText(".facts", "256 samples");
        browser.find("#plan");
        assertThat(site.web().get("/api/runs/last").error()).isEqualTo("there is no run 'last' here");
    }

    @Test
    void those_that_wait_outlive_the_studio_and_one_that_fails_does_not_stop_the_others() throws Exception {
        order("long", ENDLESS, true);
        site.web().awaitState("long", "running");
        for (String name : new String[] {"damaged", "taken", "good"})
            assertThat(order(name, SHORT, true).status()).isEqualTo(202);
        assertThat(order("good", SHORT, true).error()).isEqualTo("'good' is waiting for its turn already");
        assertThat(waiting()).containsExactly("damaged", "taken", "good");
        AutoCloseable back = site.away();
        assertThat(kept()).hasSize(3);
        Files.writeString(folder.resolve(".queue/000001-damaged.yaml"), "nonsense: [");
        Files.writeString(Files.createDirectories(folder.resolve("taken")).resolve("events.jsonl"), "");
        Files.writeString(folder.resolve(".queue/other"), "not ours");
        back.close();
        site.web().awaitState("good", "finished");
        assertThat(site.card("damaged").path("state").asText()).isEqualTo("failed");
        assertThat(site.card("damaged").path("trouble").asText()).hasLineCount(1);
        assertThat(folder.resolve("taken/plan.yaml")).doesNotExist();
        assertThat(kept()).containsExactly("other");
        Files.delete(folder.resolve(".queue/other"));
        assertThat(site.card("long").path("state").asText()).isEqualTo("stopped");
    }

    @Test
    void those_that_wait_begin_neither_before_a_studio_serves_nor_before_the_run_it_was_opened_for(@TempDir Path other)
            throws Exception {
        Plan plan = Presets.draft("gaussian-1d")
                .set("threads=1")
                .set("stop={images: 128}")
                .plan();
        Path file = Files.createDirectory(other.resolve(".queue")).resolve("000001-waits.yaml");
        Files.writeString(file, plan.toYaml());
        StudioSettings taken =
                new StudioSettings(other, Optional.empty(), site.web().port(), Optional.empty());
        assertThatThrownBy(() -> Studio.open(taken)).hasMessageContaining("is already in use");
        try (Studio studio = Studio.serving(StudioSettings.local(other))) {
            Thread.sleep(400);
            studio.workshop().start(plan, "mine", new Listener() {}, line -> {});
            studio.workshop().awaitIdle();
            assertThat(file).exists();
            studio.takeTurns();
            new Web(studio).awaitState("waits", "finished");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void no_other_run_takes_the_name_of_one_that_waits() throws Exception {
        for (String name : new String[] {"done", "deleted"}) {
            order(name, SHORT, false);
            site.web().awaitState(name, "finished");
        }
        order("endless", ENDLESS, true);
        site.web().awaitState("endless", "running");
        site.web().delete("/api/runs/deleted?confirm=deleted");
        for (String name : new String[] {"wanted", "deleted"}) order(name, SHORT, true);
        assertThat(site.web()
                        .post("/api/runs/done/rename", "{\"to\": \"wanted\"}")
                        .error())
                .isEqualTo("'wanted' is waiting for its turn already");
        assertThat(site.web().post("/api/runs/deleted/restore", "{}").error())
                .isEqualTo("'deleted' is waiting for its turn already");
        site.web().post("/api/runs/endless/stop", "{}");
        for (String name : new String[] {"wanted", "deleted", "done"})
            site.web().awaitState(name, "finished");
    }

    @Test
    void who_does_not_ask_to_wait_is_refused_as_before() throws Exception {
        order("runs", ENDLESS, false);
        assertThat(order("other", SHORT, false).error())
                .isEqualTo("runs is training; stop it first, or wait for its end");
        assertThat(site.web().delete("/api/queue/other").error()).isEqualTo("no run 'other' is waiting");
    }
}
