package io.github.gan4j.files;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNGs of 8 bits a channel (ISO/IEC 15948). ImageIO's writer spends more on each file than on the pixels of a small
 * image.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 4;
    private static final int MOST_IN_CHUNK = 1 << 15;
    private static final int FILTERS = 5;

    private final DataOutputStream out;
    private final Picture picture;
    private final Optional<Picture> opacity;
    private final int step;

    private PngWriter(OutputStream target, Layers layers) {
        out = new DataOutputStream(target);
        picture = layers.picture();
        opacity = layers.opacity();
        step = picture.channels() + (opacity.isPresent() ? 1 : 0);
    }

    static void write(OutputStream target, Layers layers) throws IOException {
        new PngWriter(target, layers).write();
    }

    private void write() throws IOException {
        out.write(SIGNATURE);
        chunk("IHDR", header(), 0, 13);
        Deflater deflater = new Deflater(LEVEL);
        try (OutputStream packed =
                new DeflaterOutputStream(new BufferedOutputStream(new Chunks(), chunkSize()), deflater)) {
            rows(packed);
        } finally {
            deflater.end();
        }
        chunk("IEND", new byte[0], 0, 0);
        out.flush();
    }

    /** All of a small image fits: what cannot be packed grows by less. Clearing a large buffer costs more than its pixels. */
    private int chunkSize() {
        long bytes = picture.height() * (picture.width() * (long) step + 1);
        return (int) Math.min(MOST_IN_CHUNK, bytes + bytes / 1024 + 64);
    }

    private byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(picture.width());
        header.writeInt(picture.height());
        header.write(8);
        header.write((picture.channels() == 3 ? 2 : 0) + (opacity.isPresent() ? 4 : 0));
        header.write(new byte[3]);
        return bytes.toByteArray();
    }

    /** The data of the image, a chunk at each write. */
    private final class Chunks extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            chunk("IDAT", bytes, from, length);
        }
    }

    private void chunk(String type, byte[] data, int from, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, from, length);
        out.writeInt(length);
        out.write(name);
        out.write(data, from, length);
        out.writeInt((int) crc.getValue());
    }

    private void rows(OutputStream packed) throws IOException {
        byte[] above = new byte[picture.width() * step], row = new byte[above.length];
        byte[][] filtered = new byte[FILTERS][row.length + 1];
        for (int y = 0; y < picture.height(); y++) {
            read(y, row);
            packed.write(filtered[filter(row, above, filtered)]);
            byte[] free = above;
            above = row;
            row = free;
        }
    }

    /** The bytes of a row, the channels of a pixel side by side, its opacity last. */
    private void read(int y, byte[] row) {
        int channels = picture.channels(), width = picture.width();
        if (opacity.isEmpty()) {
            System.arraycopy(picture.pixels(), y * row.length, row, 0, row.length);
            return;
        }
        for (int x = 0; x < width; x++) {
            System.arraycopy(picture.pixels(), (y * width + x) * channels, row, x * step, channels);
            row[x * step + channels] = opacity.get().pixels()[y * width + x];
        }
    }

    /** Fills in the row as each filter leaves it, its number first; returns the one that leaves the smallest numbers. */
    private int filter(byte[] row, byte[] above, byte[][] filtered) {
        int[] sums = new int[FILTERS];
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xff, corner = i < step ? 0 : above[i - step] & 0xff;
            int up = above[i] & 0xff;
            filtered[0][i + 1] = row[i];
            filtered[1][i + 1] = (byte) (row[i] - left);
            filtered[2][i + 1] = (byte) (row[i] - up);
            filtered[3][i + 1] = (byte) (row[i] - (left + up) / 2);
            filtered[4][i + 1] = (byte) (row[i] - nearest(left, up, corner));
            for (int f = 0; f < FILTERS; f++) sums[f] += Math.abs(filtered[f][i + 1]);
        }
        int best = 0;
        for (int f = 1; f < FILTERS; f++) {
            filtered[f][0] = (byte) f;
            if (sums[f] < sums[best]) best = f;
        }
        return best;
    }

    /** The neighbour that is nearest to what a plane through all three would have here (Paeth 1991). */
    private static int nearest(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner), fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
        return fromUp <= fromCorner ? up : corner;
    }
}
