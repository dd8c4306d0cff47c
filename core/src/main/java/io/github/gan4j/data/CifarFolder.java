package io.github.gan4j.data;

import io.github.gan4j.files.CifarBinary;
import io.github.gan4j.files.CifarBinary.Kind;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * CIFAR-10 ({@code data_batch_*.bin}, {@code test_batch.bin}) or CIFAR-100 ({@code train.bin}, {@code test.bin}) in its
 * binary version, as many of the files as there are.
 */
public final class CifarFolder {
    private static final List<String> CIFAR_10_CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** What to do about the version for Python. */
    static final String PICKLED =
            "it is CIFAR's Python version, which is made of pickles and not read; download the binary"
                    + " version, cifar-10-binary.tar.gz or cifar-100-binary.tar.gz, from https://www.cs.toronto.edu/~kriz/cifar.html";

    private CifarFolder() {}

    /** Whether a file is one of the version for Python, by its path. */
    static boolean isPickled(String name) {
        return name.matches("(.*/)?(data_batch_\\d|test_batch)|(.*/)?cifar-100-python/(train|test)");
    }

    /** Whether a path is a folder of such files, or one of them. */
    public static boolean matches(Path path) {
        try {
            return !files(path, Part.TRAIN).isEmpty() || !files(path, Part.TEST).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads one part; a path to one file is that part.
     *
     * @param size height and width wanted, or 0 for 32
     * @param channels 1, 3, or 0 for colour
     * @param warn hears one line where the list of names beside the files does not fit
     * @throws IOException in one line when files are missing or damaged
     */
    public static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn)
            throws IOException {
        List<Path> files = files(path, part);
        if (files.isEmpty())
            throw new MissingPart(path + ": holds no "
                    + (part == Part.TRAIN ? "data_batch_*.bin or train.bin" : "test_batch.bin or test.bin"));
        Kind kind = kind(files.get(0));
        List<byte[]> images = new ArrayList<>();
        List<String> names = new ArrayList<>();
        IntStream labels = IntStream.empty();
        for (Path file : files) {
            CifarBinary binary = CifarBinary.read(file, kind);
            images.addAll(binary.images());
            labels = IntStream.concat(labels, IntStream.of(binary.labels()));
            for (int i = 0; i < binary.labels().length; i++) names.add(file.getFileName() + "#" + i);
        }
        int side = size > 0 ? size : CifarBinary.SIDE;
        SampleShape shape = SampleShape.image(channels > 0 ? channels : 3, side, side);
        return new ImageSet(shape, fitted(images, shape), labels.toArray(), classNames(files.get(0), kind, warn), names)
                .with(new Resizing(shape).add(images.size(), CifarBinary.SIDE, CifarBinary.SIDE, true));
    }

    private static List<Path> files(Path path, Part part) throws IOException {
        if (Files.isRegularFile(path)) return isOf(part, path) || isOf(other(part), path) ? List.of(path) : List.of();
        for (Path folder : List.of(path, path.resolve("cifar-10-batches-bin"), path.resolve("cifar-100-binary"))) {
            if (!Files.isDirectory(folder)) continue;
            List<Path> found = FileTree.list(folder, file -> isOf(part, file));
            if (!found.isEmpty()) return found;
        }
        return List.of();
    }

    private static Part other(Part part) {
        return part == Part.TRAIN ? Part.TEST : Part.TRAIN;
    }

    private static boolean isOf(Part part, Path file) {
        String pattern = part == Part.TRAIN ? "data_batch_\\d+\\.bin|train\\.bin" : "test_batch\\.bin|test\\.bin";
        return String.valueOf(file.getFileName()).matches(pattern);
    }

    private static Kind kind(Path file) {
        return file.getFileName().toString().contains("batch") ? Kind.CIFAR_10 : Kind.CIFAR_100;
    }

    /** Those of the list beside the files, which own data in this format may have, too. */
    private static List<String> classNames(Path file, Kind kind, Consumer<String> warn) throws IOException {
        Path listed = file.resolveSibling(kind == Kind.CIFAR_10 ? "batches.meta.txt" : "fine_label_names.txt");
        if (Files.isRegularFile(listed) && Files.size(listed) < 1 << 16) {
            List<String> names =
                    PlainText.in(listed).lines().filter(line -> !line.isBlank()).toList();
            if (names.size() == kind.classes()) return names;
            warn.accept(listed.getFileName() + ": is not used: it has " + names.size() + " names for " + kind.classes()
                    + " classes");
        }
        return kind == Kind.CIFAR_10
                ? CIFAR_10_CLASSES
                : IntStream.range(0, kind.classes()).mapToObj(Integer::toString).toList();
    }

    private static byte[][] fitted(List<byte[]> images, SampleShape shape) {
        ImageSet.requireMemory(images.size(), shape);
        int side = CifarBinary.SIDE;
        if (shape.equals(SampleShape.image(3, side, side))) return images.toArray(byte[][]::new);
        Fit fit = new Fit(shape);
        return images.stream()
                .parallel()
                .map(image -> fit.planes(Fit.picture(image, 3, side, side)))
                .toArray(byte[][]::new);
    }
}
