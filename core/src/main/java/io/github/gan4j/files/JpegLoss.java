package io.github.gan4j.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files, and what they leave of a picture. */
public final class JpegLoss {
    private JpegLoss() {}

    /**
     * The bytes of a JPEG file; colours at half the size, as cameras write them.
     *
     * @param quality 1 to 100, on the scale of the Independent JPEG Group
     */
    public static byte[] file(Picture picture, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.write(null, new IIOImage(picture.toImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The picture that is seen when such a file is opened. */
    public static Picture of(Picture picture, int quality) {
        try {
            BufferedImage seen =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file(picture, quality))));
            return Picture.of(seen);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
