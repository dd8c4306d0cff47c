package io.github.gan4j.model;

import io.github.gan4j.game.Latents;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param labels how it takes classes; nothing where it takes latents alone
 */
record FileConvention(
        int size, boolean spatial, int batch, boolean channelsLast, boolean unit, Optional<FileLabels> labels) {
    private static final int MOST_LATENTS = 65_536;
    private static final int MOST_BATCH = 4096;
    private static final int TRIED = 16;
    private static final int MOST_GUESSED = 512;
    /** Shades may leave [-1, 1] a little; those of 0 to 255 go far beyond. */
    private static final float MOST_SHADE = 4;

    private static FileConvention guess(int size, boolean spatial, int batch, Optional<FileLabels> labels) {
        return new FileConvention(size, spatial, batch, false, false, labels);
    }

    /**
     * @param names of its classes, as the file tells them; may be empty
     * @param notice hears of shades that are moved to [-1, 1]
     * @throws IOException in one line, when it takes no latents, makes neither images nor points of them, or does not tell
     *     how many classes it has
     */
    static FileConvention of(Path path, ProgramFile file, List<String> names, Consumer<String> notice)
            throws IOException {
        FileConvention found =
                file instanceof TorchScript script ? guessed(path, script, names.size()) : stated(path, file.inputs());
        FileConvention counted = found.counted(path, file, names);
        return counted.confirmed(path, counted.tried(file), notice);
    }

    private static FileConvention stated(Path path, List<ProgramFile.Input> inputs) throws IOException {
        Optional<FileLabels> labels =
                inputs.size() == 2 ? Optional.of(FileLabels.stated(path, inputs)) : Optional.empty();
        ProgramFile.Input latents = inputs.get(labels.map(l -> 1 - l.place()).orElse(0));
        List<Long> shape = inputs.size() <= 2 && !latents.whole() ? latents.shape() : List.of();
        boolean flat = shape.size() == 2, spatial = shape.size() == 4 && shape.get(2) == 1 && shape.get(3) == 1;
        if ((flat || spatial) && shape.get(0) <= MOST_BATCH && shape.get(1) >= 1 && shape.get(1) <= MOST_LATENTS)
            return guess(Math.toIntExact(shape.get(1)), spatial, (int) Math.max(0, shape.get(0)), labels);
        throw new IOException(path + ": a generator that gan4j has not exported must have one input, latents"
                + " [batch, size] or [batch, size, 1, 1] with a size of 1 to " + MOST_LATENTS
                + ", and may have a second one, the class; got "
                + ProgramFile.Input.describe(inputs));
    }

    private static FileConvention guessed(Path path, TorchScript script, int named) throws IOException {
        List<String> arguments = script.arguments();
        if (arguments.isEmpty() || arguments.size() > 2)
            throw new IOException(path + ": its forward must take latents, or latents and classes, got "
                    + (arguments.isEmpty() ? "no arguments" : String.join(", ", arguments)));
        boolean first = FileLabels.isName(arguments.get(0)), two = arguments.size() == 2;
        Optional<FileLabels> labels =
                two ? Optional.of(new FileLabels(first ? 0 : 1, FileLabels.Form.NUMBERS, 0)) : Optional.empty();
        Optional<FileConvention> found = computing(script, sides(script, two), labels);
        if (found.isEmpty() && two) found = withRows(path, script, first ? 0 : 1, named);
        return found.orElseThrow(() -> new IOException(
                path + ": takes no latents [batch, size] or [batch, size, 1, 1] of a size that its weights"
                        + " have" + (two ? " with 64-bit class numbers [batch] or rows [batch, classes]" : "")
                        + ", so it is no generator that can be used"));
    }

    private static Optional<FileConvention> computing(
            TorchScript script, Set<Integer> sizes, Optional<FileLabels> labels) {
        for (int size : sizes)
            for (boolean spatial : new boolean[] {false, true}) {
                FileConvention guess = guess(size, spatial, 0, labels);
                if (guess.computes(script)) return Optional.of(guess);
            }
        return Optional.empty();
    }

    /**
     * With classes as rows, as long as it names classes, else as one of its weights is wide.
     *
     * @throws IOException in one line, when rows of any length go beside latents of what is left
     */
    private static Optional<FileConvention> withRows(Path path, TorchScript script, int place, int named)
            throws IOException {
        Set<Integer> sides = sides(script, false), less = new LinkedHashSet<>(sides);
        int beside = Math.max(1, named);
        for (int side : sides) if (side > beside) less.add(side - beside);
        Optional<FileConvention> joined =
                computing(script, less, Optional.of(new FileLabels(place, FileLabels.Form.ROWS, beside)));
        if (named > 0) return joined;
        if (joined.isPresent())
            throw new IOException(path + ": takes " + (joined.get().size() + beside)
                    + " numbers, latents and a row of classes side by side, and nothing tells how many of them are classes;"
                    + " an extra file classes = [\"a\", \"b\", …] inside can name them");
        Optional<FileConvention> found = Optional.empty();
        if (script.weights().isEmpty()) return found;
        for (int count : sides)
            if (found.isEmpty() && count > 1 && count <= FileLabels.MOST)
                found = computing(script, sides, Optional.of(new FileLabels(place, FileLabels.Form.ROWS, count)));
        return found;
    }

    /**
     * Sizes of latents that its weights could take, those of the first layers first; of a frozen file without weights, all
     * usual ones.
     *
     * @param joined whether numbers that stand for the class may go beside the latents
     */
    private static Set<Integer> sides(TorchScript script, boolean joined) {
        Set<Integer> sides = new LinkedHashSet<>(), widths = new LinkedHashSet<>();
        for (long[] shape : script.weights()) {
            // of a linear layer the second side is what it takes, of a transposed convolution the first
            for (int i : shape.length == 2 ? new int[] {1, 0} : shape.length == 4 ? new int[] {0, 1} : new int[0])
                if (shape[i] <= MOST_LATENTS) sides.add((int) shape[i]);
            if (joined && shape.length == 2 && shape[1] <= MOST_LATENTS) widths.add((int) shape[1]);
        }
        if (sides.isEmpty()) IntStream.rangeClosed(1, MOST_GUESSED).forEach(sides::add);
        for (int side : List.copyOf(sides)) for (int width : widths) if (side > width) sides.add(side - width);
        return sides;
    }

    private boolean computes(ProgramFile file) {
        try {
            long[] shape = tried(file).shape();
            return shape.length > 0 && shape[0] == TRIED;
        } catch (IOException notThis) {
            return false;
        }
    }

    /** With the number of classes, where it is not stated: that of the names, or of the class numbers that it takes. */
    private FileConvention counted(Path path, ProgramFile file, List<String> names) throws IOException {
        if (labels.isEmpty()) return this;
        FileLabels given = labels.get();
        int count = given.count();
        if (count == 0) {
            made(file, number(0)); // what is wrong with the first class is wrong with the file
            count = names.isEmpty() ? taken(path, file) : names.size();
            if (!takes(file, count - 1))
                throw new IOException(path + ": names " + count + " classes, but does not take class " + (count - 1));
        }
        if (!names.isEmpty() && names.size() != count)
            throw new IOException(path + ": names " + names.size() + " classes, but takes rows of " + count);
        return new FileConvention(size, spatial, batch, channelsLast, unit, Optional.of(given.of(count)));
    }

    /** How many class numbers it takes, from 0. */
    private int taken(Path path, ProgramFile file) throws IOException {
        int least = 1, most = 2;
        while (most <= FileLabels.MOST && takes(file, most - 1)) {
            least = most;
            most *= 2;
        }
        if (most > FileLabels.MOST)
            throw new IOException(
                    path + ": does not tell how many classes it has, since it takes any number; the"
                            + " metadata of an ONNX file, or an extra file of TorchScript, can name them: classes = [\"a\", \"b\", …]");
        while (most - least > 1) {
            int middle = (least + most) / 2;
            if (takes(file, middle - 1)) least = middle;
            else most = middle;
        }
        return least;
    }

    private boolean takes(ProgramFile file, int label) {
        try {
            made(file, number(label));
            return true;
        } catch (IOException notThis) {
            return false;
        }
    }

    private int[] number(int label) {
        int[] all = new int[TRIED];
        Arrays.fill(all, label);
        return all;
    }

    private record Made(long[] shape, float[] values) {}

    /** Some samples, of all classes in turn. */
    private Made tried(ProgramFile file) throws IOException {
        int classes = Math.max(1, labels.map(FileLabels::count).orElse(0));
        return made(file, IntStream.range(0, TRIED).map(i -> i % classes).toArray());
    }

    /** @param numbers a class for each of {@link #TRIED} latents */
    private Made made(ProgramFile file, int[] numbers) throws IOException {
        try (Scope scope = new Scope()) {
            float[] latents = new Latents.Normal(size, false).of(0, TRIED);
            Optional<Tensor> classes = labels.map(given -> given.form() == FileLabels.Form.ROWS
                    ? Tensor.ofClasses(numbers).oneHot(given.count())
                    : given.shaped(numbers));
            Tensor made = raw(file, Tensor.of(latents, TRIED, size), classes);
            return new Made(made.shape(), made.toFloats());
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
        return new FileConvention(size, spatial, batch, !first, unit, labels);
    }

    private static boolean coloured(long channels) {
        return channels == 1 || channels == 3;
    }

    /** The names of its classes; their numbers where the file has none. */
    List<String> classes(List<String> names) {
        if (labels.isEmpty() || !names.isEmpty()) return labels.isEmpty() ? List.of() : names;
        return IntStream.range(0, labels.get().count())
                .mapToObj(Integer::toString)
                .toList();
    }

    /**
     * The samples of latents {@code [count, size]}: images {@code [count, channels, height, width]} in [-1, 1], or points.
     *
     * @param rows {@code [count, classes]}, all 0 but a single 1; nothing where it takes latents alone
     */
    Tensor samples(ProgramFile file, Tensor latents, Optional<Tensor> rows) throws IOException {
        Tensor made = raw(file, latents, labels.map(given -> given.given(rows.orElseThrow())));
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

    private Tensor raw(ProgramFile file, Tensor latents, Optional<Tensor> classes) throws IOException {
        long count = latents.size(0);
        if (batch == 0) return called(file, latents, classes);
        List<Tensor> parts = new ArrayList<>();
        for (long start = 0; start < count; start += batch) {
            long from = start, some = Math.min(batch, count - start);
            parts.add(called(file, filled(latents, from, some), classes.map(all -> filled(all, from, some)))
                    .narrowed(0, 0, some));
        }
        return Tensor.concatenated(parts, 0);
    }

    /** Some rows, the first of them again and again behind them until there are as many as it takes. */
    private Tensor filled(Tensor all, long start, long some) {
        List<Tensor> filled = new ArrayList<>(List.of(all.narrowed(0, start, some)));
        for (long i = some; i < batch; i++) filled.add(all.narrowed(0, start, 1));
        return Tensor.concatenated(filled, 0);
    }

    private Tensor called(ProgramFile file, Tensor latents, Optional<Tensor> classes) throws IOException {
        Tensor shaped = spatial ? latents.reshaped(latents.size(0), size, 1, 1) : latents;
        if (classes.isEmpty()) return file.apply(List.of(shaped));
        return file.apply(
                labels.orElseThrow().place() == 0 ? List.of(classes.get(), shaped) : List.of(shaped, classes.get()));
    }
}
