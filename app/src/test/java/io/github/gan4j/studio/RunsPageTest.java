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
    void where_no_run_matches_one_button_clears_all_that_was_asked_for_and_keeps_the_order() {
        site.go("?q=nobody&state=finished&sort=name");
        browser.awaitText(".empty h2", "No run matches");
        assertThat(browser.driver().findElements(By.cssSelector("table.runs"))).isEmpty();
        assertThat(browser.text(".tools [role=status]")).isEqualTo("0 of 130 runs");
        browser.click("#clear-filters");
        browser.await(d -> names().size() == 100 && names().get(0).equals("run000"));
        browser.awaitText(".tools [role=status]", "130 runs");
        assertThat(browser.driver().getCurrentUrl()).endsWith("?sort=name");
    }

    @Test
    void a_preview_is_gone_once_the_form_says_something_else() {
        site.go("");
        browser.click("#new-run");
        browser.await(d -> browser.find("#preset").getAttribute("value").equals("strokes"));
        browser.click("#preview");
        browser.find("#previewed");
        browser.set("#set-batchSize", "77");
        browser.await(d -> d.findElements(By.cssSelector("#previewed")).isEmpty());
        browser.click("dialog .row.end .quiet");
    }

    private static Object imported(String module, String names, String value) {
        return browser.driver()
                .executeAsyncScript("const done = arguments[arguments.length - 1]; import('/assets/" + module
                        + "').then(({ " + names + " }) => done(" + value + "), (problem) => done(String(problem)));");
    }

    @Test
    void times_have_their_two_largest_units_and_whole_values_no_decimals() {
        site.go("");
        assertThat(imported("format.js", "duration", "[0, 120, 423, 3605, 446400, 31e6].map(duration).join()"))
                .isEqualTo(
                        "0\u00a0s,2\u00a0min,7\u00a0min\u00a03\u00a0s,1\u00a0h,5\u00a0d\u00a04\u00a0h,358\u00a0d\u00a019\u00a0h");
        assertThat(imported(
                        "format.js", "number", "[8, 0, -3, 0.5, 12.34, 0.00123, 0.00012, 1.23e-7].map(number).join()"))
                .isEqualTo("8,0,\u22123,0.500,12.3,0.0012,0.00012,1.2e-7");
        assertThat(imported("format.js", "several", "[several(1, 'run'), several(12345, 'class')].join()"))
                .isEqualTo("1 run,12\u202f345 classes");
        assertThat(imported(
                        "axis.js",
                        "tickLabels",
                        "[[0, 2e-4, 4e-4], [-1, 3e-4, 3.2e-4], [0.1, 3e-5, 3.2e-5]].map(tickLabels).join('; ')"))
                .isEqualTo("0,0.0002,0.0004; -1,0.0003,0.00032; 0.1,3e-5,3.2e-5");
    }

    @Test
    void two_pictures_of_half_a_box_fit_beside_each_other() {
        site.go("");
        String width = "(() => { const box = document.createElement('div'); box.style.width = '401.7px';"
                + "document.body.append(box); const room = roomIn(box); box.remove(); return room; })()";
        assertThat(imported("enlarge.js", "roomIn", width)).isEqualTo(401L);
    }

    @Test
    void an_axis_leaves_out_far_values_but_never_where_a_curve_has_come_to() {
        site.go("");
        String curves = "[[900, ...Array(200).fill(1).map((_, i) => 1 + i / 200)], [1.5, -40]]";
        assertThat(imported(
                        "curves.js",
                        "extent",
                        "(({ range: [low, high] }) => low < -40 && high < 900)(extent(" + curves + "))"))
                .isEqualTo(true);
    }

    @Test
    void diagrams_on_white_are_turned_dark_with_the_theme_and_samples_are_left_alone() {
        site.go("");
        String filters = "document.documentElement.dataset.theme = '%s'; return ['diagram', 'pixels'].map((kind) => {"
                + "const image = document.createElement('img'); image.className = kind; document.body.append(image);"
                + "const { filter } = getComputedStyle(image); image.remove(); return filter; }).join()";
        assertThat(browser.script(String.format(filters, "dark"))).isEqualTo("invert(0.89) hue-rotate(180deg),none");
        assertThat(browser.script(String.format(filters, "light"))).isEqualTo("none,none");
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
