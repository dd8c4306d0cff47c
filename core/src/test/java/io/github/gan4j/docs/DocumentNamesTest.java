package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names in documents are names of something. */
class DocumentNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static String documents() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("core", "app", "parquet"))
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        return names;
    }

    @Test
    void every_row_of_the_table_of_robustness_names_a_test_that_exists() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/robustness.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(60);
        Set<String> known = tests();
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split("\\|");
            assertThat(cells).as(rows.get(i)).hasSize(6);
            assertThat(cells[1].strip()).isEqualTo("" + (i + 1));
            List<String> named = TEST.matcher(cells[5])
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList();
            assertThat(named).as(rows.get(i)).isNotEmpty();
            assertThat(known).as(rows.get(i)).containsAll(named);
        }
    }

    @Test
    void every_preset_is_named_in_a_document() throws IOException {
        String text = documents();
        assertThat(Presets.names().stream()
                        .filter(name -> !Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
                                .matcher(text)
                                .find())
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
