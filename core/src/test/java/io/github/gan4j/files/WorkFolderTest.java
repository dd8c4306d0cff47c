package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    Path folder;

    @Test
    void it_becomes_the_folder_that_it_was_made_for_without_its_lock() throws IOException {
        Path target = folder.resolve("deep/exported");
        try (WorkFolder work = WorkFolder.beside(target)) {
            Files.writeString(work.path().resolve("b"), "b");
            Files.writeString(work.path().resolve("a"), "a");
            assertThat(work.files())
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("a", "b");
            work.become(target);
        }
        assertThat(target).isDirectoryNotContaining("glob:**/.lock").isDirectoryContaining("glob:**/a");
        assertThat(target.getParent().toFile().list()).containsExactly("exported");
    }

    @Test
    void nothing_stays_of_one_that_is_closed_before_it_has_become_anything() throws IOException {
        try (WorkFolder work = WorkFolder.beside(folder.resolve("exported"))) {
            Files.writeString(
                    Files.createDirectory(work.path().resolve("inside")).resolve("a"), "a");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_a_killed_program_left_goes_with_the_next_of_its_name_and_nothing_else_does() throws IOException {
        Path left = Files.createDirectory(folder.resolve(".exported-123")),
                other = Files.createDirectory(folder.resolve(".exported-two-123")),
                own = Files.createDirectory(folder.resolve(".exported-456"));
        for (Path one : new Path[] {left, other}) Files.createFile(one.resolve(".lock"));
        Files.writeString(left.resolve(".model.partial"), "half");
        Files.writeString(own.resolve("mine"), "no lock, so it is not ours");
        Path link = Files.createSymbolicLink(folder.resolve(".exported-789"), other);
        try (WorkFolder busy = WorkFolder.beside(folder.resolve("exported"));
                WorkFolder next = WorkFolder.beside(folder.resolve("exported"))) {
            assertThat(left).doesNotExist();
            assertThat(other.resolve(".lock")).exists();
            assertThat(own.resolve("mine")).exists();
            assertThat(link).exists();
            assertThat(busy.path()).as("somebody is at work there").isDirectory();
            assertThat(next.path()).isDirectory();
        }
    }

    @Test
    void a_temporary_one_is_for_the_eyes_of_its_user_alone() throws IOException {
        try (WorkFolder work = WorkFolder.temporary("gan4j-test")) {
            if (work.path().getFileSystem().supportedFileAttributeViews().contains("posix"))
                assertThat(Files.getPosixFilePermissions(work.path())).hasSize(3);
        }
    }
}
