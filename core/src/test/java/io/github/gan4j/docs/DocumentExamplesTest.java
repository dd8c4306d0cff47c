package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Team;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.restore.Restoration;
import io.github.gan4j.run.Run;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.serving.GeneratorPool;
import io.github.gan4j.serving.PoolLimits;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.NativeOwner;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java programs of the documents, run; what stands in a document stands here, letter by letter. */
class DocumentExamplesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory.md", "api.md"})
    void every_program_in_a_document_is_one_of_these(String document) throws IOException {
        String here = dense(Files.readString(Path.of("src/test/java/io/github/gan4j/docs/DocumentExamplesTest.java")))
                + dense(Files.readString(
                        Path.of("../app/src/test/java/com/example/OwnParts.java"))); // run by app's tests
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs").resolve(document)));
        int programs = 0;
        for (; program.find(); programs++) assertThat(here).contains(dense(program.group(1)));
        assertThat(programs).isGreaterThan(3);
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void a_program_restores_a_picture_of_any_size() throws IOException {
        Path runs = folder;
        Picture clean = new Picture(45, 30, 1, new byte[45 * 30]);

        Plan plan = Presets.draft("denoise")
                .on("strokes") // or the path of a folder of photographs
                .set("data.size=32")
                .set("stop.images=16")
                .plan();
        try (Run run = Run.start(plan, runs.resolve("denoise"), System.err::println)) {
            run.train(new Listener() {});
        }
        try (TrainedRestorer restorer = TrainedRestorer.open(runs.resolve("denoise"), System.err::println)) {
            Restoration restoration = new Restoration(restorer);
            Picture noisy = restoration.damaged(clean, OptionalDouble.of(50));
            Picture restored = restoration.of(noisy);
            ImageFile.writePng(runs.resolve("restored.png"), restored);
            System.out.println(Fidelity.between(noisy, clean) + " became " + Fidelity.between(restored, clean));
        }

        assertThat(ImageFile.read(runs.resolve("restored.png"))).hasToString("Picture[45x30x1]");
    }

    @Test
    void a_program_trains_from_a_preset_and_listens() throws IOException {
        Path runs = folder;
        List<String> heard = new ArrayList<>();

        Plan plan = Presets.read("gaussian-1d").with("stop.images", "25600");
        Listener listener = new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() % 50 == 0)
                    heard.add(step.images() + " images, loss "
                            + step.turns().get(0).loss());
            }
        };
        try (Run run = Run.start(plan, runs.resolve("numbers"), System.err::println)) {
            Ending ending = run.train(listener);
            heard.add(ending + " " + run.measures());
        }

        assertThat(heard).hasSize(3).last().asString().contains("IMAGES", "sample-mean");
    }

    @Test
    void a_program_takes_samples_from_a_run() throws IOException {
        Path run = digits();

        try (TrainedGenerator digits = TrainedGenerator.open(run)) {
            ImageFile.writePng(folder.resolve("42.png"), digits.sample(42));
        }

        assertThat(ImageFile.read(folder.resolve("42.png")).width()).isEqualTo(28);
        try (TrainedGenerator generator = TrainedGenerator.open(run)) {
            float[] latents = generator.latents().of(0, 8); // the latents of seeds 0 to 7, one after the other
            float[] values = generator.samples(latents); // [8, 1, 28, 28] flattened, -1 to 1
            List<Picture> pictures = generator.pictures(latents);

            assertThat(values).hasSize(8 * 28 * 28);
            assertThat(pictures).hasSize(8);
        }
    }

    private Path digits() throws IOException {
        Plan plan = Presets.read("strokes")
                .with("stop", "{images: 256}")
                .with("generator.network.width", "4")
                .with("discriminator.network.width", "4");
        Path path = folder.resolve("digits");
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    /** Points on a circle of radius 1. */
    record Circle(long seed) implements Samples {
        @Override
        public SampleShape shape() {
            return SampleShape.point(2);
        }

        @Override
        public List<String> labelNames() {
            return List.of();
        }

        @Override
        public String checksum() {
            return "circle of radius 1";
        }

        @Override
        public String describe() {
            return "endless points on a circle";
        }

        @Override
        public void fill(long position, int count, float[] values, int[] labels) {
            for (int i = 0; i < count; i++) {
                Random random = new Random(seed + (position + i) * 0x9E3779B97F4A7C15L);
                double angle = 2 * Math.PI * random.nextDouble();
                values[2 * i] = (float) Math.cos(angle);
                values[2 * i + 1] = (float) Math.sin(angle);
            }
        }
    }

    /** One learned factor per feature. */
    static final class Gain extends Network {
        private final int size;
        private final Parameter factors;

        Gain(int size) {
            this.size = size;
            factors = learned("factors", Initialisation.constant(1), 1, 1, size);
        }

        @Override
        public Tensor apply(Tensor input, Pass pass) {
            return input.times(factors.tensor());
        }

        @Override
        public void describe(Summary summary) {
            summary.layer("gain", learnedCount(), size, size);
        }
    }

    private static Training circles(long images) {
        Engine.useThreads(1);
        Engine.seed(1);
        Initialisation he = Initialisation.he(0.2);
        Network makes = new Sequence(
                        List.of(new Linear(4, 32, he), Fixed.leakyRelu(0.2), new Linear(32, 2, he), new Gain(2)))
                .allocate(Device.CPU);
        Network judges = new Sequence(List.of(new Linear(2, 32, he), Fixed.leakyRelu(0.2), new Linear(32, 1, he)))
                .allocate(Device.CPU);
        Schedule rate = Schedule.constant(2e-3);
        Game game = new Game(
                Team.of(new Generator(
                        "generator",
                        makes,
                        new Latents.Normal(4, false),
                        new Adam(makes.learnedCount(), Device.CPU, 0, 0.99, 1e-8),
                        rate)),
                Team.of(new Discriminator(
                        "discriminator",
                        judges,
                        List.of(),
                        new Adam(judges.learnedCount(), Device.CPU, 0, 0.99, 1e-8),
                        rate)),
                new Objective.Relativistic(),
                List.of(new Penalty.R1(Schedule.constant(0.1)), new Penalty.R2(Schedule.constant(0.1))),
                Precision.FP32);
        return new Training(
                game,
                new Referee.Everyone(),
                new Circle(1),
                List.of(), // no averages
                new Training.Settings(1, 128, Device.CPU, new Length(images, 0)));
    }

    @Test
    void a_program_brings_its_own_data_and_networks() throws IOException {
        float[] point;
        try (Training training = circles(25_600)) {
            training.run(new Listener() {});
            float[] latents = {0.3f, -1.2f, 0.5f, 0.1f};
            point = training.sampler(0).samples(latents, new long[] {4}, Optional.empty());
        }

        assertThat(point).hasSize(2);
        assertThat(Math.hypot(point[0], point[1])).isBetween(0.3, 2.0);
    }

    @Test
    void a_training_holds_as_many_native_objects_late_as_early() throws IOException {
        List<Long> counts = new ArrayList<>();
        Listener counter = new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() == 10 || step.number() == 100) counts.add(Pointer.totalCount());
            }
        };
        try (Training training = circles(128 * 100)) {
            training.run(counter);
        }
        assertThat(counts.get(1)).isEqualTo(counts.get(0));
    }

    @Test
    void a_scope_frees_what_was_made_in_it() {
        long before = Pointer.totalCount();
        double sum = 0;

        for (int round = 0; round < 1000; round++) {
            try (Scope scope = new Scope()) {
                sum += Tensor.gaussian(64, 8).squared().mean().value();
            }
        }

        assertThat(sum / 1000).isBetween(0.9, 1.1);
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    static Tensor distance(Tensor from, Tensor to) {
        try (Scope scope = new Scope()) {
            return scope.keep(from.minus(to).squared().sumPerSample().squareRoot());
        }
    }

    static Tensor length(Tensor of) {
        return Scope.resultOf(() -> of.squared().sumPerSample().squareRoot());
    }

    /** A slowly moving mean of what it is shown. */
    static final class Memory extends NativeOwner {
        private final Tensor mean;

        Memory(int size) {
            mean = owned(() -> Tensor.zeros(size));
        }

        void show(Tensor values) {
            try (Scope scope = new Scope()) {
                mean.moveInPlace(values, 0.1);
            }
        }

        float[] mean() {
            return mean.toFloats();
        }
    }

    @Test
    void results_and_owners_leave_a_scope() {
        long before = Pointer.totalCount();
        try (Memory memory = new Memory(2);
                Scope scope = new Scope()) {
            Tensor from = Tensor.of(new float[] {3, 4, 0, 5}, 2, 2);
            assertThat(distance(from, Tensor.zeros(2, 2)).toFloats()).containsExactly(5, 5);
            assertThat(length(from).toFloats()).containsExactly(5, 5);
            memory.show(Tensor.filled(1, 2));
            assertThat(memory.mean()).containsExactly(0.1f, 0.1f);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void a_server_serves_many_threads_and_leaves_nothing_behind() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (GeneratorPool pool = GeneratorPool.open(digits(), PoolLimits.of(2))) {
            List<Picture> first = served(threads, pool);
            long before = Pointer.totalCount();
            assertThat(served(threads, pool)).isEqualTo(first);
            assertThat(Pointer.totalCount()).isEqualTo(before);
            // refused at once, since it would be answered together with requests of others
            float[] broken = pool.latents().of(1);
            broken[0] = Float.NaN;
            assertThatThrownBy(() -> pool.samples(broken, new int[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a latent has finite numbers only");
        } finally {
            threads.shutdown();
        }
    }

    static List<Picture> served(ExecutorService threads, GeneratorPool pool) throws Exception {
        List<Callable<Picture>> requests = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            long wanted = seed;
            requests.add(() -> pool.sample(wanted));
        }
        List<Picture> made = new ArrayList<>();
        for (Future<Picture> picture : threads.invokeAll(requests)) made.add(picture.get());
        return made;
    }
}
