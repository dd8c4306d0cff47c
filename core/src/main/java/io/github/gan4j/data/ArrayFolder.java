package io.github.gan4j.data;

import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.Npy;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Images and classes as NumPy arrays, as KMNIST, MedMNIST and many others are published: {@code [count, height, width]}, with 1
 * or 3 channels behind or before these two axes, or rows of a square number of pixels. Names tell which array holds images, which
 * classes, and which part ({@code train_images}, {@code x_train}, {@code kmnist-train-imgs.npz} and {@code …-labels.npz}).
 */
final class ArrayFolder {
    private static final int MOST_CLASSES = 100_000;
    private static final int LARGEST_SIDE = 1024;

    private ArrayFolder() {}

    /** Whether a path is such a file, or a folder with arrays that are called images. */
    static boolean matches(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                FileKind kind = FileKind.of(path);
                return kind == FileKind.NPY || kind == FileKind.ZIP && ArrayFile.isArray(path);
            }
            return ArrayFile.at(path).stream().anyMatch(ArrayFile::holdsImages);
        } catch (IOException e) {
            return !Files.isDirectory(path);
        }
    }

    static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException {
        List<ArrayFile> all = ArrayFile.at(path);
        ArrayFile images = images(path, all, part, warn);
        ImageSet unlabelled =
                images.read((array, in, available) -> pictures(images, array, in, available, size, channels, warn));
        boolean within = Files.isDirectory(path) || !pairs(images, all).isEmpty();
        List<ArrayFile> beside = within ? all : besides(path.toAbsolutePath());
        List<ArrayFile> paired = pairs(images, beside);
        Optional<ArrayFile> names = namesAmong(beside, paired, unlabelled.size());
        Optional<ArrayFile> found =
                paired.stream().filter(each -> !names.equals(Optional.of(each))).findFirst();
        if (found.isEmpty()) {
            warn.accept(images.name() + ": no array of labels beside it; the images are unlabelled");
            return unlabelled;
        }
        FolderLabels labels = found.get().read((array, in, available) -> {
            if (array.shape().length == 0 || array.shape()[0] != unlabelled.size())
                throw new IOException("has " + array.size() + " labels, but " + images.name() + " has "
                        + unlabelled.size() + " images");
            if (array.rowLength() > 1) return FolderLabels.NONE;
            return array.ofTexts() ? named(array.texts(in, available)) : numbered(array, in, available);
        });
        if (labels.names().isEmpty()) {
            warn.accept(found.get().name() + ": is not used: it has several values for each image, and a class is one");
            return unlabelled;
        }
        return unlabelled.labelled(
                labels.labels(), names.isPresent() ? renamed(labels, names.get(), warn) : labels.names());
    }

    /** What is called as names of classes; else, beside the classes themselves, texts that are not one for each image. */
    private static Optional<ArrayFile> namesAmong(List<ArrayFile> arrays, List<ArrayFile> classes, int images)
            throws IOException {
        for (ArrayFile each : arrays) {
            if (each.holdsClassNames()) return Optional.of(each);
            boolean beside = classes.stream().anyMatch(other -> !other.equals(each));
            if (beside && each.holdsClasses() && (each.isOfNoPart() || classes.contains(each)) && isList(each, images))
                return Optional.of(each);
        }
        return Optional.empty();
    }

    private static boolean isList(ArrayFile file, int images) throws IOException {
        return file.read(
                (array, in, available) -> array.ofTexts() && array.shape().length == 1 && array.shape()[0] != images);
    }

    /** The names of numbered classes; a line says where they are not used. */
    private static List<String> renamed(FolderLabels labels, ArrayFile from, Consumer<String> warn) {
        try {
            List<String> names = from.read((array, in, available) -> {
                if (!array.ofTexts()) throw new IOException("it holds no texts");
                return array.texts(in, available);
            });
            boolean numbered = IntStream.range(0, labels.names().size())
                    .allMatch(i -> labels.names().get(i).equals(Integer.toString(i)));
            String why = !numbered
                    ? "the labels are names themselves"
                    : names.contains("") || Set.copyOf(names).size() < names.size()
                            ? "a name is empty or comes twice"
                            : names.size() < labels.names().size()
                                    ? "it has " + names.size() + " names for "
                                            + labels.names().size() + " classes"
                                    : "";
            if (why.isEmpty()) return names;
            warn.accept(from.name() + ": is not used: " + why);
        } catch (IOException e) {
            warn.accept(from.name() + ": is not used: "
                    + e.getMessage().substring(from.name().length() + 2));
        }
        return labels.names();
    }

    private static FolderLabels numbered(Npy array, InputStream in, long available) throws IOException {
        int[] classes = array.classes(in, available, MOST_CLASSES);
        int most = Arrays.stream(classes).max().orElseThrow();
        return new FolderLabels(
                classes,
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList());
    }

    private static FolderLabels named(List<String> each) throws IOException {
        if (each.contains("")) throw new IOException("a class has no name");
        return FolderLabels.named(each);
    }

    private static ArrayFile images(Path path, List<ArrayFile> all, Part part, Consumer<String> warn)
            throws IOException {
        List<ArrayFile> images = all.stream().filter(ArrayFile::holdsImages).toList();
        if (images.isEmpty() && all.size() == 1) return all.get(0);
        List<ArrayFile> ofPart = images.stream().filter(each -> each.isOf(part)).toList();
        if (ofPart.isEmpty() && (part == Part.TRAIN || images.size() == 1))
            ofPart = images.stream()
                    .filter(each -> each.isOfNoPart() || !Files.isDirectory(path) && images.size() == 1)
                    .toList();
        if (ofPart.isEmpty()) {
            String holds = all.isEmpty()
                    ? "nothing"
                    : String.join(
                            ", ", all.stream().map(ArrayFile::name).limit(8).toList());
            if (part == Part.TEST) throw new MissingPart(path + ": holds no array of test images; it holds " + holds);
            throw new IOException(path + ": holds no array of images; it holds " + holds
                    + "; call the array of images \"images\" and the one of classes \"labels\"");
        }
        if (ofPart.size() > 1)
            throw new IOException(path + ": holds several arrays of images; name the file of one: "
                    + String.join(
                            ", ", ofPart.stream().map(ArrayFile::name).limit(8).toList()));
        return ofPart.get(0);
    }

    private static List<ArrayFile> pairs(ArrayFile images, List<ArrayFile> arrays) {
        return arrays.stream()
                .filter(each -> each.holdsClasses() && each.pair().equals(images.pair()))
                .toList();
    }

    /** The arrays in files beside one that are called as classes or their names. */
    private static List<ArrayFile> besides(Path path) throws IOException {
        List<Path> called = FileTree.list(
                path.getParent(),
                file -> ArrayFile.isArray(file) && !file.equals(path) && new ArrayFile(file, "").tellsClasses());
        List<ArrayFile> arrays = new ArrayList<>();
        for (Path file : called) arrays.addAll(ArrayFile.in(file));
        return arrays;
    }

    /** Where the axes of an image are. */
    private record Axes(int height, int width, int channels, boolean planes) {
        static Axes of(int[] shape) throws IOException {
            if (shape.length == 2) {
                int side = (int) Math.round(Math.sqrt(shape[1]));
                if (side * side == shape[1]) return new Axes(side, side, 1, false);
            }
            if (shape.length == 3 && isChannels(shape[2]))
                throw new IOException("has the shape of one image, " + Arrays.toString(shape)
                        + "; images have [count, height, width] or [count, height, width, 1 or 3]");
            if (shape.length == 3) return new Axes(shape[1], shape[2], 1, false);
            if (shape.length == 4 && isChannels(shape[3])) return new Axes(shape[1], shape[2], shape[3], false);
            if (shape.length == 4 && isChannels(shape[1])) return new Axes(shape[2], shape[3], shape[1], true);
            throw new IOException("images have the shape [count, height, width] or [count, height, width, 1 or 3], got "
                    + Arrays.toString(shape));
        }

        private static boolean isChannels(int axis) {
            return axis == 1 || axis == 3;
        }

        Picture picture(byte[] shades) {
            return planes ? Fit.picture(shades, channels, height, width) : new Picture(width, height, channels, shades);
        }
    }

    private static ImageSet pictures(
            ArrayFile file, Npy array, InputStream in, long available, int size, int channels, Consumer<String> warn)
            throws IOException {
        Axes axes = Axes.of(array.shape());
        if (Math.max(axes.height, axes.width) > LARGEST_SIDE)
            throw new IOException("its images are " + axes.width + "x" + axes.height + "; at most " + LARGEST_SIDE
                    + " pixels a side are read");
        if (array.shape().length == 2)
            warn.accept(file.name() + ": rows of " + array.shape()[1] + " numbers are taken for images of " + axes.width
                    + "x" + axes.height);
        int planes = channels > 0 ? channels : axes.channels;
        SampleShape shape =
                size > 0 ? SampleShape.image(planes, size, size) : SampleShape.image(planes, axes.height, axes.width);
        ImageSet.requireMemory(array.shape()[0], SampleShape.image(axes.channels, axes.height, axes.width));
        ImageSet.requireMemory(array.shape()[0], shape);
        byte[][] rows = array.shades(in, available, line -> warn.accept(file.name() + ": " + line));
        boolean asTheyAre = shape.equals(SampleShape.image(1, axes.height, axes.width)) && axes.channels == 1;
        boolean pads = !asTheyAre && Fit.pads(axes.width, axes.height, shape) && Fit.isBlack(blackEdge(rows, axes));
        Fit fit = new Fit(shape);
        if (!asTheyAre)
            IntStream.range(0, rows.length).parallel().forEach(i -> {
                Picture picture = axes.picture(rows[i]);
                rows[i] = pads ? fit.planesPadded(picture) : fit.planes(picture);
            });
        Resizing done = new Resizing(shape);
        if (pads) done.addPadded(rows.length, axes.width, axes.height);
        else done.add(rows.length, axes.width, axes.height, axes.channels == 3);
        return new ImageSet(shape, rows, new int[0], List.of(), ImageSet.numbered(file.name(), rows.length)).with(done);
    }

    private static double blackEdge(byte[][] rows, Axes axes) {
        return Arrays.stream(rows)
                .parallel()
                .mapToDouble(row -> Fit.blackEdge(axes.picture(row)))
                .average()
                .orElse(0);
    }
}
