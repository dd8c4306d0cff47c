package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting that a document shows may be set over a preset. */
class DocumentSettingsTest {
    private static final Pattern SETTING = Pattern.compile("--set\\s+(?:'([^']+)'|([^\\s'`),;]+))");
    private static final List<Draft> PRESETS =
            Presets.names().stream().map(Presets::draft).toList();

    static List<String> settings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            return Stream.concat(files, Stream.of(Path.of("../README.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("lab-notes.md")) // a diary, in the keys of its days
                    .flatMap(DocumentSettingsTest::settings)
                    .filter(setting -> setting.contains("=") && !setting.contains("…"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> settings(Path document) {
        try {
            return SETTING
                    .matcher(Files.readString(document))
                    .results()
                    .map(DocumentSettingsTest::setting)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String setting(MatchResult found) {
        return found.group(1) != null ? found.group(1).replaceAll("\\s+", " ") : found.group(2);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_in_a_document_may_be_set(String setting) {
        assertThat(PRESETS).anyMatch(preset -> accepts(preset, setting));
    }

    private static boolean accepts(Draft preset, String setting) {
        try {
            preset.set(setting);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
