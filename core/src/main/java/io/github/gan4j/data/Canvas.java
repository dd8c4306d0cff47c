package io.github.gan4j.data;

import java.util.Arrays;

/**
 * A square of grey on which a round pen draws lines with soft edges. Each pixel remembers how deep its centre lies under
 * the pen, in pixels; half a pixel over the edge is where the ink ends.
 */
final class Canvas {
    private final int size;
    private final float[] depth;

    Canvas(int size) {
        this.size = size;
        depth = new float[size * size];
        Arrays.fill(depth, -1);
    }

    /** Draws from one point to another in pixels, while the pen's radius changes from {@code r0} to {@code r1}. */
    void line(float x0, float y0, float r0, float x1, float y1, float r1) {
        float reach = Math.max(r0, r1) + 0.5f;
        int left = Math.max(0, (int) Math.ceil(Math.min(x0, x1) - reach - 0.5f));
        int right = Math.min(size - 1, (int) Math.floor(Math.max(x0, x1) + reach - 0.5f));
        int top = Math.max(0, (int) Math.ceil(Math.min(y0, y1) - reach - 0.5f));
        int bottom = Math.min(size - 1, (int) Math.floor(Math.max(y0, y1) + reach - 0.5f));
        float dx = x1 - x0;
        float dy = y1 - y0;
        float scale = 1 / Math.max(1e-12f, dx * dx + dy * dy);
        for (int y = top; y <= bottom; y++) {
            float py = y + 0.5f - y0;
            for (int x = left; x <= right; x++) {
                float px = x + 0.5f - x0;
                float along = Math.max(0, Math.min(1, (px * dx + py * dy) * scale));
                float ex = px - along * dx;
                float ey = py - along * dy;
                float under = r0 + along * (r1 - r0) - (float) Math.sqrt(ex * ex + ey * ey);
                int at = y * size + x;
                if (under > depth[at]) depth[at] = under;
            }
        }
    }

    /** Writes the drawing in [-1, 1]: white ink on black. */
    void copyInto(float[] values, int offset) {
        for (int i = 0; i < depth.length; i++) values[offset + i] = 2 * Math.max(0, Math.min(1, depth[i] + 0.5f)) - 1;
    }
}
