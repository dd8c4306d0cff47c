package io.github.gan4j.data;

import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.Idx;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Data in the layout of MNIST: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and {@code t10k-…}, plain or
 * {@code .gz}; also with a dot in place of the last hyphen but one, and each in a folder of its own name, as they are unpacked on some
 * systems. A missing labels file means unlabelled images, which is said in a warning.
 */
public final class IdxFolder {
    private static final Pattern IMAGES =
            Pattern.compile("(.*?)(train|t10k|test)-images([-.])idx3-ubyte(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private static final int LARGEST_SIDE = 1024;

    private IdxFolder() {}

    /** Whether a path is a folder with images in IDX format, or one such file. */
    public static boolean matches(Path path) {
        try {
            return !images(path).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads one part; a path to one images file is that part.
     *
     * @param size height and width wanted, or 0 for the images' own; a few more pixels than they have become a black border
     * @param channels 1, 3, or 0 for grey
     * @throws IOException in one line when files are missing, damaged or do not match one another
     */
    public static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn)
            throws IOException {
        Path images = choose(path, part);
        Idx pixels = upright(images, Idx.read(images), warn);
        SampleShape shape = shape(images, pixels, size, channels);
        byte[][] planes = planes(pixels, shape);
        int[] classes = classes(images, planes.length, warn);
        return new ImageSet(
                        shape,
                        planes,
                        classes,
                        labelNames(images, classes),
                        IntStream.range(0, planes.length)
                                .mapToObj(i -> images.getFileName() + "#" + i)
                                .toList())
                .with(new Resizing(shape).addPadded(planes.length, pixels.dimensions()[2], pixels.dimensions()[1]));
    }

    private static List<Path> images(Path path) throws IOException {
        if (!Files.isDirectory(path)) return matcher(path).matches() && Files.exists(path) ? List.of(path) : List.of();
        List<Path> found = new ArrayList<>();
        for (Path file : FileTree.list(path, file -> matcher(file).matches()))
            IdxNames.regular(file).ifPresent(found::add);
        return found;
    }

    private static Matcher matcher(Path file) {
        return IMAGES.matcher(String.valueOf(file.getFileName()));
    }

    private static Path choose(Path path, Part part) throws IOException {
        List<Path> fitting = images(path);
        if (Files.isDirectory(path))
            fitting = fitting.stream().filter(file -> partOf(file) == part).toList();
        if (fitting.isEmpty())
            throw new MissingPart(path + ": holds no " + (part == Part.TRAIN ? "train" : "t10k")
                    + "-images-idx3-ubyte file, plain or .gz");
        List<String> prefixes =
                fitting.stream().map(file -> stem(file)).distinct().toList();
        if (prefixes.size() > 1) throw new IOException(path + ": holds several data sets; name one of " + fitting);
        return fitting.get(0);
    }

    private static Part partOf(Path file) {
        Matcher matcher = matcher(file);
        return matcher.matches() && matcher.group(2).equalsIgnoreCase("train") ? Part.TRAIN : Part.TEST;
    }

    private static String stem(Path file) {
        Matcher matcher = matcher(file);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : "";
    }

    private static Optional<Path> labelsOf(Path images) {
        return IdxNames.find(images, stem(images) + "-labels-idx1-ubyte");
    }

    private static int[] classes(Path images, int count, Consumer<String> warn) throws IOException {
        Optional<Path> found = labelsOf(images);
        if (found.isEmpty()) {
            warn.accept(images.getFileName() + ": no labels file beside it; the images are unlabelled");
            return new int[0];
        }
        Path labels = found.get();
        Idx idx = Idx.read(labels);
        if (idx.dimensions().length != 1)
            throw new IOException(
                    labels.getFileName() + ": expected 1 dimension (count), got " + idx.dimensions().length);
        if (idx.count() != count)
            throw new IOException(labels.getFileName() + ": has " + idx.count() + " labels, but " + images.getFileName()
                    + " has " + count + " images");
        int[] written =
                IntStream.range(0, count).map(i -> idx.values()[i] & 0xff).toArray();
        Optional<Emnist> known = Emnist.of(stem(images));
        return known.isPresent() ? known.get().classes(labels, written, warn) : written;
    }

    private static List<String> labelNames(Path images, int[] classes) {
        Optional<Emnist> known = Emnist.of(stem(images));
        if (known.isPresent() && classes.length > 0) return known.get().labelNames();
        int most = Arrays.stream(classes).max().orElse(-1);
        return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    }

    private static SampleShape shape(Path file, Idx images, int size, int channels) throws IOException {
        int[] dimensions = images.dimensions();
        if (dimensions.length != 3)
            throw new IOException(
                    file.getFileName() + ": expected 3 dimensions (count, height, width), got " + dimensions.length);
        if (Math.max(dimensions[1], dimensions[2]) > LARGEST_SIDE)
            throw new IOException(file.getFileName() + ": its images are " + dimensions[1] + "x" + dimensions[2]
                    + "; at most " + LARGEST_SIDE + " pixels a side are read");
        int planes = Math.max(1, channels);
        return size > 0
                ? SampleShape.image(planes, size, size)
                : SampleShape.image(planes, dimensions[1], dimensions[2]);
    }

    /** The files of {@link Emnist} hold images with rows and columns exchanged. */
    private static Idx upright(Path file, Idx images, Consumer<String> warn) {
        int[] sides = images.dimensions();
        if (sides.length != 3 || !stem(file).toLowerCase(Locale.ROOT).startsWith("emnist-")) return images;
        warn.accept(file.getFileName()
                + ": the files of EMNIST hold images with rows and columns exchanged; they are turned upright");
        byte[] turned = new byte[images.values().length];
        int height = sides[1], width = sides[2], own = height * width;
        for (int at = 0; at < turned.length; at++) {
            int within = at % own;
            turned[at - within + within % width * height + within / width] = images.values()[at];
        }
        return new Idx(new int[] {sides[0], width, height}, turned);
    }

    private static byte[][] planes(Idx images, SampleShape shape) {
        int height = images.dimensions()[1];
        int width = images.dimensions()[2];
        int own = height * width;
        ImageSet.requireMemory(images.count(), shape);
        boolean asTheyAre = shape.equals(SampleShape.image(1, height, width));
        Fit fit = new Fit(shape);
        return IntStream.range(0, images.count())
                .parallel()
                .mapToObj(i -> {
                    byte[] image = Arrays.copyOfRange(images.values(), i * own, (i + 1) * own);
                    return asTheyAre ? image : fit.planesPadded(new Picture(width, height, 1, image));
                })
                .toArray(byte[][]::new);
    }
}
