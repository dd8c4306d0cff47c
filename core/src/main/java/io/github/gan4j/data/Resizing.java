package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How images of their own sizes and colours came into one shape, as a clause for people. */
final class Resizing {
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean cropped;
    private boolean resized;
    private boolean padded;
    private boolean turnedGrey;
    private final SampleShape shape;

    Resizing(SampleShape shape) {
        this.shape = shape;
    }

    /** A number of images of one size that are brought to the shape. */
    Resizing add(int images, int width, int height, boolean colour) {
        boolean same = width == shape.width() && height == shape.height(), toGrey = colour && shape.channels() == 1;
        if (images == 0 || same && !toGrey) return this;
        counts.merge(width + "x" + height, images, Integer::sum);
        cropped |= width != height;
        resized |= Math.min(width, height) != shape.width();
        turnedGrey |= toGrey;
        return this;
    }

    /** The same for grey images that get a black border where they are only a little too small ({@link Fit}). */
    Resizing addPadded(int images, int width, int height) {
        add(images, width, height, false);
        padded = resized && Fit.pads(width, height, shape);
        resized &= !padded;
        return this;
    }

    /** {@code 300 images of 100x60 were cropped to the square in their middle and resized to 32x32}; empty where none was changed. */
    String describe() {
        if (counts.isEmpty()) return "";
        String most = counts.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, Integer>::getValue))
                .orElseThrow()
                .getKey();
        int others = counts.entrySet().stream()
                .filter(size -> !size.getKey().equals(most))
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<String> done = new ArrayList<>();
        String to = " to " + shape.width() + "x" + shape.height();
        if (cropped) done.add("cropped to the square in their middle");
        if (resized) done.add("resized" + to);
        if (padded) done.add("given a black border" + to);
        if (turnedGrey) done.add("turned grey");
        return Numbers.of(counts.get(most), "image") + " of " + most
                + (others > 0 ? ", and " + Numbers.grouped(others) + " of other sizes," : "") + " were "
                + String.join(" and ", done);
    }
}
