package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    record Event(long imagesSeen, double discriminatorLoss, float[] norms) {}

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    @Test
    void lines_can_be_read_while_the_file_is_open() throws IOException {
        try (JsonLines events = JsonLines.append(file)) {
            events.write(new Event(64, 0.5, new float[] {1, 2}));
            assertThat(file).hasContent("{\"imagesSeen\":64,\"discriminatorLoss\":0.5,\"norms\":[1.0,2.0]}\n");
            events.write(Map.of("imagesSeen", 128));
        }
        assertThat(JsonLines.read(file))
                .extracting(line -> line.get("imagesSeen").asLong())
                .containsExactly(64L, 128L);
    }

    @Test
    void what_json_cannot_say_is_null() throws IOException {
        try (JsonLines events = JsonLines.append(file)) {
            events.write(new Event(1, Double.NaN, new float[] {Float.POSITIVE_INFINITY, 1}));
            events.write(Json.object().put("x", Float.NaN).put("y", 2));
        }
        assertThat(file).hasContent("""
                {"imagesSeen":1,"discriminatorLoss":null,"norms":[null,1.0]}
                {"x":null,"y":2}
                """);
    }

    @Test
    void a_cut_last_line_is_ignored_and_gone_after_the_next_opening() throws IOException {
        Files.writeString(file, "{\"a\":1}\n{\"a\":2}\n{\"a\":3");
        assertThat(JsonLines.read(file)).hasSize(2);
        try (JsonLines events = JsonLines.append(file)) {
            events.write(Map.of("a", 4));
        }
        assertThat(file).hasContent("{\"a\":1}\n{\"a\":2}\n{\"a\":4}\n");
        Files.writeString(file, "{\"a\":1}\n\0\0\0\n");
        assertThat(JsonLines.read(file)).hasSize(1);
        Files.writeString(file, "{\"a\"");
        JsonLines.append(file).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void damaged_lines_are_left_out_and_counted() throws IOException {
        List<String> notices = new ArrayList<>();
        Files.writeString(file, "{\"a\":1}\nhello\n{\"a\":2}\n");
        assertThat(JsonLines.read(file, notices::add)).hasSize(2);
        assertThat(notices).containsExactly(file + ": a line is damaged and left out");
        notices.clear();
        Files.writeString(
                file,
                "[]\n{\"a\":1}\n\n\0\0\0\0{\"a\":2}\n{\"a\":3}\n" + "x".repeat(JsonLines.MOST_LINE_BYTES + 9)
                        + "\n{}\n");
        assertThat(JsonLines.read(file, notices::add)).hasSize(3);
        assertThat(notices).containsExactly(file + ": 4 lines are damaged and left out");
    }

    @Test
    void an_interrupted_thread_writes_whole_lines_and_stays_interrupted() throws IOException {
        try (JsonLines events = JsonLines.append(file)) {
            events.write(Map.of("a", 1));
            Thread.currentThread().interrupt();
            events.write(Map.of("a", 2));
            events.sync();
            assertThat(Thread.interrupted()).isTrue();
            events.write(Map.of("a", 3));
        }
        assertThat(file).hasContent("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
    }

    @Test
    void events_after_a_moment_can_be_dropped() throws IOException {
        Files.writeString(file, "{\"at\":1,\"x\":1.5E-7}\n{\"at\":2}\n{\"at\":3}\n{\"at\":1}\n{\"at");
        JsonLines.keepWhile(file, line -> line.get("at").asInt() <= 2);
        assertThat(Files.readAllLines(file)).isEqualTo(List.of("{\"at\":1,\"x\":1.5E-7}", "{\"at\":2}"));
    }

    @Test
    void places_that_cannot_be_written_are_named() {
        Path lost = folder.resolve("missing").resolve("events.jsonl");
        assertThatIOException()
                .isThrownBy(() -> JsonLines.append(lost))
                .withMessage(lost + ": cannot be written: no such file or folder");
        assertThatIOException().isThrownBy(() -> JsonLines.read(lost)).withMessage(lost + ": no such file or folder");
    }
}
