package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.PresetEntry;
import io.github.gan4j.plan.Presets;
import org.junit.jupiter.api.Test;

class PresetsCommandTest {
    @Test
    void the_list_has_every_preset_in_its_group_with_its_measured_time() {
        Shell list = Shell.run("presets", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(list.out()).startsWith("First steps\n  strokes ");
        for (PresetEntry entry : PresetEntry.all()) {
            assertThat(list.out()).contains(entry.group().title() + "\n", "  " + entry.name());
            entry.time().ifPresent(time -> assertThat(list.out().replaceAll("\\s+", " "))
                    .contains("(" + time + ")"));
        }
        assertThat(Shell.run("presets").out()).isEqualTo(list.out());
    }

    @Test
    void show_prints_the_file_as_it_is() {
        Shell shown = Shell.run("presets", "show", "gaussian-1d");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).isEqualTo(Presets.text("gaussian-1d"));
    }
}
