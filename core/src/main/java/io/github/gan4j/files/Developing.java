package io.github.gan4j.files;

import io.github.gan4j.files.JpegSegments.Colours;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Decoded numbers made into the layers that they stand for: palettes are looked up, 16 bits rounded to 8, print colours
 * and luminance turned into red, green and blue, profiles converted to sRGB.
 *
 * @param raster the numbers as they are stored, row by row
 * @param colours what the first channels mean; palettes are red, green and blue
 * @param inverted whether no ink is the greatest number, as Adobe writes it into JPEG
 * @param alpha whether the channel behind them is opacity
 * @param premultiplied whether colours are stored times their opacity
 */
record Developing(
        Raster raster,
        Colours colours,
        boolean inverted,
        boolean alpha,
        boolean premultiplied,
        Optional<IndexColorModel> palette,
        Optional<byte[]> profile,
        Set<Remark> remarks) {

    /** Of 16 bits, what cameras and scanners of 14 bits come to that store their values as they are. */
    private static final int FOURTEEN_BITS = 16_383;

    static Developing of(BufferedImage image, Optional<byte[]> profile, Set<Remark> remarks) {
        ColorModel model = image.getColorModel();
        Optional<IndexColorModel> palette = model instanceof IndexColorModel map ? Optional.of(map) : Optional.empty();
        Colours colours = palette.isPresent()
                ? Colours.RGB
                : Colours.of(model.getColorSpace().getNumComponents());
        boolean premultiplied = model.isAlphaPremultiplied();
        return new Developing(
                image.getRaster(), colours, false, model.hasAlpha(), premultiplied, palette, profile, remarks);
    }

    Layers layers() {
        int width = raster.getWidth(), height = raster.getHeight();
        boolean greyPalette = profile.isEmpty() && palette.isPresent() && isGrey(palette.get());
        boolean grey = palette.isEmpty() && colours == Colours.GREY || greyPalette;
        int channels = grey ? 1 : 3;
        Optional<ColourProfile> conversion = conversion(channels);
        byte[] pixels = new byte[Math.multiplyExact(width * height, channels)];
        byte[] mask = alpha ? new byte[width * height] : new byte[0];
        int deep = deepest() > 8 ? 16 : 8;
        if (deep > 8) remarks.add(Remark.DEEP);
        int[] stored = new int[raster.getNumBands() * width], row = new int[channels * width];
        int[] opacity = new int[alpha ? width : 0];
        Expansion expansion = new Expansion(deep);
        int brightest = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, stored);
            expansion.row(stored, row, opacity);
            conversion.ifPresent(profile -> profile.convert(row, deep));
            for (int i = 0; i < row.length; i++) {
                pixels[y * row.length + i] = (byte) rounded(row[i], deep);
                brightest = Math.max(brightest, row[i]);
            }
            for (int x = 0; x < opacity.length; x++) mask[y * width + x] = (byte) rounded(opacity[x], deep);
        }
        Picture picture = new Picture(width, height, channels, pixels);
        boolean opaque = true;
        for (byte each : mask) opaque &= each == (byte) 255;
        if (opaque && brightest > 0 && deep > 8 && brightest <= FOURTEEN_BITS) remarks.add(Remark.DARK);
        if (opaque && brightest > 0 && deep == 8 && grey && brightest <= Remark.MOST_BLACK) remarks.add(Remark.BLACK);
        return new Layers(picture, opaque ? Optional.empty() : Optional.of(new Picture(width, height, 1, mask)));
    }

    private static int rounded(int sample, int bits) {
        return bits == 8 ? sample : (sample + 128) / 257;
    }

    private static boolean isGrey(IndexColorModel palette) {
        int[] rgb = new int[palette.getMapSize()];
        palette.getRGBs(rgb);
        return Arrays.stream(rgb).allMatch(c -> (c >> 16 & 0xff) == (c & 0xff) && (c >> 8 & 0xff) == (c & 0xff));
    }

    private int deepest() {
        return palette.isPresent()
                ? 8
                : Arrays.stream(raster.getSampleModel().getSampleSize()).max().orElse(8);
    }

    private Optional<ColourProfile> conversion(int channels) {
        if (profile.isEmpty()) return Optional.empty();
        if (colours.channels() == 4) {
            remarks.add(Remark.PRINT_PROFILE);
            return Optional.empty();
        }
        Optional<ColourProfile> found = ColourProfile.of(profile.get(), channels);
        if (found.isEmpty()) remarks.add(Remark.PROFILE_IGNORED);
        else if (found.get().isOther()) remarks.add(Remark.PROFILE);
        return found.filter(ColourProfile::isOther);
    }

    /** Rows of stored numbers made into rows of grey or of red, green and blue, 8 or 16 bits each, and of opacity. */
    private final class Expansion {
        private final int most;
        private final int bands = raster.getNumBands();
        private final int[] largest = new int[bands];
        private final int[] argb;

        Expansion(int bits) {
            most = (1 << bits) - 1;
            for (int b = 0; b < bands; b++)
                largest[b] = (1 << raster.getSampleModel().getSampleSize(b)) - 1;
            argb = new int[palette.map(IndexColorModel::getMapSize).orElse(0)];
            palette.ifPresent(map -> map.getRGBs(argb));
        }

        void row(int[] stored, int[] row, int[] opacity) {
            int channels = row.length / (stored.length / bands);
            for (int x = 0; x * bands < stored.length; x++) {
                if (palette.isPresent()) indexed(stored[x], x, channels, row, opacity);
                else direct(stored, x, channels, row, opacity);
            }
        }

        private void indexed(int index, int x, int channels, int[] row, int[] opacity) {
            int colour = index < argb.length ? argb[index] : 0xff000000; // a number beyond the palette is black
            if (opacity.length > 0) opacity[x] = colour >>> 24;
            for (int c = 0; c < channels; c++) row[channels * x + c] = colour >> 16 - 8 * c & 0xff;
        }

        private void direct(int[] stored, int x, int channels, int[] row, int[] opacity) {
            int at = x * bands;
            for (int b = 0; b < bands; b++)
                if (largest[b] != most) stored[at + b] = (int) ((stored[at + b] * 2L * most / largest[b] + 1) / 2);
            if (opacity.length > 0) {
                int shown = opacity[x] = stored[at + colours.channels()];
                if (premultiplied && shown > 0)
                    for (int c = 0; c < colours.channels(); c++)
                        stored[at + c] = (int) Math.min(most, (stored[at + c] * 2L * most / shown + 1) / 2);
            }
            if (colours == Colours.YCC || colours == Colours.YCCK) Luminance.toRgb(stored, at);
            // what YCCK calls red, green and blue is what is left of cyan, magenta and yellow
            if (colours == Colours.YCCK) for (int c = 0; c < 3; c++) stored[at + c] = most - stored[at + c];
            if (colours.channels() == 4) inked(stored, at);
            System.arraycopy(stored, at, row, channels * x, channels);
        }

        /** Cyan, magenta and yellow each let a share of the light through, and black lets one of all three. */
        private void inked(int[] stored, int at) {
            int black = inverted ? stored[at + 3] : most - stored[at + 3];
            for (int c = 0; c < 3; c++) {
                int light = inverted ? stored[at + c] : most - stored[at + c];
                stored[at + c] = (int) ((2L * light * black / most + 1) / 2);
            }
        }
    }
}
