package io.github.gan4j.experiment;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.Mixture;
import io.github.gan4j.experiment.Recipe.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A published protocol: what is trained, how it is judged, and what others got.
 *
 * @param name the word for it
 * @param title one line for people
 * @param recipes what is trained, the published before gan4j's own
 * @param measures the figures that are stated
 * @param published rows of the papers
 * @param notes what a reader has to know, a sentence each
 * @param opening the judge; the data are digits, where it needs some
 */
public record Benchmark(
        String name,
        String title,
        List<Recipe> recipes,
        List<Measure> measures,
        List<Row> published,
        List<String> notes,
        Opening opening) {
    /** How a benchmark comes to its judge. */
    @FunctionalInterface
    interface Opening {
        Judge judge(Optional<Path> data, Consumer<String> notice) throws IOException;
    }

    private static final int POINTS = 2_500;
    private static final int STACKS = 26_000;
    private static final int FEWER_STACKS = 25_600;
    private static final int SINGLE_DIGITS = 10_000;
    private static final int NUMBERS = 10_000;

    /** All of them. */
    static final List<Benchmark> ALL = List.of(
            new Benchmark(
                    "ring",
                    "8 normal distributions on a circle, 2500 samples, 3 standard deviations",
                    recipes("ring", "PacGAN's nets and objective"),
                    ModeJudge.MEASURES,
                    List.of(
                            Row.of("GAN (PacGAN, table 1)", "6.3 ± 0.5", "98.2 ± 0.2", "0.45 ± 0.09", ""),
                            Row.of("ALI (PacGAN, table 1)", "6.6 ± 0.3", "97.6 ± 0.4", "0.36 ± 0.04", ""),
                            Row.of("PacGAN2", "7.9 ± 0.1", "95.6 ± 2.0", "0.07 ± 0.03", ""),
                            Row.of("PacGAN3", "7.8 ± 0.1", "97.7 ± 0.3", "0.10 ± 0.02", ""),
                            Row.of("PacGAN4", "7.8 ± 0.1", "95.9 ± 1.4", "0.07 ± 0.02", ""),
                            Row.of("VEEGAN (its own protocol)", "8", "52.9", "", "")),
                    List.of(
                            "98.9 % is the most that honest samples have: more is too narrow.",
                            "Perfect samples have a reverse KL of about 0.0014."),
                    (data, notice) -> new ModeJudge((Mixture) Distribution.ring(8, 1, 0.01), POINTS)),
            new Benchmark(
                    "grid",
                    "25 normal distributions on a lattice, 2500 samples, 3 standard deviations",
                    recipes("grid", "PacGAN's nets and objective"),
                    ModeJudge.MEASURES,
                    List.of(
                            Row.of("GAN (PacGAN, table 1)", "17.3 ± 0.8", "94.8 ± 0.7", "0.70 ± 0.07", ""),
                            Row.of("ALI (PacGAN, table 1)", "24.1 ± 0.4", "95.7 ± 0.6", "0.14 ± 0.03", ""),
                            Row.of("PacGAN2", "23.8 ± 0.7", "91.3 ± 0.8", "0.13 ± 0.04", ""),
                            Row.of("PacGAN3", "24.6 ± 0.4", "94.2 ± 0.4", "0.06 ± 0.02", ""),
                            Row.of("PacGAN4", "24.8 ± 0.2", "93.6 ± 0.6", "0.04 ± 0.01", ""),
                            Row.of("VEEGAN (its own protocol)", "24.6", "40", "", "")),
                    List.of(
                            "98.9 % is the most that honest samples have: more is too narrow.",
                            "Perfect samples have a reverse KL of about 0.0048."),
                    (data, notice) -> new ModeJudge((Mixture) Distribution.grid(5, 2, 0.05), POINTS)),
            new Benchmark(
                    "synthetic-1200",
                    "10 modes in 1200 dimensions, 2500 samples",
                    recipes("synthetic-1200", "PacGAN's nets and objective with 256 latents"),
                    WideJudge.MEASURES,
                    List.of(
                            Row.of("GAN (VEEGAN, table 1)", "1.6", "2.0", "", ""),
                            Row.of("ALI (VEEGAN, table 1)", "3", "5.4", "", ""),
                            Row.of("Unrolled GAN (VEEGAN, table 1)", "0", "0.0", "", ""),
                            Row.of("VEEGAN", "5.5", "28.29", "", "")),
                    List.of("The rule here: nearest mode, nearer than the mean distance of real samples plus ten of its"
                            + " deviations (33.5). The published one is not told fully; real samples fail it if"
                            + " it is taken plainly, so the published rows compare in their modes at best."),
                    (data, notice) -> new WideJudge(POINTS)),
            new Benchmark(
                    "stacked-mnist",
                    "1000 modes, VEEGAN's protocol, 26 000 samples",
                    recipes("stacked-mnist", "PacGAN's DCGAN and objective"),
                    StackJudge.MEASURES,
                    List.of(
                            Row.of("DCGAN (VEEGAN, table 2)", "99.0", "3.40"),
                            Row.of("ALI (VEEGAN, table 2)", "16.0", "5.40"),
                            Row.of("Unrolled GAN (VEEGAN, table 2)", "48.7", "4.32"),
                            Row.of("VEEGAN", "150.0", "2.95"),
                            Row.of("DCGAN (PacGAN, table 2)", "78.9 ± 6.5", "4.50 ± 0.13"),
                            Row.of("PacDCGAN2", "1000.0 ± 0", "0.06 ± 0.003"),
                            Row.of("R3GAN (20.7 M weights each)", "1000", "0.029")),
                    List.of(
                            "Perfect samples have a reverse KL of about 0.0192, real stacks about 0.0235: MNIST's"
                                    + " classes are not quite equal.",
                            "The classifier is gan4j's own, not the published one of Keras; both tell 99.2 % or more of"
                                    + " the test digits right."),
                    (data, notice) -> new StackJudge(Digits.open(data, notice), STACKS)),
            new Benchmark(
                    "stacked-mnist-small-discriminator",
                    "1000 modes, Unrolled GAN's protocol with a discriminator of a quarter size, 25 600 samples",
                    recipes("stacked-mnist-small-discriminator", "Unrolled GAN's nets, DCGAN's objective"),
                    StackJudge.MEASURES,
                    List.of(
                            Row.of("DCGAN (Unrolled GAN)", "30.6 ± 20.7", "5.99 ± 0.42"),
                            Row.of("Unrolled GAN, 10 steps", "327.2 ± 74.7", "4.66 ± 0.46"),
                            Row.of("DCGAN (PacGAN, table 3)", "78.5 ± 17.6", "5.21 ± 0.19"),
                            Row.of("PacDCGAN2", "484.5 ± 33.0", "2.61 ± 0.22"),
                            Row.of("PacDCGAN3", "601.3 ± 32.2", "2.00 ± 0.17"),
                            Row.of("PacDCGAN4", "667.4 ± 29.0", "1.81 ± 0.15")),
                    List.of(
                            "Perfect samples have a reverse KL of about 0.0195, real stacks about 0.024.",
                            "The classifier is gan4j's own."),
                    (data, notice) -> new StackJudge(Digits.open(data, notice), FEWER_STACKS)),
            new Benchmark(
                    "collapse",
                    "an unfair game over N(4, 0.5), without and with minibatch discrimination, 10 000 samples",
                    List.of(
                            new Recipe(Kind.PUBLISHED, "gaussian-1d-collapsing", "without minibatch discrimination"),
                            new Recipe(Kind.OWN, "gaussian-1d-minibatch", "with minibatch discrimination")),
                    LineJudge.MEASURES,
                    List.of(),
                    List.of(
                            "The nets are those of the published toy (AYLIEN 2016), which states no figures; the generator's five"
                                    + " turns for one are gan4j's.",
                            "Collapsed is a seed whose samples are less than half as wide as the data."),
                    (data, notice) -> new LineJudge(Distribution.normal(4, 0.5), NUMBERS)),
            teams("ring", (data, notice) -> new ModeJudge((Mixture) Distribution.ring(8, 1, 0.02), POINTS)),
            teams("grid", (data, notice) -> new ModeJudge((Mixture) Distribution.grid(5, 0.7, 0.03), POINTS)),
            teams("mnist", (data, notice) -> new DigitJudge(Digits.open(data, notice), SINGLE_DIGITS)),
            new Benchmark(
                    "mnist",
                    "digits against the test part, 10 000 samples, in features of gan4j's own classifier",
                    List.of(
                            new Recipe(Kind.PUBLISHED, "mnist-dcgan", "preset mnist-dcgan"),
                            new Recipe(Kind.OWN, "mnist-conditional", "preset mnist-conditional")),
                    DigitJudge.MEASURES,
                    List.of(),
                    List.of("Distances in features of this classifier compare with one another only, not with published"
                            + " FIDs, which are those of Inception."),
                    (data, notice) -> new DigitJudge(Digits.open(data, notice), SINGLE_DIGITS)));

    public Benchmark {
        recipes = List.copyOf(recipes);
        measures = List.copyOf(measures);
        published = List.copyOf(published);
        notes = List.copyOf(notes);
        for (Row row : published)
            if (row.cells().size() != measures.size())
                throw new IllegalArgumentException("the row '" + row.name() + "' of " + name + " has "
                        + row.cells().size() + " cells for " + measures.size() + " measures");
    }

    /** Several players on both sides against one on each, with as many samples through all networks. */
    private static Benchmark teams(String data, Opening opening) {
        return new Benchmark(
                "teams-" + data,
                "2 generators x 3 discriminators against 1 x 1 on " + data + ", as many samples through all networks",
                List.of(
                        new Recipe(Kind.PUBLISHED, data + "-duel", "1 x 1"),
                        new Recipe(Kind.OWN, data + "-teams", "2 x 3")),
                data.equals("mnist") ? DigitJudge.MEASURES : ModeJudge.MEASURES,
                List.of(),
                List.of("Every player of a team is dealt a part of each batch of its own, so both recipes pass as many"
                        + " samples through generators and discriminators; more and smaller steps take longer."),
                opening);
    }

    private static List<Recipe> recipes(String name, String published) {
        return List.of(
                new Recipe(Kind.PUBLISHED, name + "-published", published),
                new Recipe(Kind.OWN, name + "-own", "gan4j's recipe"));
    }

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    /** @throws IllegalArgumentException when there is none of this name; the known ones are listed */
    public static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown benchmark '" + name + "'; known: " + String.join(", ", names())));
    }
}
