package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Any folder or zip of images, of any mix of sizes: each is cropped to the largest square in its middle and resized. Labels
 * come from {@code dataset.json} (the layout of StyleGAN's tools), else from sub-folders; see {@link FolderLabels}.
 */
public final class ImageFolder {
    private static final int SMALLEST_CHOICE = 16;
    private static final int LARGEST_CHOICE = 128;
    private static final int MOST_NAMED = 10;

    private ImageFolder() {}

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
        try (ImageFiles files = ImageFiles.open(path)) {
            List<String> names = files.names();
            if (names.isEmpty()) throw new IOException(path + ": holds no images (PNG, JPEG, GIF, BMP)");
            String[] problems = new String[names.size()];
            Picture[] pictures = decode(files, size, channels, problems);
            int[] readable = IntStream.range(0, pictures.length)
                    .filter(i -> pictures[i] != null)
                    .toArray();
            if (readable.length == 0)
                throw new IOException(
                        path + ": none of its " + names.size() + " images can be read; the first: " + problems[0]);
            tell(problems, warn);
            List<String> kept = Arrays.stream(readable).mapToObj(names::get).toList();
            Picture[] sound = Arrays.stream(readable).mapToObj(i -> pictures[i]).toArray(Picture[]::new);
            FolderLabels labels = FolderLabels.of(files.text("dataset.json"), kept);
            SampleShape shape = shape(sound, size, channels);
            return new ImageSet(shape, fit(sound, shape), labels.labels(), labels.names(), kept);
        }
    }

    /** Squares, already shrunk to what is needed at most; null where an image cannot be read. */
    private static Picture[] decode(ImageFiles files, int size, int channels, String[] problems) {
        Picture[] pictures = new Picture[problems.length];
        AtomicLong held = new AtomicLong();
        IntStream.range(0, pictures.length).parallel().forEach(i -> {
            try {
                Picture picture = reduced(files.read(files.names().get(i)), size, channels);
                if (held.addAndGet(picture.pixels().length) > ImageSet.memoryBound())
                    ImageSet.requireMemory(
                            pictures.length, SampleShape.image(picture.channels(), picture.height(), picture.width()));
                pictures[i] = picture;
            } catch (IOException e) {
                problems[i] = e.getMessage();
            }
        });
        return pictures;
    }

    private static Picture reduced(Picture picture, int size, int channels) {
        Picture square = Pictures.centreSquare(picture);
        int most = size > 0 ? size : Math.min(square.width(), LARGEST_CHOICE);
        Picture small = Pictures.resized(square, most, most);
        return channels == 1 || small.channels() == 3 && isGrey(small) ? Pictures.toGrey(small) : small;
    }

    private static boolean isGrey(Picture picture) {
        byte[] pixels = picture.pixels();
        for (int at = 0; at < pixels.length; at += 3)
            if (pixels[at] != pixels[at + 1] || pixels[at] != pixels[at + 2]) return false;
        return true;
    }

    private static SampleShape shape(Picture[] pictures, int size, int channels) {
        boolean colour = Arrays.stream(pictures).anyMatch(picture -> picture.channels() == 3);
        int side = size > 0 ? size : commonSide(pictures);
        return SampleShape.image(channels > 0 ? channels : colour ? 3 : 1, side, side);
    }

    private static int commonSide(Picture[] pictures) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Picture picture : pictures) counts.merge(picture.width(), 1, Integer::sum);
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        int common = counts.keySet().stream()
                .filter(side -> counts.get(side) == most)
                .max(Integer::compare)
                .orElseThrow();
        return Math.max(SMALLEST_CHOICE, common / 4 * 4);
    }

    private static byte[][] fit(Picture[] pictures, SampleShape shape) {
        ImageSet.requireMemory(pictures.length, shape);
        Fit fit = new Fit(shape);
        byte[][] planes = new byte[pictures.length][];
        IntStream.range(0, planes.length).parallel().forEach(i -> {
            planes[i] = fit.planes(pictures[i]);
            pictures[i] = null;
        });
        return planes;
    }

    private static void tell(String[] problems, Consumer<String> warn) {
        List<String> lines =
                new ArrayList<>(Arrays.stream(problems).filter(Objects::nonNull).toList());
        int more = lines.size() - MOST_NAMED;
        lines.stream().limit(MOST_NAMED).forEach(line -> warn.accept(line + "; left out"));
        if (more > 0) warn.accept("and " + more + " more images that cannot be read; left out");
    }
}
