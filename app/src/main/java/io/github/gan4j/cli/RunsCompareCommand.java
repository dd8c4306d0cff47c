package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.Table;
import io.github.gan4j.overview.RunComparison;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gan4j runs compare}: runs side by side. */
@Command(name = "compare", description = "Show runs side by side: their latest numbers, and where their plans differ.")
final class RunsCompareCommand extends Verb {
    private static final List<String> CARD = List.of("state", "imagesSeen", "seconds");

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> paths = List.of();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        List<RunFolder> folders = new ArrayList<>();
        for (Path path : paths) folders.add(RunFolder.open(path));
        ObjectNode comparison = RunComparison.of(folders);
        if (json.on(screen)) screen.json(comparison);
        else screen.show(table(comparison).text());
        return 0;
    }

    private static Table table(ObjectNode comparison) {
        JsonNode runs = comparison.path("runs");
        Table table = new Table("", cells(runs, run -> run.path("name").asText()));
        for (String key : CARD) table.row(key, cells(runs, run -> Yaml.plain(run.path(key))));
        table.row(
                "best",
                cells(
                        runs,
                        run -> run.has("best")
                                ? run.at("/best/metric").asText() + " "
                                        + Yaml.plain(run.at("/best/value")) + " at "
                                        + run.at("/best/imagesSeen").asText()
                                : ""));
        Set<String> numbers = new LinkedHashSet<>();
        runs.forEach(run -> run.path("last").properties().forEach(each -> {
            if (each.getValue().isNumber() && !CARD.contains(each.getKey())) numbers.add(each.getKey());
        }));
        for (String key : numbers)
            table.row(key, cells(runs, run -> Yaml.plain(run.path("last").path(key))));
        comparison.path("plans").forEach(row -> {
            if (row.path("differs").asBoolean())
                table.row(row.path("key").asText(), cells(row.path("values"), JsonNode::asText));
        });
        return table;
    }

    private static List<String> cells(JsonNode many, Function<JsonNode, String> cell) {
        List<String> cells = new ArrayList<>();
        many.forEach(one -> cells.add(cell.apply(one)));
        return cells;
    }
}
