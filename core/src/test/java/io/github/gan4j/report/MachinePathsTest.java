package io.github.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinePathsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "data: {folder: {path: /home/me/photos/cats, size: 64}} | data: {folder: {path: …/cats, size: 64}}",
                "path: '/home/me/my photos/cats' | path: '…/cats'",
                "path: \"C:\\\\Users\\\\me\\\\cats.zip\" | path: \"…/cats.zip\"",
                "command: gan4j train folder --data /data/x/ --out runs/a | command: gan4j train folder --data …/x --out runs/a",
                "/srv/runs/a/events.jsonl: damaged | …/events.jsonl: damaged",
                "C:\\runs\\a | …/a",
                "path: /data | path: …/data",
                "120 images/s, 2/5 and 3 / 4 | 120 images/s, 2/5 and 3 / 4",
                "see docs/plan-keys.md | see docs/plan-keys.md",
                "generator.optimizer.learningRate=1e-4 | generator.optimizer.learningRate=1e-4",
            })
    void folders_of_the_machine_are_left_out_and_nothing_else(String text, String shown) {
        assertThat(MachinePaths.without(text)).isEqualTo(shown);
    }
}
