package io.github.gan4j.classifiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A classifier as one safetensors file: its weights by their paths in the network, and everything else as JSON in the
 * file's metadata under {@code classifier}, the hash of its content among it.
 */
public final class ClassifierFile {
    private static final String KEY = "classifier";
    private static final int LARGEST_SIDE = 1024;
    private static final int MOST_CLASSES = 10_000;

    private ClassifierFile() {}

    /** Writes it whole or not at all. */
    public static void write(Path target, Graded graded) throws IOException {
        Classifier classifier = graded.classifier();
        Grade grade = graded.grade();
        ObjectNode json = Json.object()
                .put("structure", classifier.structure().word())
                .put("channels", classifier.shape().channels())
                .put("height", classifier.shape().height())
                .put("width", classifier.shape().width())
                .put("hash", classifier.hash())
                .put("data", grade.data())
                .put("recipe", grade.recipe())
                .put("split", grade.split())
                .put("images", grade.images())
                .put("accuracy", grade.accuracy());
        classifier.labelNames().forEach(json.putArray("labelNames")::add);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        classifier.network().parameters().forEach((name, parameter) -> {
            Tensor tensor = parameter.tensor();
            tensors.put(name, StoredTensor.of(tensor.toFloats(), tensor.shape()));
        });
        Safetensors.write(target, tensors, Map.of(KEY, json.toString()));
    }

    /**
     * Reads a classifier onto a device; the caller closes it.
     *
     * @throws IOException in one line that names the file, when it is damaged or something else
     */
    public static Graded read(Path file, Device device) throws IOException {
        Safetensors.Contents contents = Safetensors.read(file);
        String text = contents.metadata().get(KEY);
        if (text == null) throw new IOException(file + ": is not a classifier that gan4j has written");
        ObjectNode json = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        Classifier classifier;
        try {
            classifier = classifier(json, contents.tensors(), device);
        } catch (IllegalArgumentException | IOException wrong) {
            throw new IOException(file + ": is no whole classifier: " + wrong.getMessage(), wrong);
        }
        if (!classifier.hash().equals(json.path("hash").asText())) {
            classifier.close();
            throw new IOException(file + ": is damaged: its weights differ from its hash");
        }
        return new Graded(classifier, grade(json));
    }

    private static Classifier classifier(ObjectNode json, Map<String, StoredTensor> tensors, Device device)
            throws IOException {
        Structure structure = Structure.named(json.path("structure").asText());
        SampleShape shape = SampleShape.image(
                json.path("channels").asInt(),
                json.path("height").asInt(),
                json.path("width").asInt());
        List<String> labelNames = new ArrayList<>();
        for (JsonNode name : json.path("labelNames")) labelNames.add(name.asText());
        if (Math.max(shape.height(), shape.width()) > LARGEST_SIDE
                || shape.channels() > 3
                || labelNames.size() > MOST_CLASSES)
            throw new IOException("it has " + labelNames.size() + " classes of " + shape + " images, at most "
                    + MOST_CLASSES + " of " + LARGEST_SIDE + " pixels and 3 channels are read");
        // composed without memory first: what the file claims is compared with what it holds before any is taken
        requireSame(new Layers(structure, shape, labelNames.size()).parameters(), tensors);
        Classifier classifier = new Classifier(structure, shape, labelNames, device);
        classifier.network().parameters().forEach((name, parameter) -> {
            try (Scope scope = new Scope()) {
                StoredTensor stored = tensors.get(name);
                parameter
                        .tensor()
                        .copyInPlace(Tensor.of(stored.floats(), stored.shape()).on(device));
            }
        });
        return classifier;
    }

    private static void requireSame(Map<String, Parameter> wanted, Map<String, StoredTensor> found) throws IOException {
        if (!wanted.keySet().equals(found.keySet())) throw new IOException("its arrays are not those of its structure");
        for (Map.Entry<String, Parameter> e : wanted.entrySet()) {
            StoredTensor stored = found.get(e.getKey());
            if (!stored.dtype().equals("F32")
                    || !Arrays.equals(stored.shape(), e.getValue().shape()))
                throw new IOException(e.getKey() + " is " + stored + ", expected F32"
                        + Arrays.toString(e.getValue().shape()));
        }
    }

    private static Grade grade(ObjectNode json) {
        return new Grade(
                json.path("data").asText(),
                json.path("recipe").asText(),
                json.path("split").asText(),
                json.path("images").asInt(),
                json.path("accuracy").asDouble());
    }
}
