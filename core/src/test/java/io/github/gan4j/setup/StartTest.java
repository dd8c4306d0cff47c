package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.RealData;
import io.github.gan4j.data.DataFolders;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
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

    @Test
    void other_data_stays_as_it_is() throws IOException {
        assertThat(plan("strokes").data().located()).isEqualTo(plan("strokes").data());
        Plan elsewhere =
                Draft.of(plan("svhn")).setText("data.path", "elsewhere").plan();
        assertThat(elsewhere.data().located()).isEqualTo(elsewhere.data());
    }
}
