package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import java.util.ArrayList;
import java.util.List;

/** Any single picture as a sample, fitted as training data is. */
public final class Fitted {
    private Fitted() {}

    /** What {@link #values} does to a picture, as a clause for people; empty where it fits as it is. */
    public static String describe(Picture picture, SampleShape shape) {
        int side = Math.min(picture.width(), picture.height());
        List<String> done = new ArrayList<>();
        if (pads(picture, shape))
            done.add("given a black border, " + picture.width() + "x" + picture.height() + " to " + size(shape));
        else {
            if (picture.width() != picture.height())
                done.add("cropped to the square in its middle, " + picture.width() + "x" + picture.height() + " to "
                        + side + "x" + side);
            if (side != shape.width() || side != shape.height())
                done.add((side > shape.width() ? "shrunk" : "enlarged") + " from " + side + "x" + side + " to "
                        + size(shape));
        }
        if (picture.channels() > shape.channels()) done.add("turned grey");
        if (picture.channels() < shape.channels()) done.add("given three equal colour channels");
        return String.join(", ", done);
    }

    private static boolean pads(Picture picture, SampleShape shape) {
        return Fit.pads(picture.width(), picture.height(), shape) && Fit.isBlack(Fit.blackEdge(picture));
    }

    private static String size(SampleShape shape) {
        return shape.width() + "x" + shape.height() + " pixels";
    }

    /**
     * The square in the middle of a picture in the size and colours of {@code shape}, channel after channel in [-1, 1]; a grey
     * one with a black edge that is at most four pixels too small gets a black border instead of being enlarged.
     */
    public static float[] values(Picture picture, SampleShape shape) {
        Fit fit = new Fit(shape);
        byte[] planes = pads(picture, shape) ? fit.planesPadded(picture) : fit.planes(picture);
        float[] values = new float[planes.length];
        for (int i = 0; i < planes.length; i++) values[i] = (planes[i] & 0xff) / 127.5f - 1;
        return values;
    }
}
