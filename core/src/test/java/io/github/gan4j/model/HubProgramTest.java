package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubProgramTest {
    private static final String LATENT =
            "\"inputs\": [{\"name\": \"latent\"}], \"latents\": {\"normal\": {\"size\": 2}}";

    @TempDir
    Path folder;

    private void write(String config) throws IOException {
        Safetensors.write(
                folder.resolve("model.safetensors"),
                Map.of("0.weight", StoredTensor.of(new float[] {1, 0, 0, 1, 1, 1}, 3, 2)),
                Map.of());
        Files.writeString(folder.resolve("config.json"), config);
    }

    @Test
    void a_folder_of_weights_and_calls_is_a_generator() throws IOException {
        write("{" + LATENT + ", \"calls\": [[\"v0\", \"linear\", [\"latent\", \"0.weight\", null]]]}");
        for (Path path : new Path[] {folder, folder.resolve("model.safetensors")})
            try (Synthesizer generator = Synthesizer.open(path, line -> {})) {
                assertThat(generator.shape()).isEqualTo(SampleShape.point(3));
                float[] latent = generator.latents().of(7);
                assertThat(generator.samples(latent)).containsExactly(latent[0], latent[1], latent[0] + latent[1]);
                assertThat(generator.provenance().checksums()).containsKey("model.safetensors");
            }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model_type\": \"unet\"}|weights for PyTorch, not a run folder; .*",
                "no JSON|weights for PyTorch, not a run folder; .*",
                "{LATENT, \"calls\": [[\"v0\", \"linear\", [\"latent\", \"1.weight\"]]]}|uses '1.weight' before it is there",
                "{LATENT, \"calls\": [[\"v0\", \"no_such_thing\", [\"latent\"]]]}|is no program for libtorch: .*",
                "{\"inputs\": [{\"name\": \"x):\"}], \"calls\": []}|has an input 'x\\):'"
            })
    void what_is_no_such_folder_is_refused_in_a_line(String config, String line) throws IOException {
        write(config.replace("LATENT", LATENT));
        assertThatIOException()
                .isThrownBy(() -> Synthesizer.open(folder, notice -> {}))
                .withMessageMatching("[^ ]*: " + line);
    }
}
