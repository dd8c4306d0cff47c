package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** Files like those of SVHN, for tests. */
public final class MatFiles {
    private MatFiles() {}

    /** The value of a pixel: every position of every image another one, modulo 256. */
    public static byte pixel(int y, int x, int channel, int image) {
        return (byte) (7 * y + 11 * x + 50 * channel + 3 * image);
    }

    /** Writes square images of {@link #pixel} and their labels. */
    public static Path write(Path file, int side, int[] labels, int deflation) throws IOException {
        int[] sizes = {side, side, 3, labels.length};
        Matrix images = Mat5.newMatrix(sizes, MatlabType.UInt8);
        int at = 0;
        for (int image = 0; image < labels.length; image++)
            for (int channel = 0; channel < 3; channel++)
                for (int x = 0; x < side; x++)
                    for (int y = 0; y < side; y++) images.setByte(at++, pixel(y, x, channel, image));
        Matrix digits = Mat5.newMatrix(labels.length, 1, MatlabType.UInt8);
        for (int i = 0; i < labels.length; i++) digits.setInt(i, labels[i]);
        return write(file, Mat5.newMatFile().addArray("X", images).addArray("y", digits), deflation);
    }

    static Path write(Path file, MatFile content, int deflation) throws IOException {
        try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
            Mat5.newWriter(sink).setDeflateLevel(deflation).writeMat(content);
        }
        return file;
    }
}
