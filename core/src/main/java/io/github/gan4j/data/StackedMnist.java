package io.github.gan4j.data;

import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Incidental;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Three random digits of MNIST as the channels of one image (Metz et al. 2017, arXiv:1611.02163).
 *
 * @param path of MNIST's files; empty to look in the data folders
 * @param size height and width in pixels to bring images to; 0 leaves it to the data
 * @param test whether digits come from the published test part as well: 70 000 instead of 60 000
 * @param samples how many different stacks there are; 0 for endless ones
 */
public record StackedMnist(
        @Incidental @Default("''") String path,
        @Default("0") int size,
        @Default("false") boolean test,
        @Default(value = "0", off = true) int samples)
        implements DataSource {
    public StackedMnist {
        FiniteSamples.requireCount(samples);
        ImageSource.check(size, 3);
    }

    @Override
    public boolean leavesSize() {
        return size == 0;
    }

    private ImageSource digits() {
        return path.isEmpty()
                ? new DataSource.Published("mnist", "", size, 1, false)
                : new DataSource.Images(path, ImageFormat.IDX, size, 1, false);
    }

    @Override
    public Optional<SampleShape> shape() {
        return size == 0 ? Optional.empty() : Optional.of(SampleShape.image(3, size, size));
    }

    @Override
    public DataSource located() throws IOException {
        return path.isEmpty() ? new StackedMnist(digits().place(Part.TRAIN).toString(), size, test, samples) : this;
    }

    @Override
    public DataSource sized(int size, int channels) {
        if (channels == 1) throw new IllegalArgumentException("stacks are in colour: channels must be 3 or 0, got 1");
        return new StackedMnist(path, size, test, samples);
    }

    @Override
    public Samples samples(long seed, Consumer<String> notice) throws IOException {
        ImageSet train = digits().images(Part.TRAIN, notice);
        ImageSet all = test ? ImageSets.joined(List.of(train, digits().images(Part.TEST, notice))) : train;
        return FiniteSamples.of(new Stacks(all, seed), samples, seed);
    }
}
