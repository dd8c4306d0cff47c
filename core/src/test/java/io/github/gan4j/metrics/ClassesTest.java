package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {
    private final Mixture ring = (Mixture) Distribution.ring(8, 1, 0.01);

    @Test
    void sure_answers_spread_over_all_classes_score_the_number_of_classes() {
        float[][] sure = new float[1000][4];
        for (int i = 0; i < sure.length; i++) sure[i][i % 4] = 1;
        assertThat(ClassifierScore.of(Features.of(sure)).value()).isEqualTo(4, within(0.05));
        assertThat(ClassifierScore.of(Features.of(sure), 1, 1).value()).isEqualTo(4, within(1e-9));
    }

    @Test
    void rows_sorted_by_class_are_shuffled_before_they_are_split() {
        float[][] sorted = new float[1000][4];
        for (int i = 0; i < sorted.length; i++) sorted[i][i / 250] = 1;
        assertThat(ClassifierScore.of(Features.of(sorted)).value()).isGreaterThan(3.9);
    }

    @Test
    void unsure_answers_score_one_and_what_is_no_probability_is_refused() {
        float[][] unsure = new float[50][4];
        for (float[] row : unsure) Arrays.fill(row, 0.25f);
        assertThat(ClassifierScore.of(Features.of(unsure)).value()).isEqualTo(1, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassifierScore.of(new Features(10, 2, new float[20])))
                .withMessage("row 0 must hold probabilities that add up to 1, got a sum of 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassifierScore.of(new Features(5, 1, new float[] {1, 1, 1, 1, 1})))
                .withMessage("the splits of a classifier score must be between 1 and its 5 samples, got 10");
    }

    @Test
    void points_within_three_deviations_of_a_centre_belong_to_its_mode() {
        Features points = Features.of(new float[][] {{1, 0}, {1.029f, 0}, {1.031f, 0}, {0, 1}, {0, 0}});
        ModeCount found = ModeCount.of(points, ring, 3);
        assertThat(found.histogram()).containsExactly(2, 0, 1, 0, 0, 0, 0, 0);
        assertThat(found.found()).isEqualTo(2);
        assertThat(found.highQuality()).isEqualTo(0.6);
        double entropy = -(2 / 3.0 * Math.log(2 / 3.0) + 1 / 3.0 * Math.log(1 / 3.0));
        assertThat(found.reverseKl()).isEqualTo(Math.log(8) - entropy, within(1e-12));
    }

    @Test
    void the_distribution_itself_has_all_modes_and_the_expected_quality() {
        Features points =
                new Features(20_000, 2, ring.samples(1).batch(0, 20_000).values());
        ModeCount found = ModeCount.of(points, ring, 3);
        assertThat(found.found()).isEqualTo(8);
        assertThat(found.best()).isEqualTo(1 - Math.exp(-4.5), within(1e-12));
        assertThat(found.scores()).extracting(Score::name).containsExactly("modes", "high-quality", "reverse-kl");
        assertThat(found.scores().get(1).interval().orElseThrow().contains(found.best()))
                .isTrue();
        assertThat(found.reverseKl()).isLessThan(0.002);
        assertThat(found.reverseKlWithOutside()).isLessThan(0.002);
    }

    @Test
    void a_class_that_one_side_lacks_moves_no_label() {
        Extraction seen = new Extraction(new Features(3, 1, new float[] {1, 2, 3}), Optional.empty());
        Specimens samples = new Specimens(Optional.empty(), seen, new int[] {0, 1, 1}, List.of("cat", "dog"));
        assertThat(samples.labelsAmong(List.of("ant", "bee", "cat", "cow", "dog")))
                .get()
                .isEqualTo(new int[] {2, 4, 4});
        assertThat(samples.labelsAmong(List.of("ant", "dog"))).isEmpty();
    }

    @Test
    void the_share_within_some_deviations_is_right_in_any_dimension() {
        for (int dimensions : new int[] {1, 2, 3, 4, 5}) {
            Mixture normal = new Mixture("normal", List.of(new double[dimensions]), 2);
            int count = 40_000;
            Features points = new Features(
                    count, dimensions, normal.samples(1).batch(0, count).values());
            ModeCount found = ModeCount.of(points, normal, 2);
            assertThat(found.highQuality()).isEqualTo(found.best(), within(0.01));
        }
    }

    @Test
    void no_sample_near_a_mode_is_the_worst_there_is() {
        ModeCount lost = ModeCount.of(new Features(5, 2, new float[10]), ring, 3);
        assertThat(lost.found()).isZero();
        assertThat(lost.reverseKl()).isEqualTo(Math.log(8));
        assertThat(lost.scores()).hasSize(3);
    }

    /** papers.md's table: m of K modes hit uniformly have ln(K/m). */
    @Test
    void any_number_of_classes_can_be_counted() {
        int[] classes = IntStream.range(0, 940 * 27).map(i -> i % 940).toArray();
        ModeCount found = ModeCount.ofClasses(classes, 1000);
        assertThat(found.found()).isEqualTo(940);
        assertThat(found.reverseKl()).isEqualTo(Math.log(1000 / 940.0), within(1e-9));
        assertThat(found.highQuality()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModeCount.ofClasses(new int[] {10}, 10))
                .withMessage("classes must be within 0 and 9, got 10");
    }

    @Test
    void shares_are_compared_with_those_of_the_reals() {
        ClassFrequencies shares = ClassFrequencies.of(new int[] {0, 0, 0, 1}, new int[] {0, 1, 1, 0}, 2);
        assertThat(shares.totalVariation()).isEqualTo(0.25);
        assertThat(shares.score(List.of("zero", "one")).notes())
                .containsExactly("zero: 75.00 % (expected 50.00 %)", "one: 25.00 % (expected 50.00 %)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassFrequencies(new int[2], new double[] {0.5, 0.5}))
                .withMessage("class shares need at least 1 sample");
    }

    @Test
    void label_accuracy_names_the_worst_class() {
        LabelAccuracy found = LabelAccuracy.of(new int[] {0, 0, 1, 1, 2}, new int[] {0, 0, 1, 0, 2}, 4);
        assertThat(found.accuracy()).isEqualTo(0.8);
        assertThat(found.score(List.of("a", "b")).notes()).containsExactly("worst class: b with 0.5000 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelAccuracy.of(new int[1], new int[2], 2))
                .withMessageContaining("got 1 and 2");
    }
}
