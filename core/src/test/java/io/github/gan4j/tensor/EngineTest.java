package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    private static final float DENORMAL = 1e-40f;
    private final int threads = Engine.threads();

    @AfterEach
    void restore() {
        Engine.useThreads(threads);
    }

    private static <T> T onNewThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    @Test
    void the_library_states_its_version() {
        assertThat(Engine.version()).matches("\\d+\\.\\d+\\.\\d+\\S*");
    }

    @Test
    void denormals_are_flushed_on_every_thread_that_opens_a_scope() throws Exception {
        assertThat(onNewThread(() -> {
                    try (Scope scope = new Scope()) {
                        return Tensor.filled(1e-30, 8).times(1e-10).toFloats();
                    }
                }))
                .containsOnly(0);
    }

    @Test
    void denormals_are_flushed_by_the_workers_that_share_a_large_operation() throws Exception {
        Engine.useThreads(2);
        float[] denormals = new float[1 << 20];
        Arrays.fill(denormals, DENORMAL);
        assertThat(onNewThread(() -> {
                    try (Scope scope = new Scope()) {
                        return Tensor.of(denormals, denormals.length).times(1).toFloats();
                    }
                }))
                .containsOnly(0);
    }

    @Test
    void denormals_are_flushed_on_the_way_back() throws Exception {
        assertThat(onNewThread(() -> {
                    try (Scope scope = new Scope()) {
                        Tensor x = Tensor.filled(1, 1 << 16).withGradient();
                        return x.times(1e-20).times(1e-20).sum().gradientFor(x).toFloats();
                    }
                }))
                .containsOnly(0);
    }

    @Test
    void the_number_of_threads_holds_on_every_thread() throws Exception {
        for (int wanted : new int[] {1, 2}) {
            Engine.useThreads(wanted);
            assertThat(Engine.threads()).isEqualTo(wanted);
            assertThat(onNewThread(Engine::threads)).isEqualTo(wanted);
        }
    }

    @Test
    void one_thread_means_one_for_products_and_for_convolutions() throws Exception {
        Engine.useThreads(1);
        assertThat(processorsUsed(EngineTest::products)).isLessThan(1.5);
        assertThat(onNewThread(() -> processorsUsed(EngineTest::products))).isLessThan(1.5);
        assertThat(onNewThread(() -> processorsUsed(EngineTest::convolutions))).isLessThan(1.5);
    }

    private static void products() {
        try (Scope scope = new Scope()) {
            Tensor matrix = Tensor.filled(0.5, 512, 512);
            for (int i = 0; i < 150; i++) matrix.linear(matrix);
        }
    }

    private static void convolutions() {
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.filled(0.5, 16, 32, 32, 32);
            Tensor weight = Tensor.filled(0.5, 32, 32, 3, 3);
            for (int i = 0; i < 30; i++) images.convolved(weight, List.of(), 1, 1, 1);
        }
    }

    /** The time of all this process' threads for each second of this thread's. */
    private static double processorsUsed(Runnable work) {
        work.run();
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        long all = process.getProcessCpuTime(), own = threads.getCurrentThreadCpuTime();
        work.run();
        all = process.getProcessCpuTime() - all;
        own = threads.getCurrentThreadCpuTime() - own;
        return (double) all / own;
    }

    @Test
    void refuses_no_threads() {
        assertThatThrownBy(() -> Engine.useThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, got 0");
    }

    @Test
    void equal_seeds_give_equal_numbers() {
        try (Scope scope = new Scope()) {
            Engine.seed(5);
            float[] first = Tensor.gaussian(100).toFloats();
            Engine.seed(5);
            assertThat(Tensor.gaussian(100).toFloats()).containsExactly(first);
            Engine.seed(6);
            assertThat(Tensor.gaussian(100).toFloats()).isNotEqualTo(first);
        }
    }

    @Test
    void the_numbers_of_a_moment_depend_on_seed_and_moment_alone() {
        try (Scope scope = new Scope()) {
            Engine.seed(5, 77);
            float[] first = Tensor.gaussian(10).toFloats();
            Tensor.gaussian(1000);
            Engine.seed(5, 77);
            assertThat(Tensor.gaussian(10).toFloats()).containsExactly(first);
            Engine.seed(5, 78);
            assertThat(Tensor.gaussian(10).toFloats()).isNotEqualTo(first);
            Engine.seed(77, 5);
            assertThat(Tensor.gaussian(10).toFloats()).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "scope", "tensor", "device", "cast", "optimizer"})
    void javacpps_limit_on_memory_is_lifted_whatever_is_touched_first(String act) throws Exception {
        String said = firstTouch(act);
        assertThat(said).contains("limit 0");
    }

    /** Or a libtorch of the system is loaded in place of parts that are still packed, and the machine crashes. */
    @Test
    void every_library_is_unpacked_before_the_first_is_loaded(@TempDir Path cache) throws Exception {
        String said = firstTouch(
                "engine", "-Dorg.bytedeco.javacpp.logger.debug=true", "-Dorg.bytedeco.javacpp.cachedir=" + cache);
        List<String> steps = said.lines()
                .filter(line -> line.matches(".*(Extracting .*/pytorch/[^/]+/libtorch\\..*|Loading .*libtorch\\..*)"))
                .toList();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(2).first().asString().contains("Extracting");
    }

    @Test
    void a_platform_without_libraries_is_named_in_one_line() throws Exception {
        assertThat(refused("-Dorg.bytedeco.javacpp.platform=linux-arm64"))
                .isEqualTo("there are no native libraries for linux-arm64; gan4j runs on linux-x86_64, macosx-arm64,"
                        + " macosx-x86_64, windows-x86_64");
        String missing = Loader.getPlatform().equals("macosx-x86_64") ? "windows-x86_64" : "macosx-x86_64";
        assertThat(refused("-Dorg.bytedeco.javacpp.platform=" + missing))
                .isEqualTo("the native libraries for " + missing + " are not on the class path; add the dependency"
                        + " io.github.gan4j:gan4j-natives-" + missing + " (of type pom)");
    }

    @Test
    void a_cache_that_cannot_be_is_named_in_one_line(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refused("-Dorg.bytedeco.javacpp.cachedir=" + file.resolve("in")))
                .startsWith(file.resolve("in") + ": ")
                .hasLineCount(1);
        assertThat(refused("-Duser.home=" + file, "-Djava.io.tmpdir=" + file.resolve("tmp")))
                .startsWith("no folder for the native libraries: ")
                .contains(file.resolve(".cache").toString(), file.resolve("tmp").toString())
                .endsWith("; set GAN4J_CACHE to a folder with room where programs may run")
                .hasLineCount(1);
    }

    /** A library that is damaged, or made for another system, is what a loader refuses. */
    @Test
    void libraries_that_cannot_be_loaded_are_named_in_one_line(@TempDir Path classes) throws Exception {
        List<String> libraries = List.of("javacpp/jnijavacpp", "openblas/jniopenblas_nolapack", "pytorch/jnitorch");
        for (String library : libraries) {
            Path named = Path.of(library);
            Path folder =
                    classes.resolve("org/bytedeco").resolve(named.getParent()).resolve(Loader.getPlatform());
            Files.writeString(
                    Files.createDirectories(folder)
                            .resolve(System.mapLibraryName(named.getFileName().toString())),
                    "no library");
        }
        // Java itself warns before that
        String last = refusedWith(classes + File.pathSeparator).lines().reduce("", (before, line) -> line);
        assertThat(last).startsWith("the native libraries cannot be loaded: " + classes);
    }

    private static String refused(String... settings) throws Exception {
        return refusedWith("", settings);
    }

    private static String refusedWith(String classes, String... settings) throws Exception {
        return started(classes, "failing", settings).strip();
    }

    /** What a new program says whose first native act is the given one. */
    private static String firstTouch(String act, String... settings) throws Exception {
        return started("", act, settings);
    }

    private static String started(String classes, String act, String... settings) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                classes + System.getProperty("java.class.path")));
        command.addAll(List.of("io.github.gan4j.tensor.FirstTouch", act));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("GAN4J_CACHE", "XDG_CACHE_HOME"));
        Process program = builder.start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return said;
    }
}
