package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.model.SupervisedTwin;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Known;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that learn classes from few labels. */
class FewLabelsRunTest {
    @TempDir
    Path folder;

    private static Plan few() {
        return Draft.of(Plans.images())
                .set("discriminator.network.labels=classify")
                .set("objective=feature-matching")
                .set("discriminator.penalties=[]")
                .set("discriminator.supervision={labelled: 20, batchSize: 10, consistency: 1, mutualInformation: 1}")
                .set("discriminator.augmentations=[{warp: {strength: 0.1}}]")
                .plan();
    }

    private Path trained(Plan plan, String name) throws IOException {
        Path path = folder.resolve(name);
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    @Test
    void the_discriminator_tells_a_class_for_every_sample() throws IOException {
        Path path = trained(few(), "run");
        float[] strokes = new PenStrokes(3, 16).batch(0, 7).values();
        try (TrainedClassifier classifier = TrainedClassifier.open(path, line -> {})) {
            assertThat(classifier.labelNames()).hasSize(10);
            float[] probabilities = classifier.probabilities(strokes);
            assertThat(probabilities).hasSize(70).doesNotContain(Float.NaN);
            assertThat(classifier.classes(strokes)).hasSize(7);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> classifier.probabilities(new float[10]))
                    .withMessage("this classifier looks at samples of 256 numbers each, got 10 numbers");
            try (TrainedClassifier twin = SupervisedTwin.of(classifier, 3, line -> {}, share -> {})) {
                assertThat(twin.classes(strokes)).hasSize(7);
                assertThat(twin.imagesSeen()).isZero();
            }
        }
    }

    @Test
    void only_so_many_labels_are_looked_at() throws IOException {
        Plan plan = few();
        Known known = Known.of(plan, plan.discriminator().supervision().orElseThrow(), new PenStrokes(plan.seed(), 16));
        assertThat(known.all().labels()).hasSize(20);
        assertThat(known.batch()).isEqualTo(10);
    }

    @Test
    void it_resumes_to_the_same_bits() throws IOException {
        Path whole = trained(few(), "whole");
        Path part = trained(Plans.with(few(), "stop.images=80"), "part");
        Plan plan = few();
        try (Run run = Run.resume(part, Optional.of(plan.stop()), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(part)).isEqualTo(Runs.numbers(whole));
    }

    @Test
    void a_run_of_another_kind_is_refused() throws IOException {
        Path path = trained(Plans.with(Plans.images(), "stop.images=16"), "other");
        assertThatIOException()
                .isThrownBy(() -> TrainedClassifier.open(path, line -> {}))
                .withMessage(
                        path + ": its discriminator does not tell classes apart; train one that does, as the preset"
                                + " mnist-semi-supervised");
    }

    @Test
    void a_plan_that_knows_labels_on_one_side_only_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(Plans.images(), "discriminator.supervision.labelled=10"))
                .withMessage("discriminator.network.labels must be classify where there is supervision, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(Plans.images(), "discriminator.network.labels=classify"))
                .withMessage("discriminator.supervision.labelled must be above 0 where network.labels is classify,"
                        + " got no supervision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(Plans.images(), "generator.network.labels=classify"))
                .withMessage("generator.network.labels must be one of none, input, every-layer, auto; got classify");
    }

    @Test
    void packs_of_samples_have_no_one_class() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(few(), "discriminator.augmentations=[packing]"))
                .withMessage(
                        "discriminator.augmentations has packing, which judges several samples together, but supervision asks for"
                                + " the class of each; leave one of them out");
    }

    @Test
    void warps_and_exact_penalties_do_not_go_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(few(), "discriminator.penalties=[r1]"))
                .withMessage(
                        "discriminator.augmentations has warp, which has no second derivative for the penalty r1; take"
                                + " finite-r1 or finite-r2, or leave one of them out");
    }

    @Test
    void unlabelled_data_has_no_classes_to_learn() {
        Plan plan = Draft.of(few())
                .set("discriminator.augmentations=[]")
                .set("data=ring")
                .set("generator.network={perceptron: {hidden: [8]}}")
                .set("discriminator.network={perceptron: {hidden: [8], labels: classify}}")
                .plan();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.start(plan, folder.resolve("ring"), line -> {}))
                .withMessageStartingWith("discriminator.network.labels is classify, but the data is unlabelled");
        assertThat(List.of(folder.toFile().list())).isEmpty();
    }
}
