package io.github.gan4j.data;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A source of a finite set of images in files. */
public interface ImageSource extends DataSource {
    ImageFormat format();

    /** Height and width in pixels to bring images to; 0 leaves it to the data. */
    int size();

    /** 1 for grey, 3 for colour; 0 leaves it to the data. */
    int channels();

    /** The fewest pixels a side that are learned from. */
    int LEAST_SIDE = 4;

    /** Whether every image is mirrored left to right with probability one half. */
    boolean flip();

    /** Names of the classes where the files do not have them. */
    default List<String> classes() {
        return List.of();
    }

    /**
     * Where the files of a part lie.
     *
     * @throws IOException in one line with what to do, when they are not found
     */
    Path place(Part part) throws IOException;

    @Override
    default ImageSource sized(int size, int channels) {
        Record sized = Settings.with((Record) this, "size", size);
        return (ImageSource) Settings.with(sized, "channels", channels);
    }

    /** The same with images mirrored at random, or not. */
    default ImageSource flipped(boolean flip) {
        return (ImageSource) Settings.with((Record) this, "flip", flip);
    }

    @Override
    default boolean leavesSize() {
        return size() == 0;
    }

    @Override
    default Optional<SampleShape> shape() {
        return size() == 0 || channels() == 0
                ? Optional.empty()
                : Optional.of(SampleShape.image(channels(), size(), size()));
    }

    @Override
    default Samples samples(long seed, Consumer<String> notice) throws IOException {
        ImageSet train = images(Part.TRAIN, notice);
        SampleShape shape = train.shape();
        return new Shuffled(train, seed, flip(), heard -> sized(shape.height(), shape.channels())
                .test(heard)
                // a single file may stand for either part
                .filter(test -> !test.checksum().equals(train.checksum())));
    }

    /**
     * One part of the images in their own order. A folder of images has no parts: either is all.
     *
     * @throws IOException in one line, when files are missing or damaged
     */
    default ImageSet images(Part part, Consumer<String> notice) throws IOException {
        Path place = place(part);
        ImageSet images = format().at(place).read(place, part, size(), channels(), notice);
        if (classes().size() == images.labelNames().size() && !classes().isEmpty())
            images = images.withLabelNames(classes());
        images.classCounts().notes().forEach(notice);
        if (!images.resizing().isEmpty()) notice.accept(place + ": " + images.resizing());
        return images;
    }

    private Optional<ImageSet> test(Consumer<String> notice) {
        try {
            if (!hasParts()) return Optional.empty();
            place(Part.TEST);
        } catch (IOException notFound) {
            return Optional.empty();
        }
        try {
            return Optional.of(images(Part.TEST, notice));
        } catch (MissingPart none) {
            return Optional.empty();
        } catch (IOException damaged) {
            notice.accept(damaged.getMessage() + "; the test part is not used");
            return Optional.empty();
        }
    }

    /** The same images one by one, in their own sizes and colours where they lie in files of their own. */
    default Originals originals(Part part, Consumer<String> notice) throws IOException {
        Path place = place(part);
        ImageFormat format = format().at(place);
        return format.hasFiles()
                ? format.originals(place, part, size(), channels(), notice)
                : new SetOriginals(images(part, notice));
    }

    /** Whether what lies there comes in a part to learn from and a part to judge with. */
    default boolean hasParts() throws IOException {
        return format().at(place(Part.TRAIN)).hasParts();
    }

    /** What every source of images asks of size and channels. */
    static void check(int size, int channels) {
        if (size != 0) Check.between("size", size, LEAST_SIDE, 1024);
        if (channels != 0 && channels != 1 && channels != 3)
            throw new IllegalArgumentException(
                    "channels must be 1 (grey), 3 (colour) or 0 (as the data is), got " + channels);
    }
}
