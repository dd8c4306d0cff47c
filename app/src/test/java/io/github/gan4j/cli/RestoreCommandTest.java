package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan4j restore} and {@code gan4j upscale} on files of all kinds. */
class RestoreCommandTest {
    @TempDir
    static Path runs;

    @TempDir
    Path folder;

    private static Path denoise;
    private static Path enlarge;

    @BeforeAll
    static void train() throws IOException {
        Path photos = runs.resolve("photos");
        Files.createDirectories(photos);
        for (int i = 0; i < 3; i++) ImageFile.writePng(photos.resolve(i + ".png"), noise(20, 18, 3, i));
        denoise = trained("denoise", photos);
        enlarge = trained("super-resolution-content", photos);
    }

    private static Path trained(String preset, Path photos) {
        Path run = runs.resolve(preset);
        Shell made = Tiny.train(
                preset, run, "--data", photos.toString(), "--set", "metrics=none", "--set", "data.channels=3");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("use it     gan4j ").contains(run + " IMAGE");
        return run;
    }

    private static Picture noise(int width, int height, int channels, long seed) {
        byte[] pixels = new byte[width * height * channels];
        new Random(seed).nextBytes(pixels);
        return new Picture(width, height, channels, pixels);
    }

    private Path picture(String name, int width, int height, int channels) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFile.writePng(file, noise(width, height, channels, 7));
        return file;
    }

    private static Shell run(Object... arguments) {
        return Shell.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void images_of_any_size_and_colour_are_restored_beside_themselves() throws IOException {
        Path colour = picture("colour.png", 45, 31, 3), grey = picture("grey.png", 1, 3, 1);
        Shell done = run("restore", denoise, colour, grey);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out().lines())
                .containsExactly(
                        folder.resolve("colour-restored.png").toString(),
                        folder.resolve("grey-restored.png").toString());
        assertThat(ImageFile.read(folder.resolve("colour-restored.png"))).hasToString("Picture[45x31x3]");
        assertThat(ImageFile.read(folder.resolve("grey-restored.png"))).hasToString("Picture[1x3x1]");
    }

    @Test
    void what_shows_through_goes_on_to_do_so() throws IOException {
        Path file = folder.resolve("a.png");
        ImageFile.writePng(file, new Layers(noise(9, 8, 3, 1), Optional.of(noise(9, 8, 1, 2))));
        assertThat(run("restore", denoise, file).code()).isZero();
        Layers restored = ImageFile.layers(folder.resolve("a-restored.png"));
        assertThat(restored.opacity()).contains(noise(9, 8, 1, 2));
        assertThat(run("upscale", enlarge, file).code()).isZero();
        Layers large = ImageFile.layers(folder.resolve("a-upscaled.png"));
        assertThat(large.picture()).hasToString("Picture[36x32x3]");
        assertThat(large.opacity()).isPresent();
    }

    @Test
    void a_folder_becomes_a_folder_and_out_names_another() throws IOException {
        picture("in/x.png", 8, 8, 3);
        picture("in/sub/y.png", 16, 8, 1);
        assertThat(run("restore", denoise, folder.resolve("in")).code()).isZero();
        assertThat(folder.resolve("in-restored/sub/y.png")).exists();
        assertThat(run("upscale", enlarge, folder.resolve("in"), "--out", folder.resolve("large"))
                        .code())
                .isZero();
        assertThat(ImageFile.read(folder.resolve("large/sub/y.png"))).hasToString("Picture[64x32x1]");
        Path only = folder.resolve("only.png");
        assertThat(run("restore", denoise, folder.resolve("in/x.png"), "--out", only)
                        .code())
                .isZero();
        assertThat(only).exists();
    }

    @Test
    void what_goes_wrong_with_one_file_is_one_line_and_the_others_are_done() throws IOException {
        Path text = folder.resolve("text.png"), huge = folder.resolve("huge.png"), none = folder.resolve("none.png");
        Files.writeString(text, "no image");
        picture("huge.png", 10, 10, 1);
        byte[] bytes = Files.readAllBytes(huge);
        ByteBuffer.wrap(bytes).putInt(16, 20_000).putInt(20, 20_000);
        Files.write(huge, bytes);
        Path good = picture("good.png", 12, 12, 3);
        Shell done = run("restore", denoise, text, huge, none, good);
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err().lines())
                .containsExactly(
                        "gan4j: " + text + ": is text, not an image",
                        "gan4j: " + huge + ": claims 20000x20000 pixels; an image has at least 1 and at most 67108864",
                        "gan4j: " + none + ": no such file or folder",
                        "gan4j: 3 of 4 images failed");
        assertThat(done.out()).isEqualTo(folder.resolve("good-restored.png") + System.lineSeparator());
        assertThat(names()).containsExactly("good-restored.png", "good.png", "huge.png", "text.png");
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
        }
        return names;
    }

    @Test
    void an_image_that_would_become_too_large_is_refused() throws IOException {
        Path wide = picture("wide.png", 2300, 2000, 1);
        Shell done = run("upscale", enlarge, wide);
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err())
                .isEqualTo("gan4j: " + wide + ": 4600000 pixels would become 73600000, more than the 67108864 that an"
                        + " image may have; cut it up first" + System.lineSeparator());
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Path file = picture("a.png", 8, 8, 3), taken = folder.resolve("taken");
        Files.writeString(taken, "a file");
        Shell done = run("restore", denoise, file, "--out", taken.resolve("sub"));
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).startsWith("gan4j: " + taken.resolve("sub/a.png") + ": cannot be written: the folder ");
        assertThat(names()).containsExactly("a.png", "taken");
    }

    @Test
    void runs_of_the_wrong_kind_are_refused() throws IOException {
        Path file = picture("a.png", 8, 8, 3), points = folder.resolve("points");
        Tiny.points(points);
        assertThat(run("restore", enlarge, file).err())
                .isEqualTo(
                        "gan4j: " + enlarge + ": its generator enlarges images; use gan4j upscale, or a run of denoise"
                                + System.lineSeparator());
        assertThat(run("upscale", denoise, file).err())
                .isEqualTo("gan4j: " + denoise + ": its generator keeps the size of images; use gan4j restore, or a run"
                        + " of super-resolution" + System.lineSeparator());
        Shell other = run("restore", points, file);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("makes images from latents and restores none");
        assertThat(run("sample", denoise).err()).contains("starts from degraded images, not from latents");
        assertThat(run("restore", folder, file).code()).isEqualTo(1);
    }

    @Test
    void originals_that_are_known_are_compared_with() throws IOException {
        Path file = picture("a.png", 24, 24, 3), other = picture("originals/a.png", 24, 24, 3);
        Shell same = run("restore", denoise, file, "--original", other);
        assertThat(same.out())
                .matches("(?s).*a-restored.png: psnr [0-9.]+ dB \\(as given ∞\\), ssim [0-9.]+ \\(1.0000\\), .*");
        assertThat(run("restore", denoise, file, "--original", folder.resolve("originals"), "--overwrite")
                        .out())
                .isEqualTo(same.out());
        Shell different = run("upscale", enlarge, file, "--original", other);
        assertThat(different.code()).isEqualTo(1);
        assertThat(different.err())
                .isEqualTo("gan4j: " + file + ": the original has 24x24 pixels, the restored picture 96x96"
                        + System.lineSeparator());
    }

    @Test
    void clean_images_can_be_damaged_first_to_see_what_comes_back() throws IOException {
        Path file = picture("a.png", 26, 22, 3);
        Shell noisy = run("restore", denoise, file, "--noise", "50");
        assertThat(noisy.out()).contains("psnr ").contains("as given");
        assertThat(ImageFile.read(folder.resolve("a-restored.png")).width())
                .as("noisy, restored, clean")
                .isEqualTo(3 * 28 + 2);
        Shell small = run("upscale", enlarge, file, "--shrink", "--out", folder.resolve("b.png"));
        assertThat(small.out()).contains("bicubic");
        assertThat(ImageFile.read(folder.resolve("b.png")).width())
                .as("small, bicubic, enlarged, original; 26 is cut to 24")
                .isEqualTo(4 * 26 + 2);
        Path one = picture("one.png", 3, 9, 1);
        assertThat(run("upscale", enlarge, one, "--shrink").err())
                .isEqualTo("gan4j: " + one + ": a picture of 3x9 pixels cannot be shrunk 4 times"
                        + System.lineSeparator());
    }

    @Test
    void images_held_back_from_training_say_how_good_a_run_is() {
        Shell done = run("restore", denoise, "--held-out", "--noise", "25", "--out", folder);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).startsWith("2.png: psnr ").contains("pictures of the first: " + folder);
        assertThat(folder.resolve("000.png")).exists();
    }

    @Test
    void images_of_one_name_but_for_the_ending_both_get_a_result() throws IOException {
        Path png = picture("in/a.png", 8, 8, 3);
        picture("in/b.png", 8, 8, 3);
        Files.copy(png, folder.resolve("in/a.jpg"));
        Shell done = run("restore", denoise, folder.resolve("in"));
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(folder.resolve("in-restored")).isDirectoryContaining("glob:**/{a.jpg.png,a.png.png,b.png}");
        assertThat(run("restore", denoise, folder.resolve("in/a.jpg"), png).code())
                .isZero();
        assertThat(folder.resolve("in/a.jpg-restored.png")).exists();
        assertThat(folder.resolve("in/a.png-restored.png")).exists();
    }

    @Test
    void a_result_is_never_written_over_unless_that_is_asked_for() throws IOException {
        Path file = picture("a.png", 8, 8, 3);
        Path mine = Files.writeString(folder.resolve("a-restored.png"), "mine");
        assertThat(run("restore", denoise, file).out())
                .isEqualTo(folder.resolve("a-restored-2.png") + System.lineSeparator());
        assertThat(mine).hasContent("mine");
        assertThat(refusal("restore", denoise, file, "--out", mine))
                .isEqualTo(mine + " exists already; --overwrite replaces it");
        assertThat(run("restore", denoise, file, "--out", mine, "--overwrite").code())
                .isZero();
        assertThat(ImageFile.read(mine).width()).isEqualTo(8);
    }

    @Test
    void wrong_usage_is_told_before_anything_is_done() throws IOException {
        Path file = picture("a.png", 8, 8, 3), twin = picture("sub/a.png", 8, 8, 3);
        assertThat(refusal("restore", denoise)).isEqualTo("restore needs an image file or folder, or --held-out");
        assertThat(refusal("restore", denoise, file, "--held-out"))
                .isEqualTo("--held-out takes the run's own images; leave out " + file);
        assertThat(refusal("restore", denoise, "--held-out", "--original", file))
                .isEqualTo("--held-out takes the run's own originals; leave out --original");
        for (String sigma : new String[] {"-3", "-1", "1001"})
            assertThat(refusal("restore", denoise, file, "--noise", sigma))
                    .isEqualTo("--noise must be between 0.0 and 1000.0, got " + sigma + ".0");
        assertThat(refusal("upscale", enlarge, file, "--shrink", "--original", file))
                .isEqualTo("--shrink takes the images themselves as originals; leave out --original");
        assertThat(refusal("restore", denoise, file, twin, "--out", folder.resolve("o")))
                .isEqualTo(file + " and " + twin + " would both be written to " + folder.resolve("o/a.png")
                        + "; do them one by one");
        assertThat(refusal("restore", denoise, file, "--out", folder))
                .isEqualTo(file + " would be written over; choose another --out");
        assertThat(refusal("restore", denoise, folder, "--out", folder.resolve("o.png")))
                .isEqualTo("--out must be a folder where not a single image is done, got '" + folder.resolve("o.png")
                        + "'");
        assertThat(refusal("restore", denoise, file, twin, "--out", folder.resolve("o.png")))
                .startsWith("--out must be a folder where not a single image is done, got ");
        assertThat(refusal("restore", denoise, "--held-out", "--out", folder.resolve("o.png")))
                .startsWith("--out must be a folder where not a single image is done, got ");
        assertThat(refusal("restore", denoise, file, "--out", folder.resolve("o.jpg")))
                .isEqualTo("--out must be a folder or end in .png, got '" + folder.resolve("o.jpg") + "'");
    }

    private static String refusal(Object... arguments) {
        Shell answer = run(arguments);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        return answer.err().strip().replaceFirst("gan4j: ", "");
    }

    @Test
    void runs_are_measured_on_test_sets_beside_published_figures() throws IOException {
        for (int i = 0; i < 5; i++) picture("Set5/" + i + ".png", 40, 41, 3);
        Shell done = run("bench", "restore", enlarge, "--data", folder.resolve("Set5"));
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("Set5 (5 images), enlarged 4 times, luma", "28.42", "bicubic, published");
        assertThat(done.out()).contains("bicubic, measured", enlarge.toString());
        assertThat(done.err()).contains("0.png: cut from 40x41 to 40x40 pixels, multiples of 4");

        Shell json = run("bench", "restore", denoise, "--data", folder.resolve("Set5"), "--noise", "30", "--json");
        assertThat(json.code()).as(json.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(json.out()).path("results");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("method").asText()).isEqualTo("as given");
        assertThat(rows.get(1).path("method").asText()).isEqualTo(denoise.toString());
        assertThat(rows.get(1).path("noise").asInt()).isEqualTo(30);
        assertThat(rows.get(1).path("psnr").asDouble()).isBetween(10.0, 40.0);
        assertThat(rows.get(1).path("published").asBoolean(true)).isFalse();
    }

    @Test
    void wrong_words_for_a_measurement_are_refused_in_one_line() {
        assertThat(run("bench", "restore", denoise, "--data", folder.resolve("none"))
                        .err())
                .hasLineCount(1)
                .contains(folder.resolve("none").toString());
        assertThat(run("bench", "restore", denoise, "--data", folder, "--noise", "0")
                        .err())
                .hasLineCount(1)
                .contains("--noise must be between 1 and 1000, got 0");
        assertThat(run("bench", "restore", denoise).err()).contains("--data");
    }

    @Test
    void weights_between_two_runs_are_used_where_both_have_the_same_network() throws IOException {
        Path file = picture("in.png", 40, 36, 3), sharper = runs.resolve("sharper");
        Shell made = Tiny.train(
                "denoise",
                sharper,
                "--data",
                runs.resolve("photos").toString(),
                "--from",
                denoise.toString(),
                "--from-generator-only",
                "--set",
                "metrics=none",
                "--set",
                "data.channels=3",
                "--set",
                "generator.optimizer.learningRate=1e-2");
        assertThat(made.code()).as(made.err()).isZero();
        Path alone = folder.resolve("alone.png"), end = folder.resolve("end.png"), half = folder.resolve("half.png");
        assertThat(run("restore", sharper, file, "--out", alone).code()).isZero();
        Shell whole = run("restore", denoise, file, "--towards", sharper, "--share", 1, "--out", end);
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(end).hasSameBinaryContentAs(alone);
        assertThat(run("restore", denoise, file, "--towards", sharper, "--out", half)
                        .code())
                .isZero();
        assertThat(ImageFile.read(half)).isNotEqualTo(ImageFile.read(alone));
        assertThat(run("restore", denoise, file, "--towards", enlarge).err()).contains("the same network");
        assertThat(run("restore", denoise, file, "--share", 0.2).err())
                .contains("--share has no effect without --towards RUN");
        Path photos = Files.createDirectories(folder.resolve("photos")), chart = folder.resolve("curve.png");
        picture("photos/a.png", 40, 33, 3);
        picture("photos/b.png", 64, 70, 3);
        Object[] measure = {"bench", "restore", denoise, "--data", photos, "--noise", 25, "--curve", chart};
        assertThat(run(measure).err()).contains("--curve has no effect without --towards RUN");
        assertThat(chart).doesNotExist();
        Shell curve = run(Stream.concat(Arrays.stream(measure), Stream.of("--towards", sharper))
                .toArray());
        assertThat(curve.code()).as(curve.err()).isZero();
        assertThat(ImageFile.read(chart).width()).isGreaterThan(100);
        assertThat(curve.out().lines().filter(line -> line.contains(" towards " + sharper)))
                .hasSize(4);
    }
}
