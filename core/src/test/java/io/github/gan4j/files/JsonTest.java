package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    void a_byte_order_mark_is_passed_over() throws IOException {
        Files.writeString(file(), "\ufeff{\"name\": \"a\", \"value\": 1, \"counts\": []}");
        assertThat(Json.read(file(), Score.class)).isEqualTo(new Score("a", 1, List.of()));
    }

    @Test
    void what_is_wrong_is_said_in_one_line_with_the_file_and_the_key() throws IOException {
        refuses("{}", "key 'value' is missing");
        refuses("{\"name\": \"a\", \"value\": \"b\", \"counts\": []}", "'value' must be a number, got \"b\"");
        refuses(
                "{\"name\": \"a\", \"value\": 1, \"counts\": [], \"more\": 1}",
                "unknown key 'more'; known keys: counts, name, value");
        refuses("[]", "it is not a JSON object");
        refuses("{", "it is not valid JSON: Unexpected end-of-input: expected close marker for Object");
        refuses(" ".repeat(1 << 21), "it has more than 1048576 bytes");
        Files.delete(file());
        assertThatIOException()
                .isThrownBy(() -> Json.read(file(), Score.class))
                .withMessage(file() + ": no such file or folder");
    }

    private record Interval(double low, double high) {}

    private record Measured(String name, Optional<Interval> interval, OptionalInt label) {}

    @Test
    void an_empty_optional_has_no_key() throws IOException {
        for (Measured each : List.of(
                new Measured("a", Optional.of(new Interval(0.5, 1)), OptionalInt.of(2)),
                new Measured("a", Optional.empty(), OptionalInt.empty()))) {
            Json.write(file(), each);
            assertThat(Json.read(file(), Measured.class, 100)).isEqualTo(each);
        }
        assertThat(Json.read(file(), ObjectNode.class)).hasToString("{\"name\":\"a\"}");
        Files.writeString(file(), "{\"name\": \"a\", \"interval\": {\"low\": 1}}");
        assertThatIOException()
                .isThrownBy(() -> Json.read(file(), Measured.class))
                .withMessage(file() + ": key 'interval.high' is missing");
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
