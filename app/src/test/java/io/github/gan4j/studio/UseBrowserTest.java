package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What trained runs are used for, in a real browser. */
class UseBrowserTest extends BrowserCase {
    @TempDir
    static Path files;

    @BeforeAll
    static void open() throws Exception {
        Path photos = UsedRuns.photos(files.resolve("photos"));
        UsedRuns.restorer(site.web(), "clean", photos, "3");
        UsedRuns.sharper(site.web(), "sharp", site.folder.resolve("clean"), photos);
        UsedRuns.enlarger(site.web(), "large", photos);
        UsedRuns.classifier(site.web(), "shades", Shades.in(files.resolve("shades")));
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static String source(String css) {
        return browser.find(css).getAttribute("src");
    }

    private static double psnr() {
        return Double.parseDouble(browser.text("table.numbers tbody tr td"));
    }

    @Test
    void how_sharp_a_result_is_is_a_slider_between_two_runs_and_stands_in_the_address() throws Exception {
        site.go("use/clean?image=0");
        browser.await(d -> browser.script("return document.querySelector('.divider .after')?.naturalWidth > 0"));
        String faithful = source(".divider .after");
        browser.set("#towards", "sharp");
        browser.await(d -> d.getCurrentUrl().contains("towards=sharp"));
        browser.await(d -> !source(".divider .after").equals(faithful));
        String half = source(".divider .after");
        browser.set("#share", "1");
        browser.await(d -> !source(".divider .after").equals(half));
        browser.await(d -> d.getCurrentUrl().contains("share=1"));
    }

    @Test
    void a_held_out_image_is_restored_its_noise_set_and_the_divider_moved_by_keys_and_mouse() throws Exception {
        site.go("");
        browser.click("[aria-label='Use clean']");
        browser.awaitText("h1", "Use clean");
        browser.await(d -> browser.script("return document.querySelector('.divider .after')?.naturalWidth > 0"));
        String first = source(".divider .after");
        double usual = psnr();
        browser.set("#sigma", "5");
        browser.await(d -> psnr() > usual + 5);
        browser.await(d -> !source(".divider .after").equals(first));
        browser.await(d -> d.getCurrentUrl().contains("sigma=5"));

        WebElement slider = browser.find("#divider");
        slider.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(place()).isGreaterThan(50);
        new Actions(browser.driver())
                .moveToElement(browser.find(".halves"), -60, 0)
                .clickAndHold()
                .moveByOffset(-40, 0)
                .release()
                .perform();
        assertThat(place()).isLessThan(40);

        browser.set("#before", "original");
        browser.await(d -> source(".divider .before").endsWith("original.png"));
        browser.driver().navigate().refresh();
        browser.await(d -> browser.text("output.value").equals("5"));
        browser.await(d -> psnr() > usual + 5);
    }

    /** What the classifier sees once no more answers come. */
    private static String settled() throws InterruptedException {
        String last = "";
        while (!last.equals(source(".as-seen img"))) {
            last = source(".as-seen img");
            Thread.sleep(700);
        }
        return last;
    }

    private static double place() {
        return Double.parseDouble(browser.find("#divider").getAttribute("value"));
    }

    @Test
    void an_image_of_ones_own_is_enlarged_and_compared_only_when_it_is_an_original() throws Exception {
        Path image = files.resolve("own.png");
        ImageFile.writePng(image, UsedRuns.noise(23, 18, 3, 1));
        site.go("use/large");
        browser.awaitText("#made", "enlarged to");
        browser.driver().findElement(By.id("use-file")).sendKeys(image.toString());
        browser.awaitText("#made", "own.png: 23 × 18 enlarged to 92 × 72 pixels.");
        assertThat(browser.driver().findElements(By.cssSelector("table.numbers")))
                .isEmpty();
        assertThat(browser.find("#download").getAttribute("href")).endsWith("download=large-enlarged.png");
        browser.click("#damage");
        browser.awaitText("#made", "own.png: shrunk as in training, 5 × 4 enlarged to 20 × 16 pixels.");
        browser.awaitText(".remarks", "cut from 23x18 to 20x16 pixels");
        assertThat(browser.text("table.numbers")).contains("bicubic");
    }

    @Test
    void what_is_no_image_and_a_job_of_somebody_else_are_one_line() throws Exception {
        Path text = files.resolve("text.png");
        Files.writeString(text, "nothing");
        site.go("use/large");
        browser.awaitText("#made", "enlarged to");
        browser.driver().findElement(By.id("use-file")).sendKeys(text.toString());
        browser.awaitText("#restored .problem", "the dropped file: is text, not an image");
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
        site.web().post("/api/use/large/restore", ImageFile.png(UsedRuns.noise(1600, 1200, 3, 1)));
        Path other = files.resolve("other.png");
        ImageFile.writePng(other, UsedRuns.noise(12, 12, 3, 2));
        browser.driver().findElement(By.id("use-file")).sendKeys(other.toString());
        browser.awaitText("#restored .problem", "the studio is restoring an image of large");
        browser.click("#restored .problem + .row button");
        browser.awaitText("#made", "other.png: 12 × 12 enlarged to 48 × 48 pixels.");
        assertThat(browser.complaints()).allMatch(line -> line.contains("409"));
    }

    @Test
    void a_digit_is_drawn_with_the_mouse_and_with_keys_and_its_classes_follow() throws Exception {
        site.go("use/shades");
        browser.awaitText("#classified", "10 labelled images taught it the classes");
        browser.awaitText("#held-credit", "images, seen in training.");
        WebElement pad = browser.find("#pad");
        new Actions(browser.driver())
                .moveToElement(pad, -60, -60)
                .clickAndHold()
                .moveByOffset(80, 20)
                .moveByOffset(0, 60)
                .release()
                .perform();
        browser.awaitText("#classified .how", "a drawing shrunk from 280x280 to 16x16 pixels");
        browser.find("table.bars");
        String before = settled();
        assertThat(pad.getAttribute("aria-label")).contains("1 stroke, pen up");

        pad.sendKeys(" ", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, " ");
        browser.await(d -> !source(".as-seen img").equals(before));
        assertThat(pad.getAttribute("aria-label")).contains("2 strokes, pen up");
        browser.click("#undo");
        browser.await(d -> source(".as-seen img").equals(before));
        browser.click("#middle");
        browser.await(d -> !source(".as-seen img").equals(before));
        browser.click("#clear");
        browser.awaitText("#classified", "Draw one, drop an image, or choose one.");

        browser.click("[data-image='3']");
        browser.awaitText(
                "#classified .diagnosis",
                browser.find("[data-image='3']").getAttribute("title").replaceAll(".*, ", ""));
        browser.await(d -> d.getCurrentUrl().contains("image=3"));
    }

    @Test
    void a_run_without_latents_leads_from_explore_to_its_use() {
        site.go("explore/clean");
        browser.awaitText(".problem", "starts from images, not from latents");
        browser.click("main p:last-child a");
        browser.awaitText("h1", "Use clean");
        assertThat(browser.complaints()).allMatch(line -> line.contains("409"));
    }

    @Test
    void nothing_is_wider_than_a_phone() throws Exception {
        browser.width(390);
        try {
            for (String run : new String[] {"clean", "shades"}) {
                site.go("use/" + run);
                browser.find("[data-image='0']");
                assertThat((Boolean) browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(run)
                        .isTrue();
            }
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }
}
