package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class UserCacheTest {
    @TempDir
    Path folder;

    private static String[] folders(Map<String, String> environment, String system, String home, String user) {
        Map<String, String> properties = new HashMap<>(Map.of("os.name", system, "java.io.tmpdir", "/tmp"));
        properties.put("user.home", home);
        properties.put("user.name", user);
        return UserCache.folders(environment, properties::get).stream()
                .map(Path::toString)
                .toArray(String[]::new);
    }

    @Test
    void the_system_decides_where_caches_lie_and_the_temporary_folder_comes_last() {
        assertThat(folders(Map.of("HOME", "/other"), "Linux", "/home/a", "a"))
                .containsExactly("/home/a/.cache/gan4j", "/tmp/gan4j-a");
        assertThat(folders(Map.of("XDG_CACHE_HOME", "/c"), "Linux", "/home/a", "a"))
                .containsExactly("/c/gan4j", "/tmp/gan4j-a");
        assertThat(folders(Map.of("XDG_CACHE_HOME", "relative"), "Linux", "/home/a", "a"))
                .startsWith("/home/a/.cache/gan4j");
        assertThat(folders(Map.of(), "Mac OS X", "/Users/a", "a")).startsWith("/Users/a/Library/Caches/gan4j");
        assertThat(folders(Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/h", "a"))
                .startsWith("/l/gan4j");
    }

    @Test
    void the_users_own_choice_is_the_only_one() {
        assertThat(folders(Map.of("GAN4J_CACHE", "/big", "XDG_CACHE_HOME", "/c"), "Linux", "/home/a", "a"))
                .containsExactly("/big");
    }

    /** Two users without an entry, or whose names differ only in letters that a folder's name should not have, do not meet. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void users_without_a_plain_name_have_a_folder_by_their_number() throws IOException {
        Object owner = Files.getAttribute(folder, "unix:uid");
        assertThat(folders(Map.of(), "Linux", "?", "?")).containsExactly("/tmp/gan4j-_" + owner);
        assertThat(folders(Map.of(), "Linux", "?", "müller")).containsExactly("/tmp/gan4j-m_ller" + owner);
        assertThat(folders(Map.of(), "Linux", "?", "mueller")).containsExactly("/tmp/gan4j-mueller");
    }

    /** Java names the home {@code ?} and the user {@code ?} where the system has no entry for the user. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"?,none", "'',none", "?,relative", "none,none"})
    void without_a_home_nothing_lies_in_the_working_folder(String home, String variable) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of("HOME", variable);
        assertThat(folders(environment, "Linux", home, "?")).containsExactly("/tmp/gan4j-_" + UserCache.number());
        assertThat(folders(Map.of("HOME", "/h"), "Linux", home, "?")).startsWith("/h/.cache/gan4j");
    }

    @Test
    void a_folder_is_made_and_can_be_written() throws IOException {
        Path made = UserCache.make(folder.resolve("a/b"));
        assertThat(made).isEmptyDirectory();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> UserCache.make(file.resolve("in")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.resolve("in") + ": ")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void what_everybody_could_have_put_into_the_temporary_folder_is_refused() throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            Path shared = folder.resolve("gan4j-" + System.getProperty("user.name"));
            UserCache.make(shared.resolve("natives"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                    .isEqualTo("rwx------");
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertThatThrownBy(() -> UserCache.make(shared.resolve("natives")))
                    .hasMessage(shared.resolve("natives") + ": is not a folder of this user alone");
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }
}
