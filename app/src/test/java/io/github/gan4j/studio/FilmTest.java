package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of a game that is over: at each checkpoint, and as a film. */
class FilmTest {
    private static final String PAINTED = "const c = document.querySelector('canvas.scene');"
            + "return c.width > 0 && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0)";

    @TempDir
    Path folder;

    @Test
    void a_finished_game_is_seen_at_its_checkpoints_and_played_as_a_film() throws Exception {
        try (Site site = Site.open(folder)) {
            Browser browser = site.browser;
            site.web()
                    .post(
                            "/api/runs",
                            "{\"preset\": \"ring\", \"name\": \"over\", \"set\": {\"threads\": \"1\", \"stop\": \"{images: 1280}\","
                                    + " \"record.checkpoints\": \"{images: 128}\", \"record.pictures\": \"{images: 640}\"}}");
            site.web().awaitState("over", "finished");
            List<Long> kept = new RunFolder(folder.resolve("over")).moments();
            String all = "checkpoint " + kept.size() + " of " + kept.size();
            site.go("run/over");
            browser.awaitText("output[for=film-time]", "after 1\u202f280 samples (" + all);
            browser.await(d -> browser.script(PAINTED));
            String last = browser.find("canvas.scene").getAttribute("aria-label");
            browser.set("#film-time", "0");
            browser.awaitText("output[for=film-time]", "after " + kept.get(0) + " samples (checkpoint 1 of");
            browser.await(d ->
                    !browser.find("canvas.scene").getAttribute("aria-label").equals(last));

            browser.click("#film");
            browser.awaitText("output[for=film-time]", all);
            browser.await(d -> browser.text("#film").equals("▶"));
            browser.await(
                    d -> browser.find("canvas.scene").getAttribute("aria-label").equals(last));

            browser.set("#scrubber", "0");
            browser.awaitText("output[for=film-time]", "checkpoint 1 of");
            browser.click("#networks summary");
            browser.awaitText(".network.generator", "[64]");
            browser.awaitText(".network.discriminator", "parameters");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
