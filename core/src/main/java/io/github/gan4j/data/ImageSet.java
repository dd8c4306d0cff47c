package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.numbers.Numbers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finitely many images of one shape, held in memory as bytes (one byte per pixel and channel), each with the name it
 * came under and, where there are labels, a class.
 */
public final class ImageSet {
    private final SampleShape shape;
    private final byte[][] planes;
    private final int[] labels;
    private final List<String> labelNames;
    private final List<String> names;
    private String checksum = "";
    private String resizing = "";

    /**
     * @param planes one array per image: channel planes, {@code shape.size()} bytes, 0 is black
     * @param labels one class index per image, or an empty array
     * @param labelNames one name per class; empty exactly when there are no labels
     * @param names one name per image
     * @throws IllegalArgumentException when these do not fit one another
     */
    public ImageSet(SampleShape shape, byte[][] planes, int[] labels, List<String> labelNames, List<String> names) {
        this.shape = shape;
        this.planes = planes;
        this.labels = labels;
        this.labelNames = List.copyOf(labelNames);
        this.names = List.copyOf(names);
        check();
    }

    /** The most bytes of images this Java may hold: three quarters of its heap. */
    public static long memoryBound() {
        return Runtime.getRuntime().maxMemory() / 4 * 3;
    }

    /** @throws IllegalArgumentException when {@code count} images would not fit into memory */
    public static void requireMemory(long count, SampleShape shape) {
        long needed = count * shape.size();
        if (needed > memoryBound())
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d images of %s need %d MiB and this Java may hold %d MiB of them: ask for a smaller size, or more"
                            + " memory with -Xmx",
                    count,
                    shape,
                    needed >> 20,
                    memoryBound() >> 20));
    }

    /** Names for images that a file holds without any: {@code file#0}, {@code file#1}, … */
    static List<String> numbered(String file, int count) {
        return IntStream.range(0, count).mapToObj(i -> file + "#" + i).toList();
    }

    public int size() {
        return planes.length;
    }

    public SampleShape shape() {
        return shape;
    }

    public boolean labelled() {
        return !labelNames.isEmpty();
    }

    public List<String> labelNames() {
        return labelNames;
    }

    /** A class for each of a number of samples, each class as often as it is among these labelled images. */
    public int[] classesInProportion(int samples) {
        return classCounts().inProportion(samples);
    }

    /** How many images each class has; of no classes where there are no labels. */
    ClassCounts classCounts() {
        return ClassCounts.of(labels, labelNames);
    }

    /** The class index of an image. */
    public int label(int image) {
        if (!labelled()) throw new IllegalStateException("these images have no labels");
        return labels[image];
    }

    /** The classes that no image has. */
    public List<String> emptyClasses() {
        BitSet found = new BitSet();
        for (int label : labels) found.set(label);
        return IntStream.range(0, labelNames.size())
                .filter(label -> !found.get(label))
                .mapToObj(labelNames::get)
                .toList();
    }

    Stream<byte[]> planes() {
        return Arrays.stream(planes);
    }

    /** The name an image came under: a path inside its folder or zip, or its place in a file of many. */
    public String name(int image) {
        return names.get(image);
    }

    /** One image as it is stored. */
    public Picture picture(int image) {
        return Fit.picture(planes[image], shape.channels(), shape.height(), shape.width());
    }

    /** One image as channel planes in [-1, 1]. */
    public float[] values(int image) {
        float[] values = new float[shape.size()];
        values(image, values, 0);
        return values;
    }

    /** Writes one image as channel planes in [-1, 1] from {@code offset} on. */
    public void values(int image, float[] into, int offset) {
        byte[] bytes = planes[image];
        for (int i = 0; i < bytes.length; i++) into[offset + i] = value(bytes[i]);
    }

    /** As {@link #values(int, float[], int)}, left and right exchanged. */
    public void mirrored(int image, float[] into, int offset) {
        byte[] bytes = planes[image];
        int width = shape.width();
        for (int row = 0; row < bytes.length; row += width)
            for (int x = 0; x < width; x++) into[offset + row + x] = value(bytes[row + width - 1 - x]);
    }

    /** Images {@code from … from + count - 1} in their own order. */
    public Batch batch(int from, int count) {
        float[] values = new float[Math.multiplyExact(count, shape.size())];
        for (int i = 0; i < count; i++) values(from + i, values, i * shape.size());
        int[] classes = labelled() ? Arrays.copyOfRange(labels, from, from + count) : new int[0];
        return new Batch(count, shape, values, classes);
    }

    /** Images {@code from … to - 1} as a set of their own, sharing the memory. */
    public ImageSet part(int from, int to) {
        return new ImageSet(
                shape,
                Arrays.copyOfRange(planes, from, to),
                labelled() ? Arrays.copyOfRange(labels, from, to) : labels,
                labelNames,
                names.subList(from, to));
    }

    /** These images, sharing the memory, with classes. */
    ImageSet labelled(int[] classes, List<String> classNames) {
        return new ImageSet(shape, planes, classes, classNames, names).resized(resizing);
    }

    /** This set, sharing the memory, with other names for its classes. */
    ImageSet withLabelNames(List<String> others) {
        return new ImageSet(shape, planes, labels, others, names).resized(resizing);
    }

    /** The named images, in the order in which they are named, as a set of their own, sharing the memory. */
    public ImageSet picked(int... images) {
        return new ImageSet(
                shape,
                Arrays.stream(images).mapToObj(i -> planes[i]).toArray(byte[][]::new),
                labelled() ? Arrays.stream(images).map(i -> labels[i]).toArray() : labels,
                labelNames,
                Arrays.stream(images).mapToObj(names::get).toList());
    }

    /** Endless samples: one random order per epoch. */
    public Samples shuffled(long seed) {
        return new Shuffled(this, seed, false);
    }

    /** This set, with how its images were resized. */
    ImageSet with(Resizing done) {
        return resized(done.describe());
    }

    private ImageSet resized(String clause) {
        resizing = clause;
        return this;
    }

    /** How images of other sizes or colours were brought to this shape when they were read, as a clause; empty where none was. */
    public String resizing() {
        return resizing;
    }

    /**
     * Identifies shape, pixels as decoded (Java versions may decode JPEG a little differently) and labels; computed when first
     * asked for.
     */
    public synchronized String checksum() {
        if (checksum.isEmpty()) {
            ContentChecksum sum = new ContentChecksum().add(shape.toString()).add(size());
            for (byte[] image : planes) sum.add(image, 0, image.length);
            for (int label : labels) sum.add(label);
            checksum = sum.value();
        }
        return checksum;
    }

    /** The largest value of all pixels, from 0 to 255. */
    int brightest() {
        int brightest = 0;
        for (byte[] image : planes) for (byte pixel : image) brightest = Math.max(brightest, pixel & 0xff);
        return brightest;
    }

    /** One line for people: {@code 60 000 images, 28x28 grey, 10 classes}. */
    public String describe() {
        String classes = labelled() ? Numbers.of(labelNames.size(), "class") : "unlabelled";
        return Numbers.of(size(), "image") + ", " + shape + ", " + classes;
    }

    private static float value(byte pixel) {
        return (pixel & 0xff) / 127.5f - 1;
    }

    private void check() {
        if (planes.length == 0) throw new IllegalArgumentException("a set of images needs at least 1 image");
        if (names.size() != planes.length)
            throw new IllegalArgumentException(planes.length + " images need as many names, not " + names.size());
        if (labels.length != (labelNames.isEmpty() ? 0 : planes.length))
            throw new IllegalArgumentException(planes.length
                    + " images need as many labels, or neither labels nor label names, not " + labels.length);
        for (byte[] image : planes)
            if (image.length != shape.size())
                throw new IllegalArgumentException(
                        "an image of " + shape + " needs " + shape.size() + " bytes, not " + image.length);
        for (int label : labels)
            if (label < 0 || label >= labelNames.size())
                throw new IllegalArgumentException(
                        "labels must be within 0 and " + (labelNames.size() - 1) + ", not " + label);
    }
}
