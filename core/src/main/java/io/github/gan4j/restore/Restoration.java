package io.github.gan4j.restore;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.model.TrainedRestorer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * Pictures of any size and colour restored or enlarged by the generator of a run. What shows through goes on to do so: a
 * restored picture keeps its opacity, that of an enlarged one is enlarged too. A grey picture stays grey; a restorer of
 * grey images does the channels of a colour picture one after the other.
 *
 * <pre>{@code
 * try (TrainedRestorer restorer = TrainedRestorer.open(Path.of("runs/my-denoise"), line -> {})) {
 *     Picture clean = new Restoration(restorer).of(noisy);
 * }
 * }</pre>
 */
public final class Restoration {
    /** Longest side of a tile, in pixels of the result. */
    private static final int TILE = 384;

    /** Bytes that Java holds at once for a pixel of the given image, and for one of the result. */
    private static final long BYTES_A_PIXEL = 16;

    private final TrainedRestorer restorer;
    private final Mender mender;

    /** @param restorer borrowed, not closed */
    public Restoration(TrainedRestorer restorer) {
        this.restorer = restorer;
        this.mender = Mender.of(restorer);
    }

    /** How many times longer the sides become. */
    public int factor() {
        return restorer.factor();
    }

    /** What is needed to cite its results. */
    public Provenance provenance() {
        return restorer.provenance();
    }

    /**
     * Whether an image can be restored here, asked before it is decoded.
     *
     * @param name of the image, for the message
     * @throws IOException in one line, when the result would have too many pixels, or Java too little memory
     */
    public void requireMemory(String name, long pixels) throws IOException {
        long result = pixels * factor() * factor();
        if (result > ImageFile.MOST_PIXELS)
            throw new IOException(name + ": " + pixels + " pixels would become " + result + ", more than the "
                    + ImageFile.MOST_PIXELS + " that an image may have; cut it up first");
        long needed = (pixels + result) * BYTES_A_PIXEL,
                most = Runtime.getRuntime().maxMemory();
        if (needed > most)
            throw new IOException(name + ": " + pixels + " pixels need about " + (needed >> 20)
                    + " MiB, but Java may use " + (most >> 20) + "; give it more, as in GAN4J_JAVA_OPTIONS=-Xmx"
                    + ((needed >> 30) + 1) + "g, or cut the image up");
    }

    /** What people should know of how a picture is restored, a line each. */
    public List<String> remarks(Picture picture) {
        return picture.channels() > restorer.channels()
                ? List.of("each colour channel is restored on its own: this run has learned from grey images")
                : List.of();
    }

    /** The same of a picture that is damaged first. */
    public List<String> remarksOnOriginal(Picture original) {
        List<String> remarks = new ArrayList<>();
        Picture clean = comparable(original);
        if (clean.width() != original.width() || clean.height() != original.height())
            remarks.add("cut from " + original.width() + "x" + original.height() + " to " + clean.width() + "x"
                    + clean.height() + " pixels, multiples of " + factor());
        if (original.channels() > restorer.channels())
            remarks.add("turned grey: this run has learned from grey images");
        return remarks;
    }

    /** A picture restored. */
    public Picture of(Picture picture) {
        return of(picture, share -> {});
    }

    /** @param progress hears which share is done, from 0 to 1 */
    public Picture of(Picture picture, DoubleConsumer progress) {
        if (picture.channels() == mender.channels()) return mosaic(Mosaic.Pixels.of(picture), progress);
        if (picture.channels() == 1)
            return Pictures.toGrey(mosaic(Mosaic.Pixels.of(Pictures.toColour(picture)), progress));
        List<Picture> channels = Pictures.channels(picture);
        return Pictures.joined(channels.stream()
                .map(channel -> mosaic(
                        Mosaic.Pixels.of(channel),
                        share -> progress.accept((channels.indexOf(channel) + share) / channels.size())))
                .toList());
    }

    /** Channel planes of the restorer's channels, in which numbers beyond [-1, 1] are used as they are. */
    Picture of(float[] planes, int height, int width) {
        return mosaic(Mosaic.Pixels.of(planes, mender.channels(), height, width), share -> {});
    }

    private Picture mosaic(Mosaic.Pixels picture, DoubleConsumer progress) {
        int tile = Math.max(TILE / factor(), 2 * (2 * TiledSide.MARGIN + TiledSide.FADE));
        return Mosaic.mended(mender, picture, tile, progress);
    }

    /** A picture with its opacity restored. */
    public Layers of(Layers layers, DoubleConsumer progress) {
        Picture picture = of(layers.visible(), progress);
        return new Layers(
                picture, layers.opacity().map(opacity -> Pictures.resized(opacity, picture.width(), picture.height())));
    }

    /** A picture brought to the size of the result by bicubic interpolation and nothing else. */
    public Picture bicubic(Picture picture) {
        return Pictures.resized(picture, picture.width() * factor(), picture.height() * factor());
    }

    /**
     * A picture damaged as in training, always alike, to see how much of it comes back. What is left over where the
     * factor does not divide a side is cut off first; see {@link #comparable}.
     *
     * @param sigma standard deviation of the noise on the scale 0 to 255, where it differs from training
     */
    public Picture damaged(Picture picture, OptionalDouble sigma) {
        Picture clean = comparable(picture);
        Picture fitting = restorer.channels() == clean.channels()
                ? clean
                : clean.channels() == 1 ? Pictures.toColour(clean) : Pictures.toGrey(clean);
        float[] values = new float[fitting.pixels().length];
        fitting.copyInto(values, 0);
        int height = clean.height() / factor(), width = clean.width() / factor();
        float[] damaged = restorer.degraded(values, clean.height(), clean.width(), sigma);
        Picture made = Picture.of(damaged, 0, restorer.channels(), height, width);
        return clean.channels() == 1 ? Pictures.toGrey(made) : made;
    }

    /** The part of a picture, from its upper left, whose sides the factor divides. */
    public Picture comparable(Picture picture) {
        int width = picture.width() / factor() * factor(), height = picture.height() / factor() * factor();
        if (width == 0 || height == 0)
            throw new IllegalArgumentException("a picture of " + picture.width() + "x" + picture.height()
                    + " pixels cannot be shrunk " + factor() + " times");
        return Pictures.cropped(picture, 0, 0, width, height);
    }
}
