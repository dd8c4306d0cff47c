package io.github.gan4j.files;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a PNG file says beside its pixels. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int MOST_PROFILE_BYTES = 8 << 20;

    private PngChunks() {}

    static ImageFacts of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int orientation = 1, frames = 1, raster = 8;
        Optional<byte[]> profile = Optional.empty();
        int at = SIGNATURE;
        while (at + 12 <= file.length) {
            int length = bytes.getInt(at), from = at + 8;
            if (length < 0 || length > file.length - from) break;
            String kind = new String(file, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            switch (kind) {
                case "IHDR" -> raster = length < 10 ? raster : rasterBytes(file[from + 8], file[from + 9]);
                case "eXIf" -> orientation = ImageFacts.orientation(Arrays.copyOfRange(file, from, from + length));
                case "acTL" -> frames = length < 4 ? frames : bytes.getInt(from);
                case "iCCP" -> profile = Optional.of(inflated(file, from, from + length));
                default -> {}
            }
            at = from + length + 4;
        }
        return new ImageFacts(orientation, profile, frames, raster);
    }

    private static int rasterBytes(int depth, int colourType) {
        int channels =
                switch (colourType) {
                    case 2 -> 4; // a transparent colour adds a channel
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 2;
                };
        return channels * (depth > 8 ? 2 : 1);
    }

    /** A name, a zero, a zero, and the profile deflated; nothing where that is damaged. */
    private static byte[] inflated(byte[] file, int from, int to) {
        int name = from;
        while (name < to && file[name] != 0) name++;
        if (name + 2 >= to) return new byte[0];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, name + 2, to - name - 2);
            byte[] profile = new byte[1 << 12];
            int length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(profile, length, profile.length - length);
                length += more;
                if (more == 0 && length < profile.length || length >= MOST_PROFILE_BYTES) return new byte[0];
                if (length == profile.length) profile = Arrays.copyOf(profile, 2 * length);
            }
            return Arrays.copyOf(profile, length);
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
