package io.github.gan4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Remedy;
import io.github.gan4j.files.BuildInfo;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.report.ReportChart.Line;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A run on one self-contained HTML page, a file to mail: its diagnosis, samples, curves and plan. */
public final class Report {
    private static final int MOST_POINTS = 400;
    /** Events of a run that are looked at, evenly spaced; a long one has hundreds of thousands. */
    private static final int MOST_EVENTS = 2000;

    private static final int MOST_PICTURES = 4;
    private static final long MOST_PICTURE_BYTES = 8L << 20;

    /** The numbers in events that are not metrics. */
    private static final Set<String> USUAL = Set.of(
            "step",
            "imagesSeen",
            "seconds",
            "imagesPerSecond",
            "secondsLeft",
            "discriminatorLoss",
            "generatorLoss",
            "discriminatorGradientNorm",
            "generatorGradientNorm",
            "pReal",
            "pFake");

    private static final List<String> PARTS = List.of("Samples", "Curves", "Story", "Versions", "Plan");
    private static final List<String> VERSIONS = List.of("gan4j", "commit", "libtorch", "java", "system");
    /** What a sample of most runs is. */
    private static final String IMAGE = "image";

    private static final String DISCRIMINATOR = "var(--discriminator)";
    private static final String GENERATOR = "var(--generator)";

    private final RunFolder folder;
    private final List<ObjectNode> events;
    /** The last events of each kind, the newest last. */
    private final List<ObjectNode> latest;
    /** As it is written; nothing where it cannot be read. */
    private final Optional<ObjectNode> plan;

    private final String noun;
    private final StringBuilder page = new StringBuilder();

    private Report(RunFolder folder) throws IOException {
        this.folder = folder;
        EventLog log = new EventLog(folder.events());
        this.events = log.look(MOST_EVENTS).events();
        this.latest = log.latest();
        this.plan = plan(folder);
        this.noun = plan.map(Report::noun).orElse(IMAGE);
    }

