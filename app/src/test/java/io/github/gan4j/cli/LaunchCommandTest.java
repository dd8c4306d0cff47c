package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.tensor.Rendezvous;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in several processes, as people start them, and what becomes of them when one fails. */
class LaunchCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void linux() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "skipped: libtorch brings Gloo for Linux only, without which processes cannot train together");
    }

    private static List<String> launched(List<String> command, String... options) {
        List<String> all = new ArrayList<>(List.of("launch", "--processes", "2"));
        all.addAll(List.of(options));
        all.add("--");
        all.addAll(command);
        return all;
    }

    /** Batch normalisation, dropout-free random latents, an average; a checkpoint after every second step. */
    private static List<String> training(Path run, String images, String... more) {
        List<String> all = Tiny.arguments("strokes", run, "--set", "record.checkpoints={images: 16}");
        all.addAll(List.of("--set", "stop.images=" + images, "--set", "record.keep=9"));
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, StoredTensor> numbers(Path run, long images) throws IOException {
        return RunFolder.open(run).checkpoints().open(images).read().tensors();
    }

    @Test
    void two_processes_train_what_two_replicas_do_and_resume_to_the_same_bits() throws Exception {
        Path one = folder.resolve("one"), two = folder.resolve("two");
        Ranks ranks = new Ranks(folder);
        Ranks.Child first = ranks.start(Map.of(), launched(training(two, "32", "--json")));
        Shell replicas = Shell.run(training(one, "64", "--replicas", "2").toArray(String[]::new));
        assertThat(replicas.code()).as(replicas.err()).isZero();
        assertThat(first.said(0)).doesNotContain("gan4j: ");
        assertThat(Json.parse(Files.readAllBytes(first.output())).path("folder").textValue())
                .isEqualTo(two.toString());
        assertThat(numbers(two, 32)).isEqualTo(numbers(one, 32));

        Path alone = folder.resolve("alone");
        copy(two, alone);
        String further = ranks.start(Map.of(), launched(List.of("resume", two.toString(), "--images", "64")))
                .said(0);
        assertThat(further).isEmpty();
        assertThat(numbers(two, 64)).isEqualTo(numbers(one, 64));
        assertThat(Files.readString(two.resolve("events.jsonl"))).contains("\"ending\":\"images\"");

        Shell resumed = Shell.run("resume", alone.toString(), "--images", "64");
        assertThat(resumed.code()).isZero();
        assertThat(resumed.err())
                .isEqualTo(
                        "gan4j: trained by 2 processes until here, by 1 process from here on: as correct, but not to the"
                                + " bit what it would have been\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList())
                Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private interface Fault {
        void on(ProcessHandle rank1) throws IOException;
    }

    private String after(Fault fault, Path run, String... options) throws Exception {
        Ranks.Child launcher = new Ranks(folder).start(Map.of(), launched(training(run, "100000000"), options));
        Optional<ProcessHandle> rank1 = Optional.empty();
        for (int i = 0; i < 600 && (rank1.isEmpty() || !Files.exists(run.resolve("checkpoints/000000016.json"))); i++) {
            Thread.sleep(100);
            rank1 = launcher.process()
                    .children()
                    .filter(LaunchCommandTest::isRank1)
                    .findFirst();
        }
        List<ProcessHandle> children = launcher.process().children().toList();
        assertThat(children).as(Files.readString(launcher.errors())).hasSize(2);
        fault.on(rank1.orElseThrow());
        String said = launcher.said(1);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        return said;
    }

    private static boolean isRank1(ProcessHandle child) {
        try {
            String environment = Files.readString(Path.of("/proc/" + child.pid() + "/environ"));
            return Rendezvous.rank(List.of(environment.split("\0"))).equals(Optional.of(1));
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void a_process_that_is_killed_ends_all_and_the_run_goes_on_from_its_checkpoint() throws Exception {
        Path run = folder.resolve("run");
        String said = after(ProcessHandle::destroyForcibly, run);
        assertThat(said.lines().filter(line -> !line.startsWith("gan4j: the learning rate of the ")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("gan4j: rank 1 has ended or lost its connection (")
                        && line.endsWith(".safetensors: resume the run"))
                .contains(
                        "gan4j: rank 1 was ended by signal 9, all have ended; to go on from the last checkpoint: gan4j"
                                + " launch ... -- resume " + run);
        long images = RunFolder.open(run).checkpoints().newestIntact(line -> {}).imagesSeen();
        Shell resumed = Shell.run("resume", run.toString(), "--images", "" + (images + 8));
        assertThat(resumed.code()).as(resumed.err()).isZero();
    }

    @Test
    void a_process_that_is_stopped_is_named_in_time_and_does_not_stay() throws Exception {
        Path run = folder.resolve("run");
        String said =
                after(rank -> new ProcessBuilder("kill", "-STOP", "" + rank.pid()).start(), run, "--timeout", "2");
        assertThat(said)
                .contains("gan4j: rank 1 has not answered for 2 s; the last good checkpoint is ")
                .contains(
                        "gan4j: rank 0 ended with exit code 1, all have ended; rank 1 did not answer and was killed; to go"
                                + " on from the last checkpoint: ");
    }

    @Test
    void another_plan_other_data_and_another_version_are_said_by_all_and_leave_no_folder() throws Exception {
        Path run = folder.resolve("run"), other = folder.resolve("other");
        Path images = images("images", 2), same = images("others", 3);
        Path version = other.resolve("io/github/gan4j/files/build.properties");
        Files.createDirectories(version.getParent());
        Files.writeString(version, "version=0.0.7\ncommit=abc\n");
        List<String> plan = training(run, "32");
        Ranks ranks = new Ranks(folder);
        List<Ranks.Child> plans = ranks.two("", plan, training(run, "32", "--seed", "2"));
        List<Ranks.Child> data = ranks.two("", of(images, run), of(same, run));
        List<Ranks.Child> versions = ranks.two(other.toString(), plan, plan);
        assertSaid(plans, "rank 1 has another plan than rank 0: seed: 1 -> 2");
        assertSaid(data, "rank 1 reads other data than rank 0 (here ");
        assertSaid(versions, "rank 1 runs gan4j 0.0.7 abc, rank 0 runs ");
        assertThat(run).doesNotExist();
    }

    private static List<String> of(Path data, Path run) {
        return Tiny.arguments("folder", run, "--data", data.toString());
    }

    private Path images(String name, int shade) throws IOException {
        Path images = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < 8; i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
            image.setRGB(i, i, 0x404040 * shade);
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
        return images;
    }

    private static void assertSaid(List<Ranks.Child> both, String line) throws Exception {
        for (Ranks.Child child : both)
            assertThat(child.said(1)).startsWith("gan4j: " + line).hasLineCount(1);
    }

    @Test
    void what_cannot_be_launched_is_refused() {
        assertThat(Shell.run("launch", "--", "sample", "run").err())
                .isEqualTo("gan4j: launch starts train or resume, got 'sample'\n");
        assertThat(Shell.run("launch", "--machines", "2", "--", "train").err())
                .isEqualTo("gan4j: several machines need --port, the same on all of them\n");
        assertThat(Shell.run("launch", "--machine", "1", "--", "train").err())
                .isEqualTo("gan4j: --machine must be 0 to 0, got 1\n");
    }
}
