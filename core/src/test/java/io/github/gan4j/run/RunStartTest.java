package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot start says why in one line and leaves nothing behind: no file, no native memory. */
class RunStartTest {
    @TempDir
    Path folder;

    private void refused(Plan plan, Path out, Class<? extends Exception> kind, String message) throws IOException {
        long files = files();
        Run.start(Plans.line(), folder.resolve("warm"), line -> {}).close();
        delete(folder.resolve("warm"));
        long natives = Pointer.totalCount();
        assertThatThrownBy(() -> Run.start(plan, out, line -> {}))
                .isInstanceOf(kind)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(natives);
        assertThat(files()).isEqualTo(files);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }

    @Test
    void data_that_is_not_there() throws IOException {
        Path missing = folder.resolve("no-such-data");
        Plan plan = Plans.with(Plans.images(), "data={images: {path: " + missing + "}}");
        refused(plan, folder.resolve("run"), IOException.class, missing + ": no such file or folder");
    }

    @Test
    void a_size_that_the_network_cannot_make() throws IOException {
        refused(
                Plans.with(Plans.images(), "data.size=30"),
                folder.resolve("run"),
                IllegalArgumentException.class,
                "dcgan is for multiples of 4 from 16 to 256 pixels, got 30");
    }

    @Test
    void a_discriminator_that_cannot_be_after_a_generator_that_can() throws IOException {
        refused(
                Plans.with(Plans.images(), "generator.network=perceptron", "data.size=30"),
                folder.resolve("run"),
                IllegalArgumentException.class,
                "dcgan is for multiples of 4 from 16 to 256 pixels, got 30");
    }

    @Test
    void a_rule_that_cannot_be_after_players_that_can() throws IOException {
        refused(
                Plans.with(
                        Plans.images(),
                        "discriminator.network.labels=classify",
                        "discriminator.supervision.labelled=15"),
                folder.resolve("run"),
                IllegalArgumentException.class,
                "discriminator.supervision.labelled: labelled samples must be a multiple of the 10 classes, as many of each, got 15");
    }

    @Test
    void a_batch_that_does_not_divide_into_packs() throws IOException {
        refused(
                Plans.with(Plans.images(), "discriminator.augmentations=[{packing: 3}]"),
                folder.resolve("run"),
                IllegalArgumentException.class,
                "batchSize must divide by the 3 samples of a pack, got 16");
    }

    @Test
    void finite_differences_in_bf16() throws IOException {
        refused(
                Plans.with(Plans.images(), "discriminator.penalties=[finite-r1]"),
                folder.resolve("run"),
                IllegalArgumentException.class,
                "precision is bf16, but finite-difference penalties drown in its rounding; use fp32 or auto");
    }

    @Test
    void a_folder_that_holds_something() throws IOException {
        Path out = Files.createDirectory(folder.resolve("run"));
        Files.writeString(out.resolve("notes.txt"), "mine");
        refused(Plans.line(), out, IOException.class, out + ": exists already and is not empty");
        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void a_place_where_no_folder_can_be() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");
        refused(Plans.line(), file.resolve("run"), IOException.class, file.resolve("run") + ": ");
    }

    /** Room for the folder and not for what goes into it: here the names would be too long, on a full disk the files. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_into_which_no_plan_can_be_written() throws IOException {
        Path deep = folder;
        while (deep.toString().length() < 3900) deep = deep.resolve("d".repeat(100));
        Files.createDirectories(deep);
        Path out = deep.resolve("r".repeat(4060 - deep.toString().length() - 1));
        refused(Plans.line(), out, IOException.class, "plan.yaml: cannot be written: ");
        assertThat(out).doesNotExist();
        Files.createDirectory(out);
        refused(Plans.line(), out, IOException.class, "plan.yaml: cannot be written: ");
        assertThat(out).as("it was there before").isEmptyDirectory();
    }

    @Test
    void an_empty_folder_is_taken_over() throws IOException {
        Path out = Files.createDirectory(folder.resolve("run"));
        try (Run run = Run.start(Plans.line(), out, line -> {})) {
            assertThat(run.folder().plan()).isRegularFile();
            assertThat(run.plan().threads()).isEqualTo(1);
        }
    }
}
