package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normal | LINE",
                "{mixture: {modes: 3}} | LINE",
                "ring | PLANE",
                "{grid: {side: 3}} | PLANE",
                "spiral | PLANE",
                "synthetic-1200 | SPACE",
                "strokes | IMAGE",
            })
    void what_is_made_follows_from_the_data(String data, SampleShape.Kind kind) {
        DataSource source = Settings.read(
                DataSource.class, Yaml.tree("data: " + data, "plan").path("data"), "data");
        assertThat(source.shape().orElseThrow().kind()).isEqualTo(kind);
    }
}
