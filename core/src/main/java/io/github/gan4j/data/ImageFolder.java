package io.github.gan4j.data;

import io.github.gan4j.files.DecodingMemory;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Any folder or zip of images, of any mix of sizes: each is cropped to the largest square in its middle and resized. Labels
 * come from {@code dataset.json} (the layout of StyleGAN's tools), else from sub-folders; see {@link FolderLabels}.
 */
public final class ImageFolder {
    private static final int SMALLEST_CHOICE = 16;
    private static final int LARGEST_CHOICE = 128;
    private static final int MOST_NAMED = 10;
    private static final Picture NOTHING = new Picture(1, 1, 1, new byte[1]);

    private ImageFolder() {}

    /** The pictures that could be read with their names, and why the others could not. */
    private record Decoded(
            List<String> names,
            List<Picture> pictures,
            List<Attempt> own,
            List<String> problems,
            List<Set<Remark>> remarks) {}

    /**
     * @param tooLarge an image that this Java has too little memory for, which is no reason to leave it out
     * @param width and height of the image before it was reduced, and whether it had colour that it loses
     */
    private record Attempt(
            Picture picture,
            Set<Remark> remarks,
            String problem,
            Optional<DecodingMemory.TooLittle> tooLarge,
            int width,
            int height,
            boolean colour) {
        /** Once memory is full, nothing more is decoded. */
        static final Attempt FULL = problem("memory is full");

        static Attempt problem(String problem) {
            return new Attempt(NOTHING, Set.of(), problem, Optional.empty(), 1, 1, false);
        }
    }

    /**
     * Reads all images that can be read; those that cannot are named to {@code warn} and left out.
     *
     * @param size height and width wanted, or 0 for the most common smaller side, rounded down to a multiple of 4 within 16 and
     *     128
     * @param channels 1, 3, or 0 for colour unless every image is grey
     * @throws IOException in one line when there is nothing at the path or no readable image in it
     * @throws IllegalArgumentException when the images do not fit into memory
     */
    public static ImageSet read(Path path, int size, int channels, Consumer<String> warn) throws IOException {
        return read(path, size, channels, warn, Labelling.usual());
    }

    static ImageSet read(Path path, int size, int channels, Consumer<String> warn, Labelling labelling)
            throws IOException {
        return read(path, size, channels, warn, labelling, ImageSet.memoryBound());
    }

    static ImageSet read(Path path, int size, int channels, Consumer<String> warn, Labelling labelling, long mostBytes)
            throws IOException {
        try (ImageFiles files = ImageFiles.open(path)) {
            return read(files, path, size, channels, warn, labelling, mostBytes);
        }
    }

    /** @param path where the files come from, for messages */
    static ImageSet read(
            ImageFiles files,
            Path path,
            int size,
            int channels,
            Consumer<String> warn,
            Labelling labelling,
            long mostBytes)
            throws IOException {
        List<String> names = accepted(files, path, labelling, warn);
        Decoded decoded = decode(files, names, path, size, channels, mostBytes);
        if (decoded.pictures.isEmpty())
            throw new IOException(path + ": none of its " + names.size() + " images can be read; the first: "
                    + decoded.problems.get(0));
        tell(decoded.problems, warn);
        Remark.lines(decoded.names, decoded.remarks).forEach(warn);
        FolderLabels labels = labelling.of(files, decoded.names, warn);
        SampleShape shape = shape(decoded.pictures, size, channels);
        Resizing resizing = new Resizing(shape);
        decoded.own.forEach(each -> resizing.add(1, each.width, each.height, each.colour));
        return new ImageSet(shape, fit(decoded.pictures, shape), labels.labels(), labels.names(), decoded.names)
                .with(resizing);
    }

    /** The images whose names a labelling understands; the number of others is reported. */
    static List<String> accepted(ImageFiles files, Path path, Labelling labelling, Consumer<String> warn)
            throws IOException {
        List<String> all = files.names();
        files.listing().remarks().forEach(warn);
        if (all.isEmpty())
            throw new IOException(path + ": holds no images (" + ImageFile.FORMATS + ")"
                    + files.listing().instead());
        List<String> accepted = all.stream().filter(labelling::accepts).toList();
        if (accepted.isEmpty())
            throw new IOException(path + ": none of its " + all.size() + " images is named " + labelling.rule()
                    + "; the first: " + all.get(0));
        if (accepted.size() < all.size())
            warn.accept(path + ": " + (all.size() - accepted.size()) + " of " + all.size() + " images are not named "
                    + labelling.rule() + ", as "
                    + all.stream()
                            .filter(name -> !labelling.accepts(name))
                            .findFirst()
                            .orElseThrow() + "; left out");
        return accepted;
    }

    private static Decoded decode(
            ImageFiles files, List<String> names, Path path, int size, int channels, long mostBytes) {
        AtomicLong held = new AtomicLong();
        List<Attempt> attempts = names.stream()
                .parallel()
                .map(name -> held.get() > mostBytes ? Attempt.FULL : attempt(files, name, size, channels, held))
                .toList();
        if (held.get() > mostBytes)
            throw new IllegalArgumentException(path + ": its " + attempts.size() + " images need more than the "
                    + (mostBytes >> 20)
                    + " MiB this Java may hold of them: ask for a smaller size, or more memory with -Xmx");
        attempts.stream()
                .flatMap(attempt -> attempt.tooLarge.stream())
                .findFirst()
                .ifPresent(tooLarge -> {
                    throw tooLarge;
                });
        Decoded decoded = new Decoded(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            if (attempt.problem.isEmpty()) {
                decoded.names.add(names.get(i));
                decoded.pictures.add(attempt.picture);
                decoded.remarks.add(attempt.remarks);
                decoded.own.add(new Attempt(
                        NOTHING, Set.of(), "", Optional.empty(), attempt.width, attempt.height, attempt.colour));
            } else decoded.problems.add(attempt.problem);
        }
        return decoded;
    }

    private static Attempt attempt(ImageFiles files, String name, int size, int channels, AtomicLong held) {
        try {
            return files.decoded(name, content -> {
                Picture own = content.picture(), picture = reduced(own, size, channels);
                boolean colour = channels == 1 && !isGrey(own);
                held.addAndGet(picture.pixels().length);
                return new Attempt(picture, content.remarks(), "", Optional.empty(), own.width(), own.height(), colour);
            });
        } catch (IOException e) {
            return Attempt.problem(String.valueOf(e.getMessage()));
        } catch (DecodingMemory.TooLittle e) { // kept, so that the same image is named whichever came first
            return new Attempt(NOTHING, Set.of(), e.getMessage(), Optional.of(e), 1, 1, false);
        }
    }

    /** A square, already shrunk to what is needed at most, and grey where its channels are all the same. */
    private static Picture reduced(Picture picture, int size, int channels) {
        Picture square = Pictures.centreSquare(picture);
        int side = size > 0 ? size : Math.min(square.width(), LARGEST_CHOICE);
        Picture small = Pictures.resized(square, side, side);
        return channels == 1 || isGrey(small) ? Pictures.toGrey(small) : small;
    }

    /** Whether a picture shows no colour, however it is stored. */
    static boolean isGrey(Picture picture) {
        if (picture.channels() == 1) return true;
        byte[] pixels = picture.pixels();
        for (int at = 0; at < pixels.length; at += 3)
            if (pixels[at] != pixels[at + 1] || pixels[at] != pixels[at + 2]) return false;
        return true;
    }

    private static SampleShape shape(List<Picture> pictures, int size, int channels) {
        boolean colour = pictures.stream().anyMatch(picture -> picture.channels() == 3);
        int side = size > 0 ? size : commonSide(pictures);
        return SampleShape.image(channels > 0 ? channels : colour ? 3 : 1, side, side);
    }

    /** Of sides that are equally common, the longest. */
    private static int commonSide(List<Picture> pictures) {
        Map<Integer, Long> counts =
                pictures.stream().collect(Collectors.groupingBy(Picture::width, TreeMap::new, Collectors.counting()));
        int common = counts.entrySet().stream()
                .reduce((best, next) -> next.getValue() >= best.getValue() ? next : best)
                .orElseThrow()
                .getKey();
        return Math.max(SMALLEST_CHOICE, common / 4 * 4);
    }

    /** Lets go of each picture as soon as it is fitted, so that memory never holds everything twice. */
    private static byte[][] fit(List<Picture> pictures, SampleShape shape) {
        ImageSet.requireMemory(pictures.size(), shape);
        Fit fit = new Fit(shape);
        return IntStream.range(0, pictures.size())
                .parallel()
                .mapToObj(i -> fit.planes(pictures.set(i, NOTHING)))
                .toArray(byte[][]::new);
    }

    static void tell(List<String> problems, Consumer<String> warn) {
        problems.stream().limit(MOST_NAMED).forEach(line -> warn.accept(line + "; left out"));
        int more = problems.size() - MOST_NAMED;
        if (more > 0) warn.accept("and " + more + " more images that cannot be read; left out");
    }
}
