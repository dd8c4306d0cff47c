package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.metrics.Extraction;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Features;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkJudgeTest {
    private static final int SIZE = Digits.SIDE * Digits.SIDE;

    /** Tells the class of an image that is of one shade by that shade. */
    private record ShadeExtractor() implements Extractor {
        @Override
        public String name() {
            return "shade";
        }

        @Override
        public String hash() {
            return "0123456789abcdef";
        }

        @Override
        public List<String> classes() {
            return IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        }

        @Override
        public Extraction look(Batch images) {
            float[] features = new float[images.count()];
            float[] likely = new float[images.count() * 10];
            for (int i = 0; i < images.count(); i++) {
                features[i] = images.values()[i * SIZE];
                likely[i * 10 + Math.round((features[i] + 1) * 4.5f)] = 1;
            }
            return new Extraction(
                    new Features(images.count(), 1, features), Optional.of(new Features(images.count(), 10, likely)));
        }

        @Override
        public void close() {}
    }

    private static Digits digits(int count) {
        float[] values = new float[count * SIZE];
        int[] labels = new int[count];
        for (int i = 0; i < values.length; i++) values[i] = i / SIZE % 10 / 4.5f - 1;
        for (int i = 0; i < count; i++) labels[i] = i % 10;
        ImageSet images = ImageSets.of(
                SampleShape.image(1, Digits.SIDE, Digits.SIDE), values, labels, new ShadeExtractor().classes());
        return new Digits(new Split(images, images, "the same"), new ShadeExtractor());
    }

    @Test
    void real_points_have_all_modes_and_the_quality_that_is_possible() throws IOException {
        try (BenchmarkJudge judge = new ModeJudge((Mixture) Distribution.grid(5, 2, 0.05), 2500)) {
            Assessment found = judge.assessReals(1);
            assertThat(found.scores().get(0)).isEqualTo(25);
            assertThat(found.scores().get(1)).isCloseTo(0.98889, within(0.008));
            assertThat(found.scores().get(2)).isBetween(0.001, 0.012);
            assertThat(found.picture().orElseThrow().width()).isEqualTo(400);
        }
    }

    @Test
    void real_points_of_1200_numbers_pass_their_rule() throws IOException {
        try (BenchmarkJudge judge = new WideJudge(200)) {
            List<Double> scores = judge.assessReals(1).scores();
            assertThat(scores.subList(0, 2)).containsExactly(10.0, 1.0);
            assertThat(scores.get(3)).isCloseTo(Math.sqrt(700), within(0.3));
        }
    }

    @Test
    void stacks_of_ten_shades_reach_as_many_modes_as_there_are_samples_for() throws IOException {
        try (BenchmarkJudge judge = new StackJudge(digits(100), 600)) {
            List<Double> scores = judge.assessReals(1).scores();
            assertThat(scores.get(0)).isBetween(400.0, 500.0);
            assertThat(scores.get(1)).isBetween(Math.log(1000.0 / 600), 1.5);
        }
    }

    @Test
    void digits_are_at_no_distance_from_themselves() throws IOException {
        try (BenchmarkJudge judge = new DigitJudge(digits(100), 100)) {
            assertThat(judge.assessReals(0).scores().get(0)).isCloseTo(0, within(1e-6));
            assertThat(judge.assessReals(0).scores().get(1)).isZero();
        }
    }

    @Test
    void real_numbers_are_as_wide_as_the_data_and_have_not_collapsed() throws IOException {
        Assessment found = new LineJudge(Distribution.normal(4, 0.5), 2_000).assessReals(1);
        assertThat(found.scores()).hasSameSizeAs(LineJudge.COLUMNS);
        assertThat(found.scores().get(0)).isZero();
        assertThat(found.scores().get(1)).isCloseTo(1, within(0.05));
        assertThat(found.scores().get(2)).isCloseTo(4, within(0.05));
        assertThat(found.picture().orElseThrow().width()).isEqualTo(560);
    }
}
