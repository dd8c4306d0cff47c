package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackCommandTest {
    @TempDir
    static Path folder;

    /** Two classes from the mean of a grey image of 16x16 pixels: bright above the middle, dark below. */
    private static final String ONNX = """
            CAg6hQEKGQoBeBIBbSIRR2xvYmFsQXZlcmFnZVBvb2wKDwoBbRIBZiIHRmxhdHRlbgoRCgFmCgF3EgF5
            IgZNYXRNdWwSAWcqEwgBCAIQAUIBd0oIAAAgQQAAIMFaGQoBeBIUChIIARIOCgAKAggBCgIIEAoCCBBi
            EQoBeRIMCgoIARIGCgAKAggCQgIQDQ==""";

    private static Path photos;

    /** Images that are bright or dark, a folder for each. */
    @BeforeAll
    static void images() throws IOException {
        Engine.useThreads(1);
        photos = folder.resolve("photos");
        for (int i = 0; i < 60; i++) {
            byte[] pixels = new byte[64];
            Arrays.fill(pixels, (byte) (i % 2 == 0 ? 60 + i : 140 + i));
            Path file = photos.resolve(i % 2 == 0 ? "dark" : "bright").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(new Picture(8, 8, 1, pixels)));
        }
    }

    private static Shell attack(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "attack";
        return Shell.run(all);
    }

    @Test
    void the_linear_example_is_exact() {
        Shell shell = attack("linear");
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .contains("w.x -3.00   probability of class 1: 0.0474")
                .contains("w.x  2.00   probability of class 1: 0.8808");
    }

    @Test
    void a_classifier_is_fooled_and_everything_is_written() throws IOException {
        Path out = folder.resolve("out");
        Shell shell = attack(
                "--data",
                photos.toString(),
                "--structure",
                "softmax",
                "--images",
                "2000",
                "--epsilon",
                "0.4",
                "--adversarial-training",
                "--each",
                "--out",
                out.toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .startsWith("images  10 images, 16x16 grey, 2 classes (every sixth image held out, all 10 images)\n"
                        + "attack  fgsm, linf, epsilon 0.4 (pixels from 0 to 1), untargeted\n")
                .containsPattern("(?m)^softmax  .* 100.00 % .* 100.00 %")
                .containsPattern("(?m)^softmax, trained 0.4  ")
                .endsWith("results and pictures: " + out + "\n");
        assertThat(Files.readString(out.resolve("results.json"))).contains("\"error\" : 1.0");
        assertThat(Files.readAllLines(out.resolve("images.csv"))).hasSize(11);
        assertThat(out.resolve("epsilon.csv")).isNotEmptyFile();
        assertThat(ImageFile.read(out.resolve("epsilon.png")).width()).isEqualTo(960);
        assertThat(out.resolve("examples-softmax.png")).isNotEmptyFile();
        assertThat(out.resolve("examples-softmax-trained-0.4.png")).isNotEmptyFile();
        assertThat(out.resolve("weights-softmax.png")).isNotEmptyFile();
        Path attacked = out.resolve("attacked-softmax");
        assertThat(Files.readAllLines(attacked.resolve("labels.csv")))
                .hasSize(11)
                .startsWith("file,label,predicted")
                .filteredOn(line -> line.endsWith(".png,dark,bright"))
                .hasSize(5);
        assertThat(out.resolve("attacked-softmax-trained-0.4/000009.png")).isNotEmptyFile();
        assertThat(Shell.run("data", "info", attacked.toString()).out()).contains("10 images", "2 classes");
    }

    @Test
    void a_file_is_shown_what_is_made_for_gan4js_own_classifier() throws IOException {
        Path out = folder.resolve("shown"), victim = folder.resolve("mean.onnx");
        Files.write(victim, Base64.getMimeDecoder().decode(ONNX));
        Shell shell = attack(("--structure softmax --images 2000 --epsilon 0.4 --data " + photos + " --victim " + victim
                        + " --out " + out)
                .split(" "));
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .containsPattern("(?m)^mean.onnx, by softmax +0.00 % +[0-9.]+ % ")
                .containsPattern("(?m)^misclassified .*\n +softmax +mean.onnx\nsoftmax +100.00 % +[0-9.]+ %$");
        assertThat(Files.readAllLines(out.resolve("transfer.csv")))
                .anyMatch(line -> line.startsWith("softmax,mean.onnx,"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --data PHOTOS --method bim | unknown attack 'bim'; known attacks: fgsm, iterated, pgd; did you mean 'iterated'?",
                "2 | --data PHOTOS --norm l1 | unknown norm 'l1'; known norms: linf, l2; did you mean 'l2'?",
                "2 | --data PHOTOS --epsilon 0 | epsilon must be above 0 and at most 1000, got 0.0",
                "2 | --data PHOTOS --epsilon x | invalid value for option '--epsilon': must be a number, got 'x'",
                "2 | --data PHOTOS --steps 3 | fgsm takes one step, got 3",
                "2 | --data PHOTOS --count 0 | --count must be at least 1, got 0",
                "2 | --data PHOTOS --structure vgg | unknown structure 'vgg'; known structures: softmax, perceptron,"
                        + " convolutional, residual",
                "2 | --data PHOTOS/dark | PHOTOS/dark has no labels, and attacks need classes; use a folder with"
                        + " a folder for each class",
                "1 | --data PHOTOS --victim NONE.onnx | NONE.onnx: no such file",
                "1 | --data NONE | NONE: no such file or folder"
            })
    void what_cannot_be_is_said_in_one_line(int code, String arguments, String message) {
        Shell shell = attack((named(arguments) + " --out " + folder.resolve("refused")).split(" "));
        // the images were resized before it turned out
        assertThat(shell.err().lines().filter(line -> !line.contains(" were resized to ")))
                .containsExactly("gan4j: " + named(message));
        assertThat(shell.code()).isEqualTo(code);
    }

    @Test
    void a_class_that_does_not_exist_is_refused_with_those_that_do() {
        Shell shell = attack(
                "--data",
                photos.toString(),
                "--structure",
                "softmax",
                "--images",
                "2000",
                "--target",
                "goldfish",
                "--out",
                folder.resolve("refused").toString());
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err())
                .endsWith("gan4j: --target must be one class by its name or number, got 'goldfish'; the classes are"
                        + " bright, dark\n");
    }

    private static String named(String text) {
        return text.replace("PHOTOS", photos.toString())
                .replace("NONE", folder.resolve("none").toString());
    }
}
