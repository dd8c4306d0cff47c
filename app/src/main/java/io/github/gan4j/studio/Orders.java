package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the form into plans. */
record Orders(StudioSettings settings, Runs runs, UploadedData uploads) {
    private static final int MOST_POINTS = 10_000;

    /** @throws IllegalArgumentException in one line, when a value is wrong or data is missing */
    Order read(ObjectNode form) throws IOException {
        Optional<Path> drawing = form.has("points") ? Optional.of(drawing(form.path("points"))) : Optional.empty();
        try {
            Plan plan = plan(form, drawing);
            return new Order(plan, name(form, plan), setting(form.path("steer")), drawing);
        } catch (IOException | RuntimeException refused) {
            if (drawing.isPresent()) Files.deleteIfExists(drawing.get());
            throw refused;
        }
    }

    private static Helm.Setting setting(JsonNode steer) {
        if (steer.isMissingNode()) return Helm.Setting.AS_PLANNED;
        if (steer instanceof ObjectNode change) return Helm.Setting.AS_PLANNED.with(change);
        throw new IllegalArgumentException("steer must be an object of settings, got '" + steer.asText() + "'");
    }

    private String name(ObjectNode form, Plan plan) throws IOException {
        String asked = form.path("name").asText("").strip();
        Path path = asked.isEmpty()
                ? RunFolder.newRunPath(runs.root(), plan.name(), LocalDateTime.now())
                : runs.inside(asked);
        String name = path.getFileName().toString();
        Runs.requireName(name);
        RunFolder.requireFree(path);
        return name;
    }

    private Path drawing(JsonNode points) throws IOException {
        if (points.size() < 3 || points.size() > MOST_POINTS)
            throw new IllegalArgumentException("a drawing has 3 to " + MOST_POINTS + " points, got " + points.size());
        StringBuilder csv = new StringBuilder("x,y\n");
        for (JsonNode point : points) {
            double x = point.path(0).asDouble(Double.NaN), y = point.path(1).asDouble(Double.NaN);
            if (!(Math.abs(x) <= 10 && Math.abs(y) <= 10))
                throw new IllegalArgumentException("points lie within -10 and 10, got " + point);
            csv.append(x).append(',').append(y).append('\n');
        }
        String name = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS", Locale.ROOT)
                .format(LocalDateTime.now());
        return runs.keepDrawing(name, csv.toString());
    }

    /** What a form starts from: the plan of a run, or else a preset. */
    private Draft draft(String from, String preset) throws IOException {
        if (from.isEmpty()) return Presets.draft(preset.isEmpty() ? Presets.USUAL : preset);
        return Draft.empty().over(runs.open(from).plan());
    }

    /** What a form shows of the plan that it starts from. */
    JsonNode base(Context context) throws IOException {
        Plan plan = draft(Query.text(context, "from", ""), Query.text(context, "preset", ""))
                .plan();
        return Json.object()
                .put("name", plan.name())
                .put("about", plan.about())
                .put("needsData", plan.data().needsPath() && plan.data().path().isEmpty())
                .put("data", plan.data().path())
                .put("minutes", plan.stop().minutes())
                .put("images", plan.stop().images())
                .put("seed", plan.seed())
                .put("threads", plan.threads())
                .put("batchSize", plan.batchSize());
    }

    private Plan plan(ObjectNode form, Optional<Path> drawing) throws IOException {
        Draft draft = drawing.isPresent()
                ? Presets.draft("points").on(drawing.get().toString())
                : draft(form.path("from").asText(""), form.path("preset").asText(""));
        String data = form.path("data").asText("").strip();
        if (data.startsWith(UploadedData.PREFIX))
            draft = draft.on(
                    uploads.path(data.substring(UploadedData.PREFIX.length())).toString());
        else if (!data.isEmpty()) draft = draft.on(data);
        JsonNode minutes = form.path("minutes");
        if (!minutes.isMissingNode() && !minutes.asText().isBlank())
            draft = draft.set("stop.minutes", number(minutes)).set("stop.images", "0");
        for (Map.Entry<String, JsonNode> setting : form.path("set").properties())
            draft = draft.set(setting.getKey(), setting.getValue().asText());
        for (JsonNode line : form.path("lines")) draft = draft.set(settings(line.asText()));
        Plan plan = draft.plan();
        if (!plan.data().path().isEmpty())
            settings.requireReadable(Path.of(plan.data().path()));
        // an extractor may be a file, and TorchScript files are programs
        Optional<Path> extractor = plan.metrics().flatMap(metrics -> Extractors.file(metrics.extractor()));
        if (extractor.isPresent()) settings.requireReadable(extractor.get());
        if (plan.data().needsPath() && plan.data().path().isEmpty())
            throw new IllegalArgumentException(
                    "preset '" + plan.name() + "' needs data: name a folder, zip or file, or a set such as mnist");
        return plan;
    }

    /** The settings in one line of a form, also as they are written on the command line: {@code --set 'a=1' --set b=2}. */
    private static List<String> settings(String line) {
        if (!line.strip().startsWith("--set")) return line.isBlank() ? List.of() : List.of(line.strip());
        return Stream.of(line.strip().split("\\s*--set[ =]\\s*"))
                .filter(setting -> !setting.isBlank())
                .map(setting -> setting.strip().replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toList();
    }

    private static String number(JsonNode minutes) {
        double value = minutes.asDouble(Double.NaN);
        if (!(value > 0 && value <= 1_000_000))
            throw new IllegalArgumentException(
                    "minutes must be above 0 and at most 1000000, got '" + minutes.asText() + "'");
        return Double.toString(value);
    }
}
