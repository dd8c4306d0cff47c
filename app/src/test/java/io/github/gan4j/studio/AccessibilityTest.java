package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Every page in both themes, looked over by axe-core. */
class AccessibilityTest {
    private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");
    private static final String LOOK =
            "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations']}).then(found => done("
                    + "found.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                    + ".flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')))))";

    @TempDir
    Path folder;

    @Test
    void axe_finds_nothing_serious_on_any_page_in_either_theme() throws Exception {
        assumeTrue(Files.exists(AXE), "skipped: axe-core is not installed (web/check installs it where there is npm)");
        String axe = Files.readString(AXE);
        try (Site site = Site.open(folder)) {
            Browser browser = site.browser;
            site.finished("digits", Map.of());
            site.folder("ring", "base: ring", "{\"step\":1,\"imagesSeen\":64,\"seconds\":1.0,\"generatorLoss\":0.5}");
            for (String scheme : new String[] {"light", "dark"}) {
                site.colours(scheme);
                for (String page : new String[] {
                    "",
                    "?view=cards",
                    "run/digits",
                    "run/ring",
                    "explore/digits",
                    "compare?run=digits&run=ring",
                    "draw",
                    "lab",
                    "nowhere"
                }) {
                    site.go(page);
                    browser.find("h1");
                    browser.await(
                            d -> d.findElements(By.cssSelector(".loading")).isEmpty());
                    Thread.sleep(300);
                    browser.script(axe);
                    assertThat((List<?>) browser.driver().executeAsyncScript(LOOK))
                            .as(scheme + " " + page)
                            .isEmpty();
                }
            }
            site.go("");
            browser.click("#new-run");
            browser.find("#preset");
            browser.script(axe);
            assertThat((List<?>) browser.driver().executeAsyncScript(LOOK))
                    .as("the form")
                    .isEmpty();
        }
    }
}
