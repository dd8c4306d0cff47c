package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What the page shows is true whatever changes beside it: another run, another address, another theme, no server. */
class PageFaultsTest extends BrowserCase {
    static final String EVENT =
            "{\"step\":1,\"imagesSeen\":64,\"seconds\":1.0,\"discriminatorLoss\":1.5,\"generatorLoss\":0.5,\"pReal\":0.5}";
    static final String END = "{\"step\":9,\"imagesSeen\":640,\"seconds\":9.0,\"discriminatorLoss\":1.0,"
            + "\"generatorLoss\":0.7,\"pReal\":0.6,\"ending\":\"images\"}";

    @BeforeAll
    static void open() throws Exception {
        site.folder("ring", "base: ring", EVENT, END);
        site.folder("ring-17:30", "base: ring", EVENT, END);
        site.folder("single", "base: strokes", EVENT);
        site.folder("denoise", "base: denoise", EVENT, END);
        site.finished("digits", Map.of());
    }

    @AfterEach
    void nobodyComplained() {
        site.studio().workshop().close();
        site.latency(0);
        site.colours("light");
        assertThat(browser.complaints())
                .allMatch(
                        line -> line.contains("ERR_") || line.contains("status of 4") || line.contains("getImageData"));
    }

    private static long count(String css) {
        return browser.driver().findElements(By.cssSelector(css)).size();
    }

    @Test
    void a_run_with_a_colon_in_its_name_is_a_run_like_others() {
        site.go("");
        browser.find("[data-run='ring-17:30']");
        browser.find("[data-run=digits]");
        browser.click("[data-run='ring-17:30'] .run-name");
        browser.awaitText("h1", "ring-17:30");
    }

    @Test
    void what_fails_is_not_asked_for_again_without_end() throws Exception {
        site.go("explore/digits?t=2.5&d0=nonsense");
        browser.find(".tile");
        assertThat(count(".toast.error")).isZero();
        AutoCloseable back = site.away();
        browser.script("window.scrollTo(0, document.body.scrollHeight)");
        for (int i = 0; i < 5; i++) browser.script("window.dispatchEvent(new Event('scroll'))");
        browser.find("#offline");
        assertThat(site.requestsWithin(1500)).isLessThan(15);
        back.close();
        browser.await(d -> !d.findElement(By.id("offline")).isDisplayed());
    }

    @Test
    void one_page_is_shown_at_a_time_however_slow_the_line_is() throws Exception {
        site.go("run/digits");
        browser.awaitText("h1", "digits");
        site.latency(600);
        site.follow("explore/digits");
        Thread.sleep(350);
        site.follow("compare");
        browser.awaitText("h1", "Compare");
        for (int i = 0; i < 20; i++) {
            assertThat(count("h1")).isEqualTo(1);
            Thread.sleep(100);
        }
        assertThat(browser.driver().getTitle()).startsWith("Compare");
    }

    @Test
    void a_saved_latent_comes_back_as_it_was_saved() {
        site.go("explore/digits?z1=2&t=0.5");
        browser.await(d -> shown().contains("z1=2"));
        String before = pixels();
        browser.find("#save-name").sendKeys("s1", Keys.ENTER);
        browser.awaitText(".chip", "s1");
        browser.click(".chip button");
        browser.await(d -> shown().contains("base=*s1"));
        assertThat(shown()).doesNotContain("z1=", "t=");
        assertThat(pixels()).isEqualTo(before);
        browser.find("#save-name").sendKeys("s1", Keys.ENTER);
        browser.awaitText("dialog", "There is a saved latent 's1' already");
        browser.click("dialog button.quiet");
    }

    private static String shown() {
        return browser.await(d -> browser.find("img.preview").getAttribute("data-shown"));
    }

    private static String pixels() {
        return (String)
                browser.script("const i = document.querySelector('img.preview'), c = document.createElement('canvas');"
                        + "c.width = i.naturalWidth; c.height = i.naturalHeight; c.getContext('2d').drawImage(i, 0, 0);"
                        + "return c.toDataURL()");
    }

