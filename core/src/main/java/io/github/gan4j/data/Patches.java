package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Squares cut at random from pictures of any sizes, without end: one from each picture in turn, in an order of its own
 * each time, where (seed, position) decides the place, whether it is mirrored and how far it is turned. Some pictures are
 * held out, to judge with.
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
    private final boolean turn;
    private final String checksum;
    private final Epochs epochs;

    /**
     * @param pictures none smaller than a patch; every tenth is held out, of fewer the last, and a single one is both
     *     learned and held out
     * @param shape of a patch
     * @param flip whether patches are mirrored at random
     * @param turn whether they are turned by quarters of a circle at random
     */
    Patches(List<NamedPicture> pictures, SampleShape shape, long seed, boolean flip, boolean turn) {
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
        this.turn = turn;
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

    /** The middles of held-out pictures; of more than are asked for, drawn at random. */
    @Override
    public Optional<Batch> heldOut(int most) {
        List<Picture> middles =
                heldOut.stream().map(named -> middle(named.picture())).toList();
        int count = Math.min(most, middles.size());
        int[] chosen = count == middles.size()
                ? IntStream.range(0, count).toArray()
                : RandomPart.order(
                        middles.size(),
                        (one, other) -> Arrays.compare(
                                middles.get(one).pixels(), middles.get(other).pixels()),
                        0);
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < count; i++) middles.get(chosen[i]).copyInto(values, i * shape.size());
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
    public String checksum() {
        return checksum;
    }

    @Override
    public String describe() {
        return String.format(
                Locale.ROOT,
                "patches of %s from %d images, %d held out%s%s",
                shape,
                learned.size(),
                heldOut.size(),
                flip ? ", mirrored at random" : "",
                turn ? ", turned at random" : "");
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        for (int i = 0; i < count; i++) {
            long at = position + i;
            Picture picture = learned.get(epochs.at(at)).picture();
            Draws draws = Draws.at(seed ^ PLACE, at);
            int left = draws.below(picture.width() - shape.width() + 1);
            int top = draws.below(picture.height() - shape.height() + 1);
            // one number decides both, so that patches that are only mirrored do not depend on whether others can be
            // turned
            long orientation = flip || turn ? draws.nextLong() : 0;
            int turns = turn ? (int) (orientation & 3) : 0;
            cut(picture, left, top, flip && orientation < 0, turns, values, i * shape.size());
        }
    }

    private void cut(Picture picture, int left, int top, boolean mirrored, int turns, float[] values, int offset) {
        int side = shape.width(), channels = shape.channels();
        byte[] pixels = picture.pixels();
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) {
                int column = mirrored ? side - 1 - x : x, row = y;
                for (int i = 0; i < turns; i++) {
                    int before = column;
                    column = side - 1 - row;
                    row = before;
                }
                int from = ((top + row) * picture.width() + left + column) * channels;
                for (int channel = 0; channel < channels; channel++)
                    values[offset + (channel * side + y) * side + x] = (pixels[from + channel] & 0xff) / 127.5f - 1;
            }
    }
}
