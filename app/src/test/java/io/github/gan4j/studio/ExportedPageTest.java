package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exported page in a real browser without a network. */
class ExportedPageTest {
    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        browser.driver().executeCdpCommand("Network.enable", new java.util.HashMap<>());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        new java.util.HashMap<>(
                                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0)));
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    private static Path page(String preset, String network) throws IOException {
        Plan plan = Presets.read(preset)
                .with("data", "strokes")
                .with("data.size", "28")
                .with("batchSize", "8")
                .with("threads", "1")
                .with("precision", "fp32")
                .with("stop.images", "64")
                .with("generator.network", network);
        Path run = folder.resolve(preset + network.hashCode());
        try (Run training = Run.start(plan, run, line -> {})) {
            training.train(new Listener() {});
        }
        Path to = folder.resolve(preset + network.hashCode() + "-page");
        Export.everything().in(ExportFormat.HTML).of(run, to);
        return to.resolve("generator.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mnist-dcgan|{dcgan: {width: 4}}",
                "mnist-dcgan|{residual: {width: 16}}",
                "mnist-dcgan|{upscale: {width: 4}}",
                "mnist-dcgan|{skip: {width: 4, coarsest: 4}}",
                "mnist-conditional|{dcgan: {width: 4, labels: every-layer}}"
            })
    void a_page_draws_what_the_network_makes(String preset, String network) throws IOException {
        browser.driver().get(page(preset, network).toUri().toString());
        assertThat(Integer.parseInt(
                        browser.<String>await(d -> browser.find("body").getDomAttribute("data-difference"))))
                .as("of 255 shades")
                .isLessThanOrEqualTo(1);
        String before = drawn();
        browser.set("#seed", "77");
        browser.await(d -> !drawn().equals(before));
        String seeded = drawn();
        browser.set("#ways input", "3");
        browser.await(d -> !drawn().equals(seeded));
        assertThat(browser.complaints()).isEmpty();
    }

    private static String drawn() {
        return (String) browser.driver().executeScript("return document.getElementById('grid').toDataURL()");
    }
}
