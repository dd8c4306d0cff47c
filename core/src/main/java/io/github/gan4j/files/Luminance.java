package io.github.gan4j.files;

/** Luminance and two differences of colour made into red, green and blue in whole numbers, as libjpeg rounds them. */
final class Luminance {
    private static final int BITS = 16, HALF = 1 << BITS - 1;
    private static final int[] RED = new int[256],
            BLUE = new int[256],
            GREEN_RED = new int[256],
            GREEN_BLUE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int x = i - 128;
            RED[i] = fixed(1.402) * x + HALF >> BITS;
            BLUE[i] = fixed(1.772) * x + HALF >> BITS;
            GREEN_RED[i] = -fixed(0.71414) * x;
            GREEN_BLUE[i] = -fixed(0.34414) * x + HALF;
        }
    }

    private Luminance() {}

    private static int fixed(double factor) {
        return (int) (factor * (1 << BITS) + 0.5);
    }

    /** @param samples three of which, from {@code at} on, are exchanged; 0 to 255 */
    static void toRgb(int[] samples, int at) {
        int y = samples[at], blue = samples[at + 1], red = samples[at + 2];
        samples[at] = clamped(y + RED[red]);
        samples[at + 1] = clamped(y + (GREEN_BLUE[blue] + GREEN_RED[red] >> BITS));
        samples[at + 2] = clamped(y + BLUE[blue]);
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
