package io.github.gan4j.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.plan.DeviceChoice;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.plan.StopPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainOptionsTest {
    @Test
    void without_anything_it_is_pen_strokes() {
        assertThat(plan()).isEqualTo(Presets.read("strokes"));
    }

    @Test
    void a_plan_file_lies_over_the_preset_options_over_the_file_and_settings_over_all(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.yaml"), "batchSize: 32\ngenerator: {input: {normal: {size: 16}}}\nseed: 5\n");
        Plan plan = plan("gaussian-1d", "--plan", file.toString(), "--batch-size", "40", "--set", "batchSize=48");
        assertThat(plan.name()).isEqualTo("gaussian-1d");
        assertThat(plan.latents().orElseThrow().size()).isEqualTo(16);
        assertThat(plan.seed()).isEqualTo(5);
        assertThat(plan.batchSize()).isEqualTo(48);
    }

    @Test
    void a_plan_file_alone_lies_over_the_defaults(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "data: ring\nstop: {images: 10}\n");
        assertThat(plan("--plan", file.toString()))
                .isEqualTo(Draft.empty().over(Files.readString(file)).plan());
    }

    @Test
    void named_options_reach_the_plan() {
        Plan plan =
                plan("--seed", "-3", "--threads", "1", "--device", "cpu", "--precision", "bf16", "--minutes", "0.5");
        assertThat(plan.seed()).isEqualTo(-3);
        assertThat(plan.threads()).isEqualTo(1);
        assertThat(plan.device()).isEqualTo(DeviceChoice.CPU);
        assertThat(plan.precision()).isEqualTo(PrecisionChoice.BF16);
        assertThat(plan.stop()).isEqualTo(new StopPlan(0, 0.5));
    }

    @Test
    void a_limit_given_replaces_the_limits_of_the_preset() {
        assertThat(plan("--images", "1000").stop()).isEqualTo(new StopPlan(1000, 0));
        assertThat(plan("--images", "1000", "--minutes", "3").stop()).isEqualTo(new StopPlan(1000, 3));
    }

    @Test
    void data_is_a_path_that_holds_wherever_training_is_resumed_or_the_name_of_a_drawn_source() {
        DataSource.Images digits = (DataSource.Images)
                plan("mnist-dcgan", "--data", "some/../folder").data();
        assertThat(digits.path()).isEqualTo(Path.of("folder").toAbsolutePath().toString());
        assertThat(digits.size()).isEqualTo(28);
        assertThat(plan("--data", "folder").data())
                .isEqualTo(DataSource.at(Path.of("folder").toAbsolutePath()));
        assertThat(plan("folder", "--data", "ring").data()).isEqualTo(DataSource.named("ring"));
        assertThat(plan("gaussian-1d", "--data", "grid").data()).isEqualTo(DataSource.named("grid"));
    }

    @Test
    void data_may_be_a_published_set_which_keeps_what_the_plan_wants_of_images() {
        assertThat(plan("mnist-dcgan", "--data", "svhn", "--set", "data.flip=true")
                        .data())
                .isEqualTo(new DataSource.Published("svhn", "", 28, 1, true));
        assertThat(plan("gaussian-1d", "--data", "fashion-mnist").data()).isEqualTo(DataSource.named("fashion-mnist"));
        assertThat(plan("--data", "cifar10").data()).isEqualTo(DataSource.named("cifar10"));
        assertThat(plan("mnist-dcgan", "--data", "./svhn").data())
                .isEqualTo(DataSource.at(Path.of("svhn").toAbsolutePath()).sized(28, 1));
    }

    private static Plan plan(String... arguments) {
        TrainOptions options = new TrainOptions();
        CommandLine line = new CommandLine(options);
        Converters.register(line);
        line.parseArgs(arguments);
        try {
            return options.plan();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
