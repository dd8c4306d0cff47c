package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A class-conditional generator and its checkpoints, explored in a real browser. */
class ExplorePageTest extends BrowserCase {
    @BeforeAll
    static void train() throws Exception {
        site.finished(
                "digits",
                Map.of(
                        "record.checkpoints", "{images: 32}",
                        "record.keep", "9",
                        "generator.network.labels", "every-layer",
                        "discriminator.network.labels", "projection"));
    }

    @AfterEach
    void nobodyComplained() {
        site.studio().workshop().close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static String shown() {
        return browser.await(d -> browser.find("img.preview").getAttribute("data-shown"));
    }

    /** What the preview shows just now: its pixels, as text. */
    private static String pixels() {
        return (String) browser.script("const i = document.querySelector('img.preview');"
                + "if (!i.complete || !i.naturalWidth) return null;"
                + "const c = document.createElement('canvas'); [c.width, c.height] = [i.naturalWidth, i.naturalHeight];"
                + "c.getContext('2d').drawImage(i, 0, 0); return c.toDataURL();");
    }

    @Test
    void one_latent_is_played_through_the_training_and_another_begins_again() {
        site.go("explore/digits?base=7");
        browser.await(d -> shown().contains("base=7") && pixels() != null);
        browser.awaitText(".film", "after 128 images (checkpoint 5 of 5)");
        String now = pixels();
        browser.set("#past", "0");
        browser.awaitText(".film", "after 0 images (checkpoint 1 of 5)");
        browser.await(d -> !now.equals(pixels()));
        String first = pixels();
        browser.click(".film button");
        browser.awaitText(".film", "after 128 images (checkpoint 5 of 5)");
        browser.await(d -> now.equals(pixels()));
        browser.set("#past", "0");
        browser.await(d -> first.equals(pixels()));
        browser.set("#slider-t", "0.5");
        browser.awaitText(".film", "checkpoint 5 of 5");
        browser.await(d -> shown().contains("t=0.5") && !first.equals(pixels()));
        browser.set("#past", "0");
        browser.await(d -> !first.equals(pixels()) && browser.text(".film").contains("checkpoint 1 of 5"));
    }

    @Test
    void a_direction_gets_a_name_and_a_slider_which_the_address_keeps() {
        site.go("explore/digits?base=7");
        browser.click("#naming summary");
        browser.await(
                d -> d.findElements(By.cssSelector("#direction-index option")).size() > 4);
        browser.set("#direction-index", "2");
        browser.set("#direction-name", "slant");
        browser.click("#naming button");
        browser.set("[id='slider-vslant']", "1.5");
        browser.await(d -> shown().contains("v.slant=1.5"));
        browser.await(d -> d.getCurrentUrl().contains("v.slant=1.5"));
        browser.driver().navigate().refresh();
        browser.await(d -> shown().contains("v.slant=1.5"));
        assertThat(browser.find("[id='slider-vslant']").getAttribute("value")).isEqualTo("1.5");
        browser.click(".named button");
        browser.await(d -> !shown().contains("v.slant"));
        assertThat(browser.driver().findElements(By.cssSelector(".named"))).isEmpty();
    }

    @Test
    void a_walk_is_recorded_as_webm() {
        site.go("explore/digits?base=7");
        assertThat(displayed("#webm")).isFalse();
        browser.click("[name=mode][value=walk]");
        browser.click(".tile[data-seed='3']");
        browser.click(".tile[data-seed='5']");
        browser.find("a[download='walk.gif']");
        browser.script(
                "window.films = []; const make = URL.createObjectURL;"
                        + "URL.createObjectURL = (of) => { if (of.type === 'video/webm') window.films.push(of); return make(of); };");
        browser.click("#webm");
        Object head = browser.await(d -> browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        const [film] = window.films;
                        if (!film) done(null);
                        else film.arrayBuffer().then((all) => done([...new Uint8Array(all, 0, 4), all.byteLength > 3000]));
                        """));
        // what every WebM file begins with
        assertThat(head).isEqualTo(List.of(0x1aL, 0x45L, 0xdfL, 0xa3L, true));
        browser.awaitText("#webm", "WebM of the walk");
        assertThat(browser.find("#webm").isEnabled()).isTrue();
    }

    @Test
    void there_is_no_choice_of_webm_where_the_browser_cannot_record() {
        String script = (String) browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "delete window.MediaRecorder;"))
                .get("identifier");
        try {
            site.go("explore/digits?base=7");
            browser.click("[name=mode][value=walk]");
            browser.click(".tile[data-seed='3']");
            browser.click(".tile[data-seed='5']");
            browser.find("a[download='walk.gif']");
            assertThat(browser.driver().findElements(By.cssSelector("#webm"))).isEmpty();
        } finally {
            browser.driver()
                    .executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        }
    }

    private static boolean displayed(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    @Test
    void a_direction_is_found_by_what_it_changes() {
        site.go("explore/digits?base=7");
        browser.click("#naming summary");
        browser.await(
                d -> d.findElements(By.cssSelector("#direction-index option")).size() > 4);
        browser.set("#direction-index", "thickness");
        browser.click("#naming button");
        browser.awaitText(".toast", "correlation with thickness");
        browser.set("[id='slider-vthickness']", "2");
        browser.await(d -> shown().contains("v.thickness=2"));
        browser.click(".named button");
        browser.await(d -> !shown().contains("v.thickness"));
    }

    @Test
    void sliders_move_the_whole_wall_where_asked_to_and_the_address_keeps_it() {
        site.go("explore/digits?base=7");
        browser.find(".tile[data-seed='20']");
        String before = wall();
        browser.set("#slider-d0", "3");
        browser.await(d -> shown().contains("d0=3"));
        assertThat(wall()).isEqualTo(before);
        browser.click("#for-all");
        browser.await(d -> !wall().equals(before));
        assertThat(browser.find("#zip").getAttribute("href")).contains("d0=3");
        browser.await(d -> d.getCurrentUrl().contains("all=1"));
        String moved = wall();
        browser.set("#slider-d0", "-3");
        browser.await(d -> !wall().equals(moved));
        browser.driver().navigate().refresh();
        browser.await(d -> browser.find("#zip").getAttribute("href").contains("d0=-3"));
        assertThat(browser.find("#for-all").isSelected()).isTrue();
    }

    private static String wall() {
        return browser.find(".tile[data-seed='0']").getCssValue("background-image");
    }

    @Test
    void what_was_saved_is_an_end_of_a_walk() {
        site.go("explore/digits?base=7");
        browser.set("#save-name", "mine");
        browser.click("section[aria-label='saved latents and images'] [type=submit]");
        browser.find(".chip");
        browser.click("[name=mode][value=walk]");
        browser.click(".chip button");
        browser.await(d -> shown().contains("base=*mine"));
        browser.click(".tile[data-seed='3']");
        browser.await(d -> shown().contains("base=*mine%7E3%400.5"));
        assertThat(browser.find("a[download='walk.gif']").getAttribute("href")).contains("stops=*mine%2C3");
        browser.click(".tile[data-seed='5']");
        browser.await(d -> shown().contains("base=*mine%7E3") || shown().contains("base=3%7E5%400"));
        assertThat(browser.find("a[download='walk.gif']").getAttribute("href")).contains("stops=*mine%2C3%2C5");
        browser.set("#walk-place", "0.75");
        browser.await(d -> shown().contains("base=3%7E5%400.5"));
        browser.click("#walk-over");
        browser.await(
                d -> d.findElements(By.cssSelector("#walk-place")).stream().noneMatch(WebElement::isDisplayed));
    }

    @Test
    void all_classes_are_in_a_row_and_a_click_chooses_one() {
        site.go("explore/digits?base=7");
        browser.await(d -> d.findElements(By.cssSelector("#classes button")).size() == 10);
        browser.await(d -> browser.find("#classes button .tile")
                .getCssValue("background-image")
                .startsWith("url"));
        assertThat(browser.find("#classes [aria-pressed=true]").getAttribute("data-class"))
                .isEqualTo("0");
        browser.click("#classes [data-class='4']");
        browser.await(d -> shown().contains("class=4"));
        assertThat(browser.find("#class").getAttribute("value")).isEqualTo("4");
        assertThat(browser.find("#classes [aria-pressed=true]").getText()).isEqualTo("4");
        browser.click("[name=mode][value=walk]");
        browser.click(".tile[data-seed='3']");
        browser.find(".slot img[src*='class=4']");
        browser.click("#classes [data-class='6']");
        browser.find(".slot img[src*='class=6']");
        assertThat(browser.find("#zip").getAttribute("href")).contains("class=6");
    }

    @Test
    void a_generator_in_a_file_is_found_in_the_list_and_explored() throws Exception {
        Export.everything().in(ExportFormat.ONNX).of(folder.resolve("digits"), folder.resolve("digits/files"));
        Files.copy(folder.resolve("digits/files/generator.onnx"), folder.resolve("far.onnx"));
        site.go("");
        browser.await(d -> browser.text("#generators").contains("far.onnx"));
        assertThat(browser.find("#generators [aria-label='Use far.onnx']").getAttribute("href"))
                .endsWith("#/use/far.onnx");
        browser.click("#generators a");
        browser.await(d -> shown().contains("base=0") && pixels() != null);
        String before = pixels();
        browser.set("#slider-t", "0.5");
        browser.await(d -> shown().contains("t=0.5") && !before.equals(pixels()));
        assertThat(browser.text(".explore")).doesNotContain("Saved").doesNotContain("Add a direction");
        assertThat(browser.text(".head")).contains("latent size").doesNotContain("checkpoint");
        browser.click(".head a.button");
        browser.awaitText("h1", "Use far.onnx");
        browser.click("#evaluate");
        browser.awaitText("#evaluation .problem", "name the real images");
        assertThat(browser.text("body")).doesNotContain("Export");
    }

    @Test
    void an_explored_checkpoint_stays_the_one_of_the_address() throws Exception {
        site.web().start("going", Map.of("record.checkpoints", "{images: 1000000}"));
        site.web().await("going", card -> card.path("imagesSeen").asLong() > 50);
        site.go("explore/going");
        browser.awaitText("[role=status]", "not learned anything yet");
        browser.await(d -> d.getCurrentUrl().contains("at=0"));
        site.web().post("/api/runs/going/checkpoint", "");
        browser.askNow();
        browser.await(d -> d.findElement(By.cssSelector(".head")).getText().contains("There is a newer checkpoint"));
        browser.set("#slider-t", "0.5");
        browser.await(d -> shown().contains("t=0.5"));
        assertThat(asked()).isNotEmpty().allMatch(path -> path.contains("at=0"));
        String newest = (String) browser.script("return document.querySelector('#at option').value");
        browser.set("#at", newest);
        browser.await(d -> d.getCurrentUrl().contains("at=" + newest));
        browser.await(
                d -> asked().stream().anyMatch(path -> path.contains("sheet.png") && path.contains("at=" + newest)));
    }

    /** Pictures that the page has asked for. */
    @SuppressWarnings("unchecked")
    private static List<String> asked() {
        return (List<String>) browser.script("return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => /(sheet|sample)\\.png/.test(name))");
    }

    @Test
    void nearest_images_belong_to_the_sample_that_is_shown() {
        site.go("explore/digits");
        browser.click("#nearest");
        browser.await(d -> browser.texts("img.near").size() == 6);
        browser.set("#slider-t", "0.5");
        browser.await(d -> shown().contains("t=0.5"));
        assertThat(browser.texts("img.near")).isEmpty();
    }
}
