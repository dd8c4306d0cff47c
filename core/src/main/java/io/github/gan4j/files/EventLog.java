package io.github.gan4j.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A file of events that others append to, read as it grows. Lines that are not events are counted and skipped, and an
 * unfinished last line waits for its end. One thread at a time.
 */
public final class EventLog {
    /** A longer line is not an event. */
    static final int MOST_LINE_BYTES = 1 << 16;

    /** When more has come at once, not all of it is parsed. */
    public static final long MOST_NEW_BYTES = 4 << 20;

    private static final int MOST_GLANCED_BYTES = 1 << 13;

    /** So much of what was read last must be there still, or the file was written anew. */
    private static final int REMEMBERED_BYTES = 256;

    private final Path file;
    private Optional<Object> identity = Optional.empty();
    private final Map<Set<String>, ObjectNode> latest = new LinkedHashMap<>();
    private boolean begun;
    private byte[] beforeOffset = {};
    private long offset;
    private int broken;

    public EventLog(Path file) {
        this.file = file;
    }

    /**
     * The events since the last call.
     *
     * @param again whether the file was replaced, so that these are all events and earlier ones are void
     */
    public record News(boolean again, List<ObjectNode> events) {}

    public News news() throws IOException {
        try {
            boolean again = replaced();
            if (again) forget();
            return new News(again, read());
        } catch (NoSuchFileException notYet) {
            return gone(offset > 0);
        }
    }

    private void forget() {
        begun = false;
        offset = 0;
        broken = 0;
        beforeOffset = new byte[0];
        latest.clear();
    }

    private News gone(boolean again) {
        forget();
        return new News(again, List.of());
    }

    /**
     * As {@link #news}, for a file of any length: at first, when the file was replaced, and when much came at once, all
     * events are given from the start, but only {@code most} of them, as by {@link #thinned}, and only these are parsed.
     */
    public News look(int most) throws IOException {
        try {
            boolean follows = !replaced() && begun && Files.size(file) - offset <= MOST_NEW_BYTES;
            if (!follows) return new News(true, begin(most));
            List<ObjectNode> events = read();
            events.forEach(this::remember);
            return new News(false, events);
        } catch (NoSuchFileException notYet) {
            return gone(begun);
        }
    }

