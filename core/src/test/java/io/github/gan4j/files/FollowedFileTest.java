package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a file of events, what was followed piece by piece is what a reader finds who reads it whole. */
class FollowedFileTest {
    private static final int ALL = 10_000, FEW = 12;

    /** Something that happens to a file, and whether somebody looks at it afterwards. */
    private record Change(String kind, int size, boolean isLookedAt) {}

    /** A file, and numbers that no line has had yet. */
    private static final class Growing {
        final Path file;
        private int next;

        Growing(Path file) {
            this.file = file;
        }

        void change(Change change, boolean damaged) throws IOException {
            switch (change.kind) {
                case "grows" ->
                    write(lines(change.size, damaged), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                case "grows by half a line" ->
                    write("{\"imagesSeen\": " + next, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                case "is written anew in place" ->
                    write(
                            lines(3 * change.size, damaged),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                case "is replaced" -> AtomicFile.writeString(file, lines(change.size, damaged));
                case "is cut" -> cut(change.size);
                default -> Files.deleteIfExists(file);
            }
        }

        private void write(String text, StandardOpenOption... options) throws IOException {
            Files.writeString(file, text, options);
        }

        private void cut(int size) throws IOException {
            if (!Files.exists(file)) return;
            byte[] all = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(all, all.length * size / 20), StandardOpenOption.TRUNCATE_EXISTING);
        }

        private String lines(int count, boolean damaged) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                next++;
                if (damaged && next % 5 == 0) text.append(next % 2 == 0 ? "nonsense\n" : "{\"imagesSeen\": 1, \"cut\n");
                text.append("{\"imagesSeen\": ").append(next);
                if (next % 7 == 0) text.append(", \"recall\": 0.5");
                text.append("}\n");
            }
            return text.toString();
        }

        /** What a reader finds who reads all of it. */
        List<ObjectNode> whole() throws IOException {
            List<ObjectNode> events = new ArrayList<>();
            if (!Files.exists(file)) return events;
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                try {
                    ObjectNode event = Json.parse(line.getBytes(StandardCharsets.UTF_8));
                    if (event.path("imagesSeen").isNumber()) events.add(event);
                } catch (IOException damaged) {
                    // no event
                }
            }
            return events;
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Change> change = Arbitraries.of(
                        "grows",
                        "grows",
                        "grows",
                        "grows by half a line",
                        "is written anew in place",
                        "is replaced",
                        "is cut",
                        "is deleted")
                .flatMap(kind -> Arbitraries.integers().between(0, 20).flatMap(size -> Arbitraries.of(true, true, false)
                        .map(isLookedAt -> new Change(kind, size, isLookedAt))));
        return change.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 150)
    void what_was_followed_is_what_is_there(@ForAll("changes") List<Change> changes) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-followed");
        try {
            Growing growing = new Growing(folder.resolve("events.jsonl"));
            EventLog news = new EventLog(growing.file), looked = new EventLog(growing.file);
            List<ObjectNode> fromNews = new ArrayList<>(), fromLooks = new ArrayList<>();
            for (Change change : changes) {
                growing.change(change, true);
                if (!change.isLookedAt) continue;
                take(fromNews, news.news());
                take(fromLooks, looked.look(ALL));
                assertThat(fromNews).isEqualTo(growing.whole());
                assertThat(fromLooks).isEqualTo(growing.whole());
                assertThat(looked.broken()).isEqualTo(news.broken());
            }
        } finally {
            FileTree.remove(folder);
        }
    }

    @Property(tries = 150)
    void the_few_that_stand_for_all_are_of_them_and_miss_no_end_and_no_kind(@ForAll("changes") List<Change> changes)
            throws IOException {
        Path folder = Files.createTempDirectory("gan4j-followed");
        try {
            Growing growing = new Growing(folder.resolve("events.jsonl"));
            EventLog log = new EventLog(growing.file);
            List<ObjectNode> few = new ArrayList<>();
            for (Change change : changes) {
                growing.change(change, false);
                if (!change.isLookedAt) continue;
                take(few, log.look(FEW));
                List<ObjectNode> all = growing.whole();
                assertThat(all).containsSubsequence(few);
                if (!all.isEmpty()) assertThat(few).startsWith(all.get(0)).endsWith(all.get(all.size() - 1));
                assertThat(new HashSet<>(log.latest())).isEqualTo(lastOfEachKind(all));
            }
        } finally {
            FileTree.remove(folder);
        }
    }

    private static void take(List<ObjectNode> events, EventLog.News news) {
        if (news.again()) events.clear();
        events.addAll(news.events());
    }

    private static Set<ObjectNode> lastOfEachKind(List<ObjectNode> all) {
        Map<Boolean, ObjectNode> last = new HashMap<>();
        all.forEach(event -> last.put(event.has("recall"), event));
        return new HashSet<>(last.values());
    }
}
