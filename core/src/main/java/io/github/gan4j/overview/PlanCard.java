package io.github.gan4j.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.util.Optional;

/**
 * What the plan of a run says on its card.
 *
 * @param part of the card; a plan that cannot be read has its {@code trouble} there
 * @param changed when the file was written, in milliseconds; 0 where there is none
 * @param isSettled whether that was long enough before it was read for every later change to have another time
 */
record PlanCard(Optional<StopPlan> stop, ObjectNode part, long changed, boolean isSettled) {
    /** File systems tell times to two seconds or better. */
    private static final long DOUBTFUL_MILLIS = 2_000;

    static PlanCard read(RunFolder folder) {
        long changed = changed(folder);
        boolean isSettled = System.currentTimeMillis() - changed > DOUBTFUL_MILLIS;
        ObjectNode part = Json.object();
        Optional<Plan> plan = plan(folder, part);
        part.put("plan", plan.map(Plan::name).orElse(""))
                .put("about", plan.map(Plan::about).orElse(""))
                .put("kind", Words.of(plan.map(of -> of.shape().kind()).orElse(SampleShape.Kind.IMAGE)));
        plan.ifPresent(of -> part.put("latents", of.latents().isPresent())
                .set("uses", Json.tree(RunUse.of(of).stream().map(Words::of).toList())));
        if (changed > 0) part.put("started", changed);
        return new PlanCard(plan.map(Plan::stop), part, changed, isSettled);
    }

    /** Whether the plan has not been written since. */
    boolean isStill(RunFolder folder) {
        return isSettled && changed == changed(folder);
    }

    private static long changed(RunFolder folder) {
        return folder.plan().toFile().lastModified();
    }

    private static Optional<Plan> plan(RunFolder folder, ObjectNode part) {
        try {
            Plan plan = Plan.read(folder.plan());
            ArrayNode lineage = Json.object().putArray("lineage");
            Provenance.lineage(Yaml.tree(folder.plan())).forEach(lineage::add);
            if (!lineage.isEmpty()) part.set("lineage", lineage);
            return Optional.of(plan);
        } catch (IOException | IllegalArgumentException broken) {
            part.put("trouble", line(broken).replace(folder.path() + "/", ""));
            return Optional.empty();
        }
    }

    static String line(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
    }
}
