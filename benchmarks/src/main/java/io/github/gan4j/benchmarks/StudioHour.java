package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A page that is left open on a fast run: each minute what the page holds, once its garbage is collected. */
final class StudioHour {
    private StudioHour() {}

    /** Six times as often as usual: ten minutes bring a page as many events as an hour does. */
    private static final String SECONDS_BETWEEN_EVENTS = "0.33";

    static void measure(String preset, int minutes) throws IOException {
        try (Watched run = new Watched();
                Page browser = new Page()) {
            run.train(Presets.draft(preset).set("record.events.seconds", SECONDS_BETWEEN_EVENTS));
            browser.open(run.address("run/" + Watched.RUN));
            browser.await(".badge");
            for (int minute = 1; minute <= minutes; minute++) {
                double rate = run.rate(60);
                browser.instrument("HeapProfiler.collectGarbage");
                Map<String, Double> now = browser.metrics();
                System.gc();
                System.out.printf(
                        Locale.ROOT,
                        "minute %d: page %.2f MB, %.0f nodes, %.0f listeners; server %.1f MB of Java, %s MB in all; %.0f"
                                + " samples/s%n",
                        minute,
                        now.get("JSHeapUsedSize") / 1e6,
                        now.get("Nodes"),
                        now.get("JSEventListeners"),
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                        resident(),
                        rate);
                System.out.flush();
            }
        }
    }

    /** What the whole process has in memory, where the system tells. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "?";
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) / 1024))
                    .findFirst()
                    .orElse("?");
        }
    }
}
