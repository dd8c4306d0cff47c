package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Attacks on many images, measured in a real browser. */
class StudyPageTest extends BrowserCase {
    private static String open;

    @BeforeAll
    static void images() throws Exception {
        Path shades = Shades.in(folder.resolve("data/shades"));
        Shades.learned(shades);
        open = "lab?structure=softmax&data=" + URLEncoder.encode(shades.toString(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void nobodyComplained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    @Test
    void curves_transfer_and_a_hardened_classifier_are_measured_and_the_address_shows_them_again() {
        site.go(open);
        browser.click("#study [name=pgd]");
        browser.click("#study [name=perceptron]");
        browser.click("#hardened");
        browser.set("#study-count", "200");
        browser.click("#measure");
        browser.await(d -> all(".transfer").size() == 2);
        assertThat(all("#errors tbody tr")).hasSize(4);
        assertThat(browser.text("#errors")).contains("softmax, trained 0.25", "FGSM", "PGD");
        assertThat(all(".transfer tbody tr")).hasSize(2 * 3);
        assertThat(browser.text("#studied")).contains("10 images", "ε 0.25, any wrong class");
        assertThat(browser.find("#study .chart").getAttribute("aria-label"))
                .startsWith("Error in % against ε: softmax, FGSM ")
                .doesNotContain("–");
        browser.await(d -> d.getCurrentUrl().contains("attacks=fgsm%2Cpgd&others=perceptron&hardened=1&count=200"));
        String errors = browser.text("#errors");
        browser.driver().navigate().refresh();
        browser.await(d -> browser.text("#errors").equals(errors));
        assertThat(browser.find("#study [name=pgd]").isSelected()).isTrue();
        assertThat(browser.find("#hardened").isSelected()).isTrue();
    }

    @Test
    void the_attack_of_the_one_image_is_the_usual_one_of_many() {
        site.go(open + "&method=iterated");
        browser.await(d -> browser.find("#study [name=iterated]").isSelected());
        assertThat(browser.find("#study-count").getAttribute("value")).isEqualTo("1000");
        browser.set("#method", "fgsm");
        browser.await(d -> browser.find("#study [name=fgsm]").isSelected()
                && !browser.find("#study [name=iterated]").isSelected());
    }

    @Test
    void a_study_is_stopped_and_another_can_begin() {
        site.go(open + "&others=residual,convolutional,perceptron&attacks=pgd&epsilon=0.2");
        browser.click("#measure");
        browser.click("#study .row.nowrap button");
        browser.awaitText("#study .problem", "stopped");
        browser.click("#study [name=residual]");
        browser.click("#study [name=convolutional]");
        browser.click("#measure");
        browser.find(".transfer");
    }

    @Test
    void the_keyboard_alone_measures_and_reads_the_chart() {
        site.go(open);
        browser.find("#measure");
        WebElement harden = reached("hardened");
        harden.sendKeys(Keys.SPACE);
        assertThat(harden.isSelected()).isTrue();
        reached("measure").sendKeys(Keys.ENTER);
        browser.await(
                d -> browser.find("#study .chart").getAttribute("aria-label").matches("[^–]*"));
        browser.find("#errors");
        WebElement chart = browser.find("#study .chart");
        browser.await(d -> {
            Object active = browser.script("return document.activeElement.className");
            if ("chart".equals(active)) return true;
            tab();
            return false;
        });
        chart.sendKeys(Keys.ARROW_LEFT);
        browser.awaitText("#study .legend", "ε 0.313");
    }

    private static void tab() {
        new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    }

    /** Where the Tab key leads to in the end. */
    private static WebElement reached(String id) {
        for (int i = 0; i < 150; i++) {
            WebElement active = browser.driver().switchTo().activeElement();
            if (id.equals(active.getAttribute("id"))) return active;
            tab();
        }
        throw new AssertionError("the Tab key does not lead to " + id);
    }
}
