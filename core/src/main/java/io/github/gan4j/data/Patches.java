package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Squares cut at random from pictures of any sizes, without end: one from each picture in turn, in an order of its own
 * each time, where (seed, position) decides the place and whether it is mirrored. Some pictures are held back, to judge
 * with.
 */
public final class Patches implements Samples {
    private static final long PLACE = 0x706c616365L;
    /** One picture in so many is held back. */
    private static final int EVERY = 10;

    private final List<Named> learned;
    private final List<Named> heldBack;
    private final SampleShape shape;
    private final long seed;
    private final boolean flip;
    private final String checksum;
    private final Epochs epochs;

    /**
     * A picture with the name it came under, a path inside its folder or zip.
     *
     * @param picture of as many channels as the patches
     */
    public record Named(String name, Picture picture) {}

    /**
     * @param pictures none smaller than a patch; every tenth is held back, of fewer the last, and a single one is both
     *     learned and held back
     * @param shape of a patch
     */
    Patches(List<Named> pictures, SampleShape shape, long seed, boolean flip) {
        int count = pictures.size();
        heldBack = IntStream.range(0, count)
                .filter(i -> isHeldBack(i, count))
                .mapToObj(pictures::get)
                .toList();
        learned = count == 1
                ? pictures
                : IntStream.range(0, count)
                        .filter(i -> !isHeldBack(i, count))
                        .mapToObj(pictures::get)
                        .toList();
        this.shape = shape;
        this.seed = seed;
        this.flip = flip;
        checksum = checksum(pictures);
        epochs = new Epochs(learned.size(), seed);
    }

    private static boolean isHeldBack(int image, int count) {
        return count < EVERY ? image == count - 1 : image % EVERY == EVERY - 1;
    }

    private String checksum(List<Named> pictures) {
        ContentChecksum sum = new ContentChecksum().add("patches " + shape).add(pictures.size());
        for (Named named : pictures) {
            Picture picture = named.picture();
            sum.add(picture.width()).add(picture.height()).add(picture.pixels(), 0, picture.pixels().length);
        }
        return sum.value();
    }

    /** The pictures that are not learned from, whole. */
    public List<Named> heldBack() {
        return heldBack;
    }

    /** The middles of so many of the pictures that are not learned from, as patches. */
    public ImageSet heldBackPatches(int most) {
        Fit fit = new Fit(shape);
        List<Named> chosen = heldBack.subList(0, Math.min(most, heldBack.size()));
        byte[][] planes = chosen.stream()
                .map(named -> fit.planes(middle(named.picture())))
                .toArray(byte[][]::new);
        return new ImageSet(
                shape,
                planes,
                new int[0],
                List.of(),
                chosen.stream().map(Named::name).toList());
    }

    private Picture middle(Picture picture) {
        int side = shape.height();
        return Pictures.cropped(picture, (picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> labelNames() {
        return List.of();
    }

    @Override
    public String checksum() {
        return checksum;
    }

    @Override
    public String describe() {
        return String.format(
                Locale.ROOT,
                "patches of %s from %d images, %d held back%s",
                shape,
                learned.size(),
                heldBack.size(),
                flip ? ", mirrored at random" : "");
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        for (int i = 0; i < count; i++) {
            long at = position + i;
            Picture picture = learned.get(epochs.at(at)).picture();
            Draws draws = Draws.at(seed ^ PLACE, at);
            int left = draws.below(picture.width() - shape.width() + 1);
            int top = draws.below(picture.height() - shape.height() + 1);
            cut(picture, left, top, flip && draws.nextLong() < 0, values, i * shape.size());
        }
    }

    private void cut(Picture picture, int left, int top, boolean mirrored, float[] values, int offset) {
        int side = shape.width(), channels = shape.channels();
        byte[] pixels = picture.pixels();
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) {
                int column = left + (mirrored ? side - 1 - x : x);
                int from = ((top + y) * picture.width() + column) * channels;
                for (int channel = 0; channel < channels; channel++)
                    values[offset + (channel * side + y) * side + x] = (pixels[from + channel] & 0xff) / 127.5f - 1;
            }
    }
}
