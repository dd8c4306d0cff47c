package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void it_lies_beside_the_data() throws IOException {
        Path zip = Files.writeString(folder.resolve("faces.zip"), "");
        for (Path data : new Path[] {folder, zip})
            assertThat(CacheFolder.of(Optional.of(data), Map.of()).path()).isEqualTo(folder.resolve(".gan4j"));
    }

    @Test
    void the_environment_decides_first_and_the_home_last() {
        assertThat(CacheFolder.of(Optional.of(folder), Map.of("GAN4J_CACHE", "/somewhere"))
                        .path())
                .isEqualTo(Path.of("/somewhere"));
        assertThat(CacheFolder.of(Optional.empty(), Map.of()).path())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "gan4j"));
    }

    @Test
    void a_folder_that_nobody_may_write_is_left_alone() {
        Assumptions.assumeTrue(folder.toFile().setWritable(false), "this system cannot forbid writing");
        assertThat(CacheFolder.of(Optional.of(folder), Map.of()).path()).endsWithRaw(Path.of(".cache", "gan4j"));
        folder.toFile().setWritable(true);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new CacheFolder(folder.resolve("new")).file("x")).hasParentRaw(folder.resolve("new"));
        assertThatThrownBy(() -> new CacheFolder(file.resolve("in")).file("x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.resolve("in") + ": cannot be made: ")
                .hasMessageEndingWith("; GAN4J_CACHE may name another folder");
    }
}
