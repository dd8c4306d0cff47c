package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A studio over a folder of runs with a browser on it, and what can happen to the line between them. */
final class Site implements AutoCloseable {
    final Path folder;
    final Browser browser;
    private Studio studio;
    private Web web;

    private Site(Path folder, Browser browser) throws IOException {
        this.folder = folder;
        this.browser = browser;
        start(0);
    }

    /** The test is skipped, with a sentence, where there is no browser. */
    static Site open(Path folder) throws IOException {
        return new Site(folder, Browser.open());
    }

    private void start(int port) throws IOException {
        studio = Studio.open(new StudioSettings(folder, Optional.empty(), port, Optional.empty()));
        web = new Web(studio);
    }

    /** Ends the studio; what comes back starts it again at the same address. */
    AutoCloseable away() {
        int port = web.port();
        studio.close();
        return () -> start(port);
    }

    Web web() {
        return web;
    }

    Studio studio() {
        return studio;
    }

    String url() {
        return studio.url();
    }

    void go(String place) {
        browser.driver().get("about:blank");
        browser.driver().get(url() + "#/" + place);
    }

    /** Changes the address as a link does. */
    void follow(String place) {
        browser.script("location.hash = arguments[0]", "#/" + place);
    }

    /** How long each request waits. */
    void latency(int millis) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        new HashMap<>(Map.of(
                                "offline",
                                false,
                                "latency",
                                millis,
                                "downloadThroughput",
                                -1,
                                "uploadThroughput",
                                -1)));
    }

    void colours(String scheme) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Requests that the page makes within some time. */
    long requestsWithin(int millis) throws InterruptedException {
        browser.script("performance.clearResourceTimings(); performance.setResourceTimingBufferSize(5000);"
                + "if (window.asked === undefined) { window.asked = 0; const ask = window.fetch;"
                + " window.fetch = (...all) => { window.asked++; return ask(...all); }; }"
                + "window.asked = 0;");
        Thread.sleep(millis);
        return (Long) browser.script("return Math.max(window.asked, performance.getEntriesByType('resource').length)");
    }

    /** A folder of a run, as if it had been trained. */
    Path folder(String name, String plan, String... events) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("plan.yaml"), plan + "\n");
        if (events.length > 0) Files.writeString(run.resolve("events.jsonl"), String.join("\n", events) + "\n");
        return run;
    }

    /** A tiny run of digits that is over. */
    void finished(String name, Map<String, String> more) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("stop", "{images: 128}", "doctor.every", "{images: 64}"));
        all.putAll(more);
        web.start(name, all);
        web.awaitState(name, "finished");
    }

    List<String> names() throws Exception {
        return web.get("/api/runs").json().path("runs").findValuesAsText("name");
    }

    JsonNode card(String name) throws Exception {
        return web.get("/api/runs/" + name).json();
    }

    @Override
    public void close() {
        studio.close();
        browser.close();
    }
}
