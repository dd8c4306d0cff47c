package io.github.gan4j.metrics;

import io.github.gan4j.data.Mixture;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of metrics: a new one is one row here. */
public final class Metrics {
    private static final int MOST_COMPARED = 2000;
    private static final double SIGMAS = 3;

    private static final Function<Sides, Optional<String>> NOTHING = sides -> Optional.empty();
    private static final Function<Sides, Optional<String>> IMAGES = sides ->
            sides.fakes().images().isPresent() ? Optional.empty() : Optional.of("looks at images, these are points");
    private static final Function<Sides, Optional<String>> CLASSES =
            sides -> sides.classes().isEmpty()
                    ? Optional.of("needs an extractor that knows classes, such as classifier")
                    : Optional.empty();
    private static final Function<Sides, Optional<String>> LABELS = sides -> CLASSES.apply(sides)
            .or(() -> sides.fakes().labelsAmong(sides.classes()).isPresent()
                    ? Optional.empty()
                    : Optional.of("needs samples whose class was asked for, as conditional generators make them"));
    private static final Function<Sides, Optional<String>> DENSITY =
            sides -> sides.known().isPresent()
                    ? Optional.empty()
                    : Optional.of("needs data whose density is known: normal, mixture, ring, grid or spiral");
    private static final Function<Sides, Optional<String>> MODES = sides ->
            mixture(sides).isPresent() ? Optional.empty() : Optional.of("needs data with modes: mixture, ring or grid");

    /** All, in the order in which they are shown. */
    public static final List<Metric> ALL = List.of(
            new Metric(
                    "frechet-distance",
                    List.of("fid"),
                    "frechet-distance",
                    Better.LOWER,
                    NOTHING,
                    s -> List.of(
                            FrechetDistance.of(s.reals().features(), s.fakes().features()))),
            new Metric(
                    "kernel-distance",
                    List.of("kid"),
                    "kernel-distance",
                    Better.LOWER,
                    NOTHING,
                    s -> List.of(
                            KernelDistance.of(s.reals().features(), s.fakes().features(), 1))),
            new Metric(
                    "precision-recall",
                    List.of("precision", "recall"),
                    "precision",
                    Better.HIGHER,
                    NOTHING,
                    s -> PrecisionRecall.of(s.reals().features(), s.fakes().features(), PrecisionRecall.K)
                            .scores()),
            new Metric(
                    "density-coverage",
                    List.of("density", "coverage"),
                    "coverage",
                    Better.HIGHER,
                    NOTHING,
                    s -> DensityCoverage.of(s.reals().features(), s.fakes().features(), DensityCoverage.K)
                            .scores()),
            new Metric(
                    "sliced-wasserstein",
                    List.of("swd"),
                    "sliced-wasserstein",
                    Better.LOWER,
                    NOTHING,
                    s -> List.of(
                            SlicedWasserstein.of(s.reals().features(), s.fakes().features()))),
            new Metric(
                    "classifier-score",
                    List.of("inception-score", "is"),
                    "classifier-score",
                    Better.HIGHER,
                    CLASSES,
                    s -> List.of(
                            ClassifierScore.of(s.fakes().seen().probabilities().orElseThrow()))),
            new Metric(
                    "ms-ssim",
                    List.of("diversity"),
                    "ms-ssim",
                    Better.LIKE_REALS,
                    IMAGES,
                    s -> List.of(diversity(s.fakes()))),
            new Metric(
                    "class-shares",
                    List.of("shares"),
                    "class-shares",
                    Better.LOWER,
                    CLASSES,
                    s -> List.of(ClassShares.of(
                                    s.fakes().classesSeen(),
                                    s.reals().classesSeen(),
                                    s.classes().size())
                            .score(s.classes()))),
            new Metric(
                    "label-accuracy",
                    List.of("accuracy"),
                    "label-accuracy",
                    Better.HIGHER,
                    LABELS,
                    s -> List.of(LabelAccuracy.of(
                                    s.fakes().labelsAmong(s.classes()).orElseThrow(),
                                    s.fakes().classesSeen(),
                                    s.classes().size())
                            .score(s.classes()))),
            new Metric(
                    "memorisation",
                    List.of("nearest-neighbours"),
                    "memorisation",
                    Better.LIKE_REALS,
                    NOTHING,
                    s -> List.of(Memorisation.of(
                                    s.fakes().features(),
                                    s.reals().features(),
                                    s.others().features())
                            .score())),
            new Metric("modes", List.of("mode-count"), "modes", Better.HIGHER, MODES, s -> ModeCount.of(
                            s.fakes().features(), mixture(s).orElseThrow(), SIGMAS)
                    .scores()),
            new Metric(
                    "density-fit",
                    List.of("kl", "js", "wasserstein"),
                    "wasserstein",
                    Better.LOWER,
                    DENSITY,
                    s -> DensityFit.of(s.fakes().features(), s.known().orElseThrow())));

    private Metrics() {}

    /**
     * The metrics that a list names, separated by commas, each once and in the order of {@link #ALL}; {@code all} for
     * all of them.
     *
     * @throws IllegalArgumentException when one is unknown
     */
    public static List<Metric> named(String list) {
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(list.strip().split("\\s*,\\s*")));
        if (wanted.contains("all")) return ALL;
        for (String one : wanted)
            if (ALL.stream().noneMatch(metric -> metric.isCalled(one)))
                throw new IllegalArgumentException("unknown metric '" + one + "'; known metrics: " + known());
        return ALL.stream()
                .filter(metric -> wanted.stream().anyMatch(metric::isCalled))
                .toList();
    }

    /** The names with the short ones in brackets, for people. */
    public static String known() {
        return ALL.stream()
                        .map(metric -> metric.name() + " (" + String.join(", ", metric.shortNames()) + ")")
                        .collect(Collectors.joining(", "))
                + ", or all";
    }

    private static Optional<Mixture> mixture(Sides sides) {
        return sides.known().filter(Mixture.class::isInstance).map(Mixture.class::cast);
    }

    private static Score diversity(Specimens specimens) {
        var images = specimens.images().orElseThrow();
        return MsSsim.diversity(images.batch(0, Math.min(MOST_COMPARED, images.size())));
    }
}
