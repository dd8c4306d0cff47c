package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.TrainingStatus;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.Table;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.overview.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gan4j runs list}: the runs of a folder. */
@Command(
        name = "list",
        description = "List the runs of a folder, newest first as far as names tell.",
        footer = {
            "",
            "States: finished, stopped (by somebody), failed (killed, or by an error), elsewhere (a program is training it),",
            "broken (its plan cannot be read). The best is by the metric of the run's plan."
        })
final class RunsListCommand extends Verb {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder of runs (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(runs))
            throw new IOException(
                    runs + ": no such folder; gan4j train makes the folder runs where it is started; name another one");
        ObjectNode list = Json.object();
        ArrayNode cards = list.putArray("runs");
        for (RunFolder folder : RunFolder.in(runs)) cards.add(RunCard.of(folder));
        if (json.on(screen)) {
            screen.json(list);
            return 0;
        }
        Table table = new Table("run", "plan", "state", "images", "time", "best", "tags").right(3, 4);
        cards.forEach(card -> table.row(
                card.path("name").asText(),
                card.path("plan").asText(),
                card.path("state").asText(),
                Numbers.grouped(card.path("imagesSeen").asLong()),
                TrainingStatus.clock(card.path("seconds").asDouble()),
                card.has("best")
                        ? "%s %.4f"
                                .formatted(
                                        card.at("/best/metric").asText(),
                                        card.at("/best/value").asDouble())
                        : "",
                tags(card)));
        screen.show(table.text());
        return 0;
    }

    private static String tags(JsonNode card) {
        List<String> tags = new ArrayList<>();
        card.path("tags").forEach(tag -> tags.add(tag.asText()));
        return String.join(" ", tags);
    }
}
