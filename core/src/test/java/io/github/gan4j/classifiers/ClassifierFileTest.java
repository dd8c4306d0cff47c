package io.github.gan4j.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFileTest {
    private static final Grade GRADE = new Grade("0123456789abcdef", "quickly", "by hand", 10, 0.75);

    @TempDir
    Path folder;

    private Path file;
    private String hash;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("some.safetensors");
        SampleShape shape = SampleShape.image(1, 8, 8);
        try (Classifier classifier =
                new Classifier(Structure.CONVOLUTIONAL, shape, List.of("left", "right"), Device.CPU)) {
            hash = classifier.hash();
            ClassifierFile.write(file, new Graded(classifier, GRADE));
        }
    }

    @Test
    void what_was_written_is_read_back() throws IOException {
        try (Graded read = ClassifierFile.read(file, Device.CPU)) {
            assertThat(read.classifier().hash()).isEqualTo(hash);
            assertThat(read.classifier().labelNames()).containsExactly("left", "right");
            assertThat(read.grade()).isEqualTo(GRADE);
        }
    }

    @Test
    void a_changed_weight_is_noticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
        refused(file + ": is damaged: its weights differ from its hash");
    }

    @Test
    void another_safetensors_file_is_refused() throws IOException {
        Safetensors.write(file, Map.of("a", StoredTensor.of(new float[1], 1)), Map.of());
        refused(file + ": is not a classifier that gan4j has written");
    }

    @Test
    void claims_are_compared_with_the_file_before_memory_is_taken() throws IOException {
        claim("softmax", 16_384, 1024, 1024);
        refused(
                file
                        + ": is not a complete classifier: it has 2 classes of 1024x1024 with 16384 channels images, at most 10000 of 1024 pixels and 3 channels are read");
        claim("softmax", 1, 2000, 2);
        refused(file
                + ": is not a complete classifier: it has 2 classes of 2x2000 grey images, at most 10000 of 1024 pixels"
                + " and 3 channels are read");
        claim("forest", 1, 2, 2);
        refused(file + ": is not a complete classifier: 'structure' must be one of softmax, perceptron, convolutional,"
                + " residual, got \"forest\"");
        claim("perceptron", 3, 1024, 1024);
        refused(file + ": is not a complete classifier: its arrays are not those of its structure");
    }

    private void claim(String structure, int channels, int height, int width) throws IOException {
        String json = ("{'structure': '%s', 'channels': %d, 'height': %d, 'width': %d, 'labelNames': ['a', 'b'],"
                        + " 'hash': '', 'grade': {'data': '', 'recipe': '', 'split': '', 'images': 1, 'accuracy': 1}}")
                .formatted(structure, channels, height, width)
                .replace('\'', '"');
        Safetensors.write(file, Map.of("a", StoredTensor.of(new float[1], 1)), Map.of("classifier", json));
    }

    private void refused(String message) {
        assertThatThrownBy(() -> ClassifierFile.read(file, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
