package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The list of all runs, in a real browser. Nothing is trained: the folders are written by hand. */
class RunsPageTest extends BrowserCase {
    private static final int MANY = 130;

    @BeforeAll
    static void makeRuns() throws Exception {
        for (int i = 0; i < MANY; i++)
            site.folder(
                    String.format(Locale.ROOT, "run%03d", i),
                    "base: ring",
                    "{\"step\":9,\"imagesSeen\":640,\"seconds\":9.0,"
                            + (i % 50 == 0 ? "\"frechet-distance\":" + (200 - i) + "," : "")
                            + "\"ending\":\"images\"}");
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> names() {
        return browser.texts("tbody .run-name");
    }

    @Test
    void of_many_runs_as_many_are_drawn_as_one_looks_for_and_all_are_searched_and_chosen() {
        site.go("?sort=name");
        browser.await(d -> names().size() == 100);
        assertThat(browser.text("#more-runs")).isEqualTo("30 more");
        browser.script("window.scrollTo(0, document.body.scrollHeight)");
        browser.await(d -> names().size() == MANY);
        site.go("?sort=name&q=run129");
        browser.await(d -> names().equals(List.of("run129")));
        site.go("?sort=name");
        browser.click("[aria-label='select all']");
        browser.awaitText("#compare", "Compare " + MANY);
    }

    @Test
    void a_score_of_choice_is_a_column_that_sorts_and_stays_in_the_address() {
        site.go("");
        browser.set("#column", "frechet-distance");
        browser.await(d -> d.getCurrentUrl().contains("column=frechet-distance"));
        browser.awaitText("table.runs thead", "frechet-distance (FID)");
        browser.click("th:nth-of-type(8) .sorter");
        browser.await(d -> names().size() > 3 && names().subList(0, 3).equals(List.of("run100", "run050", "run000")));
        assertThat(browser.text("[data-run=run100]")).contains("100\nin training");
        browser.driver().navigate().refresh();
        browser.await(d -> names().size() > 3 && names().get(0).equals("run100"));
        browser.click("th:nth-of-type(8) .sorter");
        browser.await(d -> names().subList(0, 3).equals(List.of("run000", "run050", "run100")));
    }

    @Test
    void the_menu_of_a_run_goes_by_keyboard_and_gives_the_focus_back() {
        site.go("?q=run007");
        browser.find("[aria-label='More for run007']").sendKeys(Keys.ENTER);
        assertThat(focused()).isEqualTo("Note run007");
        focus().sendKeys(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("Rename run007");
        focus().sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(focused()).isEqualTo("Delete run007");
        focus().sendKeys(Keys.ESCAPE);
        browser.await(d -> focused().equals("More for run007"));
        assertThat(browser.driver().findElement(By.id("run-menu")).isDisplayed())
                .isFalse();
    }

    private static WebElement focus() {
        return browser.driver().switchTo().activeElement();
    }

    private static String focused() {
        return focus().getAttribute("aria-label");
    }
}
