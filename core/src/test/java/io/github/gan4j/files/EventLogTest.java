package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("events.jsonl");
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<Long> images(EventLog.News news) {
        return news.events().stream().map(e -> e.path("imagesSeen").asLong()).toList();
    }

    @Test
    void follows_a_file_line_by_line_and_waits_for_the_end_of_the_last() throws IOException {
        EventLog log = new EventLog(file());
        assertThat(images(log.news())).isEmpty();
        append("{\"imagesSeen\": 1}\n{\"imagesSeen\": 2}\n{\"images");
        assertThat(images(log.news())).containsExactly(1L, 2L);
        assertThat(images(log.news())).isEmpty();
        append("Seen\": 3}\n");
        assertThat(images(log.news())).containsExactly(3L);
    }

    @Test
    void counts_what_is_no_event_and_passes_over_it() throws IOException {
        append("nonsense\n\n{\"imagesSeen\": \"four\"}\n[1]\n{\"imagesSeen\": 5}\n" + "[".repeat(100_000) + "\n");
        EventLog log = new EventLog(file());
        assertThat(images(log.news())).containsExactly(5L);
        assertThat(log.broken()).isEqualTo(5);
    }

    @Test
    void begins_again_when_the_file_was_replaced() throws IOException {
        append("{\"imagesSeen\": 1}\n{\"imagesSeen\": 2}\n");
        EventLog log = new EventLog(file());
        log.news();
        AtomicFile.writeString(file(), "{\"imagesSeen\": 1}\n{\"imagesSeen\": 7}\n{\"imagesSeen\": 8}\n");
        EventLog.News news = log.news();
        assertThat(news.again()).isTrue();
        assertThat(images(news)).containsExactly(1L, 7L, 8L);
    }

    @Test
    void the_last_event_is_found_behind_lines_that_are_none() throws IOException {
        append("{\"imagesSeen\": 1}\n{\"imagesSeen\": 2}\nnonsense\n\n{\"imagesSeen\": 3");
        assertThat(EventLog.last(file()).orElseThrow().path("imagesSeen").asLong())
                .isEqualTo(2);
        assertThat(EventLog.last(folder.resolve("none"))).isEmpty();
    }

    @Test
    void many_events_are_thinned_evenly_and_keep_both_ends_and_what_is_seldom_said() {
        List<ObjectNode> many = IntStream.range(0, 1000)
                .mapToObj(i -> {
                    ObjectNode event = Json.object().put("imagesSeen", i);
                    return i % 100 == 50 ? event.put("frechet-distance", 1.0 / i) : event;
                })
                .toList();
        List<ObjectNode> kept = EventLog.thinned(many, 60);
        assertThat(kept)
                .hasSize(60)
                .startsWith(many.get(0))
                .endsWith(many.get(999))
                .isSubsetOf(many);
        assertThat(kept.stream().filter(event -> event.has("frechet-distance"))).hasSize(10);
        assertThat(kept).extracting(event -> event.path("imagesSeen").asInt()).isSorted();
        assertThat(EventLog.thinned(many, 8).stream().filter(event -> event.has("frechet-distance")))
                .hasSize(2);
        assertThat(EventLog.thinned(many, 2000)).isSameAs(many);
    }

    @Test
    void looking_parses_a_few_of_a_long_file_and_then_only_what_is_new() throws IOException {
        EventLog log = new EventLog(file());
        assertThat(log.look(10).again()).isFalse();
        append(IntStream.range(0, 1000)
                .mapToObj(i -> "{\"imagesSeen\": " + i + "}\n")
                .collect(Collectors.joining()));
        append("{\"imagesSeen\": 1000, \"recall\": 0.5}\n{\"imagesSeen\": 1001}\n");
        EventLog.News begun = log.look(10);
        assertThat(begun.again()).isTrue();
        assertThat(images(begun)).hasSize(10).contains(0L, 1000L, 1001L);
        append("{\"imagesSeen\": 1002}\n");
        EventLog.News news = log.look(10);
        assertThat(news.again()).isFalse();
        assertThat(images(news)).containsExactly(1002L);
        assertThat(log.latest())
                .extracting(event -> event.path("imagesSeen").asLong())
                .containsExactly(1000L, 1002L);
        AtomicFile.writeString(file(), "{\"imagesSeen\": 7}\n");
        assertThat(images(log.look(10))).containsExactly(7L);
        assertThat(log.latest()).hasSize(1);
        Files.delete(file());
        assertThat(log.look(10).again()).isTrue();
        assertThat(log.look(10).again()).isFalse();
    }

    @Test
    void a_glance_reads_events_at_places_of_the_file_and_the_last() throws IOException {
        append(IntStream.range(0, 1000)
                .mapToObj(i -> "{\"imagesSeen\": " + i + "}\n")
                .collect(Collectors.joining()));
        append("nonsense");
        List<Long> seen = EventLog.glance(file(), 5).stream()
                .map(event -> event.path("imagesSeen").asLong())
                .toList();
        assertThat(seen).hasSize(5).isSorted().startsWith(0L).endsWith(999L);
        assertThat(seen.get(2)).isBetween(380L, 420L);
        assertThat(EventLog.glance(folder.resolve("none"), 5)).isEmpty();
    }
}
