package io.github.gan4j.plan;

import java.util.List;

/** A program that reads, checks, changes and prints every preset. */
final class PrintedPresets {
    private PrintedPresets() {}

    public static void main(String[] arguments) {
        for (String name : Presets.names()) {
            Plan plan = Presets.read(name);
            Plan again = Draft.empty().over(plan.toYaml()).plan();
            List<String> changed =
                    Plan.differences(again, Draft.of(plan).set("seed=17").plan());
            System.out.println(plan.toYaml() + again.equals(plan) + " " + name + " " + changed);
        }
        try {
            Presets.draft("strokes").set("generator.optimizer.learningRate=-1").plan();
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
