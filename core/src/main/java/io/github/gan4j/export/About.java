package io.github.gan4j.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Latents;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.tensor.RecordedInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every file says of the network in it. */
final class About {
    private About() {}

    /** As JSON: inputs and output with their shapes and ranges, classes, facts. */
    static ObjectNode of(ExportSubject subject, Program program) {
        ObjectNode about = Json.object().put("model_type", "gan4j").put("name", subject.name());
        ArrayNode inputs = about.putArray("inputs");
        List<Port> ports = program.network().inputs();
        for (int i = 0; i < program.inputs().size(); i++) {
            RecordedInput input = program.inputs().get(i);
            if (i < ports.size()) inputs.add(port(ports.get(i), input.shape()));
            else
                inputs.add(Json.tree(Map.of(
                        "name",
                        input.name(),
                        "meaning",
                        input.kind() == RecordedInput.Kind.NORMAL_NOISE
                                ? "noise that the network draws: normal, mean 0, standard deviation 1"
                                : "noise that the network draws: uniform on [0, 1)",
                        "shape",
                        input.shape())));
        }
        about.set("output", port(program.network().output(), program.shape()));
        about.set("classes", Json.tree(program.network().classes()));
        subject.generator()
                .ifPresent(generator -> about.set("latents", Settings.write(Latents.class, generator.latents())));
        about.set("facts", Json.tree(subject.facts()));
        return about;
    }

    private static ObjectNode port(Port port, List<Long> shape) {
        ObjectNode json = Json.object().put("name", port.name()).put("meaning", port.meaning());
        json.set("shape", Json.tree(shape));
        if (Double.isFinite(port.low())) json.put("low", port.low());
        if (Double.isFinite(port.high())) json.put("high", port.high());
        if (port.anySize()) json.put("multiple", port.multiple());
        return json;
    }

    /** As texts by their names, for formats that hold no more. */
    static Map<String, String> texts(ExportSubject subject, Program program) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(subject, program)
                .properties()
                .forEach(entry -> texts.put(
                        entry.getKey(),
                        entry.getValue().isTextual() && !entry.getKey().equals("latents")
                                ? entry.getValue().textValue()
                                : entry.getValue().toString()));
        return texts;
    }
}
