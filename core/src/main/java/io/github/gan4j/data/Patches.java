package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Squares cut at random from pictures of any sizes, without end: one from each picture in turn, in an order of its own
 * each time, where (seed, position) decides the place and whether it is mirrored. Some pictures are held out, to judge
 * with.
 */
public final class Patches implements Samples {
    private static final long PLACE = 0x706c616365L;
    /** Every tenth picture is held out. */
    private static final int EVERY = 10;

    private final List<NamedPicture> learned;
    private final List<NamedPicture> heldOut;
    private final SampleShape shape;
    private final long seed;
    private final boolean flip;
    private final String checksum;
    private final Epochs epochs;

    /**
     * @param pictures none smaller than a patch; every tenth is held out, of fewer the last, and a single one is both
     *     learned and held out
     * @param shape of a patch
     */
    Patches(List<NamedPicture> pictures, SampleShape shape, long seed, boolean flip) {
        int count = pictures.size();
        heldOut = IntStream.range(0, count)
                .filter(i -> isHeldOut(i, count))
                .mapToObj(pictures::get)
                .toList();
        learned = count == 1
                ? pictures
                : IntStream.range(0, count)
                        .filter(i -> !isHeldOut(i, count))
                        .mapToObj(pictures::get)
                        .toList();
        this.shape = shape;
        this.seed = seed;
        this.flip = flip;
        checksum = checksum(pictures);
        epochs = new Epochs(learned.size(), seed);
    }

    private static boolean isHeldOut(int image, int count) {
        return count < EVERY ? image == count - 1 : image % EVERY == EVERY - 1;
    }

    private String checksum(List<NamedPicture> pictures) {
        ContentChecksum sum = new ContentChecksum().add("patches " + shape).add(pictures.size());
        for (NamedPicture named : pictures) {
            Picture picture = named.picture();
            sum.add(picture.width()).add(picture.height()).add(picture.pixels(), 0, picture.pixels().length);
        }
        return sum.value();
    }

    @Override
    public List<NamedPicture> heldOutPictures() {
        return heldOut;
    }

    /** The middles of held-out pictures. */
    @Override
    public Optional<Batch> heldOut(int most) {
        int count = Math.min(most, heldOut.size());
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < count; i++) middle(heldOut.get(i).picture()).copyInto(values, i * shape.size());
        return Optional.of(new Batch(count, shape, values, new int[0]));
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
                "patches of %s from %d images, %d held out%s",
                shape,
                learned.size(),
                heldOut.size(),
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
