package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.tensor.EmulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with a run whose plan says {@code device: cuda}, on a card as an emulated one plays it. */
class CardCommandsTest {
    @TempDir
    static Path folder;

    private static EmulatedCard card;

    @BeforeAll
    static void emulate() {
        card = new EmulatedCard();
    }

    @AfterAll
    static void end() {
        card.close();
    }

    /** On the processor, where that is fast; then its plan is moved to the card. */
    private static Path trained(String preset, String... more) throws IOException {
        Path run = folder.resolve(preset);
        String[] all = Arrays.copyOf(more, more.length + 6);
        String[] fixed = {"--device", "cpu", "--images", "8", "--set", "metrics=none"};
        System.arraycopy(fixed, 0, all, more.length, fixed.length);
        Shell shell = Tiny.train(preset, run, all);
        assertThat(shell.code()).as(shell.err()).isZero();
        Path plan = run.resolve("plan.yaml");
        String text = Files.readString(plan);
        assertThat(text).contains("\ndevice: cpu\n");
        Files.writeString(plan, text.replace("\ndevice: cpu\n", "\ndevice: cuda\n"));
        return run;
    }

    private static void works(Object... words) {
        Shell shell = Shell.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        assertThat(shell.code()).as(shell.err()).isZero();
    }

    @Test
    void a_run_is_sampled_explored_and_judged() throws IOException {
        Path run = trained("strokes"), picture = folder.resolve("samples.png");
        works("sample", run, "--count", "2", "--out", picture);
        works("walk", run, "--out", folder.resolve("walk.gif"), "--frames", "5");
        works("evaluate", run, "--metrics", "coverage", "--count", "20");
        works("project", run, picture, "--steps", "1", "--starts", "8", "--out", folder.resolve("projected.png"));
    }

    @Test
    void images_are_restored_and_redrawn() throws IOException {
        byte[] noise = new byte[3 * 20 * 18];
        new Random(1).nextBytes(noise);
        Path photos = Files.createDirectory(folder.resolve("photos"));
        for (int i = 0; i < 3; i++) ImageFile.writePng(photos.resolve(i + ".png"), new Picture(20, 18, 3, noise));
        works("restore", trained("denoise", "--data", photos.toString()), photos.resolve("0.png"));
        Path redraw = trained("strokes-redraw", "--set", "generator.input.encoded.network.width=2");
        works("redraw", redraw, photos.resolve("1.png"), "--out", folder.resolve("redrawn.png"));
    }
}
