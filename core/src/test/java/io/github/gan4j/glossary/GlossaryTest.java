package io.github.gan4j.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.doctor.Illness;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.metrics.Metric;
import io.github.gan4j.metrics.Metrics;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a change to the glossary, {@code mvn -pl core test -Dtest=GlossaryTest -Dgan4j.write=true} writes docs/glossary.md. */
class GlossaryTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern KEY = Pattern.compile("^\\| \\*{0,2}`([^`]+)`");

    private static final String PAGE = """
            # Glossary

            The field's word, its synonyms, what it means, and what gan4j calls it. `gan4j explain WORD` prints an entry.
            This page is made from `glossary.yaml` by a test.
            """;

    static Stream<Metric> metrics() {
        return Stream.concat(Metrics.ALL.stream(), Metrics.OF_RESTORED.stream());
    }

    @Test
    void the_page_in_the_documents_is_made_from_the_glossary() throws IOException {
        Path page = DOCS.resolve("glossary.md");
        if (Boolean.getBoolean("gan4j.write")) Files.writeString(page, page());
        assertThat(Files.readString(page)).isEqualTo(page());
    }

    /** The page docs/glossary.md. */
    private static String page() {
        StringBuilder page = new StringBuilder(PAGE);
        for (GlossaryEntry entry : Glossary.entries()) {
            page.append("\n### ").append(entry.word()).append("\n\n").append(entry.means());
            if (!entry.also().isEmpty())
                page.append(" Also: ").append(String.join(", ", entry.also())).append('.');
            if (!entry.reading().isEmpty()) page.append("\n\nIn a chart: ").append(entry.reading());
            page.append("\n\nIn gan4j: ")
                    .append(String.join(
                            ", ",
                            entry.gan4j().stream().map(name -> '`' + name + '`').toList()))
                    .append("; see [")
                    .append(Stream.of(entry.see().split("#")).findFirst().orElseThrow())
                    .append("](")
                    .append(entry.see())
                    .append(").\n");
        }
        return page.toString();
    }

    @Test
    void every_word_and_synonym_belongs_to_one_entry() {
        Map<String, String> owners = new HashMap<>();
        for (GlossaryEntry entry : Glossary.entries())
            for (String name : entry.names())
                assertThat(owners.put(Glossary.plain(name), entry.word()))
                        .as(name)
                        .isNull();
        assertThat(Glossary.entries()).hasSizeGreaterThan(140);
    }

    @Test
    void an_entry_is_one_sentence_with_something_of_gan4j_and_a_page_that_exists() throws IOException {
        for (GlossaryEntry entry : Glossary.entries()) {
            assertThat(entry.means()).as(entry.word()).endsWith(".").hasSizeBetween(30, 200);
            assertThat(entry.gan4j()).as(entry.word()).isNotEmpty();
            String[] page = entry.see().split("#");
            String text = Files.readString(DOCS.resolve(page[0]));
            if (page.length > 1) assertThat(headings(text)).as(entry.word()).contains(page[1]);
        }
    }

    /** So that what the doctor says can be looked up. */
    @ParameterizedTest
    @EnumSource(Signal.class)
    void a_number_of_the_doctor_has_its_name_here(Signal signal) {
        String name = signal.words().replaceAll(" of (the )?(held-out )?(reals|fakes|generator|discriminator)$", "");
        assertThat(Glossary.of(name.replace(" covered", ""))).isNotEmpty();
    }

    private static Set<String> headings(String page) {
        Set<String> headings = new TreeSet<>();
        page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "").toLowerCase().replaceAll("[^a-z0-9 -]", ""))
                .forEach(line -> headings.add(line.replace(' ', '-')));
        return headings;
    }

    @Test
    void every_key_and_kind_of_a_plan_is_in_the_glossary() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String line : Files.readAllLines(DOCS.resolve("plan-keys.md"))) {
            Matcher key = KEY.matcher(line);
            if (!key.find()) continue;
            for (String word : key.group(1).split("\\.")) if (Glossary.of(word).isEmpty()) missing.add(word);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void every_metric_is_in_the_glossary_by_all_its_names(Metric metric) {
        assertThat(Glossary.of(metric.name())).isNotEmpty();
        assertThat(metric.shortNames())
                .allSatisfy(name -> assertThat(Glossary.of(name)).as(name).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Illness.class)
    void every_diagnosis_is_in_the_glossary(Illness illness) {
        assertThat(Glossary.of(Words.of(illness))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1",
                "hinge",
                "relativistic",
                "bf16",
                "latent",
                "FID",
                "floor",
                "half-life",
                "mode collapse",
                "epoch",
                "loss function",
                "unlabelled",
                "Hyperparameter",
                "held_out",
                "d",
                "p_real",
                "learning rate",
                "feature",
                "layers",
                "channel",
                "hidden unit",
                "loss functions"
            })
    void a_word_is_found_however_it_is_spelled(String word) {
        assertThat(Glossary.of(word)).hasSize(1);
    }
}
