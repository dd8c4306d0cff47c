package io.github.gan4j.restore;

import java.util.Arrays;

/**
 * How one side of an image is covered by tiles that overlap. What a tile says near its own end is not believed, since it
 * sees nothing beyond; where two tiles are to be believed, one fades into the other.
 *
 * @param length of the side, brought up to a multiple of what the restorer asks for
 * @param tile how long each is
 * @param starts where they begin
 */
record TiledSide(int length, int tile, int[] starts) {
    /** Pixels at the end of a tile that are not believed. */
    static final int MARGIN = 32;
    /** Pixels over which one tile fades into the next. */
    static final int FADE = 16;

    /** @param most the longest tile: a multiple of {@code multiple}, longer than what two tiles share */
    static TiledSide over(int pixels, int most, int multiple) {
        int length = (pixels + multiple - 1) / multiple * multiple;
        if (length <= most) return new TiledSide(length, length, new int[] {0});
        int step = (most - 2 * MARGIN - FADE) / multiple * multiple;
        int count = (length - most + step - 1) / step + 1;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) starts[i] = Math.min(i * step, length - most);
        return new TiledSide(length, most, starts);
    }

    /** How much each pixel of a tile counts, in pixels of the result; those of all tiles over a pixel sum to 1. */
    float[] weights(int number, int factor) {
        float[] weights = raw(number, factor);
        for (int i = 0; i < weights.length; i++) {
            float sum = 0;
            for (int other = 0; other < starts.length; other++) {
                int at = i + (starts[number] - starts[other]) * factor;
                if (at >= 0 && at < tile * factor) sum += weight(other, at, factor);
            }
            weights[i] /= sum;
        }
        return weights;
    }

    private float[] raw(int number, int factor) {
        float[] weights = new float[tile * factor];
        for (int i = 0; i < weights.length; i++) weights[i] = weight(number, i, factor);
        return weights;
    }

    private float weight(int number, int at, int factor) {
        float place = (at + 0.5f) / factor;
        float left = number == 0 ? 1 : (place - MARGIN) / FADE;
        float right = number == starts.length - 1 ? 1 : (tile - place - MARGIN) / FADE;
        return Math.max(0, Math.min(1, left)) * Math.max(0, Math.min(1, right));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TiledSide that
                && length == that.length
                && tile == that.tile
                && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * length + tile) + Arrays.hashCode(starts);
    }
}
