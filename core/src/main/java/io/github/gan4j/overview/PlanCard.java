package io.github.gan4j.overview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the plan of a run says on its card.
 *
 * @param part of the card; a plan that cannot be read has its {@code trouble} there
 * @param stamp of the file when it was read
 */
record PlanCard(Optional<StopPlan> stop, ObjectNode part, FileStamp stamp) {
    static PlanCard read(RunFolder folder) {
        FileStamp written = FileStamp.of(folder.plan()), stamp = written.settled();
        ObjectNode part = Json.object();
        Optional<Plan> plan = plan(folder, part);
        part.put("plan", plan.map(Plan::name).orElse(""))
                .put("about", plan.map(Plan::about).orElse(""))
                .put("kind", Words.of(plan.map(of -> of.shape().kind()).orElse(SampleShape.Kind.IMAGE)));
        plan.ifPresent(of -> part.put("latents", of.latents().isPresent())
                .set("uses", Json.tree(RunUse.of(of).stream().map(Words::of).toList())));
        if (written.newest() > 0) part.put("started", written.newest());
        return new PlanCard(plan.map(Plan::stop), part, stamp);
    }

    /** Whether the plan has not been written since. */
    boolean isStill(RunFolder folder) {
        return stamp.equals(FileStamp.of(folder.plan()));
    }

    private static Optional<Plan> plan(RunFolder folder, ObjectNode part) {
        try {
            ObjectNode written = Yaml.tree(folder.plan());
            Plan plan = Draft.empty().over(written, folder.plan() + ": ").plan();
            List<String> lineage = Provenance.lineage(written);
            if (!lineage.isEmpty()) part.set("lineage", Json.tree(lineage));
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
