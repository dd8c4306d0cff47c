package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentFileTest {
    @TempDir
    private Path folder;

    @Test
    void latents_come_back_as_they_were_written() throws IOException {
        Path file = folder.resolve("a.json");
        LatentFile.write(file, Json.object().put("image", "me.png"), List.of(new float[] {0.1f, -1e-7f}, new float[2]));
        List<float[]> read = LatentFile.read(file, 2);
        assertThat(read.get(0)).containsExactly(0.1f, -1e-7f);
        assertThat(read).hasSize(2);
        assertThat(Files.readString(file)).contains("\"image\" : \"me.png\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | it is not valid JSON: Unrecognized token 'nonsense'",
                "[[1, 2]] | it is not a JSON object",
                "{} | it has no latents; expected {\"latents\": [[0.1, -1.2, ...], ...]}",
                "{\"latents\": []} | it has no latents; expected {\"latents\": [[0.1, -1.2, ...], ...]}",
                "{\"latents\": 3} | it has no latents; expected {\"latents\": [[0.1, -1.2, ...], ...]}",
                "{\"latents\": [1, 2]} | a latent of this generator has 2 numbers, got number",
                "{\"latents\": [[1, 2, 3]]} | a latent of this generator has 2 numbers, got 3",
                "{\"latents\": [[1, \"2\"]]} | a latent has finite numbers only, got \"2\"",
                "{\"latents\": [[1, 1e60]]} | a latent has finite numbers only, got 1.0E60",
                "{\"latents\": [[1, null]]} | a latent has finite numbers only, got null",
            })
    void what_is_no_file_of_latents_is_refused_in_one_line(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("b.json"), text);
        assertThatThrownBy(() -> LatentFile.read(file, 2))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith(file + ": " + message)
                .doesNotContain("\n");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> LatentFile.read(folder.resolve("none.json"), 2))
                .hasMessage(folder.resolve("none.json") + ": no such file");
    }
}
