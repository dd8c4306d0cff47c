package io.github.gan4j.files;

import java.util.Arrays;
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

    /** Laid over white. */
    Picture overWhite() {
        return opacity.map(this::overWhite).orElse(picture);
    }

    private Picture overWhite(Picture mask) {
        int channels = picture.channels();
        byte[] flat = new byte[picture.pixels().length];
        for (int i = 0; i < flat.length; i++) {
            int shown = mask.pixels()[i / channels] & 0xff;
            flat[i] = (byte) ((2 * ((picture.pixels()[i] & 0xff) * shown + 255 * (255 - shown)) + 255) / 510);
        }
        return new Picture(picture.width(), picture.height(), channels, flat);
    }

    /** The colours, those where nothing shows exchanged for what shows nearby, so that they may be mixed with others. */
    public Picture visible() {
        return opacity.map(mask -> HiddenColours.filled(picture, mask)).orElse(picture);
    }

    /** @param orientation of what is stored, as EXIF counts it */
    Layers turned(int orientation) {
        return new Layers(
                Pictures.turned(picture, orientation), opacity.map(mask -> Pictures.turned(mask, orientation)));
    }

    /** On a screen with its upper left at {@code (left, top)}, which shows a colour around it or lets all through. */
    Layers placed(int width, int height, int left, int top, Optional<Integer> around) {
        if (picture.width() == width && picture.height() == height) return this;
        int colour = around.orElse(0);
        boolean grey = (colour >> 16) == (colour & 0xff) && (colour >> 8 & 0xff) == (colour & 0xff);
        Picture screen =
                Pictures.onScreen(grey ? picture : Pictures.toColour(picture), width, height, left, top, colour);
        if (around.isPresent() && opacity.isEmpty()) return new Layers(screen, Optional.empty());
        Picture mask = opacity.orElseGet(this::full);
        int shown = around.isPresent() ? 255 : 0;
        return new Layers(screen, Optional.of(Pictures.onScreen(mask, width, height, left, top, shown)));
    }

    private Picture full() {
        byte[] full = new byte[picture.width() * picture.height()];
        Arrays.fill(full, (byte) 255);
        return new Picture(picture.width(), picture.height(), 1, full);
    }
}
