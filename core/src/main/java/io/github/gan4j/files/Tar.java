package io.github.gan4j.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * A tar archive open for reading, plain or through gzip. Links lead to the file of the archive that they name; sparse files
 * and links to elsewhere are files that cannot be read.
 */
public final class Tar implements Closeable {
    private static final int BLOCK = 512;

    /** Names and the like that are longer than a header has room for. */
    private static final int MOST_EXTRA = 1 << 20;

    private static final Set<Character> FILES = Set.of('\0', '0', '7');

    /** Links, devices and folders, behind which no bytes follow whatever length they claim. */
    private static final Set<Character> BARE = Set.of('1', '2', '3', '4', '5', '6');

    /** Each byte of a name is a letter, so that they can be had back. */
    private static final ZipEncoding AS_BYTES = ZipEncodingHelper.getZipEncoding("ISO-8859-1");

    private final FileChannel channel;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> twice = new TreeSet<>();

    /** Where the bytes of a file lie, or why they cannot be read. */
    private record Place(long offset, long length, String problem) {}

    private Tar(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens an archive and finds its files. A compressed one is unpacked into a temporary file first, which is gone when this
     * is closed.
     *
     * @throws IOException in one line that begins with the path, when there is no such file or it is not a tar archive
     */
    public static Tar open(Path path) throws IOException {
        FileChannel channel = Gzip.isGzip(path) ? Gzip.unpacked(path) : Gzip.channel(path);
        Tar tar = new Tar(channel);
        try {
            tar.index();
            return tar;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException(path + ": is not a valid tar archive (" + Reason.of(e) + ")", e);
        }
    }

    /** Whether 512 bytes are the header of a file in a tar archive. */
    public static boolean isHeader(byte[] block) {
        try {
            return block.length == BLOCK && block[0] != 0 && TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    private void index() throws IOException {
        Map<String, String> links = new LinkedHashMap<>();
        Map<String, String> extra = new LinkedHashMap<>();
        long at = header(0);
        if (at < 0) throw new IOException("it holds nothing");
        while (at >= 0) {
            byte[] header = FileBytes.of(channel, at, BLOCK);
            if (!isHeader(header))
                throw new IOException("the checksum of the header at byte " + at + " does not match");
            TarArchiveEntry entry = new TarArchiveEntry(header, AS_BYTES, true);
            long start = at + BLOCK;
            long size = extra.containsKey("size") ? number(extra.get("size")) : entry.getSize();
            if (size < 0 || size > Long.MAX_VALUE / 2)
                throw new IOException("a file has a length of " + size + " bytes");
            boolean more = entry.isGNULongNameEntry() || entry.isGNULongLinkEntry() || entry.isPaxHeader();
            if (more) describe(entry, start, entry.getSize(), extra);
            else if (!entry.isGlobalPaxHeader()) {
                add(entry, start, size, extra, links);
                extra.clear();
            }
            boolean holdsBytes = !BARE.contains((char) entry.getLinkFlag());
            at = header(start + (!holdsBytes ? 0 : (more ? entry.getSize() : size) + BLOCK - 1) / BLOCK * BLOCK);
        }
        resolve(links);
    }

    private void resolve(Map<String, String> links) {
        if (links.isEmpty()) return;
        Map<String, String> byPath = new HashMap<>();
        for (String name : places.keySet()) byPath.putIfAbsent(inside(Path.of("/" + name)), name);
        links.forEach((name, target) -> {
            places.put(name, linked(name, target, byPath));
            byPath.putIfAbsent(inside(Path.of("/" + name)), name);
        });
    }

    /** A path of the archive without {@code .} and {@code ..}. */
    private static String inside(Path path) {
        return path.normalize().toString().replace(File.separatorChar, '/');
    }

    /**
     * Where the next header is; -1 at the end, which two blocks of zeros mark and some writers leave out. Behind such blocks
     * another archive may follow, as {@code cat} and parallel writers leave them; what is no header there is passed over.
     */
    private long header(long from) throws IOException {
        for (long at = from; at < channel.size(); at += BLOCK) {
            boolean first = at == from;
            if (!first && channel.size() - at < BLOCK) return -1;
            byte[] block = FileBytes.of(channel, at, BLOCK);
            if (!isBlank(block)) return first || isHeader(block) ? at : -1;
        }
        return -1;
    }

    private static boolean isBlank(byte[] block) {
        for (byte each : block) if (each != 0) return false;
        return true;
    }

    private void describe(TarArchiveEntry entry, long start, long size, Map<String, String> extra) throws IOException {
        if (size < 0 || size > MOST_EXTRA)
            throw new IOException("a name has " + size + " bytes; at most " + MOST_EXTRA + " are read");
        byte[] text = FileBytes.of(channel, start, (int) size);
        if (entry.isPaxHeader()) extra.putAll(records(text));
        else extra.put(entry.isGNULongNameEntry() ? "path" : "linkpath", until(text, 0, (byte) 0));
    }

    /** The records of POSIX, {@code LENGTH KEY=VALUE\n} one after the other. */
    private static Map<String, String> records(byte[] text) throws IOException {
        Map<String, String> records = new LinkedHashMap<>();
        for (int at = 0; at < text.length && text[at] != 0; ) {
            String length = until(text, at, (byte) ' ');
            long whole = number(length);
            if (whole <= length.length() + 1 || whole > text.length - at)
                throw new IOException("an extended header is damaged");
            String record = PlainText.name(Arrays.copyOfRange(text, at + length.length() + 1, at + (int) whole - 1));
            int equals = record.indexOf('=');
            if (equals > 0) records.put(record.substring(0, equals), record.substring(equals + 1));
            at += (int) whole;
        }
        return records;
    }

    private static String until(byte[] text, int from, byte end) {
        int to = from;
        while (to < text.length && text[to] != end) to++;
        return PlainText.name(Arrays.copyOfRange(text, from, to));
    }

    private static String decoded(String letters) {
        return PlainText.name(letters.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static long number(String digits) throws IOException {
        if (!digits.matches("\\d{1,18}")) throw new IOException("an extended header is damaged");
        return Long.parseLong(digits);
    }

    private void add(TarArchiveEntry entry, long start, long size, Map<String, String> extra, Map<String, String> links)
            throws IOException {
        String name = extra.getOrDefault("path", decoded(entry.getName()));
        if (places.containsKey(name)) twice.add(name);
        boolean sparse = entry.isSparse() || extra.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"));
        if (entry.isLink() || entry.isSymbolicLink())
            links.put(name, extra.getOrDefault("linkpath", decoded(entry.getLinkName())));
        else if (sparse)
            places.put(
                    extra.getOrDefault("GNU.sparse.name", name),
                    refused("it is a sparse file; pack it without --sparse"));
        else if (FILES.contains((char) entry.getLinkFlag()) && !name.endsWith("/"))
            places.put(name, size > channel.size() - start ? refused("it ends too early") : new Place(start, size, ""));
    }

    private static Place refused(String problem) {
        return new Place(0, 0, problem);
    }

    /** Hard links name a path of the archive, symbolic ones a path seen from their own folder. */
    private Place linked(String name, String target, Map<String, String> byPath) {
        Place hard = places.get(target);
        if (hard != null) return hard;
        Path folder = Path.of("/" + name).getParent();
        Place near = places.get(byPath.getOrDefault(inside(folder.resolve(target)), target));
        return near != null ? near : refused("it is a link to " + target + ", which is not in the archive");
    }

    /** The paths of its files, in the order of the archive; a path that comes again stands for the last such file. */
    public List<String> names() {
        return new ArrayList<>(places.keySet());
    }

    /** Paths that two or more files have; the last of them is read. */
    public Set<String> twice() {
        return Collections.unmodifiableSet(twice);
    }

    /** How long a file is. */
    public long size(String name) {
        return places.get(name).length;
    }

    /** The contents of a file; may be called by several threads. */
    public InputStream open(String name) throws IOException {
        Place place = places.get(name);
        if (!place.problem.isEmpty()) throw new IOException(place.problem);
        return new InputStream() {
            private long done;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (length == 0) return 0;
                int wanted = (int) Math.min(length, place.length - done);
                if (wanted == 0) return -1;
                int found = channel.read(ByteBuffer.wrap(into, from, wanted), place.offset + done);
                if (found < 0) throw new EOFException();
                done += found;
                return found;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
