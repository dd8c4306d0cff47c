package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.MadeFeatures.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreement with benchmarks/metrics_reference.py, which computes the same with NumPy and SciPy on the same numbers. */
class ReferenceValuesTest {
    @ParameterizedTest
    @CsvSource({
        "40, 30, 64, 2.01539907733, 0.0257688146228, 1, 0.75, 4.66666666667, 1",
        "300, 200, 8, 0.132582150223, 0.0330801503634, 0.995, 0.84, 1.09666666667, 0.7",
        "2000, 2000, 64, 0.919961224473, 0.0301632895883, 0.9995, 0.982, 2.21083333333, 0.996"
    })
    void distances_and_neighbourhoods_agree_with_scipy(
            int count,
            int others,
            int width,
            double frechet,
            double kernel,
            double precision,
            double recall,
            double density,
            double coverage) {
        Features reals = reference(count, width, 1, 1, 0);
        Features fakes = reference(others, width, 7, 0.8, 0.1);
        assertThat(FrechetDistance.between(FeatureMoments.of(reals), FeatureMoments.of(fakes)))
                .isEqualTo(frechet, within(count <= width ? 1e-6 : 1e-10));
        assertThat(FrechetDistance.between(reals, fakes))
                .as("the root of a singular matrix is good to 1e-6 only, in scipy as well")
                .isEqualTo(frechet, within(count <= width ? 1e-6 : 1e-10));
        assertThat(KernelDistance.between(reals, fakes)).isEqualTo(kernel, within(1e-12));
        PrecisionRecall first = PrecisionRecall.of(reals, fakes, 3);
        assertThat(first.precision()).isEqualTo(precision, within(1e-9));
        assertThat(first.recall()).isEqualTo(recall, within(1e-9));
        DensityCoverage second = DensityCoverage.of(reals, fakes, 3);
        assertThat(second.density()).isEqualTo(density, within(1e-9));
        assertThat(second.coverage()).isEqualTo(coverage, within(1e-9));
    }

    @Test
    void the_sliced_wasserstein_distance_agrees_with_scipy_for_unequal_counts() {
        Features reals = reference(300, 2, 1, 1, 0);
        Features fakes = reference(200, 2, 7, 0.8, 0.1);
        assertThat(SlicedWasserstein.of(reals, fakes).value()).isEqualTo(0.0836283865709, within(1e-10));
        assertThat(SlicedWasserstein.of(column(reals), column(fakes)).value())
                .isEqualTo(0.0873733640253, within(1e-10));
    }

    @Test
    void the_classifier_score_agrees_with_scipy() {
        Features raw = reference(300, 8, 3, 1, 0);
        float[] values = raw.values().clone();
        for (int row = 0; row < raw.count(); row++) {
            float sum = 0;
            for (int c = 0; c < 8; c++) sum += values[row * 8 + c] = Math.abs(values[row * 8 + c]) + 0.01f;
            for (int c = 0; c < 8; c++) values[row * 8 + c] /= sum;
        }
        assertThat(ClassifierScore.of(new Features(300, 8, values), 1, 1).value())
                .isEqualTo(1.19643534319, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"28, 0.999316773054", "64, 0.998238560882", "8, 0.992278958605"})
    void the_similarity_of_images_agrees_with_numpy(int side, double expected) {
        float[] first = reference(side, side, 1, 1, 0).values();
        float[] second = reference(side, side, 9, 1, 0.1).values();
        for (int i = 0; i < first.length; i++)
            second[i] = (float) ((double) (0.7f * first[i]) + (double) (0.3f * second[i]));
        assertThat(MsSsim.between(first, second, SampleShape.image(1, side, side)))
                .isEqualTo(expected, within(1e-7));
    }

    private static Features column(Features points) {
        float[] values = new float[points.count()];
        for (int row = 0; row < values.length; row++) values[row] = points.at(row, 0);
        return new Features(values.length, 1, values);
    }
}