    @Test
    void rolling_back_aims_at_the_newest_checkpoint_unless_another_was_chosen() throws Exception {
        site.web().start("back", Map.of());
        site.go("run/back");
        browser.awaitText(".badge", "running");
        // a run that is paused before its first step never sees an image
        site.web().await("back", card -> card.path("imagesSeen").asLong() > 0);
        site.web().post("/api/runs/back/steer", "{\"paused\": true}");
        browser.click("#checkpoint");
        browser.awaitText(".toasts", "checkpoint at");
        String newest = (String) browser.script("return document.querySelector('#rollback-to option').value");
        assertThat(browser.find("#rollback-to").getAttribute("value"))
                .isEqualTo(newest)
                .isNotEqualTo("0");
        browser.click("#rollback");
        assertThat(browser.text("dialog").replaceAll("\\W", "")).contains("at" + newest + "images");
        browser.click("dialog button.quiet");
    }

    @Test
    void charts_follow_the_colours_of_the_system() {
        site.go("run/digits");
        browser.await(d -> pale() > 100);
        site.colours("dark");
        browser.await(d -> pale() == 0);
    }

    /** Pixels of a chart that are as pale as grid lines on white. */
    private static long pale() {
        return (Long) browser.script("const c = document.querySelector('.chart canvas'); if (!c || !c.width) return -1;"
                + "const v = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;"
                + "for (let i = 0; i < v.length; i += 4)"
                + " if (v[i] > 215 && v[i + 1] > 215 && v[i + 2] > 210 && v[i + 3] > 200) n++;"
                + "return n");
    }

    @Test
    void ticked_boxes_and_compared_runs_agree_whatever_the_address_does() {
        site.go("compare?run=digits");
        browser.await(d -> count(".sides figure") == 1);
        browser.script(
                "[...document.querySelectorAll('.picker label')].find(l => l.textContent.trim() === 'ring').click()");
        browser.await(d -> count(".sides figure") == 2);
        browser.driver().navigate().back();
        browser.await(d -> count(".sides figure") == 1);
        assertThat(count(".picker input:checked")).isEqualTo(1);
        site.follow("compare?run=digits&run=nobody");
        browser.awaitText("main", "There is no run 'nobody'");
    }

    @Test
    void axes_have_at_least_three_ticks_with_labels_that_differ() {
        String script =
                "const done = arguments[arguments.length - 1]; import('/assets/axis.js').then(({ ticks, tickLabels }) => {"
                        + "const bad = []; let seed = 7; const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;"
                        + "for (let i = 0; i < 4000; i++) { const low = (random() - 0.3) * 10 ** Math.floor(random() * 9 - 3);"
                        + "const high = low + Math.abs(low) * 10 ** -Math.floor(random() * 4) * (0.1 + random()) + 1e-6;"
                        + "for (const log of [false, low > 0]) { const t = ticks(low, high, { log }), l = tickLabels(t);"
                        + "if (t.length < (log ? 2 : 3) || t.length > 16 || new Set(l).size < l.length) bad.push([low, high, log, l.join(' ')]); } }"
                        + "done(bad.slice(0, 5)); })";
        site.go("");
        assertThat((List<?>) browser.driver().executeAsyncScript(script)).isEmpty();
    }

    @Test
    void a_failed_run_offers_to_resume_it_and_to_use_it_only_when_there_is_a_checkpoint() throws Exception {
        Path early = site.folder("early", "base: ring", EVENT);
        site.go("run/early");
        browser.awaitText(".small.faint", "Run again with changes starts a new run from the same plan.");
        assertThat(count("#resume") + count("a.button[href^='#/use/']")).isZero();
        assertThat(browser.text(".run-side")).doesNotContain("Resume");
        Path checkpoints = Files.createDirectories(early.resolve("checkpoints"));
        Files.writeString(checkpoints.resolve("000000064.json"), "{}");
        site.go("");
        site.go("run/early");
        browser.find("#resume");
        browser.find("a.button[href^='#/use/']");
        assertThat(browser.text(".run-side")).contains("Resume goes on from the last checkpoint.");
    }

