package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The course and the glossary, as people use them. */
class LearnTest extends BrowserCase {
    @AfterEach
    void nobodyComplained() {
        site.studio().workshop().close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static double percentSeen() {
        browser.awaitText("#seen", "separates");
        return Double.parseDouble(browser.text("#seen").replaceAll("(?s).*separates\\s+([0-9.]+).*", "$1"));
    }

    private static boolean absent(String css) {
        return browser.driver().findElements(By.cssSelector(css)).isEmpty();
    }

    @Test
    void a_game_is_started_stepped_through_the_course_stopped_when_it_is_left_and_deleted() throws Exception {
        site.go("learn");
        browser.click("#begin");
        browser.awaitText("h1", "The game");
        browser.click("#start:not(:disabled)");
        browser.awaitText("#seen", "where guessing separates half");
        assertThat(site.card("learn-ring").path("about").asText()).isEqualTo("Learn: the ring");
        assertThat(site.card("learn-ring").path("state").asText()).isEqualTo("paused");
        browser.awaitText(".seen h2", "Seen");

        browser.click("#next");
        browser.awaitText("h1", "The discriminator learns");
        double before = percentSeen();
        browser.click("#discriminator-100");
        browser.await(d -> percentSeen() > 95 && percentSeen() > before);
        browser.awaitText(".seen h2", "Seen");

        browser.click("#next");
        browser.await(d -> browser.text("#figures").contains("step 100"));
        browser.click("#generator-5");
        browser.awaitText("#seen", "moved the way it pointed");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/learn/3");
        browser.driver().navigate().back();
        browser.awaitText("h1", "The discriminator learns");

        site.follow("");
        browser.find("[data-run=learn-ring]");
        site.web().awaitState("learn-ring", "stopped");
        site.follow("learn/3");
        browser.awaitText("#start", "Start again");
        site.follow("learn");
        browser.click("#clean-up");
        browser.awaitText(".toasts", "1 deleted");
        browser.await(d -> absent("#clean-up"));
        assertThat(folder.resolve("learn-ring")).doesNotExist();
    }

    @Test
    void a_game_is_chosen_by_the_address_and_what_was_measured_stays_beside_the_next() throws Exception {
        site.go("learn/7?game=non-saturating");
        browser.await(d -> browser.text(".games [aria-current]").equals("non-saturating loss"));
        browser.click("#start:not(:disabled)");
        browser.awaitText("#figures", "separation");
        browser.click("#generator-1");
        browser.await(d -> !browser.text("#measured tbody").contains("–"));
        site.follow("learn/7?game=minimax");
        browser.await(d -> browser.text(".games [aria-current]").equals("minimax loss"));
        browser.await(d -> absent("#figures"));
        assertThat(browser.text("#measured tbody")).contains("non-saturating loss");
        assertThat(browser.text("#start")).isEqualTo("Start the game");
    }

    @Test
    void another_training_is_named_and_can_be_stopped_and_a_run_of_like_name_stays() throws Exception {
        site.web().start("learn-ring", Map.of());
        site.go("learn/1");
        browser.awaitText("#blocked", "learn-ring is training");
        assertThat(absent("#start")).isTrue();
        browser.click("#stop-other");
        browser.click("#start:not(:disabled)");
        browser.awaitText("#figures", "separation");
        JsonNode mine = site.card("learn-ring");
        assertThat(mine.path("state").asText()).isEqualTo("stopped");
        assertThat(site.names()).contains("learn-ring-2");
        site.follow("learn");
        browser.click("#clean-up");
        browser.await(d -> absent("#clean-up"));
        assertThat(site.names()).contains("learn-ring").doesNotContain("learn-ring-2");
    }

    @Test
    void a_word_explains_itself_to_the_pointer_and_the_keyboard_and_leads_to_its_entry() throws Exception {
        site.go("learn/2");
        browser.find("#explained .term");
        browser.script("document.querySelector('#explained .term[data-word=weights]').focus()");
        browser.awaitText("#meaning", "The numbers of a network that training changes.");
        assertThat(browser.find("#explained .term[data-word=weights]").getAttribute("aria-describedby"))
                .isEqualTo("meaning");
        browser.find("#explained .term[data-word=weights]").sendKeys(Keys.ESCAPE);
        browser.await(d -> !d.findElement(By.id("meaning")).isDisplayed());
        browser.click("#explained .term[data-word=separation]");
        browser.awaitText("dt.chosen", "separation");
        browser.set("#find-word", "discriminatorLoss");
        browser.await(d -> d.findElements(By.cssSelector(".words dt")).size() == 1);
        assertThat(browser.text(".words dt")).isEqualTo("loss");
    }
}
