package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations'], ...arguments[0]})"
                    + ".then(found => done("
                    + "found.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                    + ".flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')))))";

    private static final Map<String, Object> ALL = Map.of();
    /** What another theme can change; it changes in place. */
    private static final Map<String, Object> COLOURS =
            Map.of("runOnly", Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block")));

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
            UsedRuns.restorer(site.web(), "clean", UsedRuns.photos(folder.resolve("data/photos")), "3");
            UsedRuns.classifier(site.web(), "shades", Shades.in(folder.resolve("data/shades")));
            UsedRuns.redrawer(site.web(), "pens");
            Shades.learned(folder.resolve("data/shades"));
            String lab =
                    "data=" + URLEncoder.encode(folder.resolve("data/shades").toString(), StandardCharsets.UTF_8)
                            + "&structure=softmax";
            site.go("lab?" + lab);
            browser.find("#measure");
            String study = lab + "&others=perceptron&hardened=1&count=200";
            UseTest.done(site.web(), site.web().post("/api/lab/study?" + study, ""));
            for (String page : new String[] {
                "",
                "?view=cards",
                "run/digits",
                "run/ring",
                "explore/digits",
                "use/clean?image=0&sigma=20",
                "use/shades?image=0",
                "use/pens?image=0",
                "compare?run=digits&run=ring",
                "draw",
                "lab",
                "lab?" + study,
                "learn",
                "learn/5",
                "learn/8",
                // of hundreds of rows of one form as many as one looks at
                "learn/words?q=penalty",
                "nowhere"
            }) {
                site.go(page);
                browser.find("h1");
                browser.await(d -> d.findElements(By.cssSelector(".loading")).isEmpty());
                // a page that asks of an image has its answer
                if (page.contains("image=")) browser.find("#restored table, #classified table, #redrawn img");
                if (page.contains("hardened=")) browser.find(".transfer");
                browser.script(axe);
                requireNothing(browser, ALL, "light " + page);
                site.colours("dark");
                browser.await(d -> browser.script("return document.getAnimations().length === 0"));
                requireNothing(browser, COLOURS, "dark " + page);
                site.colours("light");
            }
            site.go("");
            browser.click("#new-run");
            browser.find("#preset");
            browser.script(axe);
            requireNothing(browser, ALL, "the form");
        }
    }

    private static void requireNothing(Browser browser, Map<String, Object> options, String where) {
        assertThat((List<?>) browser.driver().executeAsyncScript(LOOK, options))
                .as(where)
                .isEmpty();
    }
}
