package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageKindTest {
    @TempDir
    Path folder;

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html>404</html>|an HTML page, not an image",
                "  <html lang=en>|an HTML page, not an image",
                "<!-- saved --><html>|an HTML page, not an image",
                "version https://git-lfs.github.com/spec/v1|a Git LFS pointer and not the image itself (git lfs pull fetches it)",
                "%PDF-1.7|a PDF document, not an image",
                "PK\u0003\u0004zip|an archive, not an image",
                "feed the cats|text, not an image",
                "P5 is a band|text, not an image",
                "BMW is a car of many years ago|text, not an image",
            })
    void what_is_no_image_is_named(String contents, String says) {
        assertThat(ImageKind.of(bytes(contents)).says()).isEqualTo(says);
        assertThat(ImageKind.of(bytes(contents)).isImage()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "....ftypheic....mif1heic, a HEIC image",
        "....ftypmif1....avifmif1, an AVIF image",
        "....ftypavif...., an AVIF image",
        "....ftypcrx ....,a camera raw image",
        "8BPS, a Photoshop image",
        "'gimp xcf file', a GIMP image",
        "qoif, a QOI image"
    })
    void images_that_are_not_read_are_named_and_count_as_images(String contents, String says) {
        byte[] head = Arrays.copyOf(bytes(contents.replace('.', '\0')), 32);
        head[3] = head[4] == 'f' ? 24 : head[3];
        assertThat(ImageKind.of(head).says())
                .isEqualTo(says + ", which is not read (PNG, JPEG, GIF, BMP, TIFF, WebP, PNM are)");
        assertThat(ImageKind.of(head).isImage()).isTrue();
    }

    @Test
    void jpeg_xl_and_jpeg_2000_have_two_beginnings_each() {
        assertThat(ImageKind.of(bytes("\u00ff\n"))).isEqualTo(ImageKind.JPEG_XL);
        assertThat(ImageKind.of(bytes("\0\0\0\fJXL \r\n"))).isEqualTo(ImageKind.JPEG_XL);
        assertThat(ImageKind.of(bytes("\0\0\0\fjP  \r\n"))).isEqualTo(ImageKind.JPEG_2000);
        assertThat(ImageKind.of(bytes("\u00ffO\u00ffQ"))).isEqualTo(ImageKind.JPEG_2000);
    }

    @Test
    void files_that_never_arrived_are_named() {
        assertThat(ImageKind.of(new byte[0])).isEqualTo(ImageKind.EMPTY);
        assertThat(ImageKind.of(new byte[4000])).isEqualTo(ImageKind.ZEROS);
    }

    @Test
    void a_webp_that_is_cut_is_a_damaged_webp() {
        byte[] cut = Arrays.copyOf(bytes("RIFF\20\0\0\0WEBPVP8 "), 24);
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(cut, "a.jpg"))
                .withMessageStartingWith("a.jpg: a WebP image that cannot be decoded (");
    }

    @Test
    void a_link_into_nowhere_is_named() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.png"), Path.of("/nowhere/annex/a"));
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(link))
                .withMessage(link + ": is a link to /nowhere/annex/a, where there is nothing");
    }
}
