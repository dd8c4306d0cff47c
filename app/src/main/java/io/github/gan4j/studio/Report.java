package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.History;
import io.github.gan4j.doctor.Remedy;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A run on one page that needs nothing beside itself: what it was, how it went, what came out; a file to mail. */
public final class Report {
    private static final int MOST_POINTS = 400;
    private static final int MOST_PICTURES = 4;
    private static final long MOST_PICTURE_BYTES = 8L << 20;
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
    private static final String DISCRIMINATOR = "var(--discriminator)";
    private static final String GENERATOR = "var(--generator)";

    private final RunFolder folder;
    private final List<ObjectNode> events;
    private final StringBuilder page = new StringBuilder();

    private Report(RunFolder folder) throws IOException {
        this.folder = folder;
        this.events = new EventLog(folder.events()).news().events();
    }

    /**
     * The page.
     *
     * @throws IOException in one line, when the folder is no run or cannot be read
     */
    public static String of(RunFolder folder) throws IOException {
        return new Report(RunFolder.open(folder.path())).written();
    }

    private String written() throws IOException {
        String name = folder.path().toAbsolutePath().normalize().getFileName().toString();
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(escaped(name))
                .append(" · gan4j</title><style>")
                .append(new String(Assets.bytes("theme.css"), StandardCharsets.UTF_8))
                .append(new String(Assets.bytes("report.css"), StandardCharsets.UTF_8))
                .append("</style></head><body><main><h1>")
                .append(escaped(name))
                .append("</h1>");
        head();
        pictures();
        curves();
        plan();
        return page.append("<footer>made by gan4j</footer></main></body></html>\n")
                .toString();
    }

    private void head() {
        about().ifPresent(about -> page.append("<p class=\"about\">" + escaped(about) + "</p>"));
        if (events.isEmpty()) {
            page.append("<p>There are no events yet.</p>");
            return;
        }
        ObjectNode last = events.get(events.size() - 1);
        String ending = last.path("ending").asText("");
        diagnosis(Doctor.of(folder).diagnose(History.of(events)));
        page.append("<dl>");
        fact("images seen", "%,d".formatted(last.path("imagesSeen").asLong()));
        fact("steps", "%,d".formatted(last.path("step").asLong()));
        fact("training", clock(last.path("seconds").asDouble()));
        double seconds = Math.max(1e-9, last.path("seconds").asDouble());
        fact("images a second", "%,.0f".formatted(last.path("imagesSeen").asDouble() / seconds));
        fact("ended", ending.isEmpty() ? "not yet, or not well" : ending.equals("asked") ? "by hand" : "as planned");
        for (String metric : metrics())
            fact(spoken(metric), newest(metric).map(Report::number).orElse("–"));
        page.append("</dl>");
    }

    private void diagnosis(Diagnosis diagnosis) {
        page.append("<div class=\"diagnosis " + Words.of(diagnosis.illness().level()) + "\"><p>"
                + escaped(diagnosis.line()) + "</p>");
        if (!diagnosis.remedies().isEmpty()) page.append("<p>What helps, the most promising first:</p><ul>");
        for (Remedy remedy : diagnosis.remedies())
            page.append("<li>" + escaped(remedy.why()) + ": <code>" + escaped(remedy.options()) + "</code></li>");
        page.append(diagnosis.remedies().isEmpty() ? "</div>" : "</ul></div>");
    }

    private Optional<String> about() {
        try {
            return Optional.of(Yaml.tree(folder.plan()).path("about").asText(""))
                    .filter(text -> !text.isEmpty());
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private void fact(String name, String value) {
        page.append("<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>");
    }

    private Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        for (ObjectNode event : events)
            event.properties().forEach(e -> {
                if (e.getValue().isNumber() && !USUAL.contains(e.getKey())) names.add(e.getKey());
            });
        return names;
    }

    private Optional<Double> newest(String key) {
        for (int i = events.size() - 1; i >= 0; i--)
            if (events.get(i).path(key).isNumber())
                return Optional.of(events.get(i).path(key).asDouble());
        return Optional.empty();
    }

    private void pictures() throws IOException {
        page.append("<h2>Samples</h2><div class=\"pictures\">");
        for (long moment : EventLog.evenly(Card.pictures(folder), MOST_PICTURES))
            picture(folder.samplePicture(moment), "after %,d images".formatted(moment));
        picture(folder.reals(), "reals");
        page.append("</div>");
    }

    private void picture(Path file, String caption) throws IOException {
        boolean inside = Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.path().toRealPath())
                && Files.size(file) <= MOST_PICTURE_BYTES;
        if (!inside) return;
        String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        page.append("<figure><img alt=\"%s\" src=\"data:image/png;base64,%s\"><figcaption>%s</figcaption></figure>"
                .formatted(escaped(caption), data, escaped(caption)));
    }

    private void curves() {
        List<Curves> charts = new ArrayList<>(List.of(
                both("Losses", "Loss"),
                new Curves(
                        "Probability of being real",
                        List.of(
                                new Curves.Line("pReal", "reals", DISCRIMINATOR),
                                new Curves.Line("pFake", "fakes", GENERATOR))),
                both("Gradient norms", "GradientNorm"),
                new Curves("Images per second", List.of(new Curves.Line("imagesPerSecond", "speed", "var(--third)")))));
        for (String metric : metrics())
            charts.add(new Curves(spoken(metric), List.of(new Curves.Line(metric, spoken(metric), "var(--fourth)"))));
        List<ObjectNode> few = EventLog.thinned(events, MOST_POINTS);
        page.append("<h2>Curves</h2><div class=\"curves\">");
        for (Curves chart : charts) {
            String svg = chart.svg(few);
            if (!svg.isEmpty())
                page.append("<figure><figcaption>" + escaped(chart.title()) + "</figcaption>" + svg
                        + "<p class=\"legend\">" + chart.legend() + "</p></figure>");
        }
        page.append("</div>");
    }

    /** The name of a number in events, in words. */
    private static String spoken(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static Curves both(String title, String what) {
        return new Curves(
                title,
                List.of(
                        new Curves.Line("discriminator" + what, "discriminator", DISCRIMINATOR),
                        new Curves.Line("generator" + what, "generator", GENERATOR)));
    }

    private void plan() throws IOException {
        if (!Files.isRegularFile(folder.plan()) || Files.size(folder.plan()) > Yaml.MOST_BYTES) return;
        page.append("<h2>Plan</h2><pre>" + escaped(Files.readString(folder.plan())) + "</pre>");
    }

    /** Text that stays text in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.4g", value);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
