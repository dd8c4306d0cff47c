package io.github.gan4j.files;

/** The loop filter of VP8, which smooths the edges of blocks (RFC 6386, section 15). */
final class Vp8LoopFilter {
    /** The mode of a macroblock that is predicted in blocks of 4x4 pixels. */
    static final int SMALL_BLOCKS = 4;

    private final int sharpness;
    private final boolean simple;

    private int edge, interior, variance;

    Vp8LoopFilter(int sharpness, boolean simple) {
        this.sharpness = sharpness;
        this.simple = simple;
    }

    /**
     * Smooths the edges of a macroblock to its left and above it, and those of its own blocks.
     *
     * @param level how strongly, 0 to 63
     * @param inner whether those of its own blocks are smoothed, too
     */
    void block(Vp8Planes planes, int wide, int column, int row, int level, boolean inner) {
        if (level == 0) return;
        interior = level;
        if (sharpness > 0) interior = Math.min(interior >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        interior = Math.max(1, interior);
        edge = 2 * level + interior;
        variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
        for (boolean across : new boolean[] {true, false}) {
            plane(planes.luminance, wide, 16, column, row, across, inner);
            if (simple) continue;
            plane(planes.blue, wide / 2, 8, column, row, across, inner);
            plane(planes.red, wide / 2, 8, column, row, across, inner);
        }
    }

    private void plane(byte[] samples, int stride, int size, int column, int row, boolean across, boolean inner) {
        int corner = row * size * stride + column * size;
        int step = across ? 1 : stride, along = across ? stride : 1;
        for (int at = 0; at < (inner ? size : 1); at += 4) {
            if (at == 0 && (across ? column : row) == 0) continue;
            for (int i = 0; i < size; i++) pixel(samples, corner + at * step + i * along, step, at == 0);
        }
    }

    /** @param at the first pixel behind an edge */
    private void pixel(byte[] s, int at, int step, boolean outer) {
        int p1 = s[at - 2 * step] & 0xff, p0 = s[at - step] & 0xff, q0 = s[at] & 0xff, q1 = s[at + step] & 0xff;
        int limit = outer ? edge + 4 : edge;
        if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) > 2 * limit + 1) return;
        if (simple) {
            two(s, at, step, 3 * (q0 - p0) + clamped(p1 - q1));
            return;
        }
        int p3 = s[at - 4 * step] & 0xff, p2 = s[at - 3 * step] & 0xff;
        int q2 = s[at + 2 * step] & 0xff, q3 = s[at + 3 * step] & 0xff;
        if (far(p3, p2) || far(p2, p1) || far(p1, p0) || far(q3, q2) || far(q2, q1) || far(q1, q0)) return;
        if (Math.abs(p1 - p0) > variance || Math.abs(q1 - q0) > variance)
            two(s, at, step, 3 * (q0 - p0) + clamped(p1 - q1));
        else if (outer) six(s, at, step, clamped(3 * (q0 - p0) + clamped(p1 - q1)));
        else {
            int change = two(s, at, step, 3 * (q0 - p0)) + 1 >> 1;
            add(s, at - 2 * step, change);
            add(s, at + step, -change);
        }
    }

    private boolean far(int a, int b) {
        return Math.abs(a - b) > interior;
    }

    private static int two(byte[] s, int at, int step, int difference) {
        int change = clamped(difference + 4) >> 3;
        add(s, at - step, clamped(difference + 3) >> 3);
        add(s, at, -change);
        return change;
    }

    private static void six(byte[] s, int at, int step, int difference) {
        for (int i = 0; i < 3; i++) {
            int change = (27 - 9 * i) * difference + 63 >> 7;
            add(s, at - (i + 1) * step, change);
            add(s, at + i * step, -change);
        }
    }

    private static int clamped(int value) {
        return Math.max(-128, Math.min(127, value));
    }

    private static void add(byte[] s, int at, int change) {
        s[at] = (byte) Math.max(0, Math.min(255, (s[at] & 0xff) + change));
    }
}
