package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.classifiers.Classification;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.explore.RedrawFigure;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java programs of docs/few-labels.md and docs/redraw.md, run; what stands there stands here, letter by letter. */
class UseExamplesTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"few-labels.md", "redraw.md"})
    void every_program_in_a_document_is_one_of_these(String document) throws IOException {
        String here = dense(Files.readString(Path.of("src/test/java/io/github/gan4j/docs/UseExamplesTest.java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs", document)));
        assertThat(program.find()).isTrue();
        assertThat(here).contains(dense(program.group(1)));
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    private Path trained(Plan plan) throws IOException {
        Path path = folder.resolve("run");
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    @Test
    void a_program_classifies() throws IOException {
        Path run = trained(Presets.read("mnist-semi-supervised")
                .with("threads", "1")
                .with("data", "{strokes: {size: 16}}")
                .with("batchSize", "16")
                .with("stop", "{images: 32}")
                .with("generator.network.width", "4")
                .with("discriminator.network.width", "4"));
        ImageSet judges = ImageSets.of(new PenStrokes(3, 16), 0, 20);
        float[] images = judges.batch(0, 2).values();
        try (TrainedClassifier classifier = TrainedClassifier.open(run, System.err::println)) {
            int[] classes = classifier.classes(images); // images one after the other, -1 to 1
            for (int label : classes) heard.add(classifier.labelNames().get(label));
            Classification grade = Classification.of(classifier, judges); // an ImageSet with labels
            heard.add(grade.errors() + " errors in " + grade.images());
        }
        assertThat(heard).hasSize(3);
        assertThat(heard.get(2)).endsWith(" errors in 20");
    }

    @Test
    void a_program_redraws() throws IOException {
        Path run = trained(Presets.read("strokes-redraw")
                .with("threads", "1")
                .with("data.size", "16")
                .with("batchSize", "16")
                .with("stop", "{images: 32}")
                .with("generator.network.width", "4")
                .with("generator.input.encoded.network.width", "4")
                .with("discriminator.network.width", "4"));
        Path file = folder.resolve("digit.png");
        ImageFile.writePng(file, ImageSets.of(new PenStrokes(3), 0, 1).picture(0));
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, System.err::println)) {
            float[] image = Fitted.values(ImageFile.read(file), redrawer.shape());
            float[] three = redrawer.redrawn(image, new int[] {3}); // [1, 28, 28] flattened, -1 to 1
            ImageFile.writePng(
                    folder.resolve("all.png"),
                    RedrawFigure.of(redrawer, image, List.of(0, 1, 2, 3)).picture());
            heard.add(three.length + " numbers");
        }
        assertThat(heard).containsExactly("256 numbers");
        assertThat(folder.resolve("all.png")).exists();
    }
}