    @Test
    void a_heading_of_a_table_is_not_broken_within_a_word() {
        site.go("");
        Object lines = browser.script("const box = document.createElement('div'); box.style.width = '60px';"
                + "box.innerHTML = '<table><thead><tr><th>separation</th></tr></thead></table>';"
                + "box.querySelector('th').style.minWidth = 0;"
                + "document.body.append(box); const range = document.createRange();"
                + "range.selectNodeContents(box.querySelector('th'));"
                + "const lines = range.getClientRects().length; box.remove(); return lines;");
        assertThat(lines).isEqualTo(1L);
    }

    @Test
    void a_series_of_one_value_is_a_dot() {
        site.go("run/single");
        browser.await(d -> (Boolean)
                browser.script("const c = document.querySelector('.chart canvas'); if (!c || !c.width) return false;"
                        + "const v = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                        + "for (let i = 0; i < v.length; i += 4) if (v[i] > 190 && v[i + 1] < 110 && v[i + 2] < 60 && v[i + 3] > 200) return true;"
                        + "return false"));
    }

    @Test
    void a_setting_that_is_none_is_refused_and_a_remedy_can_be_pasted() throws Exception {
        site.go("");
        browser.click("#new-run");
        browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
        browser.click("dialog summary");
        browser.set("#settings", "this is no setting");
        browser.click("dialog button.primary");
        browser.awaitText("dialog .problem", "a setting is written path.to.key=value");
        assertThat(site.names()).doesNotContain("this");
        browser.click("dialog button.quiet");
        String form = "{\"preset\": \"strokes\", \"lines\": [\"--set 'batchSize=7' --set seed=3\"]}";
        assertThat(site.web().post("/api/preview", form).json().path("plan").asText())
                .contains("batchSize: 7", "seed: 3");
    }

    @Test
    void a_start_that_is_cancelled_leaves_no_run() throws Exception {
        site.go("");
        browser.click("#new-run");
        browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
        browser.set("#run-name", "unwanted");
        site.latency(500);
        browser.click("dialog button.primary");
        browser.click("dialog button.quiet");
        browser.awaitText(".toasts", "unwanted was not started");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/");
        assertThat(site.names()).doesNotContain("unwanted");
    }

    @Test
    void what_keeps_the_lab_waiting_can_be_stopped() throws Exception {
        Path shades = Shades.in(folder.resolve("shades"));
        site.web().post("/api/lab/open?data=strokes&structure=residual", "");
        site.go("lab");
        browser.set("#lab-data", shades.toString());
        browser.set("#lab-structure", "softmax");
        browser.click("#lab-open");
        browser.awaitText("#lab-status", "First a residual classifier of strokes");
        browser.click("#lab-stop");
        browser.find("#lab-image");
    }

    @Test
    void a_page_comes_back_by_itself_when_the_studio_does() throws Exception {
        site.go("run/digits");
        browser.awaitText("h1", "digits");
        AutoCloseable back = site.away();
        browser.click("nav a[data-page=runs]");
        browser.find("#offline");
        assertThat(site.requestsWithin(1500)).isLessThan(15);
        back.close();
        browser.find("[data-run=digits]");
        browser.await(d -> !d.findElement(By.id("offline")).isDisplayed());
    }

    @Test
    void that_the_studio_is_away_is_said_once_and_the_list_stays() throws Exception {
        site.go("");
        browser.find("[data-run=ring]");
        AutoCloseable back = site.away();
        browser.await(d -> browser.find("#offline").isDisplayed());
        assertThat(count("main .problem")).isZero();
        assertThat(count("[data-run=ring]")).isOne();
        back.close();
        browser.await(d -> !browser.driver().findElement(By.id("offline")).isDisplayed());
    }

    @Test
    void nobody_is_sent_to_explore_where_there_are_no_latents() {
        site.go("");
        browser.find("[data-run=denoise]");
        assertThat(count("[aria-label='Explore digits']")).isEqualTo(1);
        assertThat(count("[aria-label='Explore denoise']")).isZero();
        site.go("explore/denoise");
        assertThat(browser.text("[role=alert]")).contains("starts from images").doesNotContain(folder.toString());
    }

