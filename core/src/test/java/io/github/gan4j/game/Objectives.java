package io.github.gan4j.game;

import java.util.List;

/** All objectives, by the names that tables of tests call them. */
public final class Objectives {
    static final List<Objective> ALL = List.of(
            new Objective.NonSaturating(),
            new Objective.Minimax(0),
            new Objective.LeastSquares(0),
            new Objective.Wasserstein(),
            new Objective.Hinge(),
            new Objective.Relativistic(),
            new Objective.FeatureMatching());

    private Objectives() {}

    public static Objective named(String name, double smoothing) {
        return switch (name) {
            case "non-saturating" -> new Objective.NonSaturating(smoothing);
            case "minimax" -> new Objective.Minimax(smoothing);
            case "least-squares" -> new Objective.LeastSquares(smoothing);
            default ->
                ALL.stream().filter(o -> nameOf(o).equals(name)).findFirst().orElseThrow();
        };
    }

    static String nameOf(Objective objective) {
        return objective
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
