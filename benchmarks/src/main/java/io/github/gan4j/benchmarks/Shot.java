package io.github.gan4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A page in a state: where, what is pressed there in order, and what is there once it can be looked at. */
record Shot(String name, String place, List<String> presses, String awaited) {
    Shot(String name, String place, String awaited) {
        this(name, place, List.of(), awaited);
    }

    /**
     * Those over the runs that {@link StudioShots} trains.
     *
     * @param attack what is chosen on the page of attacks, as in its address
     */
    static List<Shot> all(String attack) {
        List<Shot> all = new ArrayList<>(List.of(
                new Shot("runs-table", "", "table"),
                new Shot("runs-menu", "", List.of("[aria-label='More for ring']"), "#run-menu"),
                new Shot(
                        "runs-chosen",
                        "",
                        List.of("[data-run=ring] [type=checkbox]", "[data-run=digits] [type=checkbox]"),
                        "#delete-chosen"),
                new Shot(
                        "run-delete",
                        "",
                        List.of("[aria-label='More for ring']", "#run-menu button:last-child"),
                        "dialog[open]"),
                new Shot("runs-cards", "?view=cards", ".card"),
                new Shot("runs-found-none", "?q=nothing", "h1"),
                new Shot("new-run", "", List.of("#new-run"), "#preset"),
                new Shot(
                        "new-run-previewed",
                        "",
                        List.of("#new-run", "dialog summary", "#preview"),
                        "#previewed details"),
                new Shot("compare-one", "compare?run=ring", List.of(".picker summary"), "#find-runs"),
                new Shot("compare", "compare?run=ring&run=ring-slow&run=digits", "table"),
                new Shot("explore", "explore/digits?base=7&d0=2", "img.preview"),
                new Shot(
                        "explore-walk",
                        "explore/digits",
                        List.of("[name=mode][value=walk]", ".tile[data-seed='3']", ".tile[data-seed='5']"),
                        "#walk-place"),
                new Shot(
                        "explore-unfolded",
                        "explore/digits?base=7",
                        List.of("#naming summary", "#single-latents summary", "#nearest"),
                        "img.near"),
                new Shot("explore-file", "explore/generator.onnx", "img.preview"),
                new Shot("use-file", "use/generator.onnx", "h1"),
                new Shot("explore-nothing", "explore/ring", "[role=alert]"),
                new Shot("use-restore", "use/clean?image=0&sigma=20", "#restored table"),
                new Shot("use-upscale", "use/large?image=0", "#restored table"),
                new Shot("use-classify", "use/shapes?image=0", "#classified table"),
                new Shot("use-redraw", "use/pens?image=0", "#redrawn img"),
                new Shot("use-evaluated", "use/ring", "table.scores"),
                new Shot("use-exported", "use/digits", "#export table"),
                new Shot("draw", "draw", "canvas"),
                new Shot("attack-closed", "lab", "#lab-open"),
                new Shot("attack", "lab?" + attack, ".transfer"),
                new Shot("learn", "learn", "h1"),
                new Shot("learn-words", "learn/words", "dl, table, h2"),
                new Shot("run-notes", "run/digits", List.of("#edit-notes"), "#note"),
                new Shot("run-unfolded", "run/digits", List.of("#networks summary", "#plan summary"), "#plan pre"),
                new Shot("run-remedies", "run/shapes", List.of(".run-side summary"), ".remedies"),
                new Shot("unknown-page", "nowhere", "h1"),
                new Shot("unknown-run", "run/nobody", "h1, [role=alert]")));
        for (int step = 1; step <= 10; step++) all.add(new Shot("learn-" + step, "learn/" + step, "h1"));
        for (String run : List.of(
                "line",
                "ring",
                "digits",
                "clean",
                "shapes",
                "failed-at-start",
                "empty-folder",
                "broken-folder",
                "torn-events",
                "waiting",
                "running")) all.add(new Shot("run-" + run, "run/" + run, "h1"));
        all.add(new Shot("run-paused", "run/running", List.of("#pause"), ".badge.paused"));
        return all;
    }
}
