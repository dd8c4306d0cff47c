package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Runs side by side, in a real browser. Nothing is trained: the folders are written by hand. */
class ComparePageTest extends BrowserCase {
    private static final String PRECISION = "precision", FID = "frechet-distance";

    @BeforeAll
    static void makeRuns() throws Exception {
        run("good", "strokes", 100, 300);
        run("alike", "strokes", 200);
        run("bad", "strokes", 100, 200, 400);
        run("points", "ring", 150);
        evaluated("good", 300, FID, 3.0, 2.8, 3.2, "lower", PRECISION, 0.60, 0.58, 0.62);
        evaluated("alike", 200, FID, 3.1, 2.9, 3.3, "lower", PRECISION, 0.90, 0.88, 0.92);
        evaluated("bad", 400, FID, 9.0, 8.0, 9.9, "lower", PRECISION, 0.10, 0.08, 0.12);
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).allMatch(line -> line.contains("status of 4"));
    }

    /** A finished run with a picture and an event at each of these images, and at 0. */
    private static Path run(String name, String base, long... moments) throws IOException {
        Path run = site.folder(name, "base: " + base + "\nseed: " + moments.length, event(0, ""));
        Files.createDirectories(run.resolve("samples"));
        picture(run, 0);
        for (long moment : moments)
            grow(run, moment, moment == moments[moments.length - 1] ? ",\"ending\":\"images\"" : "");
        return run;
    }

    private static String event(long images, String more) {
        return String.format(
                Locale.ROOT,
                "{\"step\":%d,\"imagesSeen\":%d,\"seconds\":%.1f,\"generatorLoss\":%.3f%s}",
                images / 10,
                images,
                images / 50.0,
                1 + images / 1000.0,
                more);
    }

    private static void grow(Path run, long images, String more) throws IOException {
        picture(run, images);
        Files.writeString(
                run.resolve("events.jsonl"),
                event(images, more) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void picture(Path run, long images) throws IOException {
        ImageFile.writePng(
                run.resolve(String.format(Locale.ROOT, "samples/%09d.png", images)),
                new Picture(20, 20, 1, new byte[400]));
    }

    /** An evaluation of the samples at a checkpoint: a name, a value, the ends of its interval, and which way is better. */
    private static void evaluated(String run, long images, Object... scores) throws IOException {
        ObjectNode evaluation = Json.object()
                .put("about", run)
                .put("reals", "strokes")
                .put("realsChecksum", "1")
                .put("split", "all")
                .put("extractor", "rows")
                .put("extractorHash", "2");
        ArrayNode list = evaluation.putArray("scores");
        String better = "lower";
        for (int i = 0; i < scores.length; ) {
            ObjectNode score = list.addObject().put("name", (String) scores[i]).put("value", (double) scores[i + 1]);
            boolean said = i + 4 < scores.length && List.of("lower", "higher").contains(scores[i + 4]);
            better = said ? (String) scores[i + 4] : "higher";
            score.put("better", better).put("reals", 500).put("fakes", 500);
            score.putObject("interval")
                    .put("low", (double) scores[i + 2])
                    .put("high", (double) scores[i + 3])
                    .put("method", "jackknife");
            score.putArray("notes");
            score.putObject("floor")
                    .put("name", (String) scores[i])
                    .put("value", 0.125)
                    .put("better", better)
                    .put("reals", 500)
                    .put("fakes", 500)
                    .putArray("notes");
            i += said ? 5 : 4;
        }
        evaluation.putArray("leftOut");
        Path folder = Files.createDirectories(site.folder.resolve(run + "/evaluations"));
        Json.write(folder.resolve(String.format(Locale.ROOT, "%09d.json", images)), evaluation);
    }

    private static String of(String... names) {
        return "compare?" + List.of(names).stream().map(name -> "run=" + name).collect(Collectors.joining("&"));
    }

    private static void await(String css, String... wanted) {
        browser.await(d -> browser.texts(css).equals(List.of(wanted)));
    }

    private static String row(String run) {
        return browser.text(".ranks [data-run='" + run + "']");
    }

    private static String colour(String css) {
        return browser.find(css).getAttribute("style");
    }

    @Test
    void runs_are_ranked_by_the_heading_that_is_clicked_and_overlapping_intervals_are_called_that() {
        site.go(of("bad", "alike", "good"));
        await(".ranks .run-name", "good", "alike", "bad");
        assertThat(browser.text("#verdict"))
                .isEqualTo(
                        "frechet-distance (FID): good cannot be distinguished from alike; their 95 % intervals overlap.");
        assertThat(row("alike")).contains("≈ 3.1").contains("2.9 to 3.3").contains("floor 0.125");
        assertThat(row("bad")).doesNotContain("≈");
        browser.click("[data-sort=precision]");
        await(".ranks .run-name", "alike", "good", "bad");
        assertThat(browser.text("#verdict")).contains("alike is first, and no other 95 % interval overlaps");
        browser.await(d -> d.getCurrentUrl().contains("sort=precision"));
        browser.click("[data-sort=precision]");
        await(".ranks .run-name", "bad", "good", "alike");
        assertThat(row("alike")).startsWith("1");
        browser.await(d -> d.getCurrentUrl().contains("sort=-precision"));
        browser.driver().navigate().refresh();
        await(".ranks .run-name", "bad", "good", "alike");
    }

    @Test
    void a_score_that_was_measured_in_another_way_is_not_compared() throws Exception {
        run("other", "strokes", 100);
        evaluated("other", 100, FID, 1.0, 0.9, 1.1, "lower");
        Path file = site.folder.resolve("other/evaluations/000000100.json");
        Files.writeString(file, Files.readString(file).replace("\"fakes\" : 500", "\"fakes\" : 50"));
        site.go(of("other", "good", "alike"));
        browser.awaitText("#verdict", "only other was measured in its way");
        assertThat(browser.text("#verdict")).contains("good and alike: measured in another way");
    }

    @Test
    void each_run_shows_its_newest_picture_at_or_before_the_moment_and_says_which() {
        site.go(of("good", "alike", "points"));
        await(".sides .moment", "after 300 images", "after 200 images", "after 150 samples");
        browser.set("#compare-time", "1"); // 0, 100, 150, 200, 300
        await(".sides .moment", "after 100 images", "after 0 images", "after 0 samples");
        assertThat(browser.find(".sides [data-run=good] img").getAttribute("src"))
                .endsWith("000000100.png");
        browser.await(d -> d.getCurrentUrl().contains("at=100"));
        browser.driver().navigate().refresh();
        await(".sides .moment", "after 100 images", "after 0 images", "after 0 samples");
        browser.click("#compare-film");
        await(".sides .moment", "after 300 images", "after 200 images", "after 150 samples");
    }

    @Test
    void a_run_keeps_its_colour_when_another_is_removed_and_is_hidden_everywhere_at_once() {
        site.go(of("good", "alike", "bad"));
        String third = colour(".ranks [data-run=bad] .key");
        assertThat(third).isNotEqualTo(colour(".ranks [data-run=good] .key"));
        assertThat(colour(".sides [data-run=bad] .key")).isEqualTo(third);
        browser.click(".ranks [data-run=alike] .actions button");
        await(".sides figcaption a", "good", "bad");
        assertThat(colour(".ranks [data-run=bad] .key")).isEqualTo(third);
        assertThat(colour(".plot .legend button:nth-of-type(2)")).isEqualTo(third);
        browser.click(".ranks [data-run=good] .key");
        await(".sides figcaption a", "bad");
        browser.await(d -> browser.texts(".plot .legend .off").size()
                == browser.texts(".plot").size());
        browser.click(".plot .legend button:first-of-type");
        await(".sides figcaption a", "good", "bad");
        browser.await(d -> browser.texts(".plot .legend .off").isEmpty());
    }

    @Test
    void settings_that_differ_are_shown_and_the_others_on_request() {
        site.go(of("good", "alike"));
        browser.awaitText("table.settings", "seed");
        assertThat(browser.text("table.settings")).doesNotContain("base");
        browser.click("#all-settings");
        browser.awaitText("table.settings", "base");
        browser.await(d -> d.getCurrentUrl().contains("settings=all"));
    }

    @Test
    void all_settings_of_a_run_alone_are_shown() {
        site.go(of("good"));
        browser.awaitText("table.settings", "base");
        assertThat(browser.driver().findElement(By.id("all-settings")).isDisplayed())
                .isFalse();
    }

    @Test
    void names_of_runs_to_choose_from_are_not_broken_on_a_phone() {
        try {
            browser.width(500);
            site.go(of("good"));
            browser.click(".picker summary");
            browser.find(".choosing");
            browser.script("document.querySelector('.choosing').parentElement.style.width = '120px'");
            assertThat(browser.script("return [...document.querySelectorAll('.choosing .run-name')].every(one => {"
                            + "const range = document.createRange(); range.selectNodeContents(one);"
                            + "return range.getClientRects().length === 1; })"))
                    .isEqualTo(true);
        } finally {
            browser.width(1280);
        }
    }

    @Test
    void what_happens_to_a_run_meanwhile_is_shown() throws Exception {
        Path going = run("going", "strokes");
        site.go(of("going", "good"));
        await(".sides .moment", "after 0 images", "after 300 images");
        grow(going, 4200, "");
        await(".sides .moment", "after 4\u202f200 images", "after 300 images");
        browser.awaitText(".plot .legend", "5.200");
        evaluated("going", 4200, FID, 2.0, 1.9, 2.1, "lower");
        browser.askNow();
        await(".ranks .run-name", "going", "good");

        Files.writeString(going.resolve("plan.yaml"), "base: [no\n");
        browser.askNow();
        browser.awaitText(".ranks [data-run=going]", "unreadable");
        site.web().post("/api/runs/going/rename", "{\"to\": \"gone\"}");
        browser.askNow();
        await(".ranks .run-name", "gone", "good");
        browser.await(d -> d.getCurrentUrl().contains("run=gone&run=good"));
        site.web().delete("/api/runs/gone?confirm=gone");
        browser.askNow();
        browser.awaitText("main", "The run 'gone' was deleted.");
        await(".ranks .run-name", "good");
        browser.click("main [role=status] button");
        await(".ranks .run-name", "gone", "good");
        Files.move(going.resolveSibling("gone"), going.resolveSibling(".elsewhere"));
        browser.askNow();
        browser.awaitText("main", "There is no run 'gone': it was deleted or renamed by another program");
    }

    @Test
    void no_run_and_one_run_are_no_errors() {
        site.go("compare");
        browser.click(".picker label");
        await(".ranks .run-name", browser.text(".picker label"));
        assertThat(browser.texts("[role=alert]")).isEmpty();
        site.go(of("points"));
        browser.awaitText("#verdict", "None of these runs has scores yet");
        site.go(of("nobody"));
        browser.awaitText("main", "There is no run 'nobody'");
    }

    @Test
    void of_hundreds_of_runs_the_table_has_all_and_what_is_not_drawn_is_said() throws Exception {
        for (int i = 0; i < 130; i++) site.folder("many" + i, "base: ring", event(10 + i, ",\"ending\":\"images\""));
        site.go(of(IntStream.range(0, 130).mapToObj(i -> "many" + i).toArray(String[]::new)));
        browser.await(d -> browser.texts(".ranks .run-name").size() == 130);
        browser.awaitText("#bound", "show 24 of 130 runs");
        browser.await(d -> browser.texts(".sides figure").size() == 24);
        browser.await(d -> browser.texts(".plot:first-of-type .legend .key").size() == 24);
        assertThat(browser.driver().findElements(By.cssSelector(".ranks button.key")).stream()
                        .map(key -> key.getAttribute("style") + key.getAttribute("class"))
                        .distinct())
                .hasSize(24);
        browser.click("[data-sort=imagesSeen]");
        browser.await(d -> browser.texts(".ranks .run-name").get(0).equals("many129"));
        browser.click("#bound button");
        browser.await(d -> browser.texts(".sides figcaption a").get(0).equals("many129"));
    }

    @Test
    void curves_of_runs_lie_at_their_own_places_on_every_axis() {
        site.go(of("good", "bad"));
        browser.find(".plot");
        String rows = "const done = arguments[arguments.length - 1]; import('/assets/charts.js').then(({ Charts }) => {"
                + "const charts = new Charts('images', () => {}, { areMany: true });"
                + "charts.plan([{ title: '', specs: [{ id: 'x', title: '', series: [{ key: 'a' }, { key: 'b' }] }] }]);"
                + "const chart = charts.charts.get('x'); document.querySelector('main').append(chart.node);"
                + "charts.show([], () => [{ imagesSeen: 1, seconds: 9, a: 1 }, { imagesSeen: 5, seconds: 2, b: 2 }]);"
                + "const out = []; for (const axis of charts.axes) { charts.changed({ axis }); if (chart.rows.length)"
                + " out.push(chart.rows.map((row) => row.imagesSeen).join()); } done(out.join(' ')); })";
        assertThat(browser.driver().executeAsyncScript(rows)).isEqualTo("1,5 5,1");
    }

    @Test
    void a_chart_is_painted_when_one_scrolls_to_it_and_has_its_numbers_before() {
        site.go("runs");
        String far = "const done = arguments[arguments.length - 1]; import('/assets/charts.js').then(({ Charts }) => {"
                + "const charts = new Charts('images', () => {});"
                + "charts.plan([{ title: '', specs: [{ id: 'x', title: '', series: [{ key: 'a', name: 'far' }] }] }]);"
                + "const { node } = charts.charts.get('x'); node.id = 'far'; node.style.marginTop = '9000px';"
                + "document.querySelector('main').append(node); charts.show([{ imagesSeen: 1, a: 7.25 }]);"
                + "requestAnimationFrame(() => setTimeout(() => done(node.querySelector('canvas') === null), 300)); })";
        assertThat(browser.driver().executeAsyncScript(far)).isEqualTo(true);
        assertThat(browser.script("return document.querySelector('#far .legend').textContent.trim()"))
                .asString()
                .contains("7.25");
        browser.script("document.querySelector('#far .chart').scrollIntoView()");
        browser.find("#far canvas");
    }

    @Test
    void charts_become_as_narrow_as_their_window() {
        site.go(of("good", "bad"));
        browser.find(".plot");
        browser.script("document.querySelector('.plot .chart').scrollIntoView()");
        browser.find(".plot canvas");
        try {
            browser.width(700);
            browser.await(d -> (Boolean) browser.script("return [...document.querySelectorAll('.plot canvas')]"
                    + ".every(one => one.getBoundingClientRect().right <= 700)"));
            assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(700);
        } finally {
            browser.width(1280);
        }
    }
}
