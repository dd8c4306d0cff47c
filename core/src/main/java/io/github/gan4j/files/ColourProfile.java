package io.github.gan4j.files;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * An ICC colour profile of grey or of red, green and blue on its way to sRGB. One that moves no colour by more than a
 * rounding is sRGB itself and changes nothing, so that most files keep their numbers to the bit.
 */
final class ColourProfile {
    private static final int STEPS = 5;

    private final ColorConvertOp conversion;
    private final int channels;
    private final boolean changes;

    private ColourProfile(ICC_Profile profile, int channels) {
        this.channels = channels;
        conversion = new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        changes = changes();
    }

    /**
     * @param channels of the image, 1 or 3
     * @return nothing where the profile is damaged or of other channels
     */
    static Optional<ColourProfile> of(byte[] icc, int channels) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            int wanted = channels == 1 ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB;
            return profile.getColorSpaceType() == wanted
                    ? Optional.of(new ColourProfile(profile, channels))
                    : Optional.empty();
        } catch (IllegalArgumentException | CMMException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    /** Whether it is another than sRGB. */
    boolean isOther() {
        return changes;
    }

    private boolean changes() {
        int count = channels == 1 ? 256 : STEPS * STEPS * STEPS;
        int[] colours = new int[count * channels];
        for (int i = 0; i < count; i++)
            if (channels == 1) colours[i] = i;
            else {
                colours[3 * i] = i / (STEPS * STEPS) * 255 / (STEPS - 1);
                colours[3 * i + 1] = i / STEPS % STEPS * 255 / (STEPS - 1);
                colours[3 * i + 2] = i % STEPS * 255 / (STEPS - 1);
            }
        int[] converted = colours.clone();
        convert(converted, 8);
        for (int i = 0; i < colours.length; i++) if (Math.abs(colours[i] - converted[i]) > 1) return true;
        return false;
    }

    /** @param samples of pixels side by side, 0 to 255 or 65535; exchanged for those of sRGB */
    void convert(int[] samples, int bits) {
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        int pixels = samples.length / channels;
        WritableRaster from = Raster.createInterleavedRaster(type, pixels, 1, channels, null);
        from.setPixels(0, 0, pixels, 1, samples);
        WritableRaster to = Raster.createInterleavedRaster(type, pixels, 1, 3, null);
        conversion.filter(from, to);
        if (channels == 3) to.getPixels(0, 0, pixels, 1, samples);
        else to.getSamples(0, 0, pixels, 1, 1, samples);
    }
}
