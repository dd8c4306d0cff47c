package io.github.gan4j.experiment;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.ObjectivePlan;
import io.github.gan4j.plan.PenaltyPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PlayerPlan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One way to train for a benchmark.
 *
 * @param kind the nets and the objective of the paper, or gan4j's own
 * @param name the plan in the resources, or a preset
 * @param title one line for people
 */
record Recipe(Kind kind, String name, String title) {
    enum Kind {
        PUBLISHED,
        OWN
    }

    /** The plan as it stands in the resources. */
    Plan plan() {
        return Presets.names().contains(name)
                ? Presets.read(name)
                : Draft.empty().over(text()).setText("name", name).plan();
    }

    /** The plan for a part of its length: all that changes with the images seen changes so much sooner. */
    Plan plan(double budget) {
        Plan whole = plan();
        if (budget == 1) return whole;
        Draft draft = Draft.of(whole);
        draft = draft.set("length.images", scaled(whole.length().images(), budget));
        draft = draft.set("length.minutes", Double.toString(whole.length().minutes() * budget));
        draft = draft.set("average.halfLife", scaled(whole.average().halfLife(), budget));
        draft = stretched(draft, "generator", whole.generator(), budget);
        draft = stretched(draft, "discriminator", whole.discriminator(), budget);
        ObjectivePlan objective = whole.objective();
        draft = stretched(draft, "objective.generatorWeight", objective.generatorWeight(), budget);
        draft = stretched(draft, "objective.generatorShare", objective.generatorShare(), budget);
        draft = stretched(draft, "objective.distinction", objective.distinction(), budget);
        draft = stretched(draft, "objective.foresightRate", objective.foresightRate(), budget);
        List<PenaltyPlan> penalties = whole.penalties();
        for (int i = 0; i < penalties.size(); i++)
            draft = stretched(
                    draft, "penalties." + i + ".strength", penalties.get(i).strength(), budget);
        for (int i = 0; i < whole.augmentations().size(); i++)
            draft = stretched(
                    draft,
                    "augmentations." + i + ".strength",
                    whole.augmentations().get(i).strength(),
                    budget);
        return draft.plan();
    }

    private static Draft stretched(Draft draft, String player, PlayerPlan plan, double budget) {
        return stretched(draft, player + ".optimizer.rate", plan.optimizer().rate(), budget);
    }

    private static Draft stretched(Draft draft, String path, Schedule schedule, double budget) {
        return draft.set(path, schedule.stretched(budget).written().toString());
    }

    /** 0 stands for none and stays; everything else is at least 1. */
    private static String scaled(long images, double budget) {
        return Long.toString(images == 0 ? 0 : Math.max(1, Math.round(images * budget)));
    }

    private String text() {
        try (InputStream file = Recipe.class.getResourceAsStream("/io/github/gan4j/experiment/" + name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("plan '" + name + "' cannot be read from gan4j's own jar", unreadable);
        }
    }
}
