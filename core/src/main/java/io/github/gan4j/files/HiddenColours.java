package io.github.gan4j.files;

/**
 * Colours where nothing shows, exchanged for those of what shows nearby: what a program left there (often black or white)
 * would bleed over the edges of what is seen as soon as pixels are mixed. Means over ever larger squares, weighted by
 * opacity, give the nearest.
 */
final class HiddenColours {
    private HiddenColours() {}

    /** @param opacity grey and of the same size */
    static Picture filled(Picture picture, Picture opacity) {
        int channels = picture.channels();
        float[] weights = new float[opacity.pixels().length], sums = new float[weights.length * channels];
        boolean hides = false;
        for (int at = 0; at < weights.length; at++) {
            weights[at] = opacity.pixels()[at] & 0xff;
            hides |= weights[at] == 0;
            for (int c = 0; c < channels; c++)
                sums[at * channels + c] = weights[at] * (picture.pixels()[at * channels + c] & 0xff);
        }
        if (!hides) return picture;
        float[] means = means(sums, weights, picture.width(), picture.height(), channels);
        byte[] pixels = picture.pixels().clone();
        for (int at = 0; at < pixels.length; at++)
            if (weights[at / channels] == 0) pixels[at] = (byte) Math.round(means[at]);
        return new Picture(picture.width(), picture.height(), channels, pixels);
    }

    private static float[] means(float[] sums, float[] weights, int width, int height, int channels) {
        float[] means = new float[sums.length];
        int half = (width + 1) / 2;
        float[] coarse = weights.length == 1 ? means : halved(sums, weights, width, height, channels);
        for (int at = 0; at < weights.length; at++) {
            int above = at / width / 2 * half + at % width / 2;
            for (int c = 0; c < channels; c++)
                means[at * channels + c] =
                        weights[at] > 0 ? sums[at * channels + c] / weights[at] : coarse[above * channels + c];
        }
        return means;
    }

    private static float[] halved(float[] sums, float[] weights, int width, int height, int channels) {
        int half = (width + 1) / 2, rows = (height + 1) / 2;
        float[] coarse = new float[half * rows * channels], heavier = new float[half * rows];
        for (int at = 0; at < weights.length; at++) {
            int above = at / width / 2 * half + at % width / 2;
            heavier[above] += weights[at];
            for (int c = 0; c < channels; c++) coarse[above * channels + c] += sums[at * channels + c];
        }
        return means(coarse, heavier, half, rows, channels);
    }
}
