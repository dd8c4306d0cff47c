package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static ImageSet numbered(int count) {
        byte[][] planes = new byte[count][4];
        return new ImageSet(
                SampleShape.image(1, 2, 2),
                planes,
                new int[0],
                List.of(),
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @Test
    void every_sixth_image_is_held_back_and_none_is_lost() {
        Split split = Split.heldOut(numbered(61));
        assertThat(split.test().size()).isEqualTo(11);
        Set<String> names = new HashSet<>();
        for (ImageSet part : List.of(split.train(), split.test()))
            for (int i = 0; i < part.size(); i++) names.add(part.name(i));
        assertThat(names).hasSize(61);
        assertThat(split.how()).isEqualTo("every sixth image held out");
    }

    @Test
    void the_order_is_mixed_and_the_same_every_time() {
        Split one = Split.heldOut(numbered(100)), two = Split.heldOut(numbered(100));
        List<String> order = IntStream.range(0, one.train().size())
                .mapToObj(one.train()::name)
                .toList();
        assertThat(order)
                .isEqualTo(
                        IntStream.range(0, 50 + 33).mapToObj(two.train()::name).toList());
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }

    @Test
    void an_endless_source_holds_back_samples_that_no_training_sees() throws IOException {
        Split split = Split.of(new DataSource.Strokes(12), 3, line -> {});
        assertThat(split.train().describe()).isEqualTo("30 000 images, 12x12 grey, 10 classes");
        assertThat(split.test().size()).isEqualTo(10_000);
        assertThat(split.test().values(0)).isNotEqualTo(split.train().values(0));
    }

    @Test
    void too_few_images_and_points_are_refused() {
        assertThatThrownBy(() -> Split.heldOut(numbered(5)))
                .hasMessage("to hold some images out, at least 6 are needed, got 5");
        assertThatThrownBy(() -> Split.of(DataSource.named("normal"), 1, line -> {}))
                .hasMessage("only images can be held as a set, these samples are numbers");
    }

    @Test
    void published_parts_are_taken_as_they_are() throws IOException {
        Path mnist = real("mnist"), fashion = real("fashion-mnist-2000");
        Split digits = Split.of(DataSource.at(mnist), 1, line -> {});
        assertThat(digits.how()).isEqualTo("published test part");
        assertThat(digits.train().size()).isEqualTo(60_000);
        assertThat(digits.test().size()).isEqualTo(10_000);
        assertThat(Split.of(DataSource.at(fashion), 1, line -> {}).how()).isEqualTo("every sixth image held out");
    }

    private static Path real(String name) {
        Assumptions.assumeTrue(RealData.path(name).isPresent(), () -> "no real data " + name + " on this machine");
        return RealData.path(name).orElseThrow();
    }
}
