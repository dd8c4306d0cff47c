package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the form into plans. */
record Orders(StudioSettings settings, Runs runs) {
    private static final int MOST_POINTS = 10_000;

    /** @throws IllegalArgumentException in one line, when a value is wrong or data is missing */
    Order read(ObjectNode form) throws IOException {
        Plan plan = plan(form.has("points") ? withDrawing(form) : form);
        String asked = form.path("name").asText("").strip();
        Path path = asked.isEmpty()
                ? RunFolder.newRunPath(runs.root(), plan.name(), LocalDateTime.now())
                : runs.inside(asked);
        String name = path.getFileName().toString();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"))
            throw new IllegalArgumentException(
                    "a run's name is 1 to 100 letters, digits, dots, hyphens and underscores, got '" + name + "'");
        RunFolder.requireFree(path);
        return new Order(plan, name);
    }

    /** The form with its points in a file. */
    private ObjectNode withDrawing(ObjectNode form) throws IOException {
        JsonNode points = form.path("points");
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
        return form.deepCopy()
                .put("preset", "points")
                .put("data", runs.keepDrawing(name, csv.toString()).toString());
    }

    private Plan plan(ObjectNode form) throws IOException {
        Draft draft = Presets.draft(form.path("preset").asText("strokes"));
        String data = form.path("data").asText("").strip();
        if (!data.isEmpty()) draft = draft.on(data);
        JsonNode minutes = form.path("minutes");
        if (!minutes.isMissingNode() && !minutes.asText().isBlank())
            draft = draft.set("stop.minutes", number(minutes)).set("stop.images", "0");
        for (Map.Entry<String, JsonNode> setting : form.path("set").properties())
            draft = draft.set(setting.getKey(), setting.getValue().asText());
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

    private static String number(JsonNode minutes) {
        double value = minutes.asDouble(Double.NaN);
        if (!(value > 0 && value <= 1_000_000))
            throw new IllegalArgumentException(
                    "minutes must be above 0 and at most 1000000, got '" + minutes.asText() + "'");
        return Double.toString(value);
    }
}
