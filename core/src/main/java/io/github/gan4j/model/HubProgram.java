package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as {@code gan4j export --format safetensors} writes it: a folder whose {@code config.json} lists the calls of
 * PyTorch's operators that {@code model.safetensors} has the numbers for.
 */
final class HubProgram {
    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";
    private static final String CALLS = "calls";

    private HubProgram() {}

    /** The weights of a folder, or those that a path names. */
    static Path weights(Path path) {
        return Files.isDirectory(path) ? path.resolve(WEIGHTS) : path;
    }

    private static Path config(Path path) {
        return weights(path).resolveSibling(CONFIG);
    }

    /** Whether a path is such a folder, or the weights in it; other programs have files of the same names. */
    static boolean isOne(Path path) {
        if (!weights(path).endsWith(WEIGHTS)
                || !Files.isRegularFile(weights(path))
                || !Files.isRegularFile(config(path))) return false;
        try {
            return Json.read(config(path), ObjectNode.class).has(CALLS);
        } catch (IOException another) {
            return false;
        }
    }

    /** @throws IOException in one line, when it cannot be read, or its calls and numbers are no program */
    static TorchScript read(Path path) throws IOException {
        ObjectNode config = Json.read(config(path), ObjectNode.class);
        Map<String, String> known = new LinkedHashMap<>();
        Map<String, RecordedConstant> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, StoredTensor> tensor :
                Safetensors.read(weights(path)).tensors().entrySet()) {
            String name = "p" + numbers.size();
            known.put(tensor.getKey(), "self." + name);
            List<Long> shape = Arrays.stream(tensor.getValue().shape()).boxed().toList();
            numbers.put(
                    name,
                    new RecordedConstant(
                            numbers.size(), name, shape, tensor.getValue().asFloats()));
        }
        try {
            String source = source(config, known);
            config.remove(CALLS);
            return TorchScript.of(path, source, numbers, config.toString());
        } catch (IllegalArgumentException broken) {
            throw new IOException(config(path) + ": " + broken.getMessage(), broken);
        }
    }

    private static String source(ObjectNode config, Map<String, String> known) {
        List<String> inputs = new ArrayList<>(List.of("self"));
        for (JsonNode input : config.path("inputs")) {
            String name = input.path("name").asText();
            if (!name.matches("[a-z]\\w*")) throw new IllegalArgumentException("has an input '" + name + "'");
            known.put(name, name);
            inputs.add(name);
        }
        StringBuilder source = new StringBuilder("def forward(" + String.join(", ", inputs) + "):\n");
        String last = inputs.get(inputs.size() - 1);
        for (JsonNode json : config.path(CALLS)) {
            TorchCall call = TorchCall.of(json, known);
            known.put(call.result(), call.result());
            source.append("    ").append(call.line()).append('\n');
            last = call.result();
        }
        return source + "    return " + last + "\n";
    }
}
