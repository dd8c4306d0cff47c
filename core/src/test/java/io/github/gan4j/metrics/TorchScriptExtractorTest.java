package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptExtractorTest {
    @TempDir
    Path folder;

    @Test
    void a_plain_network_gets_colour_images_of_the_wanted_size() throws IOException {
        Path file = ScriptFile.write(folder.resolve("mean.pt"), """
                def forward(self, x):
                    assert x.size(1) == 3 and x.size(2) == 32 and x.size(3) == 32
                    return x.mean([2, 3])
                """);
        try (Extractor extractor = new TorchScriptExtractor(file, 32)) {
            assertThat(extractor.name()).isEqualTo("mean.pt (-1 to 1, bilinear to 32x32)");
            float[] half = new float[784];
            Arrays.fill(half, -0.5f);
            Extraction seen = extractor.look(new Batch(1, SampleShape.image(1, 28, 28), half, new int[0]));
            assertThat(seen.features().values()).containsExactly(-0.5f, -0.5f, -0.5f);
            assertThat(extractor.look(new PenStrokes(1).batch(0, 60)).count()).isEqualTo(60);
        }
    }

    @Test
    void a_network_that_returns_features_is_asked_for_them_and_gets_whole_numbers() throws IOException {
        Path file = ScriptFile.write(folder.resolve("inception.pt"), """
                def forward(self, img, return_features : bool = False):
                    assert img.dtype == 0
                    x = img.to(6).flatten(2).mean(2)
                    if return_features:
                        return x
                    return x * 0.0
                """);
        try (Extractor extractor = new TorchScriptExtractor(file, 32)) {
            assertThat(extractor.name()).isEqualTo("inception.pt (0 to 255, resized by the file)");
            Batch white = new Batch(1, SampleShape.image(3, 1, 2), new float[] {1, 1, 0, 0, -1, -1}, new int[0]);
            assertThat(extractor.look(white).features().values()).containsExactly(255, 128, 0);
        }
    }

    @Test
    void its_hash_is_that_of_the_file_and_of_how_images_are_prepared() throws IOException {
        Path one = ScriptFile.write(folder.resolve("one.pt"), "def forward(self, x):\n    return x.mean([2, 3])\n");
        Path two = ScriptFile.write(folder.resolve("two.pt"), "def forward(self, x):\n    return x.sum([2, 3])\n");
        try (Extractor small = new TorchScriptExtractor(one, 32);
                Extractor again = new TorchScriptExtractor(one, 32);
                Extractor large = new TorchScriptExtractor(one, 64);
                Extractor other = new TorchScriptExtractor(two, 32)) {
            assertThat(small.hash()).hasSize(16).isEqualTo(again.hash());
            assertThat(small.hash()).isNotEqualTo(large.hash()).isNotEqualTo(other.hash());
        }
        assertThatThrownBy(() -> new TorchScriptExtractor(one, 0))
                .hasMessage("an extractor's size must be within 1 and 4096 pixels, found 0");
    }
}
