package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimatedGifTest {
    @TempDir
    Path folder;

    private record Frame(Picture picture, String delay, boolean repeats) {}

    private static List<Frame> frames(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<Frame> frames = new ArrayList<>();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                boolean repeats =
                        root.getElementsByTagName("ApplicationExtension").getLength() > 0;
                frames.add(new Frame(Picture.of(reader.read(i)), control.getAttribute("delayTime"), repeats));
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    @Test
    void greys_are_exact_and_the_last_frame_stays() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            byte[] pixels = new byte[40 * 30];
            new Random(seed).nextBytes(pixels);
            pictures.add(new Picture(40, 30, 1, pixels));
        }
        Path file = folder.resolve("progress.gif");
        AnimatedGif.write(file, pictures, 120, true);
        assertThat(frames(file)).extracting(Frame::picture).isEqualTo(pictures);
        assertThat(frames(file)).extracting(Frame::delay).containsExactly("12", "12", "120");
        assertThat(frames(file).get(0).repeats()).isTrue();
        AnimatedGif.write(file, pictures, 120, false);
        assertThat(frames(file)).noneMatch(Frame::repeats);
        AnimatedGif.writeLoop(file, pictures, 120);
        assertThat(frames(file)).extracting(Frame::delay).containsOnly("12");
        assertThat(frames(file).get(0).repeats()).isTrue();
    }

    @Test
    void few_colours_are_nearly_exact_even_when_rare() throws IOException {
        byte[] pixels = new byte[3 * 64 * 64];
        int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0x123456};
        for (int at = 0; at < 64 * 64; at++) {
            int colour = at == 7 ? 0xffffff : colours[at % 4];
            for (int c = 0; c < 3; c++) pixels[3 * at + c] = (byte) (colour >> 16 - 8 * c);
        }
        Picture picture = new Picture(64, 64, 3, pixels);
        Path file = folder.resolve("colours.gif");
        AnimatedGif.write(file, List.of(picture), 50, true);
        assertThat(frames(file).get(0).picture()).isEqualTo(picture);
    }

    @Test
    void a_smooth_picture_keeps_its_colours_within_a_few_levels() throws IOException {
        byte[] pixels = new byte[3 * 128 * 128];
        for (int y = 0; y < 128; y++)
            for (int x = 0; x < 128; x++) {
                pixels[3 * (y * 128 + x)] = (byte) (x * 2);
                pixels[3 * (y * 128 + x) + 1] = (byte) (y * 2);
                pixels[3 * (y * 128 + x) + 2] = (byte) (255 - x - y);
            }
        Picture picture = new Picture(128, 128, 3, pixels);
        Path file = folder.resolve("smooth.gif");
        AnimatedGif.write(file, List.of(picture, picture), 50, true);
        byte[] read = frames(file).get(1).picture().pixels();
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) sum += Math.abs((read[i] & 0xff) - (pixels[i] & 0xff));
        assertThat(sum / pixels.length).isLessThan(5);
    }

    @Test
    void a_single_colour_is_a_palette_of_one() throws IOException {
        Picture flat = new Picture(2, 2, 3, new byte[] {9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7});
        Path file = folder.resolve("flat.gif");
        AnimatedGif.write(file, List.of(flat), 50, true);
        assertThat(frames(file).get(0).picture()).isEqualTo(flat);
    }

    @Test
    void nothing_to_show_and_frames_of_other_sizes_are_refused() {
        Path file = folder.resolve("no.gif");
        Picture dot = new Picture(1, 1, 1, new byte[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnimatedGif.write(file, List.of(), 50, true))
                .withMessage("an animation needs at least one frame");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnimatedGif.write(file, List.of(dot, dot.enlarged(2)), 50, true))
                .withMessage("frames must have one size, got Picture[1x1x1] and Picture[2x2x1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnimatedGif.write(file, List.of(dot), 5, true))
                .withMessage("a frame stays 20 to 65535 milliseconds, got 5");
        assertThat(file).doesNotExist();
    }
}
