package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.tensor.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorsTest {
    private static final Split UNLABELLED = Split.heldOut(unlabelled());

    @TempDir
    Path folder;

    private static ImageSet unlabelled() {
        return ImageSets.of(SampleShape.image(3, 16, 16), new float[12 * 768], new int[0], List.of());
    }

    private Extractor named(String name) throws IOException {
        return Extractors.named(name, UNLABELLED, new CacheFolder(folder), line -> {}, share -> {});
    }

    @Test
    void without_labels_random_convolutions_look() throws IOException {
        try (Extractor extractor = named("auto")) {
            assertThat(extractor.name()).isEqualTo("random-convolution");
        }
        assertThatThrownBy(() -> named("classifier"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the extractor classifier needs labelled reals, these have no labels; random-convolution needs none");
    }

    @Test
    void a_torch_script_file_may_come_with_its_size() throws IOException {
        Path file = ScriptFile.write(folder.resolve("mean.pt"), "def forward(self, x):\n    return x.mean([2, 3])\n");
        try (Extractor usual = named(file.toString());
                Extractor small = named(file + ":32")) {
            assertThat(usual.name()).contains("299x299");
            assertThat(small.name()).contains("32x32");
        }
        assertThatThrownBy(() -> named(folder + "/none.onnx:64")).hasMessage(folder + "/none.onnx: no such file");
        assertThatThrownBy(() -> named(folder + "/none.pt")).hasMessage(folder + "/none.pt: no such file");
        assertThatThrownBy(() -> named("eye"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "unknown extractor 'eye'; known extractors: auto, classifier, random-convolution, pixels, or a TorchScript"
                                + " or ONNX file (FILE.pt, FILE.onnx, or FILE.pt:SIZE for its size in pixels)");
    }
}
