package io.github.gan4j.data;

/**
 * One digit as the pen writes it: the skeleton's knots, strayed, stretched, leaned, turned and put in place, joined by
 * cubic Bézier curves (a Catmull-Rom spline in Bézier form), drawn as short lines.
 */
final class Handwriting {
    private static final int LINES_PER_CURVE = 6;

    /** The pen is this much thinner where a stroke starts and ends. */
    private static final float TAPER = 0.16f;

    private final float[][] strokes;
    private final float radius;

    Handwriting(PenStrokes.Factors factors, int size) {
        float unit = size / (float) PenStrokes.USUAL_SIZE;
        radius = factors.thickness() * unit / 2;
        strokes = strayed(factors);
        lean(factors, unit);
        centre(size, factors.x() * unit, factors.y() * unit);
    }

    void write(Canvas canvas) {
        for (float[] stroke : strokes) {
            int curves = stroke.length / 2 - 1;
            for (int i = 0; i < curves; i++) curve(canvas, stroke, i, curves);
        }
    }

    /** Strokes that meet share their knot's straying, so that corners stay closed. */
    private static float[][] strayed(PenStrokes.Factors factors) {
        Draws draws = Draws.at(factors.wobbleSeed(), 0);
        float[][] skeleton = Skeleton.of(factors.digit(), factors.way()).strokes();
        float[][] strayed = new float[skeleton.length][];
        for (int s = 0; s < skeleton.length; s++) {
            strayed[s] = skeleton[s].clone();
            for (int i = 0; i < strayed[s].length; i++) strayed[s][i] += factors.wobble() * (float) draws.normal();
            for (int before = 0; before < s; before++) join(skeleton, strayed, before, s);
        }
        return strayed;
    }

    private static void join(float[][] skeleton, float[][] strayed, int before, int s) {
        int last = skeleton[before].length - 2;
        for (int end : new int[] {0, last})
            if (skeleton[before][end] == skeleton[s][0] && skeleton[before][end + 1] == skeleton[s][1]) {
                strayed[s][0] = strayed[before][end];
                strayed[s][1] = strayed[before][end + 1];
            }
    }

    private void lean(PenStrokes.Factors factors, float unit) {
        float height = factors.height() * unit;
        float cos = (float) StrictMath.cos(factors.rotation());
        float sin = (float) StrictMath.sin(factors.rotation());
        for (float[] stroke : strokes)
            for (int i = 0; i < stroke.length; i += 2) {
                float y = stroke[i + 1] * height;
                float x = stroke[i] * height * factors.proportion() - factors.slant() * y;
                stroke[i] = x * cos - y * sin;
                stroke[i + 1] = x * sin + y * cos;
            }
    }

    /** Puts the middle of the digit's bounding box near the middle of the picture, never so far that ink is lost. */
    private void centre(int size, float x, float y) {
        for (int axis = 0; axis < 2; axis++) {
            float least = Float.MAX_VALUE;
            float most = -Float.MAX_VALUE;
            for (float[] stroke : strokes)
                for (int i = axis; i < stroke.length; i += 2) {
                    least = Math.min(least, stroke[i]);
                    most = Math.max(most, stroke[i]);
                }
            float room = Math.max(0, (size - (most - least)) / 2 - radius - 1.5f);
            float wanted = Math.max(-room, Math.min(room, axis == 0 ? x : y));
            float shift = size / 2f + wanted - (least + most) / 2;
            for (float[] stroke : strokes) for (int i = axis; i < stroke.length; i += 2) stroke[i] += shift;
        }
    }

    /** The curve from knot i to knot i + 1; its Bézier handles lie a sixth of the way between the neighbours. */
    private void curve(Canvas canvas, float[] stroke, int i, int curves) {
        int a = 2 * Math.max(0, i - 1);
        int b = 2 * i;
        int c = b + 2;
        int d = 2 * Math.min(curves, i + 2);
        float handleX1 = stroke[b] + (stroke[c] - stroke[a]) / 6;
        float handleY1 = stroke[b + 1] + (stroke[c + 1] - stroke[a + 1]) / 6;
        float handleX2 = stroke[c] - (stroke[d] - stroke[b]) / 6;
        float handleY2 = stroke[c + 1] - (stroke[d + 1] - stroke[b + 1]) / 6;
        float x = stroke[b];
        float y = stroke[b + 1];
        float r = pen(i / (float) curves);
        for (int line = 1; line <= LINES_PER_CURVE; line++) {
            float t = line / (float) LINES_PER_CURVE;
            float toX = bezier(t, stroke[b], handleX1, handleX2, stroke[c]);
            float toY = bezier(t, stroke[b + 1], handleY1, handleY2, stroke[c + 1]);
            float toR = pen((i + t) / curves);
            canvas.line(x, y, r, toX, toY, toR);
            x = toX;
            y = toY;
            r = toR;
        }
    }

    private float pen(float share) {
        float fromMiddle = 2 * share - 1;
        return radius * (1 - TAPER * fromMiddle * fromMiddle * fromMiddle * fromMiddle);
    }

    private static float bezier(float t, float from, float handle1, float handle2, float to) {
        float s = 1 - t;
        return s * s * s * from + 3 * s * s * t * handle1 + 3 * s * t * t * handle2 + t * t * t * to;
    }
}
