package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
    private record Score(String name, double value, List<Integer> counts) {}

    @TempDir
    private Path folder;

    @Test
    void records_come_back_as_they_were_written() throws IOException {
        Score score = new Score("modes", 7.5, List.of(1, 2));
        Json.write(file(), score);
        assertThat(Json.read(file(), Score.class)).isEqualTo(score);
        assertThat(Files.readString(file())).endsWith("}\n");
    }

    @Test
    void what_is_wrong_is_said_in_one_line_with_the_file_and_the_key() throws IOException {
        refuses("{}", "key 'name' is missing");
        refuses("{\"name\": \"a\", \"value\": \"b\", \"counts\": []}", "'value' must be a number, got \"b\"");
        refuses(
                "{\"name\": \"a\", \"value\": 1, \"counts\": [], \"more\": 1}",
                "unknown key 'more'; known keys: counts, name, value");
        refuses("[]", "it is not a JSON object");
        refuses("{", "it is not valid JSON: ");
        refuses(" ".repeat(1 << 21), "it has more than 1048576 bytes");
        Files.delete(file());
        assertThatIOException()
                .isThrownBy(() -> Json.read(file(), Score.class))
                .withMessage(file() + ": no such file or folder");
    }

    private void refuses(String text, String message) throws IOException {
        Files.writeString(file(), text);
        assertThatIOException()
                .isThrownBy(() -> Json.read(file(), Score.class))
                .withMessageStartingWith(file() + ": " + message);
    }

    private Path file() {
        return folder.resolve("score.json");
    }
}
