package io.github.gan4j.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the lines of a file of events lie, found without parsing them, and which of them have the same keys, which tells
 * common events from rare ones, such as those with metrics.
 */
final class EventLines {
    private static final int PIECE = 1 << 20;
    /** More are not those of a run. */
    static final int MOST_KINDS = 500;

    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private int broken;
    private long end;

    /** @param keys equal for lines with the same keys: the sum of their hashes */
    private record Line(long from, int length, int keys) {}

    private EventLines(Path file) {
        this.file = file;
    }

    static EventLines of(Path file) throws IOException {
        EventLines found = new EventLines(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            found.scan(channel);
        }
        return found;
    }

    private void scan(FileChannel channel) throws IOException {
        byte[] piece = new byte[PIECE];
        long at = 0, from = 0;
        int quotes = 0, word = 0, keys = 0;
        for (int read = channel.read(ByteBuffer.wrap(piece)); read > 0; read = channel.read(ByteBuffer.wrap(piece))) {
            for (int i = 0; i < read; i++) {
                byte next = piece[i];
                if (next == '"') word = ++quotes % 2 == 1 ? 0 : word;
                // a colon after a word that has ended; those within texts are within a word
                else if (next == ':' && quotes % 2 == 0) keys += spread(word);
                else if (quotes % 2 == 1) word = 31 * word + next;
                if (next != '\n') continue;
                add(from, at + i - from, quotes, keys);
                from = at + i + 1;
                end = from;
                quotes = 0;
                keys = 0;
            }
            at += read;
        }
    }

    /** Makes it unlikely that the sums of two different sets of hashes are equal. */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x45d9f3b;
        return (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
    }

    /** What has no key at all, or is longer than any event, is none. */
    private void add(long from, long length, int quotes, int keys) {
        if (quotes < 2 || length > EventLog.MOST_LINE_BYTES) broken++;
        else lines.add(new Line(from, (int) length, keys));
    }

    /** How many lines cannot be events. */
    int broken() {
        return broken;
    }

    /** Where the last whole line ends. */
    long end() {
        return end;
    }

    /** At most {@code most} lines in order, evenly spaced; of the rare ones up to a quarter. */
    List<byte[]> thinned(int most) throws IOException {
        Map<Integer, Integer> alike = new HashMap<>();
        lines.forEach(line -> alike.merge(line.keys(), 1, Integer::sum));
        List<Line> rare = lines.stream()
                .filter(line -> 10 * alike.get(line.keys()) < lines.size())
                .toList();
        List<Line> common = lines.stream()
                .filter(line -> 10 * alike.get(line.keys()) >= lines.size())
                .toList();
        List<Line> seldom = EventLog.evenly(rare, common.isEmpty() ? most : most / 4);
        List<Line> kept = Stream.concat(seldom.stream(), EventLog.evenly(common, most - seldom.size()).stream())
                .sorted((a, b) -> Long.compare(a.from(), b.from()))
                .toList();
        return texts(kept);
    }

    /** The last lines with the same keys, in order: two of each kind, should the very last be damaged. */
    List<byte[]> lastOfEachKind() throws IOException {
        Map<Integer, Integer> found = new HashMap<>();
        List<Line> kept = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && kept.size() < MOST_KINDS; i--)
            if (found.merge(lines.get(i).keys(), 1, Integer::sum) <= 2) kept.add(lines.get(i));
        Collections.reverse(kept);
        return texts(kept);
    }

    private List<byte[]> texts(List<Line> kept) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (Line line : kept) {
                ByteBuffer text = ByteBuffer.allocate(line.length());
                while (text.hasRemaining() && channel.read(text, line.from() + text.position()) > 0) continue;
                texts.add(text.array());
            }
        }
        return texts;
    }
}
