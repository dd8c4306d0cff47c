package io.github.gan4j.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.BuildInfo;
import io.github.gan4j.files.Json;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the processes of a run must have in common: the build of gan4j, the plan, the content of the data. Rank 0 offers its own, the
 * others compare, and all hear of the first objection.
 *
 * @param build of the process of rank 0
 * @param data checksum
 */
public record Agreement(String build, String plan, String data) {
    private static String here() {
        BuildInfo own = BuildInfo.read();
        return (own.version() + " " + own.commit()).strip();
    }

    /**
     * Rank 0 offers its plan with nothing left open.
     *
     * @throws IOException the first objection
     */
    public static void lead(Group group, Plan plan, Samples samples) throws IOException {
        if (group.isAlone()) return;
        if (plan.doctor().tries() > 0)
            throw new IllegalArgumentException(
                    "doctor.tries (--auto-remedy) must be 0 where several processes train, got "
                            + plan.doctor().tries());
        if (plan.device().numbered())
            throw new IllegalArgumentException(
                    "device must be cuda where several processes train, each on a card of its own, got "
                            + plan.device());
        ObjectNode offer = Json.object().put("build", here()).put("plan", plan.toYaml());
        group.told(Json.text(offer.put("data", samples.checksum())));
        require(group.gathered(""));
    }

    /**
     * What rank 0 offers.
     *
     * @throws IOException when the builds differ
     */
    public static Agreement heard(Group group) throws IOException {
        ObjectNode offer = Json.parse(group.told("").getBytes(StandardCharsets.UTF_8));
        Agreement heard = new Agreement(
                offer.path("build").asText(),
                offer.path("plan").asText(),
                offer.path("data").asText());
        if (!heard.build.equals(here())) object(group, "runs gan4j " + here() + ", rank 0 runs " + heard.build);
        return heard;
    }

    public Plan offered() {
        return Draft.empty().over(plan).plan();
    }

    /**
     * The others compare with the plan and the data that they would train by.
     *
     * @throws IOException the first objection of any of them
     */
    public void compare(Group group, Optional<Plan> own, Samples samples) throws IOException {
        List<String> differences =
                own.map(mine -> Plan.differencesInLearning(offered(), mine)).orElse(List.of());
        if (!differences.isEmpty()) object(group, "has another plan than rank 0: " + String.join("; ", differences));
        if (!samples.checksum().equals(data))
            object(group, "reads other data than rank 0 (here " + samples.describe() + ", another checksum)");
        require(group.gathered(""));
    }

    private static void object(Group group, String objection) throws IOException {
        require(group.gathered("rank " + group.rank() + " " + objection));
    }

    private static void require(List<String> objections) throws IOException {
        Optional<String> first =
                objections.stream().filter(one -> !one.isEmpty()).findFirst();
        if (first.isPresent()) throw new IOException(first.get());
    }
}
