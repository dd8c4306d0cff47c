package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-file program in examples/, compiled as it stands there and run for one step. */
class ExampleTest {
    @TempDir
    Path folder;

    /** JBang takes no POM without a jar, so the file names what gan4j-natives-linux-x86_64 consists of. */
    @Test
    void it_names_the_natives_of_the_build() throws Exception {
        String build = Files.readString(Path.of("../pom.xml"));
        Matcher natives = Pattern.compile("//DEPS org\\.bytedeco:(\\w+):([^:]+):linux-x86_64")
                .matcher(Files.readString(Path.of("../examples/Digits.java")));
        List<String> names = new ArrayList<>();
        while (natives.find()) {
            names.add(natives.group(1));
            assertThat(build).contains("<" + natives.group(1) + ".version>" + natives.group(2) + "<");
        }
        assertThat(names).containsExactly("javacpp", "openblas", "pytorch");
    }

    @Test
    void it_trains_and_draws() throws Exception {
        String classPath = System.getProperty("java.class.path");
        int wrong = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), "../examples/Digits.java");
        assertThat(wrong).isZero();
        Path run = folder.resolve("run");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("example.Digits").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {run.toString(), "64"});
        }
        assertThat(run.resolve("42.png")).isNotEmptyFile();
    }
}
