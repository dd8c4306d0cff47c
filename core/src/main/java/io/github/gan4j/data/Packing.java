package io.github.gan4j.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Remark;
import io.github.gan4j.files.StoredZip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Images on their way into one zip, in the layout that the tools of StyleGAN (Karras et al. 2020, arXiv 2006.06676) write and
 * read: {@code 00000/img00000000.png} and so on, square and all of one size, and {@code dataset.json} with a class for each
 * image or none. Names of classes, for which that layout has no room, go into {@code class_names.txt} beside it.
 */
public final class Packing {
    private static final int IMAGES_IN_A_FOLDER = 1000;

    /** Images that are encoded side by side before they are written in order. */
    private static final int BLOCK = 256;

    private final ImageSource source;
    private final Consumer<String> notice;
    private final Originals originals;
    private final List<Inspection> looks;
    private final List<Integer> usable;
    private final Watcher watcher;

    private Packing(ImageSource source, Originals originals, Watcher watcher, Consumer<String> notice) {
        this.source = source;
        this.notice = notice;
        this.originals = originals;
        this.watcher = watcher;
        looks = Inspection.at(originals, watcher);
        usable = Inspection.usable(looks);
    }

    /** What lies in a zip that was written. */
    public record Packed(int images, SampleShape shape, int classes) {}

    /**
     * Writes the images of one part of a source that reads files; those that cannot be read are named to its listener and left
     * out. Every image is decoded twice, so that memory never holds many.
     *
     * @param source whose size is that of the images to write, or 0 for their own
     * @param crop whether the square in the middle is cut out of images that are not square
     * @throws IllegalArgumentException when images are not square or not of one size, and neither was asked for
     * @throws IOException when there is nothing to read or the zip cannot be written; both in one line
     */
    public static Packed write(
            ImageSource source, Part part, Path target, boolean crop, Watcher watcher, Consumer<String> notice)
            throws IOException {
        try (Originals originals = source.originals(part, notice)) {
            return new Packing(source, originals, watcher, notice).write(target, crop);
        }
    }

    private Packed write(Path target, boolean crop) throws IOException {
        List<String> problems = looks.stream()
                .filter(look -> !look.readable())
                .map(Inspection::problem)
                .toList();
        if (usable.isEmpty())
            throw new IOException(target + ": there is nothing to write; "
                    + (problems.isEmpty() ? "no images were found" : "the first problem: " + problems.get(0)));
        ImageFolder.tell(problems, notice);
        Remark.lines(
                        usable.stream().map(originals::name).toList(),
                        usable.stream().map(i -> looks.get(i).remarks()).toList())
                .forEach(notice);
        int side = side(crop);
        boolean colour = usable.stream().anyMatch(i -> !looks.get(i).grey());
        SampleShape shape = SampleShape.image(colour ? 3 : 1, side, side);
        FolderLabels labels = originals.labels(usable, notice);
        Files.createDirectories(target.toAbsolutePath().getParent());
        AtomicFile.removeAbandoned(target.toAbsolutePath().getParent());
        AtomicFile.write(target, out -> {
            try (StoredZip zip = new StoredZip(out)) {
                images(zip, shape);
                labels(zip, labels);
            }
        });
        return new Packed(usable.size(), shape, labels.names().size());
    }

    private int side(boolean crop) {
        int side = source.size();
        for (int i : usable) {
            Inspection look = looks.get(i);
            if (look.width() != look.height() && !crop)
                throw new IllegalArgumentException(originals.name(i) + " has " + look.size()
                        + " pixels and is not square; --crop takes the square in the middle");
            int own = Math.min(look.width(), look.height());
            if (side == 0) side = own;
            if (source.size() == 0 && own != side)
                throw new IllegalArgumentException(originals.name(i) + " is " + own + " pixels wide and "
                        + originals.name(usable.get(0)) + " " + side + "; --size N brings all to one size");
        }
        return side;
    }

    private void images(StoredZip zip, SampleShape shape) throws IOException {
        for (int from = 0; from < usable.size(); from += BLOCK) {
            int to = Math.min(usable.size(), from + BLOCK);
            List<byte[]> block = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(at -> png(usable.get(at), shape))
                    .toList();
            for (int at = from; at < to; at++) zip.add(name(at), block.get(at - from));
            watcher.done("packed", to, usable.size());
        }
    }

    private byte[] png(int image, SampleShape shape) {
        try {
            Picture sized = originals.decoded(image, content -> {
                Picture square = Pictures.centreSquare(content.picture());
                return Pictures.resized(square, shape.width(), shape.height());
            });
            return ImageFile.png(shape.channels() == 1 ? Pictures.toGrey(sized) : Pictures.toColour(sized));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int image) {
        return String.format(Locale.ROOT, "%05d/img%08d.png", image / IMAGES_IN_A_FOLDER, image);
    }

    private static void labels(StoredZip zip, FolderLabels labels) throws IOException {
        ObjectNode json = Json.object();
        if (labels.labels().length == 0) json.putNull("labels");
        else {
            ArrayNode pairs = json.putArray("labels");
            for (int at = 0; at < labels.labels().length; at++)
                pairs.addArray().add(name(at)).add(labels.labels()[at]);
        }
        zip.add("dataset.json", json.toString().getBytes(StandardCharsets.UTF_8));
        if (!labels.names().isEmpty())
            zip.add(ClassNames.FILE, ClassNames.text(labels.names()).getBytes(StandardCharsets.UTF_8));
    }
}
