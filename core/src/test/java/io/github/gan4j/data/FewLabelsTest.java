package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FewLabelsTest {
    private final Samples strokes = new PenStrokes(7, 16);

    @Test
    void there_are_as_many_of_each_class() {
        Batch few = FewLabels.of(strokes, 30);
        Map<Integer, Long> counts =
                Arrays.stream(few.labels()).boxed().collect(Collectors.groupingBy(l -> l, Collectors.counting()));
        assertThat(counts).hasSize(10).allSatisfy((label, count) -> assertThat(count)
                .isEqualTo(3));
        assertThat(few.values()).hasSize(30 * 16 * 16);
    }

    @Test
    void they_are_the_same_every_time_and_others_for_another_seed() {
        assertThat(FewLabels.of(strokes, 20).values())
                .isEqualTo(FewLabels.of(strokes, 20).values());
        assertThat(FewLabels.of(new PenStrokes(8, 16), 20).values())
                .isNotEqualTo(FewLabels.of(strokes, 20).values());
    }

    @Test
    void a_number_that_does_not_divide_by_the_classes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FewLabels.of(strokes, 25))
                .withMessage("labelled samples must be a multiple of the 10 classes, as many of each, got 25");
    }

    @Test
    void unlabelled_samples_are_refused() {
        Samples points = Distribution.ring(8, 1, 0.01).samples(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FewLabels.of(points, 10))
                .withMessageStartingWith("a few labels are wanted, but the data is unlabelled");
    }

    @Test
    void a_class_that_is_too_rare_is_named() {
        SampleShape shape = SampleShape.image(1, 4, 4);
        byte[][] planes = new byte[3][shape.size()];
        ImageSet set = new ImageSet(shape, planes, new int[] {0, 0, 0}, List.of("cat", "dog"), List.of("a", "b", "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FewLabels.of(set.shuffled(1), 4))
                .withMessage("class 'dog' is too rare for 2 labelled samples of it; ask for fewer, got 0");
    }
}
