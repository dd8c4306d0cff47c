package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.TextLayout;
import io.github.gan4j.cli.terminal.TextLayout.Row;
import io.github.gan4j.overview.PresetCard;
import io.github.gan4j.plan.PresetEntry;
import io.github.gan4j.plan.Presets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j presets}: the plans that come with gan4j. */
@Command(name = "presets", description = "List the plans that come with gan4j, or print one.")
final class PresetsCommand extends Verb {
    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (json.on(screen)) screen.json(Map.of("presets", PresetCard.all()));
        else list();
        return 0;
    }

    @Command(name = "list", description = "List all presets by what they make, with measured times (default).")
    void list() {
        TextLayout layout = new TextLayout(spec.usageMessage().width());
        List<PresetEntry> all = PresetEntry.all();
        for (PresetEntry.Group group : PresetEntry.Group.values()) {
            if (group.ordinal() > 0) screen.say("");
            screen.say(group.title());
            layout.table(all.stream()
                            .filter(entry -> entry.group() == group)
                            .map(PresetsCommand::row)
                            .toList())
                    .forEach(screen::say);
        }
    }

    private static Row row(PresetEntry entry) {
        String time = entry.time().map(measured -> " (" + measured + ")").orElse("");
        return new Row("  " + entry.name(), entry.about() + time);
    }

    @Command(name = "show", description = "Print the file of one preset, as a start for a plan of your own.")
    void show(@Parameters(paramLabel = "PRESET", description = "Its name.") String name) {
        screen.show(Presets.text(name));
    }
}
