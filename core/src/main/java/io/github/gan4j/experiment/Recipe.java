package io.github.gan4j.experiment;

import java.util.Optional;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
        Plan stretched = Settings.replaced(whole, Schedule.class, schedule -> schedule.stretched(budget));
        GeneratorPlan generator = stretched.generator();
        Optional<GeneratorPlan.Ema> ema =
                generator.ema().map(average -> new GeneratorPlan.Ema(scaled(average.halfLife(), budget)));
        return stretched.withGenerator(Settings.with(generator, "ema", ema))
                .withStop(new StopPlan(
                        scaled(whole.stop().images(), budget), whole.stop().minutes() * budget));
    }

    /** 0 stands for none and stays; everything else is at least 1. */
    private static long scaled(long images, double budget) {
        return images == 0 ? 0 : Math.max(1, Math.round(images * budget));
    }

    private String text() {
        try (InputStream file = Recipe.class.getResourceAsStream("/io/github/gan4j/experiment/" + name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("plan '" + name + "' cannot be read from gan4j's own jar", unreadable);
        }
    }
}
