package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    @TempDir
    Path folder;

    private static Picture noise(int channels, long seed) {
        byte[] pixels = new byte[12 * 7 * channels];
        new Random(seed).nextBytes(pixels);
        return new Picture(12, 7, channels, pixels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_png_keeps_colours_and_opacity(int channels) throws IOException {
        Layers layers = new Layers(noise(channels, 1), Optional.of(noise(1, 2)));
        Path file = folder.resolve("a.png");
        ImageFile.writePng(file, layers);
        assertThat(ImageFile.layers(file)).isEqualTo(layers);
        assertThat(ImageFile.<Boolean>decoded(file, ImageFile.Content::transparent))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void where_nothing_shows_through_there_is_no_opacity(int channels) throws IOException {
        byte[] full = new byte[12 * 7];
        Arrays.fill(full, (byte) 255);
        Path file = folder.resolve("a.png");
        ImageFile.writePng(file, new Layers(noise(channels, 1), Optional.of(new Picture(12, 7, 1, full))));
        assertThat(ImageFile.layers(file)).isEqualTo(new Layers(noise(channels, 1), Optional.empty()));
        ImageFile.writePng(file, noise(channels, 3));
        assertThat(ImageFile.layers(file)).isEqualTo(new Layers(noise(channels, 3), Optional.empty()));
        assertThat(ImageFile.pixels(file)).isEqualTo(84);
    }

    @Test
    void what_is_no_image_is_refused() throws IOException {
        Path file = folder.resolve("a.png");
        Files.writeString(file, "text");
        assertThatThrownBy(() -> ImageFile.layers(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": is text, not an image");
        assertThatThrownBy(() -> ImageFile.pixels(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder, not an image");
    }

    @Test
    void an_opacity_of_another_size_is_refused() {
        assertThatThrownBy(() -> new Layers(noise(3, 1), Optional.of(new Picture(1, 1, 1, new byte[1]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the opacity of Picture[12x7x3] is a grey picture of its size, got Picture[1x1x1]");
    }

    @Test
    void channels_are_parted_and_joined_again() {
        assertThat(Pictures.joined(Pictures.channels(noise(3, 1)))).isEqualTo(noise(3, 1));
    }
}
