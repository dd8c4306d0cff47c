package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.overview.PresetCard;
import io.github.gan4j.plan.Presets;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gan4j presets}: the plans that come with gan4j. */
@Command(name = "presets", description = "List the plans that come with gan4j, or show one.")
final class PresetsCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private Screen screen;

    @Override
    public void run() {
        if (json.on(screen)) {
            screen.json(Map.of("presets", PresetCard.all()));
            return;
        }
        int width = Presets.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Presets.names())
            screen.say("%-" + width + "s  %s", name, Presets.read(name).about());
    }

    @Command(name = "show", description = "Print the file of one preset, as a start for a plan of your own.")
    void show(@Parameters(paramLabel = "PRESET", description = "Its name.") String name) {
        screen.out().print(Presets.text(name));
    }
}
