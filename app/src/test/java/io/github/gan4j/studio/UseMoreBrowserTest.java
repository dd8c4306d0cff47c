package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Images redrawn, samples evaluated and networks exported, in a real browser. */
class UseMoreBrowserTest extends BrowserCase {
    @BeforeAll
    static void open() throws Exception {
        UsedRuns.redrawer(site.web(), "pens");
        UsedRuns.points(site.web(), "ring");
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    @Test
    void a_drawing_is_redrawn_as_every_class_and_as_its_own() {
        site.go("use/pens");
        WebElement pad = browser.find("#pad");
        new Actions(browser.driver())
                .moveToElement(pad, 0, -80)
                .clickAndHold()
                .moveByOffset(0, 160)
                .release()
                .perform();
        browser.await(d -> all(".redrawn.classes img").size() == 10);
        assertThat(browser.find(".redrawn.classes")
                        .getCssValue("grid-template-columns")
                        .split(" "))
                .as("two rows of five")
                .hasSize(5);
        assertThat(browser.text(".redrawn")).isEqualTo("original");
        browser.set("#redraw-own", "1");
        browser.awaitText(".redrawn", "reconstruction, PSNR");
        browser.set("#redraw-as", "7");
        browser.await(d -> all(".redrawn.classes img").size() == 1);
        assertThat(browser.text(".redrawn.classes")).isEqualTo("7");
        browser.click("[data-image='2']");
        browser.await(d -> browser.text("#redraw-own option:first-child").endsWith("(from its data)"));
        browser.awaitText(".redrawn", "reconstruction, PSNR");
    }

    @Test
    void samples_are_evaluated_the_result_stays_and_a_training_is_asked_about_first() throws Exception {
        site.go("use/ring");
        browser.set("#evaluate-count", "500");
        browser.click("#evaluate");
        browser.awaitText("table.scores", "frechet-distance (FID)");
        browser.awaitText("#evaluated", "ring after 512 points, against");
        String scores = browser.text("table.scores");
        site.go("run/ring");
        browser.awaitText("h1", "ring");
        site.go("use/ring");
        browser.await(d -> browser.text("table.scores").equals(scores));

        site.web().start("beside", Map.of());
        site.web().await("beside", card -> card.path("step").asLong() > 1);
        browser.set("#evaluate-count", "2000");
        browser.click("#evaluate");
        browser.awaitText("dialog", "beside is training");
        browser.click("dialog button.primary");
        browser.await(d -> !browser.text("table.scores").equals(scores));
        site.studio().workshop().close();
        assertThat(browser.complaints()).allMatch(line -> line.contains("428"));
    }

    @Test
    void a_network_is_exported_with_its_proof() {
        site.go("use/pens");
        assertThat(browser.find("#export-part").getAttribute("value")).isEqualTo("redrawer");
        browser.await(d -> all("#format-html").isEmpty());
        browser.click("#format-torchscript");
        browser.click("#export-go");
        browser.awaitText("#export table", "redrawer.onnx");
        assertThat(browser.text("#export table")).contains("redrawer.pt", "ONNX Runtime", "0.001");
        assertThat(browser.find("#export-zip").getAttribute("href")).endsWith("download=pens-redrawer.zip");
        browser.set("#export-part", "discriminator");
        browser.await(d ->
                all("#format-onnx").size() == 1 && browser.find("#export-go").isEnabled());
        assertThat(browser.find("#export-zip").getAttribute("href")).endsWith("download=pens-redrawer.zip");
        browser.click("#format-torchscript");
        browser.click("#format-onnx");
        browser.await(d -> !browser.find("#export-go").isEnabled());
    }

    @Test
    void an_export_that_goes_on_is_found_again_and_can_be_stopped_and_nothing_is_left() throws Exception {
        List<Path> before = exports();
        CountDownLatch begun = new CountDownLatch(1), free = new CountDownLatch(1);
        // what another training does: the export waits for its turn
        Thread busy = new Thread(new FutureTask<>(() -> site.studio().workshop().quietly(() -> {
            begun.countDown();
            return free.await(60, TimeUnit.SECONDS);
        })));
        busy.start();
        begun.await();
        try {
            site.go("use/ring");
            browser.click("#export-go");
            browser.find("#export progress");
            site.go("run/ring");
            browser.awaitText("h1", "ring");
            site.go("use/ring");
            browser.find("#export progress");
            assertThat(browser.find("#export-go").isEnabled()).isFalse();
            browser.click("#export .row.nowrap button");
        } finally {
            free.countDown();
            busy.join();
        }
        browser.awaitText("#export .problem", "stopped");
        assertThat(exports()).isEqualTo(before);
        browser.click("#export-go");
        browser.awaitText("#export table", "generator.onnx");
    }

    private static List<Path> exports() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("gan4j-export"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void an_export_that_failed_says_why_also_when_the_page_is_opened_again() throws Exception {
        UsedRuns.points(site.web(), "line");
        site.web().post("/api/use/line/export?formats=html", "");
        site.go("use/line");
        browser.awaitText("#export .problem", "an HTML page needs a single generator that makes images from latents");
    }
}
