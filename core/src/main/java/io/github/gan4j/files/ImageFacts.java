package io.github.gan4j.files;

import java.util.Optional;

/**
 * What an image file says about its pixels without being decoded.
 *
 * @param orientation as EXIF counts it, 1 to 8; 1 is upright
 * @param profile its ICC colour profile, which may be damaged
 * @param frames how many pictures it holds one after the other, at least 1
 * @param rasterBytes how many bytes one pixel takes in memory when it is decoded
 */
record ImageFacts(int orientation, Optional<byte[]> profile, int frames, int rasterBytes) {
    ImageFacts {
        if (orientation < 1 || orientation > 8) orientation = 1;
        frames = Math.max(1, frames);
        rasterBytes = Math.max(1, Math.min(64, rasterBytes));
    }

    static ImageFacts plain(int rasterBytes) {
        return new ImageFacts(1, Optional.empty(), 1, rasterBytes);
    }

    /** The orientation in an EXIF block, with or without {@code Exif\0\0} before it. */
    static int orientation(byte[] exif) {
        boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        byte[] tiff = prefixed ? java.util.Arrays.copyOfRange(exif, 6, exif.length) : exif;
        return TiffTags.of(tiff).number(TiffTags.ORIENTATION, 1);
    }

    static Optional<byte[]> profile(byte[] bytes) {
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }
}
