package io.github.gan4j.files;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * A picture that may let something show through.
 *
 * @param picture its colours as they are stored, laid over nothing
 * @param opacity grey and of the same size, 255 where nothing shows through; empty where that is everywhere
 */
public record Layers(Picture picture, Optional<Picture> opacity) {
    public Layers {
        opacity.ifPresent(mask -> {
            if (mask.channels() != 1 || mask.width() != picture.width() || mask.height() != picture.height())
                throw new IllegalArgumentException(
                        "the opacity of " + picture + " is a grey picture of its size, got " + mask);
        });
    }

    static Layers of(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) return new Layers(Picture.of(image), Optional.empty());
        boolean grey = image.getColorModel().getColorSpace().getNumComponents() == 1
                && !(image.getColorModel() instanceof IndexColorModel);
        Layers layers = grey ? ofGrey(image) : ofColour(image);
        for (byte pixel : layers.opacity.orElseThrow().pixels()) if (pixel != (byte) 255) return layers;
        return new Layers(Picture.of(image), Optional.empty());
    }

    /** The stored numbers: java.awt's RGB would brighten them, as its grey is linear light. */
    private static Layers ofGrey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth(), height = image.getHeight();
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        byte[] pixels = new byte[width * height], mask = new byte[width * height];
        int[] pixel = new int[raster.getNumBands()];
        for (int at = 0; at < pixels.length; at++) {
            raster.getPixel(raster.getMinX() + at % width, raster.getMinY() + at / width, pixel);
            pixels[at] = (byte) Math.round(255f * pixel[0] / most);
            mask[at] = (byte) Math.round(255f * pixel[1] / most);
        }
        return new Layers(new Picture(width, height, 1, pixels), Optional.of(new Picture(width, height, 1, mask)));
    }

    private static Layers ofColour(BufferedImage image) {
        int width = image.getWidth(), height = image.getHeight();
        byte[] pixels = new byte[Math.multiplyExact(width * height, 3)], mask = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++)
            for (int argb : image.getRGB(0, y, width, 1, row, 0, width)) {
                pixels[3 * at] = (byte) (argb >> 16);
                pixels[3 * at + 1] = (byte) (argb >> 8);
                pixels[3 * at + 2] = (byte) argb;
                mask[at++] = (byte) (argb >>> 24);
            }
        return new Layers(new Picture(width, height, 3, pixels), Optional.of(new Picture(width, height, 1, mask)));
    }

    BufferedImage toImage() {
        return opacity.map(this::withAlpha).orElseGet(picture::toImage);
    }

    private BufferedImage withAlpha(Picture mask) {
        int channels = picture.channels(), width = picture.width();
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel model = new ComponentColorModel(space, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, picture.height());
        int[] row = new int[width * (channels + 1)];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                for (int c = 0; c < channels; c++)
                    row[x * (channels + 1) + c] = picture.pixels()[at * channels + c] & 0xff;
                row[x * (channels + 1) + channels] = mask.pixels()[at] & 0xff;
            }
            raster.setPixels(0, y, width, 1, row);
        }
        return new BufferedImage(model, raster, false, null);
    }
}
