package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.OnnxFile;
import io.github.gan4j.tensor.ScriptFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClassifierTest {
    private static final SampleShape SHAPE = SampleShape.image(1, 8, 8);

    @TempDir
    Path folder;

    /** The left half minus the right one, and the other way round. */
    private Path script(String result) {
        return ScriptFile.write(folder.resolve("halves.pt"), """
                def forward(self, x):
                    left = x[:, :, :, :4].mean([1, 2, 3])
                    right = x[:, :, :, 4:].mean([1, 2, 3])
                    scores = torch.stack([left - right, right - left], 1) * 10.0
                    return %s
                """.formatted(result));
    }

    /** The same, as the product with a matrix. */
    private Path onnx(long channels) {
        float[] weights = new float[64 * 2];
        for (int at = 0; at < 64; at++) {
            weights[2 * at] = (at % 8 < 4 ? 10 : -10) / 32f;
            weights[2 * at + 1] = -weights[2 * at];
        }
        return OnnxFile.write(
                folder.resolve("halves.onnx"),
                OnnxFile.input("x", OnnxFile.FLOAT, 0, channels, 8, 8),
                OnnxFile.weights("w", weights, 64, 2),
                OnnxFile.node("Flatten", "x", "flat"),
                OnnxFile.node("MatMul", "flat,w", "y"),
                OnnxFile.output("y", OnnxFile.FLOAT, 0, 2));
    }

    @Test
    void scores_and_probabilities_are_read_alike_from_both_kinds_of_files() throws IOException {
        float[] images = Pupils.UNSEEN.batch(0, 60).values();
        int[] truth = Pupils.UNSEEN.batch(0, 60).labels();
        try (FileClassifier scores = FileClassifier.read(script("scores"), SHAPE, 2);
                FileClassifier shares = FileClassifier.read(script("torch.softmax(scores, 1)"), SHAPE, 2);
                FileClassifier onnx = FileClassifier.read(onnx(1), SHAPE, 2)) {
            Predictions expected = scores.predict(images);
            assertThat(expected.error(truth)).isLessThan(0.1);
            for (Predictions other : new Predictions[] {shares.predict(images), onnx.predict(images)}) {
                assertThat(other.classes()).containsExactly(expected.classes());
                assertThat(other.confidence()).containsExactly(expected.confidence(), within(1e-5f));
            }
        }
    }

    @Test
    void its_predictions_for_images_attacked_for_another_are_the_outcome() throws IOException {
        Attack attack = Attack.fast(Norm.LINF, 0.4);
        Batch batch = Pupils.UNSEEN.batch(0, 60);
        try (Classifier maker = Pupils.of(Structure.SOFTMAX, 1);
                FileClassifier file = FileClassifier.read(onnx(1), SHAPE, 2)) {
            AttackOutcome outcome = AttackOutcome.of(maker, file, attack, Aim.untargeted(), Pupils.UNSEEN, p -> {});
            Predictions shown = file.predict(attack.changed(maker, batch, Aim.untargeted(), 0));
            assertThat(outcome.before()).usingRecursiveComparison().isEqualTo(file.predict(batch.values()));
            assertThat(outcome.after()).usingRecursiveComparison().isEqualTo(shown);
            assertThat(shown.confidence()).isNotEqualTo(outcome.before().confidence());
        }
    }

    private void refused(Class<? extends Exception> kind, Path file, int classes, String message) {
        assertThatThrownBy(() -> FileClassifier.read(file, SHAPE, classes))
                .isInstanceOf(kind)
                .hasMessageStartingWith(file + ": " + message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void files_that_do_not_fit_the_images_are_refused_in_one_line() {
        refused(IllegalArgumentException.class, onnx(1), 10, "has 2 classes, these images have 10");
        refused(IllegalArgumentException.class, script("scores"), 3, "has 2 classes, these images have 3");
        refused(IOException.class, script("scores.sum()"), 2, "must output a row per image, got tensor []");
        refused(IOException.class, script("scores / 0.0"), 2, "outputs scores that are not finite");
        refused(IOException.class, folder.resolve("none.onnx"), 2, "no such file");
        Path large = OnnxFile.write(
                folder.resolve("large.onnx"),
                OnnxFile.input("x", OnnxFile.FLOAT, 0, 1, 28, 32),
                OnnxFile.node("Flatten", "x", "y"),
                OnnxFile.output("y", OnnxFile.FLOAT, 0, 0));
        refused(IllegalArgumentException.class, large, 2, "takes images of 32x28 pixels, got 8x8 grey");
    }
}