    @Test
    void a_malformed_address_is_no_page() {
        site.go("run/digits");
        browser.awaitText("h1", "digits");
        site.follow("run/%E0%A4%A");
        browser.awaitText("h1", "Page not found");
        site.follow("");
        browser.find("[data-run=digits]");
    }

    @Test
    void a_paused_run_shows_this_very_step_in_the_place_of_the_last_picture() throws Exception {
        site.web().start("paused", Map.of());
        site.go("run/paused");
        browser.awaitText(".badge", "running");
        browser.await(d -> browser.script("return document.querySelector('img.samples')?.naturalWidth > 0"));
        String box = "const { top, height } = document.querySelector('img.samples').getBoundingClientRect();"
                + "return [top + window.scrollY, height].map(Math.round).join()";
        Object before = browser.script(box);
        browser.click("#pause");
        browser.await(d -> browser.script("return document.querySelector('img.samples.now')?.naturalWidth > 0"));
        browser.await(d -> browser.script(box).equals(before));
        assertThat(count("img.samples")).isEqualTo(1);
        assertThat(browser.text(".pictures figcaption")).isEqualTo("fakes now");
    }

    @Test
    void a_walk_is_saved_as_it_is_shown_and_a_cleared_drawing_can_be_drawn_again() throws Exception {
        site.go("explore/digits?t=0.5");
        browser.click("input[value=walk]");
        browser.click(".tile[data-seed='4']");
        browser.click(".tile[data-seed='5']");
        assertThat(browser.find("a[download='walk.gif']").getAttribute("href")).contains("t=0.5");
        site.follow("draw");
        for (int i = 0; i < 2; i++) {
            browser.set("#shape", "two moons");
            browser.awaitText("output", "600 points");
            assertThat(browser.find("#shape").getAttribute("value")).isEmpty();
            browser.click("#clear");
        }
        assertThat(Files.exists(folder.resolve("drawings"))).isFalse();
    }

    @Test
    void deleted_runs_can_be_taken_back() throws Exception {
        site.folder("one", "base: ring", EVENT, END);
        site.folder("two", "base: ring", EVENT, END);
        site.go("");
        browser.click("[aria-label='select one']");
        browser.click("[aria-label='select two']");
        browser.click("#delete-chosen");
        browser.click("dialog button.danger");
        browser.await(d -> count("[data-run=one], [data-run=two]") == 0);
        assertThat(site.names()).doesNotContain("one", "two");
        browser.click(".toast button");
        browser.await(d -> count("[data-run=one], [data-run=two]") == 2);
        assertThat(site.names()).contains("one", "two");
    }

    @Test
    void the_page_of_a_run_that_is_renamed_goes_with_it() throws Exception {
        site.folder("before", "base: ring", EVENT, END);
        site.go("run/before");
        browser.awaitText("h1", "before");
        site.web().post("/api/runs/before/rename", "{\"to\": \"between\"}");
        site.web().post("/api/runs/between/rename", "{\"to\": \"after\"}");
        browser.awaitText("h1", "after");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/run/after");
        site.folder("before", "base: ring", EVENT, END);
        site.follow("run/before");
        browser.awaitText("h1", "before");
    }

    @Test
    void a_page_that_stays_open_keeps_the_whole_course_of_a_run() {
        site.go("");
        String kept =
                "const done = arguments[arguments.length - 1]; import('/assets/history.js').then(({ History }) => {"
                        + "const history = new History(); history.reset([]);"
                        + "for (let i = 0; i <= 20000; i++) history.push({ imagesSeen: i, ...(i % 1000 === 0 && { recall: 1 }) });"
                        + "const at = history.events.map((event) => event.imagesSeen);"
                        + "done([at.length, Math.max(...at.slice(1).map((one, i) => one - at[i])), at.at(-1),"
                        + " history.events.filter((event) => event.recall).length].join(' ')); })";
        String[] found = ((String) browser.driver().executeAsyncScript(kept)).split(" ");
        assertThat(Integer.parseInt(found[0])).isBetween(300, 800);
        assertThat(Integer.parseInt(found[1])).isLessThan(400);
        assertThat(found[2]).isEqualTo("20000");
        assertThat(found[3]).isEqualTo("21");
    }
}
