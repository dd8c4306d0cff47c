package io.github.gan4j.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The tags of the first directory of a TIFF structure, as TIFF files and EXIF have it. Nothing is allocated beyond the bytes
 * given; what is damaged is not there.
 */
final class TiffTags {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int PROFILE = 34675;
    static final int DNG_VERSION = 50706;

    private static final int MOST_PAGES = 10_000;
    private static final int ENTRY = 12;
    /** Bytes of a number of each type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1};

    /** The numbers of a tag in the file. */
    private record Entry(int type, long count, int at) {}

    private final ByteBuffer bytes;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final int pages;

    private TiffTags(ByteBuffer bytes) {
        this.bytes = bytes;
        pages = read();
    }

    /** @param bytes that begin with {@code II} or {@code MM} */
    static TiffTags of(byte[] bytes) {
        boolean little = bytes.length > 0 && bytes[0] == 'I';
        return new TiffTags(ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
    }

    /** How many directories follow one another. */
    int pages() {
        return pages;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The first number of a tag. */
    int number(int tag, int missing) {
        int[] all = numbers(tag);
        return all.length == 0 ? missing : all[0];
    }

    int[] numbers(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type < 1 || entry.type > 4 || entry.type == 2) return new int[0];
        int size = SIZES[entry.type];
        int[] numbers = new int[(int) Math.min(entry.count, 16)];
        for (int i = 0; i < numbers.length; i++) {
            int at = entry.at + i * size;
            numbers[i] = size == 1 ? bytes.get(at) & 0xff : size == 2 ? bytes.getShort(at) & 0xffff : bytes.getInt(at);
        }
        return numbers;
    }

    byte[] bytes(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || SIZES[entry.type] != 1) return new byte[0];
        return Arrays.copyOfRange(bytes.array(), entry.at, entry.at + (int) entry.count);
    }

    private int read() {
        Set<Integer> seen = new HashSet<>();
        long at = bytes.capacity() < 8 ? 0 : bytes.getInt(4) & 0xffffffffL;
        while (at >= 8 && at + 2 <= bytes.capacity() && seen.size() < MOST_PAGES && seen.add((int) at)) {
            int count = bytes.getShort((int) at) & 0xffff;
            long end = at + 2 + (long) count * ENTRY;
            if (seen.size() == 1)
                for (long entry = at + 2; entry < end && entry + ENTRY <= bytes.capacity(); entry += ENTRY)
                    keep((int) entry);
            at = end + 4 <= bytes.capacity() ? bytes.getInt((int) end) & 0xffffffffL : 0;
        }
        return seen.size();
    }

    private void keep(int at) {
        int type = bytes.getShort(at + 2);
        long count = bytes.getInt(at + 4) & 0xffffffffL;
        if (type < 1 || type >= SIZES.length || count == 0) return;
        long length = count * SIZES[type];
        long from = length <= 4 ? at + 8 : bytes.getInt(at + 8) & 0xffffffffL;
        if (from + length <= bytes.capacity())
            entries.put(bytes.getShort(at) & 0xffff, new Entry(type, count, (int) from));
    }
}
