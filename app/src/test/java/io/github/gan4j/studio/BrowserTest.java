package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page as people use it, in a real browser. */
class BrowserTest {
    @TempDir
    static Path folder;

    static Browser browser;
    static Studio studio;
    static Web web;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        studio = Studio.open(StudioSettings.local(folder));
        web = new Web(studio);
    }

    @AfterAll
    static void close() {
        if (studio != null) studio.close();
        if (browser != null) browser.close();
    }

    @AfterEach
    void nobodyComplained() {
        studio.workshop().close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void go(String place) {
        browser.driver().get(studio.url() + "#/" + place);
    }

    /** A run of digits that is over. */
    private static void finished(String name, Map<String, String> more) throws Exception {
        if (Files.exists(folder.resolve(name))) return;
        Map<String, String> all = new HashMap<>(Map.of("stop", "{images: 128}"));
        all.putAll(more);
        web.start(name, all);
        web.awaitState(name, "finished");
    }

    @Test
    void a_run_is_started_from_the_form_watched_paused_stepped_scrubbed_and_stopped() throws Exception {
        go("");
        browser.click("#new-run");
        browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
        browser.set("#run-name", "digits");
        browser.click("dialog summary");
        browser.set(
                "#settings",
                "threads=1\nprecision=fp32\nbatchSize=8\ndata.size=16\ngenerator.input.size=4\ngenerator.network.width=2\n"
                        + "discriminator.network.width=2\nrecord.rows=2\nrecord.events={images: 16}\n"
                        + "record.pictures={images: 64}\nstop={images: 1000000}");
        browser.click("dialog button.primary");
        browser.awaitText("h1", "digits");
        browser.awaitText(".badge", "running");
        browser.await(d -> !browser.find(".chart").getAttribute("aria-label").contains("discriminator –"));
        browser.await(d -> browser.script("return document.querySelector('img.samples').naturalWidth > 0"));

        browser.click("#pause");
        browser.awaitText(".badge", "paused");
        browser.await(d -> browser.text("#last-step").startsWith("step "));
        long step = web.get("/api/runs/digits").json().path("step").asLong();
        browser.click("#step-discriminator");
        browser.await(d -> browser.text("#last-step").contains("discriminator loss")
                && !browser.text("#last-step").contains("generator loss"));
        assertThat(web.get("/api/runs/digits").json().path("step").asLong()).isEqualTo(step + 1);
        browser.click("#step-generator");
        browser.await(d -> browser.text("#last-step").matches("step [^:]*: generator loss.*"));
        browser.await(d -> browser.script("return document.querySelector('img.now')?.naturalWidth > 0"));
        browser.click("#checkpoint");
        browser.awaitText(".toasts", "checkpoint at");

        browser.set("#scrubber", "0");
        assertThat(browser.text("output[for=scrubber]")).startsWith("after 0 images");
        assertThat(browser.find("img.samples").getAttribute("src")).endsWith("samples/000000000.png");

        browser.driver().navigate().refresh();
        browser.awaitText(".badge", "paused");
        browser.set("#rate-generator", "-1");
        browser.await(d -> generatorRate() == 0.5);
        browser.click("#pause");
        browser.awaitText(".badge", "running");
        browser.click("#stop");
        browser.awaitText(".badge", "stopped");
        assertThat(JsonLines.read(folder.resolve("digits/steering.jsonl"))).hasSizeGreaterThanOrEqualTo(4);
    }

    private static double generatorRate() {
        try {
            return web.get("/api/runs/digits")
                    .json()
                    .at("/setting/generatorRate")
                    .asDouble();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_page_lives_through_a_restart_of_the_server_in_the_middle_of_a_run_and_takes_it_up_again() throws Exception {
        web.start("midway", Map.of());
        int port = web.port();
        go("run/midway");
        browser.awaitText(".badge", "running");
        studio.close();
        browser.await(d -> browser.find("#offline"));
        studio = Studio.open(new StudioSettings(folder, Optional.empty(), port, Optional.empty()));
        web = new Web(studio);
        browser.await(d -> !d.findElement(By.id("offline")).isDisplayed());
        browser.awaitText(".badge", "stopped");
        long before = web.get("/api/runs/midway").json().path("imagesSeen").asLong();
        browser.click("#resume");
        browser.awaitText(".badge", "running");
        web.await("midway", card -> card.path("imagesSeen").asLong() > before);
        assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_"));
    }

    @Test
    void a_run_is_slowed_down_and_rolled_back_and_its_plan_and_diagnosis_are_read() throws Exception {
        web.start("back", Map.of());
        go("run/back");
        browser.awaitText(".badge", "running");
        browser.set("#speed", "0.05");
        browser.set("#turns", "1:2");
        web.await(
                "back",
                card -> card.at("/setting/secondsPerStep").asDouble() == 0.05
                        && card.at("/setting/generatorTurns").asInt() == 2);
        pointAt("#checkpoint");
        browser.find("#meaning");
        browser.click("#checkpoint");
        browser.await(d -> !d.findElement(By.id("meaning")).isDisplayed());
        // the list is empty until the page has heard of a checkpoint
        browser.await(d -> !browser.find("#rollback-to").getAttribute("value").isEmpty());
        long kept = Long.parseLong(browser.find("#rollback-to").getAttribute("value"));
        web.await("back", card -> card.path("imagesSeen").asLong() > kept);
        pointAt("h1");
        pointAt("#checkpoint");
        browser.find("#meaning"); // it lies over the next button, and is not in the way
        browser.click("#rollback");
        browser.click("dialog button.danger");
        browser.awaitText(".toasts", "back at");
        browser.awaitText(".badge", "running");
        assertThat(Files.readString(folder.resolve("back/steering.jsonl"))).contains("rolled back to ");
        assertThat(browser.text(".diagnosis")).endsWith(".");
        browser.click("#plan summary");
        browser.awaitText("pre.plan", "normal:");
    }

    private static void pointAt(String css) {
        // what is pointed at is forgotten when the page scrolls
        browser.script("document.querySelector('" + css + "').scrollIntoView({ block: 'center' })");
        browser.await(d -> browser.script("return await new Promise(requestAnimationFrame)") != null);
        browser.await(d -> {
            new Actions(d).moveToElement(browser.find(css)).perform();
            return true;
        });
    }

    @Test
    void a_generator_that_is_told_classes_is_explored_class_by_class_and_between_them() throws Exception {
        finished(
                "told",
                Map.of("generator.network.labels", "every-layer", "discriminator.network.labels", "projection"));
        go("explore/told");
        browser.set("#class", "3");
        browser.await(d -> shown().contains("class=3"));
        browser.set("#other-class", "5");
        browser.set("#class-share", "0.25");
        browser.await(d -> shown().contains("class=3%3A0.75%2C5%3A0.25"));
        browser.set("#slider-t", "0.5");
        browser.await(d -> shown().contains("t=0.5"));
        assertThat(browser.find("a[download='sample.png']").getAttribute("href"))
                .contains("t=0.5");
    }

    @Test
    void a_run_is_renamed_and_deleted_after_a_question() throws Exception {
        finished("old-name", Map.of());
        go("");
        browser.choose("old-name", "Rename");
        browser.set("dialog input[name=to]", "new-name");
        browser.click("dialog button.primary");
        browser.find("[data-run=new-name]");
        browser.choose("new-name", "Delete");
        browser.click("dialog button.quiet");
        assertThat(folder.resolve("new-name")).exists();
        browser.await(d -> d.findElements(By.tagName("dialog")).isEmpty());
        browser.choose("new-name", "Delete");
        browser.click("dialog button.danger");
        browser.await(d -> d.findElements(By.cssSelector("[data-run=new-name]")).isEmpty());
        assertThat(folder.resolve("new-name")).doesNotExist();
    }

    @Test
    void a_game_on_a_line_shows_its_curves() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"gaussian-1d\", \"name\": \"line\", \"set\": {\"threads\": \"1\", \"stop\": \"{images: 100000000}\"}}");
        go("run/line");
        assertThat(browser.find("canvas.scene").getAttribute("role")).isEqualTo("img");
        browser.awaitText("figure .legend", "optimal discriminator");
        browser.await(d -> painted());
        browser.awaitText("main", "sample-mean");
    }

    private static Boolean painted() {
        return (Boolean)
                browser.script(
                        "const c = document.querySelector('canvas.scene');"
                                + "return c.width > 0 && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0)");
    }

    @Test
    void data_are_drawn_with_the_mouse_and_learned() throws Exception {
        go("draw");
        WebElement plane = browser.find("#drawing");
        new Actions(browser.driver())
                .moveToElement(plane, -120, 0)
                .clickAndHold()
                .moveByOffset(120, 90)
                .moveByOffset(120, -90)
                .release()
                .perform();
        browser.awaitText("output", "points");
        plane.sendKeys(Keys.ARROW_UP, Keys.SPACE);
        browser.click("#learn");
        browser.await(d -> d.getCurrentUrl().contains("#/run/"));
        browser.find("canvas.scene.square");
        browser.await(d -> painted());
        browser.await(
                d -> browser.find("canvas.scene").getAttribute("aria-label").startsWith("reals around"));
        for (WebElement box : browser.driver().findElements(By.cssSelector(".legend input"))) box.click();
    }

    @Test
    void a_generator_is_explored_by_sliders_walks_arithmetic_and_a_dropped_image() throws Exception {
        finished("trained", Map.of());
        go("explore/trained?base=7&z2=1.5");
        assertThat(shown()).contains("base=7", "z2=1.5");
        browser.find("#slider-d0");
        browser.set("#slider-d0", "2");
        browser.await(d -> shown().contains("d0=2"));
        browser.await(d -> d.getCurrentUrl().contains("d0=2"));
        browser.click(".tile[data-seed='3']");
        browser.await(d -> shown().contains("base=3"));

        browser.click("input[value=walk]");
        browser.click(".tile[data-seed='4']");
        browser.click(".tile[data-seed='5']");
        browser.await(d -> shown().contains("base=4%7E5%400.5"));
        assertThat(web.get("/api/explore/trained/walk.gif?stops=4,5&frames=4").bytes())
                .startsWith('G', 'I', 'F');
        browser.click("input[value=mix]");
        for (int seed : new int[] {1, 2, 3}) browser.click(".tile[data-seed='" + seed + "']");
        browser.await(d -> shown().contains("base=1-2%2B3"));

        browser.click("#nearest");
        browser.await(d -> d.findElements(By.cssSelector("img.near")).size() == 6);
        browser.find("#save-name").sendKeys("mine", Keys.ENTER);
        browser.awaitText(".chip", "mine");
        Path image = folder.resolve("image.png");
        ImageFile.writePng(image, new Picture(20, 30, 1, new byte[600]));
        browser.driver().findElement(By.id("drop-file")).sendKeys(image.toString());
        browser.await(d -> shown().contains("base=*image_1"));
        browser.find("img.target");
        assertThat(folder.resolve("trained/latents/mine.json")).exists();
    }

    /** The address of the sample that is shown just now. */
    private static String shown() {
        return browser.await(d -> browser.find("img.preview").getAttribute("data-shown"));
    }

    @Test
    void runs_are_compared_side_by_side_and_their_plans_where_they_differ() throws Exception {
        finished("kept", Map.of());
        finished("other", Map.of("batchSize", "16"));
        go("compare?run=kept&run=other");
        browser.awaitText("table.settings", "batchSize");
        assertThat(browser.text("table.settings")).doesNotContain("generator.input.size");
        browser.await(d -> d.findElements(By.cssSelector(".sides img")).size() == 2);
        browser.set("#compare-time", "0");
        browser.await(d -> browser.find(".sides img").getAttribute("src").endsWith("000000000.png"));
        browser.click(".picker summary");
        browser.click(".picker input:checked");
        browser.await(d -> d.findElements(By.cssSelector(".sides img")).size() == 1);
    }

    @Test
    void an_image_is_attacked_by_moving_epsilon_and_the_address_keeps_it() throws Exception {
        Path shades = Shades.in(folder.resolve("shades"));
        go("lab");
        browser.set("#lab-data", shades.toString());
        browser.set("#lab-structure", "softmax");
        browser.click("#lab-open");
        browser.find("#lab-image");
        browser.click(".tile[data-image='3']");
        browser.set("#epsilon", "0");
        browser.awaitText("#verdict", "Not fooled");
        browser.set("#epsilon", "0.4");
        browser.awaitText("#verdict", "Fooled: ");
        assertThat(browser.text("#amount")).isEqualTo("0.4 = 102 of 255 grey levels");
        assertThat(browser.driver().findElements(By.cssSelector(".bars tbody tr")))
                .hasSize(2);
        browser.set("#norm", "l2");
        browser.await(d -> attacked().contains("norm=l2"));
        browser.set("#method", "pgd");
        browser.set("#target", "dark");
        browser.await(d -> attacked().contains("method=pgd") && attacked().contains("target=dark"));
        browser.find("#epsilon").sendKeys(Keys.ARROW_RIGHT);
        browser.await(d -> attacked().contains("epsilon=2.04"));

        browser.await(d -> d.getCurrentUrl().contains("epsilon=2.04"));
        browser.driver().navigate().refresh();
        browser.await(d -> attacked().contains("image=3") && attacked().contains("target=dark"));
        assertThat(browser.find("#method").getAttribute("value")).isEqualTo("pgd");
        Path image = folder.resolve("lab.png");
        ImageFile.writePng(image, new Picture(20, 30, 1, new byte[600]));
        browser.driver().findElement(By.id("lab-file")).sendKeys(image.toString());
        browser.await(d -> attacked().contains("image=*"));

        browser.set("#lab-data", shades.resolve("dark").toString());
        browser.click("#lab-open");
        browser.awaitText("#lab-status", "has no labels");
    }

    /** What the attack that is shown just now was asked for. */
    private static String attacked() {
        return browser.await(d -> browser.find("#verdict").getAttribute("data-shown"));
    }

    @Test
    void a_report_needs_nothing_beside_itself() throws Exception {
        finished("kept", Map.of());
        browser.driver().get(studio.url() + "api/runs/kept/report.html");
        assertThat(browser.text("h1")).isEqualTo("kept");
        assertThat(browser.driver().findElements(By.tagName("svg"))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(
                        (Boolean)
                                browser.script(
                                        "return [...document.images].length > 2 && [...document.images].every(i => i.naturalWidth > 0)"))
                .isTrue();
        assertThat(browser.driver().getPageSource()).doesNotContain("http://", "https://", "src=\"/");
    }

    @Test
    void pages_fit_a_narrow_screen_and_every_control_has_a_name() throws Exception {
        finished("kept", Map.of());
        browser.width(390);
        try {
            for (String page : new String[] {
                "", "run/kept", "explore/kept", "compare?run=kept", "draw", "lab", "learn", "learn/4", "learn/words"
            }) {
                go(page);
                browser.find("h1");
                browser.await(
                        d -> d.findElements(By.cssSelector("main .page > *")).size() > 1);
                assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                        .as(page)
                        .isLessThanOrEqualTo(390);
                assertThat(
                                browser.script(
                                        "return [...document.querySelectorAll('button, a, input, select, textarea, canvas, img')]"
                                                + ".filter(e => !e.closest('[aria-hidden]') && !e.parentNode.closest('[role=img]') && !e.hasAttribute('alt') && !e.getAttribute('aria-label')"
                                                + " && !e.textContent.trim() && !(e.labels && e.labels.length)).map(e => e.outerHTML)"))
                        .as(page)
                        .isEqualTo(List.of());
            }
        } finally {
            browser.width(1280);
        }
    }
}
