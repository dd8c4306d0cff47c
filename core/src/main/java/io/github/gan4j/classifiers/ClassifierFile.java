package io.github.gan4j.classifiers;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TensorBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** The metadata. */
    private record About(
            Structure structure,
            int channels,
            int height,
            int width,
            List<String> labelNames,
            String hash,
            Grade grade) {
        static About of(Graded graded) {
            Classifier classifier = graded.classifier();
            SampleShape shape = classifier.shape();
            return new About(
                    classifier.structure(),
                    shape.channels(),
                    shape.height(),
                    shape.width(),
                    classifier.labelNames(),
                    classifier.hash(),
                    graded.grade());
        }
    }

    /** Writes it whole or not at all. */
    public static void write(Path target, Graded graded) throws IOException {
        Classifier classifier = graded.classifier();
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        classifier.network().parameters().forEach((name, parameter) -> {
            Tensor tensor = parameter.tensor();
            tensors.put(name, StoredTensor.of(TensorBytes.of(tensor), tensor.shape()));
        });
        Safetensors.write(
                target, tensors, Map.of(KEY, Json.tree(About.of(graded)).toString()));
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
        About about;
        Classifier classifier;
        try {
            about = Json.read(text.getBytes(StandardCharsets.UTF_8), About.class);
            classifier = classifier(about, contents.tensors(), device);
        } catch (IllegalArgumentException | IOException wrong) {
            throw new IOException(file + ": is not a complete classifier: " + wrong.getMessage(), wrong);
        }
        if (!classifier.hash().equals(about.hash())) {
            classifier.close();
            throw new IOException(file + ": is damaged: its weights differ from its hash");
        }
        return new Graded(classifier, about.grade());
    }

    private static Classifier classifier(About about, Map<String, StoredTensor> tensors, Device device)
            throws IOException {
        SampleShape shape = SampleShape.image(about.channels(), about.height(), about.width());
        List<String> labelNames = about.labelNames();
        if (Math.max(shape.height(), shape.width()) > LARGEST_SIDE
                || shape.channels() > 3
                || labelNames.size() > MOST_CLASSES)
            throw new IOException("it has " + labelNames.size() + " classes of " + shape + " images, at most "
                    + MOST_CLASSES + " of " + LARGEST_SIDE + " pixels and 3 channels are read");
        // composed without memory first: what the file claims is compared with what it holds before any is taken
        requireSame(
                Classifier.network(about.structure(), shape, labelNames.size()).parameters(), tensors);
        Classifier classifier = new Classifier(about.structure(), shape, labelNames, device);
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
}
