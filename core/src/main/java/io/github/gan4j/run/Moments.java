package io.github.gan4j.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Belief;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a checkpoint's JSON says beside the arrays: the numbers of a snapshot, and the plan that they belong to. */
final class Moments {
    private Moments() {}

    static ObjectNode write(Snapshot.Numbers numbers, Plan plan) {
        ObjectNode json = Json.object().put("seconds", numbers.seconds());
        ObjectNode steps = json.putObject("optimizerSteps");
        numbers.optimizerSteps().forEach(steps::put);
        ObjectNode behind = json.putObject("behind");
        numbers.behind().forEach(behind::put);
        numbers.belief().ifPresent(belief -> json.set("belief", Json.tree(belief)));
        return json.put("plan", plan.toYaml());
    }

    static Snapshot read(Checkpoint checkpoint) throws IOException {
        JsonNode json = checkpoint.metadata();
        Optional<Belief> belief = json.has("belief")
                ? Optional.of(new Belief(
                        json.at("/belief/pReal").asDouble(),
                        json.at("/belief/pFake").asDouble(),
                        json.at("/belief/realError").asDouble(),
                        json.at("/belief/fakeError").asDouble()))
                : Optional.empty();
        return new Snapshot(
                checkpoint.read().tensors(),
                new Snapshot.Numbers(
                        checkpoint.step(),
                        checkpoint.imagesSeen(),
                        json.path("seconds").asDouble(),
                        map(json.path("optimizerSteps"), JsonNode::asLong),
                        map(json.path("behind"), JsonNode::asDouble),
                        belief));
    }

    static Plan plan(Checkpoint checkpoint) {
        return Draft.empty().over(checkpoint.metadata().path("plan").asText()).plan();
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        object.properties().forEach(e -> map.put(e.getKey(), value.apply(e.getValue())));
        return map;
    }
}
