package io.github.gan4j.data;

import io.github.gan4j.files.SvhnMat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** SVHN in its second format: {@code train_32x32.mat} and {@code test_32x32.mat}, ten classes, digit 0 first. */
public final class SvhnFolder {
    private static final String TRAIN = "train_32x32.mat";
    private static final String TEST = "test_32x32.mat";

    private SvhnFolder() {}

    /** Whether a path is a folder of such files, or one {@code .mat} file. */
    public static boolean matches(Path path) {
        if (Files.isDirectory(path)) return Files.exists(path.resolve(TRAIN)) || Files.exists(path.resolve(TEST));
        return Files.isRegularFile(path) && path.toString().endsWith(".mat");
    }

    /**
     * Reads one part; a path to one file, as to {@code extra_32x32.mat}, is that part.
     *
     * @param size height and width wanted, or 0 for 32
     * @param channels 1, 3, or 0 for colour
     * @throws IOException in one line when the file is missing or damaged
     */
    public static ImageSet read(Path path, Part part, int size, int channels) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(part == Part.TRAIN ? TRAIN : TEST) : path;
        if (!Files.exists(file)) throw new MissingPart(file + ": no such file or folder");
        SvhnMat mat = SvhnMat.read(file);
        int side = size > 0 ? size : SvhnMat.SIDE;
        SampleShape shape = SampleShape.image(channels > 0 ? channels : 3, side, side);
        int count = mat.labels().length;
        ImageSet.requireMemory(count, shape);
        Fit fit = new Fit(shape);
        byte[][] planes = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> fit.planes(mat.images().get(i), SvhnMat.SIDE))
                .toArray(byte[][]::new);
        return new ImageSet(
                        shape,
                        planes,
                        mat.labels(),
                        digits(),
                        ImageSet.numbered(String.valueOf(file.getFileName()), count))
                .with(new Resizing(shape).add(count, SvhnMat.SIDE, SvhnMat.SIDE, true));
    }

    private static List<String> digits() {
        return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    }
}
