package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: a | name: b | name: a -> b",
                "seed: 0 | seed: 3 | seed: (none) -> 3",
                "seed: 3 | seed: 0 | seed: 3 -> (none)",
                "frame: {colour: red} | frame: {colour: dark-blue} | frame.colour: red -> dark-blue",
                "pen: none | pen: {width: 2} | pen: (none) -> {width: 2, colour: red}",
                "margins: [1, 2] | margins: [1, 3, 4] | margins.1: 2 -> 3; margins.2: (none) -> 4",
                "first: {box: {width: 3}} | first: {box: {width: 4}} | first.box.width: 3.0 -> 4.0",
                "first: {ball: 3} | first: {ball: 4} | first.ball: 3.0 -> 4.0",
                "first: 3 | first: {ball: 4} | first: 3.0 -> {ball: 4.0}",
                "first: {ball: 3} | first: nothing | first: {ball: 3.0} -> nothing",
                "first: {ball: 3} | first: {polygon: [1]} | first.ball: 3.0 -> (none); first.polygon: (none) -> [1.0]",
                "others: [ball] | others: [ball, nothing] | others.1: (none) -> nothing",
                "others: [] | others: [nothing] | others: (none) -> [nothing]",
            })
    void every_value_that_differs_has_a_line_with_its_path(String before, String after, String lines) {
        assertThat(String.join("; ", Settings.differences(Drawing.read(before), Drawing.read(after))))
                .isEqualTo(lines);
    }

    @Test
    void values_are_compared_and_not_how_they_were_written() {
        assertThat(Settings.differences(
                        Drawing.read("{first: {box: {}}, second: ball, seed: 5e2}"),
                        Drawing.read("{first: {box: {width: 1.0}}, second: {ball: 1}, seed: 500}")))
                .isEmpty();
    }
}
