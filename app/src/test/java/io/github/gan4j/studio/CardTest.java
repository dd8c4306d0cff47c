package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data: normal | line",
                "data: {mixture: {modes: 3}} | line",
                "data: ring | plane",
                "data: {grid: {side: 3}} | plane",
                "data: spiral | plane",
                "data: {points: {path: drawn.csv}} | plane",
                "data: synthetic-1200 | space",
                "data: strokes | image",
                "data: {published: {set: mnist}} | image",
                "data: {images: {path: photos}} | image",
                "name: mine | image",
                "data: {source: ring} | image",
                "data: 3 | image",
            })
    void what_is_made_follows_from_the_data(String plan, String kind) {
        assertThat(Card.kind(Yaml.tree(plan, "plan"))).isEqualTo(kind);
    }
}
