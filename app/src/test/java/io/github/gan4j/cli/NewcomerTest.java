package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through gan4j that a newcomer takes, from the first training to a walk. */
class NewcomerTest {
    @TempDir
    Path folder;

    @Test
    void trains_goes_on_makes_samples_and_walks() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("run"));
        Shell trained = Tiny.train("strokes", run.path());
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.out())
                .contains("strokes: endless pen strokes, 16x16 grey, 10 classes", "done: 32 images")
                .contains("make more  gan4j sample " + run.path());
        everythingIsThere(run, 32);

        Shell resumed = Shell.run("resume", run.path().toString(), "--images", "64");
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.out()).contains("done: 64 images");
        everythingIsThere(run, 64);

        Shell again = Shell.run("resume", run.path().toString());
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("already complete: 64 images", "to extend the run");
        everythingIsThere(run, 64);

        samples(run);
        walk(run);
    }

    private void everythingIsThere(RunFolder run, long images) throws IOException {
        assertThat(run.plan()).isNotEmptyFile();
        for (Path picture : List.of(
                run.reals(),
                run.samplePicture(0),
                run.samplePicture(images),
                run.lossesPlot(),
                run.probabilitiesPlot()))
            assertThat(ImageFile.read(picture).width()).as(picture.toString()).isGreaterThan(100);
        assertThat(frames(run.progressGif())).isGreaterThanOrEqualTo(2);
        assertThat(run.checkpoints().list()).startsWith(images);
        assertThat(run.checkpoints().newestIntact(line -> {}).imagesSeen()).isEqualTo(images);
        List<ObjectNode> events = JsonLines.read(run.events());
        assertThat(events).hasSizeGreaterThanOrEqualTo(2).allSatisfy(event -> assertThat(event.fieldNames())
                .toIterable()
                .contains("step", "imagesSeen", "seconds", "imagesPerSecond"));
        assertThat(events)
                .extracting(event -> event.path("imagesSeen").asLong())
                .isSorted();
        ObjectNode last = events.get(events.size() - 1);
        assertThat(last.path("imagesSeen").asLong()).isEqualTo(images);
        assertThat(last.path("ending").asText()).isEqualTo("images");
        assertThat(events.get(0).path("pReal").asDouble()).isBetween(0.0, 1.0);
    }

    private void samples(RunFolder run) throws IOException {
        Path picture = folder.resolve("made/new/four.png");
        Path each = folder.resolve("each");
        Shell sample = Shell.run(
                "sample",
                run.path().toString(),
                "--seeds",
                "0-2,7",
                "--columns",
                "2",
                "--out",
                picture.toString(),
                "--each",
                each.toString());
        assertThat(sample.err()).isEmpty();
        assertThat(sample.out())
                .isEqualTo("4 samples of the generator after 64 images: " + picture + System.lineSeparator());
        assertThat(ImageFile.read(picture).width())
                .isEqualTo(ImageFile.read(picture).height());
        try (var files = Files.list(each)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("000000.png", "000001.png", "000002.png", "000007.png");
        }
        assertThat(ImageFile.read(each.resolve("000007.png")).height()).isEqualTo(16);
    }

    private static void walk(RunFolder run) throws IOException {
        Shell walk = Shell.run("walk", run.path().toString(), "--seeds", "3,5", "--frames", "6");
        assertThat(walk.err()).isEmpty();
        assertThat(walk.code()).isZero();
        assertThat(frames(run.path().resolve("walk.gif"))).isEqualTo(6);
        assertThat(ImageFile.read(run.path().resolve("walk.png")).width()).isGreaterThan(64);
    }

    private static int frames(Path gif) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            return reader.getNumImages(true);
        }
    }
}
