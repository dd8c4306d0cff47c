package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Circumlocutions for terms that the field has are found nowhere: in documents, help texts, messages, presets, the studio's page. */
class PlainWordsTest {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)\\b(?:when not given|told|so many|so-manieth|shall"
                    + "|(?:held|hold|holds|holding)[- ]back|there twice|cannot be had|is no valid|is no sound|by heart|huddl\\w*"
                    + "|anew|mend(?:s|ed|ing)?|falls? ill|nothing beside itself|beside the papers|times at most|tells how even"
                    + "|games? on a line|content terms?|runs? away|so much momentum|class (?:that was )?asked for|within luck(?! \\(not significant\\)))\\b");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Path ROOT = Path.of("..");

    @Test
    void documents_say_it_in_the_fields_words() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        pages.addAll(files("docs", ".md"));
        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages)
            // the glossary lists what people say instead
            if (!page.endsWith("glossary.md")) requirePlain(page, Files.readString(page));
    }

    @Test
    void messages_and_help_texts_say_it_in_the_fields_words() throws IOException {
        List<Path> sources = new ArrayList<>(files("core/src/main/java", ".java"));
        sources.addAll(files("app/src/main/java", ".java"));
        assertThat(sources).hasSizeGreaterThan(500);
        for (Path source : sources) {
            String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            Matcher text = TEXT.matcher(code.replaceAll("\"\\s*\\+ \"", ""));
            while (text.find()) requirePlain(source, text.group());
        }
    }

    @Test
    void comments_name_numbers_and_listeners_plainly() throws IOException {
        Pattern circumlocution = Pattern.compile("(?i)\\bso many\\b|\\b(?:is|are) told\\b");
        List<Path> sources = new ArrayList<>(files("core/src", ".java"));
        sources.addAll(files("app/src/main/java", ".java"));
        for (Path source : sources) {
            Matcher comment = COMMENT.matcher(Files.readString(source));
            while (comment.find())
                assertThat(circumlocution.matcher(comment.group()).find())
                        .as(source + ": " + comment.group())
                        .isFalse();
        }
    }

    @Test
    void presets_and_the_page_say_it_in_the_fields_words() throws IOException {
        List<Path> texts = new ArrayList<>(files("core/src/main/resources/io/github/gan4j/presets", ".yaml"));
        texts.addAll(files("app/src/main/resources", ".js"));
        texts.addAll(files("app/src/main/resources", ".html"));
        assertThat(texts).hasSizeGreaterThan(90);
        for (Path text : texts) requirePlain(text, Files.readString(text));
    }

    static List<String> presetsWithoutFiles() {
        return Presets.names().stream()
                .filter(name -> !Presets.read(name).data().needsPath())
                .filter(name -> !name.startsWith("ill-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("presetsWithoutFiles")
    void no_record_shows_itself_as_java_prints_it(String preset) {
        Shell preview = Shell.run("train", preset, "--threads", "1", "--dry-run");
        assertThat(preview.code()).isZero();
        assertThat(preview.out()).doesNotContainPattern("\\b[A-Z]\\w*\\[\\w+=");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void requirePlain(Path where, String text) {
        text = text.replaceAll("\\s+", " "); // lines are wrapped anywhere
        Matcher found = FORBIDDEN.matcher(text);
        List<String> lines = new ArrayList<>();
        while (found.find())
            lines.add(text.substring(Math.max(0, found.start() - 40), Math.min(text.length(), found.end() + 40)));
        assertThat(lines).as(where.toString()).isEmpty();
    }
}
