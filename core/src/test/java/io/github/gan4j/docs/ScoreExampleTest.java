package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.files.ImageFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/metrics.md, compiled as it stands there and run. */
class ScoreExampleTest {
    @TempDir
    Path folder;

    private Path images(String name, int from) throws Exception {
        Path images = Files.createDirectories(folder.resolve(name));
        ImageSet made = ImageSets.of(new PenStrokes(1, 16), from, 24);
        for (int i = 0; i < made.size(); i++) Files.write(images.resolve(i + ".png"), ImageFile.png(made.picture(i)));
        return images;
    }

    @Test
    void it_judges_two_sets_and_compares_them() throws Exception {
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/metrics.md")));
        assertThat(program.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Judged.java"), program.group(1));
        int wrong = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(wrong).isZero();
        String said = said(
                images("a", 0).toString(),
                images("b", 500).toString(),
                images("c", 900).toString());
        assertThat(said)
                .contains("frechet-distance (FID) ")
                .contains("12 of 24 images, drawn with seed 1")
                .contains("first      " + folder.resolve("a"))
                .containsPattern("\nFID [\\d.]+, floor [\\d.]+\n");
    }

    private String said(String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            loader.loadClass("Judged").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
