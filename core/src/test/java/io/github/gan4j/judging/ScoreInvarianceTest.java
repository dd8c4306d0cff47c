package io.github.gan4j.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierRecipe;
import io.github.gan4j.classifiers.ClassifierTraining;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.EvaluationPair;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.tensor.Device;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of images in files follow from the images, not from names, order or packaging. */
class ScoreInvarianceTest {
    private static final int REALS = 90;
    private static final int FAKES = 70;

    @TempDir
    static Path folder;

    private static Path reals;
    private static Path samples;

    @BeforeAll
    static void write() throws IOException {
        reals = inFolder("reals", REALS, 0, 3);
        samples = inFolder("samples", FAKES, 1000, 3);
    }

    /** A picture of 16x16 whose brightness depends on its class. */
    private static Picture picture(int image) {
        Random random = new Random(image);
        byte[] pixels = new byte[256];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (random.nextInt(100) + 50 * (image % 3));
        return new Picture(16, 16, 1, pixels);
    }

    /** @param names the seed of the order in which names are given */
    private static Path inFolder(String name, int count, int from, long names) throws IOException {
        Path all = folder.resolve(name + "-" + names);
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(names));
        for (int i = 0; i < count; i++) {
            int image = from + order.get(i);
            Path file = all.resolve("class " + image % 3 + "/" + "%04d.png".formatted(i));
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(picture(image)));
        }
        return all;
    }

    private static Path zipped(Path images) throws IOException {
        Path zip = folder.resolve(images.getFileName() + ".zip");
        List<Path> files;
        try (var found = Files.walk(images)) {
            files = new ArrayList<>(found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".png"))
                    .toList());
        }
        Collections.shuffle(files, new Random(5));
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new ZipEntry(images.relativize(file).toString().replace('\\', '/')));
                entries.write(Files.readAllBytes(file));
            }
        }
        return zip;
    }

    private static Evaluation evaluation(Path of, Path against, int count, String extractor) throws IOException {
        return new Evaluate(Metrics.ALL, count, extractor, false, Optional.of(against), Optional.empty(), line -> {})
                .of(of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels", "random-convolution"})
    void names_order_and_packaging_change_no_bit_of_a_score(String extractor) throws IOException {
        for (int count : new int[] {0, 20}) {
            Evaluation one = evaluation(samples, reals, count, extractor);
            for (long names : new long[] {4, 7}) {
                Path other = inFolder("samples", FAKES, 1000, names), others = inFolder("reals", REALS, 0, names);
                assertThat(evaluation(other, others, count, extractor).judgements())
                        .isEqualTo(one.judgements());
                Evaluation packed = evaluation(zipped(other), zipped(others), count, extractor);
                assertThat(packed.judgements()).isEqualTo(one.judgements());
                assertThat(new EvaluationPair(one, packed).table()).contains("equal");
                assertThat(packed.provenance().orElseThrow().checksums())
                        .isEqualTo(one.provenance().orElseThrow().checksums());
            }
        }
    }

    @Test
    void an_extractor_that_learns_the_data_becomes_the_same() throws IOException {
        assertThat(trained(zipped(inFolder("reals", REALS, 0, 8)))).isEqualTo(trained(reals));
    }

    private static String trained(Path data) throws IOException {
        Split split = Split.of(DataSource.of(data.toString()), 0, line -> {});
        ClassifierTraining training =
                new ClassifierTraining(new ClassifierRecipe(1280, 64, 4e-3, 2, 0, 1), Lesson.crossEntropy(0));
        try (Classifier classifier = training.of(split.train(), Structure.CONVOLUTIONAL, Device.CPU, share -> {})) {
            return classifier.hash();
        }
    }

    @Test
    void it_says_which_part_was_drawn() throws IOException {
        Evaluation evaluation = evaluation(samples, reals, 0, "pixels");
        assertThat(evaluation.about()).isEqualTo(samples + ", 45 of 70 images, drawn with seed 1");
        assertThat(evaluation.split()).isEqualTo("45 of 90 images, drawn with seed 0; floor: 45 others of them");
        assertThat(evaluation.provenance().orElseThrow().seeds())
                .containsEntry("draw", 0L)
                .containsEntry("samples", 1L);
    }

    @Test
    void images_of_other_sizes_are_resized_with_a_line() throws IOException {
        Path wide = folder.resolve("wide");
        Files.createDirectories(wide);
        for (int i = 0; i < 8; i++)
            ImageFile.writePng(
                    wide.resolve(i + ".png"), new Picture(i < 6 ? 30 : 20, 20, 1, new byte[i < 6 ? 600 : 400]));
        List<String> lines = new ArrayList<>();
        new Evaluate(Metrics.named("fid"), 0, "pixels", false, Optional.of(reals), Optional.empty(), lines::add)
                .of(wide);
        assertThat(lines)
                .containsExactly(wide + ": 6 images of 30x20, and 2 of other sizes, were cropped to the square in their"
                        + " middle and resized to 16x16");
        lines.clear();
        new Evaluate(Metrics.named("fid"), 0, "pixels", false, Optional.of(wide), Optional.empty(), lines::add)
                .of(samples);
        assertThat(lines)
                .containsExactly(
                        wide + ": 6 images of 30x20 were cropped to the square in their middle",
                        samples + ": 70 images of 16x16 were resized to 20x20");
    }

    @Test
    void a_set_beside_itself_is_near_the_floor() throws IOException {
        Evaluation own = evaluation(reals, inFolder("reals", REALS, 0, 9), 0, "random-convolution");
        var distance = own.judgement("frechet-distance").orElseThrow();
        assertThat(distance.score().value()).isLessThan(2 * distance.floor().value());
        assertThat(own.judgement("coverage").orElseThrow().score().value()).isGreaterThan(0.7);
    }

    @Test
    void of_few_images_what_can_be_computed_is_and_the_rest_is_named() throws IOException {
        Path few = inFolder("few", 5, 0, 1);
        Evaluation evaluation = evaluation(few, inFolder("others", 6, 500, 1), 0, "pixels");
        assertThat(evaluation.judgement("frechet-distance")).isPresent();
        assertThat(evaluation.leftOut())
                .contains(
                        "precision-recall needs 4 samples of each kind, there are 3",
                        "density-coverage needs 6 samples of each kind, there are 3");
        assertThatThrownBy(() -> evaluation(few, inFolder("three", 3, 500, 1), 0, "pixels"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "an evaluation needs 4 real images or more, 2 to compare with and 2 for the floor;");
    }
}
