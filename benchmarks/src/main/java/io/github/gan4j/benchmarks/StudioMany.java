package io.github.gan4j.benchmarks;

import io.github.gan4j.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The studio over {@link ManyRuns}, in a process of its own: how long until the first runs of the list are painted, until all
 * are read, and until the curves of the long run are, as the page's clock tells; what they cost the server and the page in CPU
 * time, which other programs on the machine change little; and what a list costs that is left open.
 */
final class StudioMany {
    private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)");
    /** A list is idle when nobody has touched it for the first of these, and is measured for the second. */
    private static final int UNTOUCHED_SECONDS = 60, IDLE_SECONDS = 60;

    private static final String FIRST_RUNS = "document.querySelector('[data-run]')";
    private static final String ALL_RUNS =
            FIRST_RUNS + " && !document.querySelector('#filter-state option[value=unread]')";
    private static final String CURVES =
            "/discriminator [^–]/.test(document.querySelector('.chart')?.getAttribute('aria-label') ?? '')";

    /** Waits until something is there and painted; milliseconds since the page was opened. */
    private static final String PAINTED = """
            const [done] = arguments;
            const look = () => {
              if (!(%s)) return requestAnimationFrame(look);
              requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
            };
            look();
            """;

    private final ProcessHandle server;
    private final Page browser;
    private final String address;

    private StudioMany(ProcessHandle server, Page browser, String address) {
        this.server = server;
        this.browser = browser;
        this.address = address;
    }

    /** What is done with a studio that has just been started. */
    private interface Visit {
        void to(StudioMany studio);
    }

    /** @param kept where the folder of runs is made and stays, or is used again; empty for one that is gone afterwards */
    static void measure(Optional<Path> kept) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("gan4j-many");
        Path folder = ManyRuns.in(kept.orElse(place.resolve("runs"))).folder();
        try {
            visit(folder, place, studio -> studio.list("first start"));
            visit(folder, place, studio -> {
                studio.list("second start");
                studio.list("second start, page opened again");
                studio.idle();
            });
            visit(folder, place, studio -> {
                studio.run("third start");
                studio.run("third start, page opened again");
            });
        } finally {
            FileTree.remove(place);
        }
    }

    /** A studio as {@code ./gan4j} starts it, whose caches are those of this measurement alone. */
    private static void visit(Path folder, Path place, Visit visit) throws IOException, InterruptedException {
        Path out = place.resolve("studio.log");
        String gan4j = Path.of(System.getProperty("gan4j.checkout"), "gan4j").toString();
        ProcessBuilder command = new ProcessBuilder(gan4j, "studio", folder.toString(), "--port", "0");
        command.environment().put("GAN4J_CACHE", place.resolve("cache").toString());
        Process process =
                command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try (Page browser = new Page()) {
            visit.to(new StudioMany(process.toHandle(), browser, address(process, out)));
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static String address(Process server, Path log) throws IOException, InterruptedException {
        while (server.isAlive()) {
            Matcher said = ADDRESS.matcher(Files.readString(log));
            if (said.find()) return said.group(1);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IOException("the studio did not start: " + Files.readString(log));
    }

    private void list(String when) {
        browser.open(address);
        painted(FIRST_RUNS, "first runs of the list, " + when);
        painted(ALL_RUNS, "all runs read, " + when);
    }

    private void idle() {
        Page.sleep(UNTOUCHED_SECONDS);
        double before = cpu(), asked = requests();
        long from = System.nanoTime();
        Page.sleep(IDLE_SECONDS);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "idle list: server %.2f %% of a core, page %.2f requests/s%n",
                100 * (cpu() - before) / seconds,
                (requests() - asked) / seconds);
    }

    private void run(String when) {
        browser.open(address + "#/run/" + ManyRuns.LONG);
        painted(CURVES, "curves of the long run, " + when);
    }

    /** Waits for something in the page that was opened, and says when it came and what server and page have taken so far. */
    private void painted(String wanted, String what) {
        double millis = ((Number) browser.script(PAINTED.formatted(wanted))).doubleValue();
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s; CPU time of the server %.2f s since its start, of the page %.2f s; %.0f requests%n",
                what,
                millis / 1e3,
                cpu(),
                pageSeconds(),
                requests());
    }

    /** Seconds of a processor that the server has taken so far. */
    private double cpu() {
        return server.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private double requests() {
        return ((Number) browser.script("arguments[0](performance.getEntriesByType('resource').length)")).doubleValue();
    }

    /** Seconds of a processor that the page's own thread has taken since it was opened. */
    private double pageSeconds() {
        return browser.metrics().get("TaskDuration");
    }
}