    private List<ObjectNode> begin(int most) throws IOException {
        EventLines lines = EventLines.of(file);
        begun = true;
        offset = lines.end();
        broken = lines.broken();
        latest.clear();
        for (byte[] line : lines.lastOfEachKind()) parsed(line).ifPresent(this::remember);
        List<ObjectNode> events = new ArrayList<>();
        for (byte[] line : lines.thinned(2 * most)) parsed(line).ifPresentOrElse(events::add, () -> broken++);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            beforeOffset = before(channel);
        }
        return thinned(events, most);
    }

    private void remember(ObjectNode event) {
        Set<String> keys = new HashSet<>();
        event.fieldNames().forEachRemaining(keys::add);
        latest.remove(keys);
        latest.put(keys, event);
        if (latest.size() > EventLines.MOST_KINDS)
            latest.remove(latest.keySet().iterator().next());
    }

    /**
     * Of what {@link #look} has read, the last of the events that have the same keys as one another, oldest first: whatever
     * was recorded is in one of them.
     */
    public List<ObjectNode> latest() {
        return List.copyOf(latest.values());
    }

    private boolean replaced() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Optional<Object> before = identity;
        identity = Optional.of(Optional.ofNullable(now.fileKey()).orElseGet(now::creationTime));
        return before.isPresent() && !before.equals(identity) || now.size() < offset || rewritten();
    }

    /** Whether other bytes are where those were that were read last: what is written in place keeps its identity. */
    private boolean rewritten() throws IOException {
        if (offset == 0) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !Arrays.equals(before(channel), beforeOffset);
        }
    }

    /** The bytes that end where reading goes on. */
    private byte[] before(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(offset, REMEMBERED_BYTES));
        long from = offset - bytes.capacity();
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) continue;
        return bytes.array();
    }

    private List<ObjectNode> read() throws IOException {
        List<ObjectNode> events = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = offset;
            while (channel.read(buffer.clear(), at) > 0) {
                buffer.flip();
                at += buffer.limit();
                while (buffer.hasRemaining()) {
                    byte next = buffer.get();
                    if (next != '\n') {
                        if (line.size() <= MOST_LINE_BYTES) line.write(next);
                        continue;
                    }
                    parsed(line.toByteArray()).ifPresentOrElse(events::add, () -> broken++);
                    line.reset();
                    offset = at - buffer.remaining();
                }
            }
            beforeOffset = before(channel);
        }
        return events;
    }

    private static Optional<ObjectNode> parsed(byte[] line) {
        try {
            return Optional.of(Json.parse(line))
                    .filter(event -> event.path("imagesSeen").isNumber());
        } catch (IOException | StackOverflowError malformed) {
            return Optional.empty();
        }
    }

    /** How many lines were not events. */
    public int broken() {
        return broken;
    }

    /**
     * Hears all events of a file in which one of these words is a key, in order; the others are not even parsed.
     *
     * @throws IOException as of reading the file
     */
    public static void forEachWith(Path file, Set<String> words, Consumer<ObjectNode> heard) throws IOException {
        List<String> quoted = words.stream().map(word -> "\"" + word + "\"").toList();
        JsonLines.forEach(file, line -> {
            String text = new String(line, StandardCharsets.ISO_8859_1);
            if (quoted.stream().anyMatch(text::contains))
                parsed(line)
                        .filter(event -> words.stream().anyMatch(event::has))
                        .ifPresent(heard);
        });
    }

    /** Events at some places of a long file, evenly spaced, and its last: only there it is read, so that they are there at once. */
    public static List<ObjectNode> glance(Path file, int places) {
        List<ObjectNode> events = new ArrayList<>();
        ByteBuffer piece = ByteBuffer.allocate(MOST_GLANCED_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int place = 0; place < places - 1; place++) {
                channel.read(piece.clear(), channel.size() * place / places);
                String[] lines = new String(piece.array(), 0, piece.position(), StandardCharsets.UTF_8).split("\n", 3);
                // what lies before the first line end is whole at the beginning of the file alone
                if (lines.length == 3)
                    parsed((place == 0 ? lines[0] : lines[1]).getBytes(StandardCharsets.UTF_8))
                            .ifPresent(events::add);
            }
        } catch (IOException unreadable) {
            // said by whoever reads all of it
        }
        last(file).ifPresent(events::add);
        return events;
    }

    /** The last event of a file, of which only the end is read. */
    public static Optional<ObjectNode> last(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, 1 << 16));
            while (end.hasRemaining() && channel.read(end, size - end.capacity() + end.position()) > 0) continue;
            byte[] bytes = end.array();
            int to = bytes.length;
            while (to > 0) {
                while (to > 0 && bytes[to - 1] != '\n') to--;
                int from = Math.max(0, to - 1);
                while (from > 0 && bytes[from - 1] != '\n') from--;
                if (to == 0) break;
                Optional<ObjectNode> event = parsed(Arrays.copyOfRange(bytes, from, to - 1));
                if (event.isPresent()) return event;
                to = from;
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * At most {@code most} events, evenly spaced, the first and the last among them. Events with rare keys, such as metrics,
     * are kept as long as they are at most a quarter.
     */
    public static List<ObjectNode> thinned(List<ObjectNode> events, int most) {
        if (events.size() <= most) return events;
        Map<String, Integer> said = new HashMap<>();
        events.forEach(event -> event.fieldNames().forEachRemaining(key -> said.merge(key, 1, Integer::sum)));
        Predicate<ObjectNode> rare =
                event -> event.properties().stream().anyMatch(field -> 2 * said.get(field.getKey()) < events.size());
        List<ObjectNode> seldom = evenly(events.stream().filter(rare).toList(), most / 4);
        List<ObjectNode> often = evenly(events.stream().filter(rare.negate()).toList(), most - seldom.size());
        Set<ObjectNode> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(seldom);
        kept.addAll(often);
        return events.stream().filter(kept::contains).toList();
    }

    /** At most {@code most} elements, evenly spaced, the first and the last among them. */
    public static <T> List<T> evenly(List<T> all, int most) {
        if (all.size() <= most) return all;
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / Math.max(1, most - 1))))
                .toList();
    }
}
