package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.RealData;
import io.github.gan4j.data.DataFolders;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    Path empty;

    @AfterEach
    void forget() {
        System.clearProperty(DataFolders.PROPERTY);
    }

    private static Plan plan(String source) {
        return Draft.empty().set("stop.images=1").on(source).plan();
    }

    @Test
    void the_plan_of_a_run_says_where_a_published_set_was_found() throws IOException {
        Assumptions.assumeTrue(RealData.path("mnist").isPresent(), "shared/data/mnist is not here");
        Path mnist = RealData.path("mnist").orElseThrow();
        System.setProperty(DataFolders.PROPERTY, mnist.getParent().toString());
        Plan mnists = plan("mnist"), located = mnists.withData(mnists.data().located());
        assertThat(located.data().path()).isEqualTo(mnist.toString());
        assertThat(Plan.differences(mnists, located)).singleElement().asString().startsWith("data.published.path: ");
        assertThat(located.data().samples(1, line -> {}).describe())
                .startsWith("60 000 images, 28x28 grey, 10 classes");
    }

    @Test
    void a_published_set_that_is_not_here_is_said_before_anything_starts() {
        System.setProperty(DataFolders.PROPERTY, empty.toString());
        assertThatIOException()
                .isThrownBy(() -> Start.of(plan("stl10"), line -> {}))
                .withMessage("stl10: not found; download train_X.bin, train_y.bin from"
                        + " https://cs.stanford.edu/~acoates/stl10/ into " + empty.resolve("stl10"));
    }

    private Plan onImages(int height, int width) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(16 + 6 * height * width);
        file.putInt(0x803).putInt(6).putInt(height).putInt(width);
        Files.write(empty.resolve("train-images-idx3-ubyte"), file.array());
        return Draft.empty()
                .set(List.of("stop.images=1", "generator.network=perceptron", "discriminator.network=perceptron"))
                .setText("data.path", empty.toString())
                .plan();
    }

    @Test
    void oblong_images_are_cropped_to_the_square_that_the_plan_of_the_run_names() throws IOException {
        List<String> heard = new ArrayList<>();
        Start start = Start.of(onImages(10, 20), heard::add);
        assertThat(start.samples().shape()).isEqualTo(SampleShape.image(1, 10, 10));
        assertThat(start.plan().data().shape()).contains(start.samples().shape());
        assertThat(heard).contains("images of 20x10 pixels are cropped to the square in their middle");
    }

    @Test
    void images_that_are_too_small_are_said_to_be_those_of_the_data() throws IOException {
        Plan plan = onImages(3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Start.of(plan, line -> {}))
                .withMessage("the images of the data are 3x3 pixels, fewer than the 4 a side that are learned from;"
                        + " --set data.size=N enlarges them");
    }

    @Test
    void other_data_stays_as_it_is() throws IOException {
        assertThat(plan("strokes").data().located()).isEqualTo(plan("strokes").data());
        Plan elsewhere =
                Draft.of(plan("svhn")).setText("data.path", "elsewhere").plan();
        assertThat(elsewhere.data().located()).isEqualTo(elsewhere.data());
    }
}
