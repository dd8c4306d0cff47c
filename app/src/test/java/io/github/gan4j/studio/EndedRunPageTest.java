package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Pages of runs that ended early, or whose folder cannot be read. */
class EndedRunPageTest extends BrowserCase {
    @BeforeAll
    static void open() throws Exception {
        site.folder("ring", "base: ring", PageFaultsTest.EVENT, PageFaultsTest.END);
        site.folder("single", "base: strokes", PageFaultsTest.EVENT);
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).allMatch(line -> line.contains("status of 4"));
    }

    private static long count(String css) {
        return browser.driver().findElements(By.cssSelector(css)).size();
    }

    @Test
    void what_cannot_be_read_has_a_sentence_in_the_place_of_its_charts() throws Exception {
        site.folder("torn", "base: ring", "{\"step\"", "{");
        site.go("run/torn");
        browser.awaitText("#no-charts", "No charts: none of the 2 lines of events.jsonl can be read.");
        browser.awaitText("[role=alert]", "events.jsonl is damaged: what was recorded cannot be read");
        assertThat(count(".plot")).isZero();
        site.folder("broken", "base: [nothing");
        site.go("run/broken");
        browser.awaitText("#no-charts", "No charts: this run cannot be read.");
        browser.awaitText("[role=alert]", "plan.yaml");
        assertThat(count(".plot, .diagnosis, progress, #again")).isZero();
    }

    @Test
    void a_plan_that_is_opened_again_is_read_again() throws Exception {
        site.folder("longer", "base: ring", "{\"step\":9,\"imagesSeen\":640,\"seconds\":9.0,\"ending\":\"images\"}");
        site.go("run/longer");
        browser.click("#plan summary");
        browser.awaitText("#plan pre", "base: ring");
        browser.click("#plan summary");
        Files.writeString(folder.resolve("longer/plan.yaml"), "base: ring\nseed: 7\n");
        browser.click("#plan summary");
        browser.awaitText("#plan pre", "seed: 7");
    }

    @Test
    void a_run_that_broke_off_says_so() throws Exception {
        site.go("run/single");
        browser.awaitText("[role=alert]", "ended in the middle");
        site.folder("never", "base: ring");
        site.go("");
        browser.awaitText("[data-run=never]", "before it recorded anything");
    }

    @Test
    void a_run_that_is_over_is_not_told_to_wait_for_more_numbers() {
        site.go("run/ring");
        browser.awaitText(".diagnosis", "too few events for a diagnosis");
    }
}
