package io.github.gan4j.files;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** What stands before the pixels of a JPEG file. */
record JpegSegments(Colours colours, ImageFacts facts) {
    private static final int SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee;

    /** The numbers that a pixel of the file is made of. */
    enum Colours {
        GREY(1),
        RGB(3),
        YCC(3),
        CMYK(4),
        YCCK(4);

        private final int channels;

        Colours(int channels) {
            this.channels = channels;
        }

        int channels() {
            return channels;
        }

        /** What a number of channels means where nothing else says it. */
        static Colours of(int channels) {
            return channels == 1 ? GREY : channels == 4 ? CMYK : RGB;
        }
    }

    static JpegSegments of(byte[] file) {
        Walk walk = new Walk(file);
        walk.segments();
        Colours colours = walk.colours();
        return new JpegSegments(
                colours, new ImageFacts(walk.orientation, walk.profile(), 1, Math.max(1, walk.ids.length)));
    }

    private static final class Walk {
        private final byte[] file;
        private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
        private int pieces;
        private boolean jfif;
        private int transform = -1;
        private int orientation = 1;
        private byte[] ids = new byte[0];

        Walk(byte[] file) {
            this.file = file;
        }

        void segments() {
            int at = 2;
            while (at + 4 <= file.length) {
                int marker = file[at + 1] & 0xff;
                if (file[at] != (byte) 0xff || marker == 0 || marker == 0xff) {
                    at++;
                    continue;
                }
                if (marker == SOI || marker >= 0xd0 && marker <= 0xd7 || marker == 1) {
                    at += 2;
                    continue;
                }
                if (marker == EOI || marker == SOS) return;
                int end = at + 2 + (file[at + 2] & 0xff) * 256 + (file[at + 3] & 0xff);
                if (end > file.length || end < at + 4) return;
                segment(marker, Arrays.copyOfRange(file, at + 4, end));
                at = end;
            }
        }

        private void segment(int marker, byte[] data) {
            if (marker == APP0 && Magic.at(data, 0, "JFIF\0")) jfif = true;
            else if (marker == APP1 && Magic.at(data, 0, "Exif\0\0") && orientation == 1)
                orientation = ImageFacts.orientation(data);
            else if (marker == APP2 && Magic.at(data, 0, "ICC_PROFILE\0") && data.length > 14) {
                pieces = data[13] & 0xff;
                profile.put(data[12] & 0xff, Arrays.copyOfRange(data, 14, data.length));
            } else if (marker == APP14 && Magic.at(data, 0, "Adobe") && data.length > 11) transform = data[11];
            else if (isFrame(marker) && data.length >= 6) {
                ids = new byte[Math.min(data[5] & 0xff, (data.length - 6) / 3)];
                for (int i = 0; i < ids.length; i++) ids[i] = data[6 + 3 * i];
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        /** As libjpeg decides it: JFIF is YCbCr, Adobe's marker says, and else the names of the components do. */
        Colours colours() {
            return switch (ids.length) {
                case 3 -> {
                    boolean named = ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B';
                    boolean rgb = !jfif && (transform >= 0 ? transform == 0 : named);
                    yield rgb ? Colours.RGB : Colours.YCC;
                }
                case 4 -> transform == 2 ? Colours.YCCK : Colours.CMYK;
                default -> Colours.GREY;
            };
        }

        /** The pieces joined; one that is missing leaves a profile that is damaged. */
        Optional<byte[]> profile() {
            if (profile.isEmpty()) return Optional.empty();
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            if (profile.firstKey() == 1 && profile.lastKey() == pieces && profile.size() == pieces)
                profile.values().forEach(joined::writeBytes);
            return Optional.of(joined.toByteArray());
        }
    }
}
