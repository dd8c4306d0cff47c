package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    private static Path of(Map<String, String> environment, String system, String home) {
        return CacheFolder.of(environment, system, home).path();
    }

    @Test
    void it_is_the_users_folder_for_caches_on_each_system() {
        assertThat(of(Map.of(), "Linux", "/home/me")).isEqualTo(Path.of("/home/me/.cache/gan4j"));
        assertThat(of(Map.of("XDG_CACHE_HOME", "/big"), "Linux", "/home/me")).isEqualTo(Path.of("/big/gan4j"));
        assertThat(of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", "/home/me"))
                .isEqualTo(Path.of("/home/me/.cache/gan4j"));
        assertThat(of(Map.of(), "Mac OS X", "/Users/me")).isEqualTo(Path.of("/Users/me/Library/Caches/gan4j"));
        assertThat(of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/home/me"))
                .isEqualTo(Path.of("/local/gan4j"));
        assertThat(of(Map.of("GAN4J_CACHE", "/mine"), "Linux", "/home/me")).isEqualTo(Path.of("/mine"));
        assertThat(of(Map.of(), "Linux", "?")).isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "gan4j"));
    }

    @Test
    void what_was_not_used_for_the_longest_time_goes_first() throws IOException {
        CacheFolder cache = new CacheFolder(folder, 250);
        for (int i = 0; i < 5; i++) {
            Path file = Files.write(cache.file("features-" + i + ".safetensors"), new byte[100]);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * i));
        }
        assertThat(cache.found("features-2.safetensors")).isPresent();
        assertThat(cache.found("features-0.safetensors")).isEmpty();
        cache.file("another.safetensors");
        assertThat(cache.kept())
                .extracting(kept -> kept.file().getFileName().toString())
                .containsExactly("features-2.safetensors", "features-4.safetensors");
    }

    @Test
    void clearing_deletes_only_what_is_its_own() throws IOException {
        CacheFolder cache = new CacheFolder(folder);
        Files.write(cache.file("a.safetensors"), new byte[70]);
        Files.write(cache.file("checked-0a.json"), new byte[30]);
        Path photo = Files.writeString(folder.resolve("photo.png"), "mine");
        Path inner = Files.writeString(
                Files.createDirectory(folder.resolve("x.safetensors")).resolve("y"), "mine");
        assertThat(cache.clear()).isEqualTo(100);
        assertThat(cache.kept()).isEmpty();
        assertThat(photo).exists();
        assertThat(inner).exists();
        assertThat(new CacheFolder(folder.resolve("none")).clear()).isZero();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new CacheFolder(folder.resolve("new")).file("x")).hasParentRaw(folder.resolve("new"));
        assertThatIOException()
                .isThrownBy(() -> new CacheFolder(file.resolve("in")).file("x"))
                .withMessageStartingWith(file.resolve("in") + ": cannot be made: ")
                .withMessageEndingWith("; GAN4J_CACHE may name another folder");
    }
}