    private static Optional<ObjectNode> plan(RunFolder folder) {
        try {
            return Optional.of(Yaml.tree(folder.plan()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What one sample of the run is; an image where its plan is of no use. */
    private static String noun(ObjectNode plan) {
        try {
            return Draft.empty().over(plan, "").plan().shape().noun();
        } catch (RuntimeException unusable) {
            return IMAGE;
        }
    }

    /** A word for samples with a capital. */
    private String samples() {
        return Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + "s";
    }

    /**
     * The page.
     *
     * @throws IOException in one line, when the folder is not a run or cannot be read
     */
    public static String of(RunFolder folder) throws IOException {
        return new Report(RunFolder.open(folder.path())).written();
    }

    /** The style sheet with the colours, which the studio's page shares. */
    public static byte[] theme() throws IOException {
        return style("theme.css");
    }

    private static byte[] style(String name) throws IOException {
        try (InputStream file = Report.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private String written() throws IOException {
        String name = folder.path().toAbsolutePath().normalize().getFileName().toString();
        String head = """
                <!doctype html><html lang="en"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s · gan4j</title><style>\
                """;
        add(head, name);
        page.append(new String(theme(), StandardCharsets.UTF_8));
        page.append(new String(style("report.css"), StandardCharsets.UTF_8));
        add("</style></head><body><main><h1>%s</h1>", name);
        about();
        contents();
        if (latest.isEmpty()) add("<p>There are no events yet.</p>");
        else {
            diagnosis(Doctor.of(folder).examine(events));
            facts();
        }
        pictures();
        curves();
        story();
        origin();
        plan();
        add(
                "<footer>made by gan4j %s</footer></main></body></html>\n",
                BuildInfo.read().version());
        return page.toString();
    }

    /** Adds HTML, into which values go as text. */
    private void add(String html, Object... values) {
        page.append(String.format(
                Locale.ROOT,
                html,
                Arrays.stream(values)
                        .map(value -> escaped(MachinePaths.without(value.toString())))
                        .toArray()));
    }

    /** The heading of a part, to which the contents lead. */
    private void heading(String id, String words) {
        add("<h2 id=\"%s\">%s</h2>", id, words);
    }

    private void contents() {
        add("<nav aria-label=\"Contents\">");
        for (String part : PARTS) add("<a href=\"#%s\">%s</a> ", part.toLowerCase(Locale.ROOT), part);
        add("</nav>");
    }

    /** What happened, in order. */
    private void story() {
        heading("story", "Story");
        add("<table><thead><tr><th>%ss seen</th><th>what happened</th></tr></thead><tbody>", noun);
        for (ReportStory.Moment moment : ReportStory.of(folder, plan))
            add("<tr><td>%s</td><td>%s</td></tr>", count(moment.images()), moment.what());
        add("</tbody></table>");
    }

    /** The versions that the run was trained with, as its plan has them. */
    private void origin() {
        heading("versions", "Versions");
        add("<dl>");
        for (String key : plan.isPresent() ? VERSIONS : VERSIONS.subList(0, 1))
            fact(
                    key,
                    plan.map(tree -> tree.path(Provenance.KEY).path(key).asText(""))
                            .filter(version -> !version.isEmpty())
                            .orElse("unknown"));
        add("</dl>");
    }

    private void about() {
        plan.map(tree -> tree.path("about").asText(""))
                .filter(about -> !about.isEmpty())
                .ifPresent(about -> add("<p class=\"about\">%s</p>", about));
    }

    private void diagnosis(Diagnosis diagnosis) {
        add(
                "<div class=\"diagnosis %s\"><p>%s</p>",
                Words.of(diagnosis.illness().level()), diagnosis.line());
        if (!diagnosis.remedies().isEmpty()) add("<p>What helps, the most promising first:</p><ul>");
        for (Remedy remedy : diagnosis.remedies()) add("<li>%s: <code>%s</code></li>", remedy.why(), remedy.options());
        add(diagnosis.remedies().isEmpty() ? "</div>" : "</ul></div>");
    }

    private void facts() {
        ObjectNode last = latest.get(latest.size() - 1);
        String ending = last.path("ending").asText("");
        double seconds = last.path("seconds").asDouble(),
                images = last.path("imagesSeen").asDouble();
        add("<dl>");
        fact(noun + "s seen", count(images));
        fact("steps", count(last.path("step").asDouble()));
        fact("training", clock(seconds));
        fact(noun + "s per second", count(images / Math.max(1e-9, seconds)));
        fact(
                "ended",
                ending.isEmpty() ? "still running, or interrupted" : ending.equals("asked") ? "by hand" : "as planned");
        for (String metric : metrics()) fact(words(metric), newest(metric));
        add("</dl>");
    }

    private void fact(String name, String value) {
        add("<div><dt>%s</dt><dd>%s</dd></div>", name, value);
    }

    private Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        for (ObjectNode event : latest)
            event.properties().forEach(e -> {
                if (e.getValue().isNumber() && !USUAL.contains(e.getKey())) names.add(e.getKey());
            });
        return names;
    }

    private String newest(String key) {
        return latest.stream()
                .filter(event -> event.path(key).isNumber())
                .reduce((earlier, later) -> later)
                .map(event -> number(event.path(key).asDouble()))
                .orElse("–");
    }

    private void pictures() throws IOException {
        heading("samples", "Samples");
        add("<div class=\"pictures\">");
        for (long moment : EventLog.evenly(folder.pictures(), MOST_PICTURES))
            picture(folder.samplePicture(moment), "after " + Numbers.of(moment, noun));
        picture(folder.reals(), "reals");
        add("</div>");
    }

    private void picture(Path file, String caption) throws IOException {
        boolean inside = Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.path().toRealPath())
                && Files.size(file) <= MOST_PICTURE_BYTES;
        if (!inside) return;
        String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        String kind = noun.equals(IMAGE) ? "pixels" : "diagram";
        add("<figure><img class=\"%s\" alt=\"%s\" src=\"data:image/png;base64,", kind, caption);
        page.append(data);
        add("\"><figcaption>%s</figcaption></figure>", caption);
    }

    private void curves() {
        List<ReportChart> charts = new ArrayList<>(List.of(
                both("Losses", "Loss"),
                new ReportChart(
                        "Probability of being real",
                        new Line("pReal", "reals", DISCRIMINATOR),
                        new Line("pFake", "fakes", GENERATOR)),
                new ReportChart(
                        "Gradient norms",
                        true,
                        both("Gradient norms", "GradientNorm").lines()),
                new ReportChart(samples() + " per second", new Line("imagesPerSecond", "speed", "var(--third)"))));
        for (String metric : metrics())
            charts.add(new ReportChart(words(metric), new Line(metric, words(metric), "var(--fourth)")));
        List<ObjectNode> few = EventLog.thinned(events, MOST_POINTS);
        heading("curves", "Curves");
        add("<p class=\"about\">Over %ss seen.</p>", noun);
        add("<div class=\"curves\">");
        charts.forEach(chart -> page.append(chart.figure(few)));
        add("</div>");
    }

    private static ReportChart both(String title, String what) {
        return new ReportChart(
                title,
                new Line("discriminator" + what, "discriminator", DISCRIMINATOR),
                new Line("generator" + what, "generator", GENERATOR));
    }

    private void plan() throws IOException {
        if (!Files.isRegularFile(folder.plan()) || Files.size(folder.plan()) > Yaml.MOST_BYTES) return;
        heading("plan", "Plan");
        add("<details><summary>plan.yaml</summary><pre>%s</pre></details>", Files.readString(folder.plan()));
    }

    /** Text that stays text in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The key of a number in events, in words; a score by its name. */
    private static String words(String key) {
        if (Metrics.isScore(key)) return Metrics.title(key);
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    static String count(double number) {
        return Numbers.grouped(Math.round(number));
    }

    static String number(double value) {
        return Math.abs(value) >= 1000 ? count(value) : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
