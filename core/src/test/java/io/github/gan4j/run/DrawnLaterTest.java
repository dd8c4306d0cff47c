package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a view has taken shows its moment, whoever draws it, however long after. */
class DrawnLaterTest {
    @TempDir
    Path folder;

    static Stream<Named<Plan>> plans() {
        return Stream.of(
                Named.of("line", Plans.line()),
                Named.of(
                        "plane",
                        Presets.draft("ring")
                                .set("threads=1")
                                .set("batchSize=16")
                                .set("stop={images: 1600}")
                                .plan()),
                Named.of("images", Plans.images()),
                Named.of(
                        "classes",
                        Plans.with(
                                Plans.images(),
                                "generator.network.labels=every-layer",
                                "discriminator.network.labels=projection")),
                Named.of("restored", RestorationRunTest.noisy()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void samples_are_drawn_and_measured_on_another_thread_after_the_networks_are_gone(Plan plan) throws Exception {
        List<Supplier<Picture>> taken = new ArrayList<>();
        List<Supplier<Map<String, Double>>> measures = new ArrayList<>();
        List<Picture> atOnce = new ArrayList<>();
        List<Map<String, Double>> measuredAtOnce = new ArrayList<>();
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            View view = View.of(run.plan());
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() > 2) run.stop();
                    Supplier<Picture> samples = view.samples(training);
                    atOnce.add(samples.get());
                    taken.add(view.samples(training));
                    measures.add(view.measures(training));
                    measuredAtOnce.add(view.measures(training).get());
                }
            });
        }
        assertThat(CompletableFuture.supplyAsync(
                                () -> taken.stream().map(Supplier::get).toList())
                        .get())
                .isEqualTo(atOnce)
                .doesNotHaveDuplicates();
        assertThat(CompletableFuture.supplyAsync(
                                () -> measures.stream().map(Supplier::get).toList())
                        .get())
                .isEqualTo(measuredAtOnce);
    }
}
