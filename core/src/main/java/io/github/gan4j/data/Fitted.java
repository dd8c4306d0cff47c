package io.github.gan4j.data;

import io.github.gan4j.files.Picture;

/** Any single picture as a sample, fitted as training data is. */
public final class Fitted {
    private Fitted() {}

    /**
     * The square in the middle of a picture in the size and colours of {@code shape}, channel after channel in [-1, 1]; one
     * that is at most four pixels too small gets a black border instead of being enlarged.
     */
    public static float[] values(Picture picture, SampleShape shape) {
        byte[] planes = new Fit(shape).planesPadded(picture);
        float[] values = new float[planes.length];
        for (int i = 0; i < planes.length; i++) values[i] = (planes[i] & 0xff) / 127.5f - 1;
        return values;
    }
}
