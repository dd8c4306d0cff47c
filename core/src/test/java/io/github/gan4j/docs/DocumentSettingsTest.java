package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting that a document shows may be set over a preset, and every key and piece of a plan is one. */
class DocumentSettingsTest {
    private static final Pattern SETTING = Pattern.compile("--set\\s+(?:'([^']+)'|([^\\s'`),;]+))");
    private static final List<Draft> PRESETS =
            Presets.names().stream().map(Presets::draft).toList();

    private static final String ROOTS = Stream.of(Plan.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining("|"));
    private static final Pattern KEY = Pattern.compile("`((?:" + ROOTS + ")(?:\\.[a-z]\\w*)+)[`=:]");
    private static final Pattern FRAGMENT = Pattern.compile("`((?:" + ROOTS + "): [^`…]+)`");

    private static List<String> found(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            for (Path file : Stream.concat(files, Stream.of(Path.of("../README.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("lab-notes.md")) // a diary, in the keys of its days
                    .toList())
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(DocumentSettingsTest::setting)
                        .forEach(found::add);
        }
        return found.stream().distinct().sorted().toList();
    }

    private static String setting(MatchResult found) {
        return found.groupCount() == 1 || found.group(1) != null
                ? found.group(1).replaceAll("\\s+", " ")
                : found.group(2);
    }

    static Stream<String> settings() throws IOException {
        return found(SETTING).stream().filter(setting -> setting.contains("=") && !setting.contains("…"));
    }

    /** Not the name of a file. */
    static Stream<String> keys() throws IOException {
        return found(KEY).stream().filter(key -> !key.equals("data.pkl"));
    }

    static List<String> fragments() throws IOException {
        return found(FRAGMENT);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_in_a_document_may_be_set(String setting) {
        assertThat(PRESETS.stream().map(preset -> refusal(preset, setting)).toList())
                .contains("");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_in_a_document_is_one_of_plans(String key) {
        assertThat(PRESETS.stream().map(preset -> refusal(preset, key + "=1")).toList())
                .anyMatch(refusal -> !refusal.contains("unknown key") && !refusal.contains("has no key"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void a_piece_of_a_plan_in_a_document_may_be_laid_over(String yaml) {
        assertThatNoException().isThrownBy(() -> Draft.empty().over(yaml));
    }

    /** Why a setting is refused; empty where it is not. */
    private static String refusal(Draft preset, String setting) {
        try {
            preset.set(setting);
            return "";
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }
}
