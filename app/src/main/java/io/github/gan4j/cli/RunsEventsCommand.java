package io.github.gan4j.cli;

import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.Table;
import io.github.gan4j.overview.EventTable;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j runs events}: the events of a run as a table. */
@Command(
        name = "events",
        description = "Write the events of a run as aligned columns, CSV or JSON.",
        footer = {"", "docs/formats.md says what each column means; those of one player are named players.NAME.…"})
final class RunsEventsCommand extends Verb {
    @Mixin
    private RunChoice choice;

    @Option(names = "--csv", description = "Write comma-separated values.")
    private boolean csv;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        EventLog log = new EventLog(RunFolder.open(choice.path()).events());
        var events = log.news().events();
        if (log.broken() > 0) screen.notice(log.broken() + " lines of its events cannot be read and are left out");
        if (json.on(screen)) {
            if (csv) throw new IllegalArgumentException("--csv and --json exclude each other");
            screen.json(Map.of("events", events));
            return 0;
        }
        Table table = EventTable.of(events);
        screen.show(csv ? table.csv() : table.text());
        return 0;
    }
}
