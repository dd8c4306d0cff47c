package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.PlannedNetworks;

/** The networks of a plan as a page draws them: for each side its layers with output shapes and learned numbers. */
final class NetworkDiagram {
    private NetworkDiagram() {}

    /** Builds the networks of a completed plan, whose first weights are random numbers. */
    static ArrayNode of(Plan plan) {
        SampleShape shape = plan.shape();
        return of(
                plan, PlannedNetworks.generatorSummary(plan, shape), PlannedNetworks.discriminatorSummary(plan, shape));
    }

    /** @param plan completed */
    static ArrayNode of(Plan plan, Summary generator, Summary discriminator) {
        ArrayNode players = Json.object().putArray("players");
        players.add(player("generator", plan.generator().count(), generator));
        players.add(player("discriminator", plan.discriminator().count(), discriminator));
        return players;
    }

    private static ObjectNode player(String side, int count, Summary summary) {
        ObjectNode player = Json.object()
                .put("side", side)
                .put("count", count)
                .put("parameters", summary.parameters())
                .put("multiplyAdds", summary.multiplyAdds());
        player.set("layers", Json.tree(summary.layers()));
        return player;
    }
}
