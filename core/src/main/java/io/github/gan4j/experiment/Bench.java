package io.github.gan4j.experiment;

import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays the trials of a benchmark one after the other and writes what they came to: in the folder of the order
 * {@code NAME.csv}, {@code NAME.txt} and {@code NAME-RECIPE.png}, and in {@code NAME-RECIPE} a run folder for every seed
 * with its result beside it. What is there already is kept, so a bench that was ended goes on where it was.
 */
public final class Bench {
    /** Draws of real samples for the row that says what is possible. */
    private static final int REAL_DRAWS = 3;

    private static final int GAP = 4;

    private final Benchmark benchmark;
    private final Order order;
    private final Watch watch;
    private final Consumer<String> notice;

    /**
     * A bench of this benchmark.
     *
     * @param listener is told of every training
     * @param notice hears one line about every trial, and about everything odd
     */
    public Bench(Benchmark benchmark, Order order, Listener listener, Consumer<String> notice) {
        this.benchmark = benchmark;
        this.order = order;
        this.watch = new Watch(listener);
        this.notice = notice;
    }

    /** Asks for the end after the step being played; from any thread. */
    public void stop() {
        watch.stop();
    }

    /**
     * Plays what is not there yet.
     *
     * @return what all trials came to; empty when {@link #stop} ended them before
     * @throws IllegalArgumentException in one line, when the folder holds results of another plan
     * @throws IOException in one line, when data cannot be read, a player broke, or nothing can be written
     */
    public Optional<Outcome> run() throws IOException {
        List<Recipe> recipes = benchmark.recipes().stream()
                .filter(recipe -> order.kinds().contains(recipe.kind()))
                .toList();
        for (Recipe recipe : recipes) requireSamePlan(folder(recipe), plan(recipe));
        try (Judge judge = benchmark.opening().judge(order.data(), notice)) {
            Series reals = reals(judge);
            List<Series> series = new ArrayList<>();
            for (Recipe recipe : recipes) {
                Optional<Series> played = played(recipe, judge);
                if (played.isEmpty()) return Optional.empty();
                series.add(played.get());
                outcome(series, reals).write(order.out());
            }
            return Optional.of(outcome(series, reals));
        }
    }

    private Outcome outcome(List<Series> series, Series reals) {
        return new Outcome(benchmark, order.budget(), series, reals);
    }

    /** Kept as well: a classifier takes its time over three times 26 000 stacks. */
    private Series reals(Judge judge) throws IOException {
        Path folder = order.out().resolve(benchmark.name() + "-real");
        Files.createDirectories(folder);
        List<Result> draws = new ArrayList<>();
        for (int seed = 1; seed <= REAL_DRAWS; seed++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "seed-%02d.json", seed));
            if (!Files.isRegularFile(file))
                new Result(seed, 0, 0, judge.ofReals(seed).scores()).write(file);
            draws.add(Result.read(file, benchmark.measures().size()));
        }
        return new Series("real samples", "real", draws);
    }

    private Optional<Series> played(Recipe recipe, Judge judge) throws IOException {
        List<Result> results = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (int seed = 1; seed <= order.seeds(); seed++) {
            Trial trial = new Trial(folder(recipe), plan(recipe).withSeed(seed));
            Optional<Result> result = trial.kept(benchmark.measures().size());
            if (result.isEmpty()) {
                result = trial.play(judge, watch, notice);
                if (result.isEmpty()) return Optional.empty();
                tell(recipe, result.get());
            }
            results.add(result.get());
            pictures.add(trial.picture());
        }
        ImageFile.writePng(
                order.out().resolve(benchmark.name() + "-" + word(recipe) + ".png"),
                Picture.grid(pictures, Math.min(5, pictures.size()), GAP));
        return Optional.of(new Series(recipe.title(), word(recipe), results));
    }

    private void tell(Recipe recipe, Result result) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, seed %d of %d in %.0f s:",
                benchmark.name(),
                recipe.title(),
                result.seed(),
                order.seeds(),
                result.seconds()));
        for (int i = 0; i < benchmark.measures().size(); i++) {
            Measure measure = benchmark.measures().get(i);
            line.append(i == 0 ? " " : ", ")
                    .append(measure.title())
                    .append(' ')
                    .append(measure.shown(result.scores().get(i)));
        }
        notice.accept(line.toString());
    }

    private Plan plan(Recipe recipe) {
        Plan plan = recipe.plan(order.budget());
        if (order.threads() > 0) plan = plan.withThreads(order.threads());
        return plan.withData(data(plan.data()));
    }

    /** Benchmarks that read files read MNIST, from where it is said to lie. */
    private DataSource data(DataSource planned) {
        String path = order.data().map(Path::toString).orElse("");
        if (planned instanceof DataSource.StackedMnist stacks && !path.isEmpty())
            return new DataSource.StackedMnist(path, stacks.size(), stacks.test(), stacks.samples());
        if (planned instanceof DataSource.Images images && images.format() == ImageFormat.AUTO)
            return path.isEmpty()
                    ? new DataSource.Published("mnist", "", images.size(), images.channels(), images.flip())
                    : new DataSource.Images(path, ImageFormat.IDX, images.size(), images.channels(), images.flip());
        return planned;
    }

    private Path folder(Recipe recipe) {
        return order.out().resolve(benchmark.name() + "-" + word(recipe));
    }

    private static String word(Recipe recipe) {
        return recipe.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Trials of another plan would spoil the mean. */
    private static void requireSamePlan(Path folder, Plan plan) throws IOException {
        Path file = folder.resolve("plan.yaml");
        if (!Files.isRegularFile(file)) {
            Files.createDirectories(folder);
            AtomicFile.writeString(file, plan.toYaml());
            return;
        }
        List<String> differences = Plan.differences(Draft.empty().over(file).plan(), plan);
        if (!differences.isEmpty())
            throw new IllegalArgumentException(folder + " holds trials of another plan (" + differences.get(0)
                    + (differences.size() > 1 ? " and " + (differences.size() - 1) + " more" : "")
                    + "); give another --out, or delete it");
    }
}
