package io.github.gan4j.data;

import io.github.gan4j.files.StlBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * STL-10 in its binary version: {@code train_X.bin}, {@code test_X.bin} and {@code unlabeled_X.bin}, with classes in {@code
 * …_y.bin} and their names in {@code class_names.txt}.
 */
public final class StlFolder {
    private static final String IMAGES = "_X.bin";
    private static final List<String> CLASSES =
            List.of("airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck");

    private StlFolder() {}

    /** Whether a path is a folder of such files, or one of the images files. */
    public static boolean matches(Path path) {
        if (Files.isRegularFile(path)) return path.toString().endsWith(IMAGES);
        return Stream.of("train", "test", "unlabeled")
                .anyMatch(part -> Files.exists(folder(path).resolve(part + IMAGES)));
    }

    /**
     * Reads one part; a path to one images file, as to {@code unlabeled_X.bin}, is that part. A folder with nothing but the
     * unlabelled images has those to learn from.
     *
     * @param size height and width wanted, or 0 for 96
     * @param channels 1, 3, or 0 for colour
     * @throws IOException in one line when files are missing, damaged or do not match one another
     */
    public static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn)
            throws IOException {
        Path file = Files.isDirectory(path) ? choose(path, part) : path;
        if (!Files.exists(file)) throw new MissingPart(file + ": no such file or folder");
        int side = size > 0 ? size : StlBinary.SIDE;
        SampleShape shape = SampleShape.image(channels > 0 ? channels : 3, side, side);
        byte[][] planes = planes(file, shape);
        int[] labels = labels(file, planes.length, warn);
        return new ImageSet(
                        shape,
                        planes,
                        labels,
                        labels.length == 0 ? List.of() : ClassNames.beside(file, CLASSES, warn),
                        ImageSet.numbered(String.valueOf(file.getFileName()), planes.length))
                .with(new Resizing(shape).add(planes.length, StlBinary.SIDE, StlBinary.SIDE, true));
    }

    private static Path folder(Path path) {
        Path unpacked = path.resolve("stl10_binary");
        return Files.isDirectory(unpacked) ? unpacked : path;
    }

    private static Path choose(Path path, Part part) {
        Path folder = folder(path);
        Path usual = folder.resolve((part == Part.TRAIN ? "train" : "test") + IMAGES);
        Path unlabelled = folder.resolve("unlabeled" + IMAGES);
        return part == Part.TRAIN && !Files.exists(usual) && Files.exists(unlabelled) ? unlabelled : usual;
    }

    private static byte[][] planes(Path file, SampleShape shape) throws IOException {
        try (StlBinary images = StlBinary.open(file)) {
            ImageSet.requireMemory(images.count(), shape);
            Fit fit = new Fit(shape);
            return IntStream.range(0, images.count())
                    .parallel()
                    .mapToObj(i -> fit.planes(image(images, i), StlBinary.SIDE))
                    .toArray(byte[][]::new);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] image(StlBinary images, int index) {
        try {
            return images.image(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] labels(Path images, int count, Consumer<String> warn) throws IOException {
        String name = String.valueOf(images.getFileName());
        if (name.startsWith("unlabeled")) return new int[0];
        Path file = images.resolveSibling(name.replace(IMAGES, "_y.bin"));
        if (!Files.exists(file)) {
            warn.accept(name + ": no labels file beside it; the images are unlabelled");
            return new int[0];
        }
        int[] labels = StlBinary.labels(file);
        if (labels.length != count)
            throw new IOException(file.getFileName() + ": has " + labels.length + " labels, but " + name + " has "
                    + count + " images");
        return labels;
    }
}
