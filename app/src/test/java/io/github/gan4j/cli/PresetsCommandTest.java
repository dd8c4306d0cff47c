package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Presets;
import org.junit.jupiter.api.Test;

class PresetsCommandTest {
    @Test
    void the_list_has_one_line_a_preset_with_its_name_and_what_it_is_about() {
        Shell list = Shell.run("presets");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).hasSameSizeAs(Presets.names());
        assertThat(list.out().lines()).first().asString().startsWith("strokes ").contains("needs no data");
    }

    @Test
    void show_prints_the_file_as_it_is() {
        Shell shown = Shell.run("presets", "show", "gaussian-1d");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).isEqualTo(Presets.text("gaussian-1d"));
    }
}
