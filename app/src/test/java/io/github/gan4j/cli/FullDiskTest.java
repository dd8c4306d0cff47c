package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may not be written: small file systems in memory, which only an administrator can mount. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mounts() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "skipped: mounting a small disk needs Linux and an administrator");
    }

    @AfterEach
    void unmounts() throws Exception {
        done("umount", disk.toString());
    }

    @Test
    void a_full_disk_at_the_start_leaves_nothing_behind() {
        Shell train = Tiny.train("strokes", disk.resolve("run"), "--set", "generator.network.width=8");
        assertThat(train.err())
                .startsWith("gan4j: " + disk.resolve("run"))
                .contains("cannot be written: No space left on device")
                .hasLineCount(1);
        assertThat(train.code()).isEqualTo(1);
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void a_disk_that_may_not_be_written_is_named() throws Exception {
        assertThat(done("mount", "-o", "remount,ro", disk.toString())).isTrue();
        Path run = disk.resolve("run");
        Shell train = Tiny.train("strokes", run);
        assertThat(train.err()).isEqualTo("gan4j: " + run + ": Read-only file system" + System.lineSeparator());
        assertThat(train.code()).isEqualTo(1);
    }

    @Test
    void a_disk_that_fills_during_training_keeps_the_last_checkpoint_to_go_on_from() throws Exception {
        resize("700k");
        RunFolder run = new RunFolder(disk.resolve("run"));
        Shell train = Tiny.train(
                "strokes",
                run.path(),
                "--set",
                "stop.images=100000",
                "--set",
                "record.checkpoints.images=16",
                "--set",
                "record.pictures.images=8",
                "--set",
                "record.keep=2");
        assertThat(train.err())
                .contains(
                        ": cannot be written: No space left on device; the last good checkpoint is checkpoints/",
                        "resume the run")
                .hasLineCount(1);
        assertThat(train.code()).isEqualTo(1);
        long reached = run.checkpoints().newestIntact(line -> {}).imagesSeen();
        resize("8m");
        Shell resumed = Shell.run("resume", run.path().toString(), "--images", Long.toString(reached + 32));
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.code()).isZero();
        assertThat(resumed.out()).contains("done: %,d images".formatted(reached + 32));
    }

    private void resize(String size) throws IOException, InterruptedException {
        assertThat(done("mount", "-o", "remount,size=" + size, disk.toString())).isTrue();
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
