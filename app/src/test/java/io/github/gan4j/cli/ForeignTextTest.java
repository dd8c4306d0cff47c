package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names and pieces of files that others made reach the terminal without their control characters. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files cannot have such names")
class ForeignTextTest {
    private static final String EVIL = "e\u001b[31m\u001b]0;owned\u0007\nvil";

    @TempDir
    Path folder;

    private Path pictures;

    @BeforeEach
    void hostilePictures() throws IOException {
        pictures = Files.createDirectories(folder.resolve("pictures"));
        pictures(pictures);
    }

    private static void pictures(Path into) throws IOException {
        for (int i = 0; i < 2; i++)
            ImageIO.write(
                    new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                    "png",
                    into.resolve(i + ".png").toFile());
    }

    private static Shell clean(Shell answer) {
        assertThat((answer.out() + answer.err())
                        .replace(System.lineSeparator(), "")
                        .codePoints())
                .as(answer.toString())
                .noneMatch(Character::isISOControl);
        assertThat(answer.out() + answer.err()).containsIgnoringCase("\\u001b[31m");
        return answer;
    }

    private static void oneLine(Shell refused) {
        assertThat(clean(refused).code()).isNotZero();
        assertThat(refused.err()).hasLineCount(1).contains("\\nvil");
    }

    @Test
    void names_of_files() throws IOException {
        Files.writeString(pictures.resolve(EVIL + ".png"), "no picture");
        clean(Shell.run("data", "check", pictures.toString()));
        clean(Shell.run("data", "check", pictures.toString(), "--json"));
        oneLine(Shell.run("data", "info", folder.resolve(EVIL).toString()));
        oneLine(Shell.run("sample", folder.resolve(EVIL).toString()));
        oneLine(Shell.run("train", "ring", "--plan", folder.resolve(EVIL).toString()));
    }

    @Test
    void names_of_classes() throws IOException {
        Path classes = folder.resolve("classes");
        for (String name : new String[] {EVIL, "good"}) pictures(Files.createDirectories(classes.resolve(name)));
        assertThat(clean(Shell.run("data", "info", classes.toString())).out()).contains("\\nvil");
    }

    @Test
    void entries_of_zips() throws IOException {
        Path zip = folder.resolve("faces.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(file)) {
            packed.putNextEntry(new ZipEntry(EVIL + ".png"));
            packed.write("no picture".getBytes());
        }
        clean(Shell.run("data", "check", zip.toString()));
        clean(Shell.run("train", "folder", "--data", zip.toString(), "--images", "64"));
    }

    @Test
    void options_and_settings() {
        oneLine(Shell.run("train", "ring", "--set", EVIL + "=1"));
        oneLine(Shell.run("train", EVIL));
        oneLine(Shell.run(EVIL));
        oneLine(Shell.run("train", "--" + EVIL));
        oneLine(Shell.run("train", "ring", "--images", EVIL));
        oneLine(Shell.run("train", "ring", "--out", "a\0" + EVIL));
    }

    @Test
    void plans() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "base: ring\n\"e\\e[31mvil\": 1\n");
        clean(Shell.run("train", "--plan", plan.toString()));
    }
}
