package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A walk through all pages at random, over a slow line, while runs come, go and change their names and the studio ends and
 * comes back. {@code -Dgan4j.chaos=SECONDS} makes it longer, {@code -Dgan4j.chaos.seed=N} another.
 */
class ChaosTest {
    private static final String EVENT =
            "{\"step\":1,\"imagesSeen\":64,\"seconds\":1.0,\"discriminatorLoss\":1.5,\"generatorLoss\":0.5}";
    private static final double MOST_IDLE_REQUESTS = 10;

    @TempDir
    static Path folder;

    private Site site;
    private Browser browser;
    private Random random;
    private int made;

    @Test
    void no_walk_finds_two_pages_a_stale_statement_a_complaint_or_a_flood() throws Exception {
        int seconds = Integer.getInteger("gan4j.chaos", 12);
        random = new Random(Integer.getInteger("gan4j.chaos.seed", 1));
        try (Site opened = Site.open(folder)) {
            site = opened;
            browser = opened.browser;
            site.finished("digits", Map.of());
            for (int i = 0; i < 4; i++) make();
            site.go("");
            for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) {
                step();
                Thread.sleep(random.nextInt(400));
                assertThat(count("main h1")).isLessThanOrEqualTo(1);
                assertThat((List<?>) browser.script("const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                                + "return ids.filter((id, i) => ids.indexOf(id) < i)"))
                        .isEmpty();
                if (random.nextInt(4) == 0) check();
            }
            site.latency(0);
            check();
            assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_") || line.contains("status of 4"));
        }
    }

    private long count(String css) {
        return browser.driver().findElements(By.cssSelector(css)).size();
    }

    private void make() throws Exception {
        site.folder("run" + made++, random.nextBoolean() ? "base: ring" : "base: strokes", EVENT);
    }

    private void step() throws Exception {
        List<String> names = site.names();
        String any = names.get(random.nextInt(names.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> site.follow(page(any));
            case 3, 4 -> press();
            case 5 -> make();
            case 6 -> rename(any);
            case 7 -> site.web().delete("/api/runs/" + any + "?confirm=" + (any.equals("digits") ? "" : any));
            case 8 -> Files.writeString(folder.resolve(any).resolve("events.jsonl"), events());
            case 9 -> site.latency(random.nextInt(3) * 150);
            case 10 -> back();
            default -> away();
        }
    }

    /** Those of a run that went on, or of one that something broke. */
    private String events() {
        List<String> all = List.of(EVENT + "\n" + EVENT + "\n", EVENT + "\n" + EVENT.substring(0, 40), "[1]\n{}\n", "");
        return all.get(random.nextInt(all.size()));
    }

    private void back() {
        browser.driver().navigate().back();
        // before the first page lies the browser's own
        if (!browser.driver().getCurrentUrl().startsWith("http"))
            browser.driver().navigate().forward();
    }

    private String page(String run) {
        List<String> pages = List.of(
                "",
                "run/" + run,
                "explore/digits",
                "use/digits",
                "use/" + run,
                "?view=cards",
                "compare?run=" + run + "&run=digits",
                "draw",
                "lab",
                "learn/3",
                "learn/words",
                "nowhere");
        return pages.get(random.nextInt(pages.size()));
    }

    private void rename(String run) throws Exception {
        if (!run.equals("digits")) site.web().post("/api/runs/" + run + "/rename", "{\"to\": \"run" + made++ + "\"}");
    }

    /** Some button or link that is there, but for those that begin work of minutes. */
    private void press() {
        browser.script(
                "const all = [...document.querySelectorAll('main button, main a[href^=\"#\"], main summary, nav a, dialog button.quiet')]"
                        + ".filter(e => e.checkVisibility() && !e.disabled && !/Resume|Train longer|Start|Open|Learn|full|PNG|CSV|Copy|Evaluate/.test(e.textContent));"
                        + "all[Math.floor(arguments[0] * all.length)]?.click()",
                random.nextDouble());
    }

    private void away() throws Exception {
        if (random.nextInt(3) > 0) return;
        AutoCloseable back = site.away();
        press();
        Thread.sleep(random.nextInt(1500));
        back.close();
    }

    /** What is shown is what the server says, soon; and nobody asks more than a few times a second meanwhile. */
    private void check() throws Exception {
        browser.script("document.querySelectorAll('dialog').forEach(d => d.close())");
        browser.await(d -> !d.findElement(By.id("offline")).isDisplayed());
        assertThat(site.requestsWithin(1500))
                .as(() -> browser.driver().getCurrentUrl() + " "
                        + browser.script("return performance.getEntriesByType('resource').map(e => e.name.slice(21))"))
                .isLessThan((long) (2 * 1.5 * MOST_IDLE_REQUESTS));
        String place = browser.driver().getCurrentUrl().replaceAll("^[^#]*#?/?", "");
        if (place.isEmpty() || place.startsWith("?"))
            browser.await(d -> shownRuns().equals(knownRuns(place)));
        else if (place.startsWith("run/")) browser.await(d -> stateIsTrue(place.substring(4)));
        else if (place.startsWith("compare"))
            browser.await(d -> count(".ranks tbody tr") == count(".picker input:checked"));
    }

    private Set<String> shownRuns() {
        return browser.driver().findElements(By.cssSelector("[data-run]")).stream()
                .map(row -> row.getAttribute("data-run") + " " + row.getAttribute("data-state"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> knownRuns(String place) {
        try {
            Set<String> known = new TreeSet<>();
            for (JsonNode run : site.web().get("/api/runs").json().path("runs"))
                if (fits(place, run))
                    known.add(
                            run.path("name").asText() + " " + run.path("state").asText());
            return known;
        } catch (Exception away) {
            return Set.of();
        }
    }

    private static boolean fits(String place, JsonNode run) {
        return Stream.of(place.split("[?&]"))
                .noneMatch(part -> part.startsWith("q=") || part.startsWith("preset=") || part.startsWith("state="));
    }

    private boolean stateIsTrue(String run) {
        try {
            if (!site.names().contains(run)) return count("[role=alert]") > 0;
            String state = site.card(run).path("state").asText();
            return browser.driver().findElements(By.cssSelector(".head .badge")).stream()
                    .map(WebElement::getText)
                    .anyMatch(text -> text.equals(state.equals("broken") ? "unreadable" : state));
        } catch (Exception away) {
            return false;
        }
    }
}
