package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    static Iterable<String> names() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_preset_is_a_valid_plan_with_its_name_a_line_about_it_and_its_command(String name) {
        Plan plan = Presets.read(name);
        assertThat(plan.name()).isEqualTo(name);
        assertThat(plan.about()).isNotBlank().hasSizeLessThan(100);
        assertThat(Presets.text(name)).startsWith("# ").contains("# Command: ./gan4j train");
        assertThat(Draft.empty().over(plan.toYaml()).plan()).isEqualTo(plan);
    }

    @Test
    void the_default_preset_needs_no_data() {
        assertThat(Presets.names()).first().isEqualTo("strokes");
        assertThat(Presets.read("strokes").data().source().readsPath()).isFalse();
    }

    @Test
    void an_unknown_preset_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Presets.read("mnst"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown preset 'mnst'; known presets: " + String.join(", ", Presets.names()));
    }
}
