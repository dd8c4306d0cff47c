package io.github.gan4j.experiment;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A published protocol, read from {@code benchmarks.yaml}: what is trained, how it is judged, and the published scores.
 *
 * @param name the word for it
 * @param title one line for people
 * @param judge the rule by which samples are judged
 * @param samples that are judged
 * @param recipes plans to train: {@code published} with the networks and the objective of the paper, on whose data all
 *     are judged, and {@code own}
 * @param published rows of the papers, a cell for each column of the judge, as printed there
 * @param notes what a reader has to know, a sentence each
 */
public record Benchmark(
        String name,
        String title,
        BenchmarkRule judge,
        int samples,
        Map<String, Recipe> recipes,
        Map<String, List<String>> published,
        List<String> notes) {
    private static final String FOLDER = "/io/github/gan4j/experiment/";

    private static final List<Benchmark> ALL = Settings.read(
                    All.class, Yaml.tree(text("benchmarks"), "benchmarks.yaml"))
            .benchmarks();

    /** The file. */
    record All(List<Benchmark> benchmarks) {}

    /**
     * @param plan a plan in the resources, or a preset
     * @param title one line for people
     */
    record Recipe(String plan, String title) {}

    public Benchmark {
        recipes = Collections.unmodifiableMap(new LinkedHashMap<>(recipes));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        notes = List.copyOf(notes);
        for (Map.Entry<String, List<String>> row : published.entrySet())
            if (row.getValue().size() != judge.columns().size())
                throw new IllegalArgumentException("the row '" + row.getKey() + "' of " + name + " has "
                        + row.getValue().size() + " cells for "
                        + judge.columns().size() + " columns");
    }

    private static String text(String name) {
        return Yaml.ownText(FOLDER + name + ".yaml");
    }

    /** The names of all benchmarks. */
    public static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    /** @throws IllegalArgumentException when there is none of this name; the known ones are listed */
    public static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Suggestions.unknown("benchmark", name, names())));
    }

    /** The plan of a recipe as it is published or recommended. */
    Plan plan(String recipe) {
        String plan = recipes.get(recipe).plan();
        return Presets.names().contains(plan)
                ? Presets.read(plan)
                : Draft.empty().over(text(plan)).setText("name", plan).plan();
    }

    /** The recipes asked for, as they are trained. */
    List<Candidate> candidates(BenchOptions options) {
        List<Candidate> candidates = new ArrayList<>();
        recipes.forEach((name, recipe) -> {
            if (!options.takes(name)) return;
            Plan plan = PlanChanges.computing(PlanChanges.shortened(plan(name), options.budget()), options.threads());
            candidates.add(new Candidate(name, recipe.title(), PlanChanges.reading(plan, options.data())));
        });
        return candidates;
    }

    /**
     * The judge, to be closed by whoever opens it.
     *
     * @param data the folder of MNIST, where the rule needs it and it is not found by name
     * @throws IOException in one line, when files are missing or damaged
     */
    BenchmarkJudge open(Optional<Path> data, Consumer<String> notice) throws IOException {
        return switch (judge) {
            case MODES -> new ModeJudge((Mixture) distribution(), samples);
            case WIDE -> new WideJudge(samples);
            case LINE -> new LineJudge(distribution(), samples);
            case STACKS -> new StackJudge(Digits.open(data, notice), samples);
            case DIGITS -> new DigitJudge(Digits.open(data, notice), samples);
        };
    }

    private Distribution distribution() {
        return plan("published").data().distribution().orElseThrow();
    }
}
