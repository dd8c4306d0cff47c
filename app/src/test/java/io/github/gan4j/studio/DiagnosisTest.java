package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static List<ObjectNode> events(double real, double fake) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            events.add(Json.object()
                    .put("discriminatorLoss", 1.0)
                    .put("generatorGradientNorm", 1e-5)
                    .put("pReal", real)
                    .put("pFake", fake));
        return events;
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.01, warning, The discriminator wins",
        "0.9, 0.2, note, The discriminator is well ahead",
        "0.6, 0.4, good, The game is in balance",
        "0.5, 0.5, note, The discriminator cannot tell",
        "0.3, 0.6, warning, The discriminator takes fakes for more real",
    })
    void says_who_is_ahead(double real, double fake, String level, String line) {
        Diagnosis diagnosis = Diagnosis.of(events(real, fake), "running");
        assertThat(diagnosis.level()).isEqualTo(level);
        assertThat(diagnosis.line()).startsWith(line);
    }

    @org.junit.jupiter.api.Test
    void says_so_when_it_is_too_early_or_numbers_broke() {
        assertThat(Diagnosis.of(List.of(), "running").line()).startsWith("Too early");
        List<ObjectNode> broken = events(0.5, 0.5);
        broken.get(19).putNull("discriminatorLoss");
        assertThat(Diagnosis.of(broken, "failed").line()).startsWith("Numbers stopped being finite");
    }
}
