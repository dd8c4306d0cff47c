package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.glossary.Glossary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that the page explains, which are those of the glossary and no others. */
class PageTermsTest {
    private static final Path PAGE = Path.of("src/main/resources/io/github/gan4j/studio/web");
    private static final List<Pattern> TERMS = List.of(
            Pattern.compile("\\bterm\\('([^']+)'"),
            Pattern.compile("\\bword: '([^']+)'"),
            Pattern.compile("\\blegendTerm\\('[^']+', '([^']+)'"),
            Pattern.compile("data-word=\"([^\"]+)\""),
            Pattern.compile("\\bkey: '([A-Za-z]+)', name:"));

    @Test
    void every_word_and_every_key_of_a_chart_is_in_the_glossary() throws Exception {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".js")).toList())
                for (Pattern pattern : TERMS) {
                    Matcher term = pattern.matcher(Files.readString(file));
                    while (term.find()) words.add(term.group(1));
                }
        }
        Matcher event = Pattern.compile("'([a-zA-Z]+)'")
                .matcher(Files.readString(PAGE.resolve("names.js")).replaceAll("(?s).*EVENT = \\{(.*?)\\};.*", "$1"));
        while (event.find()) words.add(event.group(1));
        assertThat(words).hasSizeGreaterThan(50).contains("pReal", "mode collapse");
        assertThat(words)
                .allSatisfy(word -> assertThat(Glossary.of(word)).as(word).isNotEmpty());
    }
}
