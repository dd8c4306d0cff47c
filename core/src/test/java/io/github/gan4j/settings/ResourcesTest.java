package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
    @TempDir
    Path folder;

    private static final String NAME = ResourcesTest.class.getName();
    private static final String FILE = NAME.replace('.', '/') + ".class";

    private static byte[] compiled() throws IOException {
        try (InputStream file = ResourcesTest.class.getResourceAsStream("ResourcesTest.class")) {
            return file.readAllBytes();
        }
    }

    @Test
    void files_of_a_folder_are_listed_in_order() throws IOException {
        assertThat(Resources.names(Resources.class, "/io/github/gan4j/presets/"))
                .contains("strokes.yaml", "ring.yaml")
                .isSorted();
        assertThatIllegalStateException()
                .isThrownBy(() -> Resources.names(Resources.class, "/no/such/folder/"))
                .withMessage("/no/such/folder/ is missing from the class path");
    }

    @Test
    void the_folder_of_a_class_is_its_own_and_not_another_of_the_same_package() {
        assertThat(Resources.beside(Resources.class)).contains("Resources.class", "Variants.class");
        assertThat(Resources.beside(Resources.class)).doesNotContain("ResourcesTest.class");
        assertThat(Resources.beside(ResourcesTest.class)).contains("ResourcesTest.class", "Drawing$Shape.class");
    }

    @Test
    void files_in_a_jar_are_listed_as_well_and_more_than_once() throws IOException, ClassNotFoundException {
        Path jar = folder.resolve("a b#.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("io/github/gan4j/settings/"));
            out.putNextEntry(new JarEntry(FILE));
            out.write(compiled());
            out.putNextEntry(new JarEntry("io/github/gan4j/settings/words.txt"));
            out.putNextEntry(new JarEntry("io/github/gan4j/other/"));
            out.putNextEntry(new JarEntry("io/github/gan4j/other/z.yaml"));
            out.putNextEntry(new JarEntry("io/github/gan4j/other/a.yaml"));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Class<?> inJar = loader.loadClass(NAME);
            for (int time = 0; time < 2; time++) {
                assertThat(Resources.beside(inJar)).isEqualTo(List.of("ResourcesTest.class", "words.txt"));
                assertThat(Resources.names(inJar, "/io/github/gan4j/other/")).containsExactly("a.yaml", "z.yaml");
            }
        }
    }
}
