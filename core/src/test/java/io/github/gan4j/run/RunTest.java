package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.imagesSeen;
import static io.github.gan4j.run.Runs.newest;
import static io.github.gan4j.run.Runs.numbers;
import static io.github.gan4j.run.Runs.resume;
import static io.github.gan4j.run.Runs.train;
import static io.github.gan4j.run.Runs.trainUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    /** The run of {@link Plans#line} that was never interrupted; only to be read. */
    @TempDir
    static Path line;

    @TempDir
    Path temporary;

    private Path path;

    @BeforeAll
    static void trainWithoutInterruption() throws IOException {
        train(Plans.line(), line);
    }

    @BeforeEach
    void place() {
        path = temporary.resolve("run");
    }

    // ---- what a run writes ----

    @Test
    void a_run_folder_has_everything_that_it_promises() throws IOException {
        assertThat(train(Plans.images(), path)).isEqualTo(Ending.IMAGES);
        RunFolder folder = RunFolder.open(path);
        assertThat(List.of(folder.plan(), folder.events(), folder.reals(), folder.progressGif(), folder.lossesPlot()))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(folder.samples().toFile().list())
                .containsExactlyInAnyOrder("000000000.png", "000000080.png", "000000160.png");
        assertThat(folder.checkpoints().list()).containsExactly(160L, 128L, 96L);
    }

    @Test
    void images_seen_grow_from_event_to_event_and_only_the_last_has_an_ending() throws IOException {
        // an event is due in the very step with which the run ends
        train(Plans.images(), path);
        assertThat(imagesSeen(path)).containsExactly(16L, 32L, 48L, 64L, 80L, 96L, 112L, 128L, 144L, 160L);
        List<ObjectNode> events = JsonLines.read(RunFolder.open(path).events());
        assertThat(events.subList(0, 9)).noneMatch(event -> event.has("ending"));
        ObjectNode last = events.get(9);
        assertThat(last.path("ending").asText()).isEqualTo("images");
        assertThat(last.path("secondsLeft").asDouble()).isZero();
        for (String key : List.of("discriminatorLoss", "generatorLoss", "pReal", "pFake", "generatorGradientNorm"))
            assertThat(last.path(key).isNumber()).as(key).isTrue();
    }

    @Test
    void a_run_of_one_step_has_one_event() throws IOException {
        train(Plans.with(Plans.line(), "stop.images=64"), path);
        assertThat(imagesSeen(path)).containsExactly(64L);
    }

    // ---- going on ----

    @ParameterizedTest
    @ValueSource(strings = {"line", "images"})
    void a_stopped_run_resumes_to_the_same_bits(String kind) throws IOException {
        Plan plan = Plans.with(kind.equals("line") ? Plans.line() : Plans.images(), "doctor.every.images=100000");
        Path whole = temporary.resolve("whole");
        train(plan, whole);
        assertThat(trainUntil(7, plan, path)).isEqualTo(Ending.ASKED);
        assertThat(resume(path)).isEmpty();
        assertThat(numbers(path)).isEqualTo(numbers(whole));
        assertThat(imagesSeen(path)).isEqualTo(imagesSeen(whole));
    }

    @Test
    void a_run_that_has_ended_resumes_to_its_end_and_stays_as_it_is() throws IOException {
        train(Plans.line(), path);
        Map<String, StoredTensor> before = numbers(path);
        List<ObjectNode> events = JsonLines.read(RunFolder.open(path).events());
        resume(path);
        assertThat(numbers(path)).isEqualTo(before);
        assertThat(JsonLines.read(RunFolder.open(path).events())).isEqualTo(events);
    }

    @Test
    void a_run_goes_on_beyond_its_end_to_the_bits_of_a_longer_run() throws IOException {
        Path whole = temporary.resolve("whole");
        train(Plans.with(Plans.line(), "stop.images=1920"), whole);
        train(Plans.line(), path);
        try (Run run = Run.resume(path, Optional.of(new StopPlan(1920, 0)), line -> {})) {
            run.train(new Listener() {});
            assertThat(run.plan().stop().images()).isEqualTo(1920);
        }
        assertThat(numbers(path)).isEqualTo(numbers(whole));
    }

    @Test
    void what_was_recorded_after_the_checkpoint_is_dropped() throws IOException {
        trainUntil(20, Plans.line(), path);
        RunFolder folder = RunFolder.open(path);
        folder.checkpoints().dropAfter(640);
        Files.createDirectory(folder.evaluations());
        for (long images : new long[] {640, 1280}) Files.writeString(folder.evaluation(images), "{}");
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            assertThat(run.training().images()).isEqualTo(640);
            assertThat(imagesSeen(path)).last().isEqualTo(640L);
            assertThat(folder.samples().toFile().list()).containsExactlyInAnyOrder("000000000.png", "000000640.png");
            assertThat(folder.evaluated()).containsExactly(640L);
        }
    }

    @Test
    void a_run_killed_before_its_first_step_resumes_without_touching_its_first_checkpoint() throws IOException {
        trainUntil(1, Plans.line(), path);
        RunFolder folder = RunFolder.open(path);
        folder.checkpoints().dropAfter(0);
        var saved = Files.getLastModifiedTime(folder.checkpoints().path().resolve("000000000.json"));
        try (Run run = Run.resume(path, Optional.empty(), line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) throws IOException {
                    assertThat(Files.getLastModifiedTime(
                                    folder.checkpoints().path().resolve("000000000.json")))
                            .isEqualTo(saved);
                    run.stop();
                }
            });
        }
    }

    @Test
    void a_folder_without_checkpoints_or_without_a_plan_is_refused() throws IOException {
        Run.start(Plans.line(), path, line -> {}).close();
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(path + ": has no checkpoints yet");
        Files.delete(path.resolve("plan.yaml"));
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(path + ": not a run folder (it has no plan.yaml)");
    }

    // ---- other plans, other data ----

    @Test
    void an_edited_plan_is_refused_with_its_differences() throws IOException {
        trainUntil(3, Plans.line(), path);
        String plan = Files.readString(path.resolve("plan.yaml"));
        Files.writeString(
                path.resolve("plan.yaml"),
                plan.replace("batchSize: 64", "batchSize: 32").replace("seed: 1", "seed: 2"));
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(
                        "000000192.safetensors: belongs to another plan (seed: 1 -> 2; batchSize: 64 -> 32); "
                                + "put the plan back or start a new run");
    }

    @Test
    void what_has_no_influence_on_learning_may_be_edited() throws IOException {
        trainUntil(3, Plans.line(), path);
        String plan = Files.readString(path.resolve("plan.yaml"));
        Files.writeString(
                path.resolve("plan.yaml"), plan.replace("keep: 3", "keep: 2").replace("images: 1280", "images: 640"));
        resume(path);
        assertThat(newest(path).imagesSeen()).isEqualTo(640);
        assertThat(RunFolder.open(path).checkpoints().list()).hasSize(2);
    }

    private Path imageFolder(String name, int grey) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        for (int i = 0; i < 4; i++) {
            float[] pixels = new float[16 * 16];
            Arrays.fill(pixels, (grey + i) / 100f);
            ImageFile.writePng(folder.resolve(i + ".png"), Picture.of(pixels, 0, 1, 16, 16));
        }
        return folder;
    }

    @Test
    void other_data_at_the_same_place_is_refused_and_the_same_data_at_another_place_is_not() throws IOException {
        Path data = imageFolder("data", 10);
        Plan plan = Plans.with(
                Plans.images(),
                "data={images: {path: " + data + ", format: folder, size: 16}}",
                "doctor.every.images=100000");
        trainUntil(3, plan, path);
        imageFolder("data", 50);
        assertThatThrownBy(() -> Run.resume(path, Optional.empty(), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + ": the data is not what it was (")
                .hasMessageEndingWith(", another checksum); put it back or start a new run");

        Path moved = imageFolder("moved", 10);
        String written = Files.readString(path.resolve("plan.yaml"));
        Files.writeString(path.resolve("plan.yaml"), written.replace(data.toString(), moved.toString()));
        assertThat(resume(path)).isEmpty();
    }

    // ---- numbers that are none ----

    @Test
    void a_player_that_breaks_stops_the_run_by_name_and_only_finite_checkpoints_are_kept() throws IOException {
        Plan absurd = Plans.with(
                Plans.line(),
                "objective=least-squares",
                "discriminator.penalties=[]",
                "generator.optimizer={sgd: {learningRate: 100}}",
                "discriminator.optimizer={sgd: {learningRate: 100}}",
                "generator.ema=none",
                "record.checkpoints={images: 64}");
        assertThatThrownBy(() -> train(absurd, path))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("the (loss|gradient|weights) of the (discriminator|generator) became "
                        + "(NaN|-?Infinity) after \\d+ images; training stopped, the last good checkpoint is "
                        + "checkpoints/\\d{9}\\.safetensors\\. Lower the learning rate of the "
                        + "(discriminator|generator) or add a penalty \\(r1\\) and train again");
        RunFolder folder = RunFolder.open(path);
        assertThat(folder.checkpoints().list()).isNotEmpty();
        for (long moment : folder.checkpoints().list())
            folder.checkpoints().open(moment).read().tensors().forEach((name, tensor) -> {
                for (float value : tensor.floats()) assertThat(value).as(name).isFinite();
            });
        assertThat(JsonLines.read(folder.events())).noneMatch(event -> event.has("ending"));
    }

    // ---- using what was learned ----

    @Test
    void the_sample_of_a_seed_is_the_tile_of_that_seed_in_the_last_grid() throws IOException {
        train(Plans.images(), path);
        Picture grid = ImageFile.read(RunFolder.open(path).samplePicture(160));
        try (TrainedGenerator generator = TrainedGenerator.open(path)) {
            assertThat(generator.imagesSeen()).isEqualTo(160);
            List<Picture> tiles = new ArrayList<>();
            for (int seed = 0; seed < 6; seed++) tiles.add(generator.sample(seed));
            Picture again = Picture.grid(Pictures.legible(tiles), 3, 2);
            assertThat(again).isEqualTo(grid);
            assertThat(tiles).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_generator_of_points_makes_points_and_no_pictures() throws IOException {
        train(Plans.line(), path);
        TrainedGenerator closed;
        try (TrainedGenerator generator = TrainedGenerator.open(path)) {
            assertThat(generator.samples(generator.latents().of(0, 10))).hasSize(10);
            assertThatThrownBy(() -> generator.sample(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this generator makes numbers, not images");
            float[] broken = generator.latents().of(0, 3);
            broken[1] = Float.NaN;
            assertThatThrownBy(() -> generator.samples(broken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a latent has finite numbers only, got NaN as number ");
            closed = generator;
        }
        float[] latents = closed.latents().of(0, 1);
        assertThatThrownBy(() -> closed.samples(latents))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this generator is closed");
    }
}
