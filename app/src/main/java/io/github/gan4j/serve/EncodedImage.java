package io.github.gan4j.serve;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JpegLoss;
import io.github.gan4j.files.Picture;
import java.io.IOException;

/** Pictures as the bytes of files. */
final class EncodedImage {
    private static final int QUALITY = 95;

    private EncodedImage() {}

    static byte[] png(Picture picture) throws IOException {
        return ImageFile.png(picture);
    }

    static byte[] jpeg(Picture picture) throws IOException {
        return JpegLoss.file(picture, QUALITY);
    }
}
