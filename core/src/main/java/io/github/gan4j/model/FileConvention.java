package io.github.gan4j.model;

import io.github.gan4j.game.Latents;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How the generator of a file that gan4j has not written takes latents and gives samples: found from the inputs that it
 * states or, where it states none, from the sides of its weights, and confirmed by a few samples.
 *
 * @param size numbers of a latent
 * @param spatial whether a latent is {@code [size, 1, 1]}, as DCGANs of PyTorch have it, else {@code [size]}
 * @param batch the only number of latents that it takes at once; 0 for any
 * @param channelsLast whether images come as {@code [height, width, channels]}
 * @param unit whether shades are in [0, 1], else in [-1, 1]
 */
record FileConvention(int size, boolean spatial, int batch, boolean channelsLast, boolean unit) {
    private static final int MOST_LATENTS = 65_536;
    private static final int MOST_BATCH = 4096;
    private static final int TRIED = 16;
    private static final int MOST_GUESSED = 512;
    /** Shades may leave [-1, 1] a little; those of 0 to 255 go far beyond. */
    private static final float MOST_SHADE = 4;

    private static FileConvention guess(int size, boolean spatial, int batch) {
        return new FileConvention(size, spatial, batch, false, false);
    }

    /**
     * @param notice hears of shades that are moved to [-1, 1]
     * @throws IOException in one line, when it takes no latents or makes neither images nor points of them
     */
    static FileConvention of(Path path, ProgramFile file, Consumer<String> notice) throws IOException {
        if (!(file instanceof TorchScript script)) {
            FileConvention stated = stated(path, file);
            return stated.confirmed(path, stated.tried(file), notice);
        }
        for (int size : sides(script))
            for (boolean spatial : new boolean[] {false, true}) {
                FileConvention guess = guess(size, spatial, 0);
                Optional<Made> made = guess.computed(file);
                if (made.isPresent()) return guess.confirmed(path, made.get(), notice);
            }
        throw new IOException(
                path + ": takes no latents [batch, size] or [batch, size, 1, 1] of a size that its weights"
                        + " have, so it is no generator that can be used");
    }

    private static FileConvention stated(Path path, ProgramFile file) throws IOException {
        List<ProgramFile.Input> inputs = file.inputs();
        List<Long> shape =
                inputs.size() == 1 && !inputs.get(0).whole() ? inputs.get(0).shape() : List.of();
        boolean flat = shape.size() == 2, spatial = shape.size() == 4 && shape.get(2) == 1 && shape.get(3) == 1;
        if ((flat || spatial) && shape.get(0) <= MOST_BATCH && shape.get(1) >= 1 && shape.get(1) <= MOST_LATENTS)
            return guess(Math.toIntExact(shape.get(1)), spatial, (int) Math.max(0, shape.get(0)));
        throw new IOException(
                path + ": does not say what it starts from; a generator that gan4j has not exported must have"
                        + " one input, latents [batch, size] or [batch, size, 1, 1], got "
                        + inputs.stream().map(ProgramFile.Input::shape).toList());
    }

    /** Sizes of latents that its weights could take, those of the first layers first; of a frozen file without weights, all usual ones. */
    private static Set<Integer> sides(TorchScript script) {
        Set<Integer> sides = new LinkedHashSet<>();
        for (long[] shape : script.weights())
            // of a linear layer the second side is what it takes, of a transposed convolution the first
            for (int i : shape.length == 2 ? new int[] {1, 0} : shape.length == 4 ? new int[] {0, 1} : new int[0])
                if (shape[i] <= MOST_LATENTS) sides.add((int) shape[i]);
        if (sides.isEmpty()) IntStream.rangeClosed(1, MOST_GUESSED).forEach(sides::add);
        return sides;
    }

    private record Made(long[] shape, float[] values) {}

    private Made tried(ProgramFile file) throws IOException {
        try (Scope scope = new Scope()) {
            float[] latents = new Latents.Normal(size, false).of(0, TRIED);
            Tensor made = raw(file, Tensor.of(latents, TRIED, size));
            return new Made(made.shape(), made.toFloats());
        }
    }

    private Optional<Made> computed(ProgramFile file) {
        try {
            return Optional.of(tried(file)).filter(made -> made.shape().length > 0 && made.shape()[0] == TRIED);
        } catch (IOException notThis) {
            return Optional.empty();
        }
    }

    private FileConvention confirmed(Path path, Made made, Consumer<String> notice) throws IOException {
        long[] shape = made.shape();
        boolean first = shape.length == 4 && coloured(shape[1]), last = shape.length == 4 && coloured(shape[3]);
        if (!first && !last) return this; // points, or nothing that a generator makes
        float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
        for (float value : made.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(least >= -MOST_SHADE && most <= MOST_SHADE))
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: makes images of shades from %.3g to %.3g; they must be in [-1, 1] or in [0, 1]",
                    path,
                    least,
                    most));
        boolean unit = least >= 0 && most <= 1;
        if (unit) notice.accept(path + ": its images are in [0, 1]; taken as black to white");
        return new FileConvention(size, spatial, batch, !first, unit);
    }

    private static boolean coloured(long channels) {
        return channels == 1 || channels == 3;
    }

    /** The samples of latents {@code [count, size]}: images {@code [count, channels, height, width]} in [-1, 1], or points. */
    Tensor samples(ProgramFile file, Tensor latents) throws IOException {
        Tensor made = raw(file, latents);
        if (channelsLast) made = channelsFirst(made);
        return unit ? made.times(2).plus(-1) : made;
    }

    private static Tensor channelsFirst(Tensor images) {
        long[] shape = images.shape();
        List<Tensor> channels = new ArrayList<>();
        for (long channel = 0; channel < shape[3]; channel++)
            channels.add(images.narrowed(3, channel, 1).reshaped(shape[0], 1, shape[1], shape[2]));
        return Tensor.concatenated(channels, 1);
    }

    private Tensor raw(ProgramFile file, Tensor latents) throws IOException {
        long count = latents.size(0);
        if (batch == 0) return called(file, latents);
        List<Tensor> parts = new ArrayList<>();
        for (long start = 0; start < count; start += batch) {
            long some = Math.min(batch, count - start);
            List<Tensor> filled = new ArrayList<>(List.of(latents.narrowed(0, start, some)));
            for (long i = some; i < batch; i++) filled.add(latents.narrowed(0, start, 1));
            parts.add(called(file, Tensor.concatenated(filled, 0)).narrowed(0, 0, some));
        }
        return Tensor.concatenated(parts, 0);
    }

    private Tensor called(ProgramFile file, Tensor latents) throws IOException {
        return file.apply(List.of(spatial ? latents.reshaped(latents.size(0), size, 1, 1) : latents));
    }
}
