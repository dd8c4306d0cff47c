package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.Better.HIGHER;
import static io.github.gan4j.metrics.Better.LIKE_REALS;
import static io.github.gan4j.metrics.Better.LOWER;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.glossary.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of metrics: a new one is one row here. */
public final class Metrics {
    private static final int MOST_COMPARED = 2000;
    /** A variance, a pair or a floor takes two. */
    private static final int FEWEST = 2;

    private static final Function<EvaluatedSamples, Optional<String>> NOTHING = sides -> Optional.empty();
    private static final Function<EvaluatedSamples, Optional<String>> IMAGES = sides ->
            sides.fakes().images().isPresent() ? Optional.empty() : Optional.of("looks at images, these are points");
    private static final Function<EvaluatedSamples, Optional<String>> CLASSES =
            sides -> sides.classes().isEmpty()
                    ? Optional.of("needs an extractor that knows classes, such as classifier")
                    : Optional.empty();
    private static final Function<EvaluatedSamples, Optional<String>> LABELS =
            sides -> CLASSES.apply(sides).or(() -> withoutLabels(sides));
    private static final Function<EvaluatedSamples, Optional<String>> DENSITY =
            sides -> sides.known().isPresent()
                    ? Optional.empty()
                    : Optional.of("needs data whose density is known: normal, mixture, ring, grid or spiral");
    private static final Function<EvaluatedSamples, Optional<String>> MODES = sides ->
            mixture(sides).isPresent() ? Optional.empty() : Optional.of("needs data with modes: mixture, ring or grid");

    /** The metrics of generated samples, in the order in which they are shown. */
    public static final List<Metric> ALL = List.of(
            row("frechet-distance", "fid", LOWER, NOTHING, s -> List.of(FrechetDistance.of(s.real(), s.fake()))),
            row("kernel-distance", "kid", LOWER, NOTHING, s -> List.of(KernelDistance.of(s.real(), s.fake(), 1))),
            row(
                            "precision-recall",
                            "precision, recall",
                            HIGHER,
                            NOTHING,
                            s -> PrecisionRecall.scores(s.real(), s.fake()))
                    .decidedBy("precision")
                    .with(Map.of("recall", HIGHER))
                    .from(PrecisionRecall.K + 1),
            row(
                            "density-coverage",
                            "density, coverage",
                            HIGHER,
                            NOTHING,
                            s -> DensityCoverage.scores(s.real(), s.fake()))
                    .decidedBy("coverage")
                    .with(Map.of("density", LIKE_REALS))
                    .from(DensityCoverage.K + 1),
            row("sliced-wasserstein", "swd", LOWER, NOTHING, s -> List.of(SlicedWasserstein.of(s.real(), s.fake()))),
            row(
                            "classifier-score",
                            "inception-score, is",
                            HIGHER,
                            CLASSES,
                            s -> List.of(ClassifierScore.of(
                                    s.fakes().seen().probabilities().orElseThrow())))
                    .from(ClassifierScore.SPLITS),
            row("ms-ssim", "diversity", LIKE_REALS, IMAGES, s -> List.of(diversity(s.fakes()))),
            row("class-shares", "shares", LOWER, CLASSES, s -> List.of(ClassFrequencies.score(s))),
            row("label-accuracy", "accuracy", HIGHER, LABELS, s -> List.of(LabelAccuracy.score(s))),
            row("memorisation", "nearest-neighbours", LIKE_REALS, NOTHING, s -> List.of(Memorisation.score(s))),
            row(
                            "modes",
                            "mode-count",
                            HIGHER,
                            MODES,
                            s -> ModeCount.scores(s.fake(), mixture(s).orElseThrow()))
                    .with(Map.of("high-quality", LIKE_REALS, "reverse-kl", LOWER)),
            row(
                            "density-fit",
                            "kl, js, wasserstein",
                            LOWER,
                            DENSITY,
                            s -> DensityFit.of(s.fake(), s.known().orElseThrow()))
                    .decidedBy("wasserstein")
                    .with(Map.of("kl", LOWER, "reverse-kl-density", LOWER, "js", LOWER)));

    /** The metrics of restored images beside their originals, of {@link EvaluatedSamples#ofRestored}. */
    public static final List<Metric> OF_RESTORED = List.of(
            row("psnr", "", HIGHER, NOTHING, s -> List.of(Fidelity.score("psnr", HIGHER, s, Fidelity::psnr))),
            row("ssim", "", HIGHER, NOTHING, s -> List.of(Fidelity.score("ssim", HIGHER, s, Fidelity::ssim))),
            row(
                    "sharpness",
                    "",
                    LIKE_REALS,
                    NOTHING,
                    s -> List.of(Fidelity.score("sharpness", LIKE_REALS, s, Fidelity::sharpness))));

    private Metrics() {}

    private static Optional<String> withoutLabels(EvaluatedSamples sides) {
        if (sides.fakes().labelsAmong(sides.classes()).isPresent()) return Optional.empty();
        Optional<String> other = sides.fakes().labelNames().stream()
                .filter(name -> !sides.classes().contains(name))
                .findFirst();
        return Optional.of(other.map(name -> "needs samples of the reals' classes, of which '" + name + "' is none")
                .orElse("needs samples of requested classes, as class-conditional generators make them"));
    }

    private static Metric row(
            String name,
            String shortNames,
            Better better,
            Function<EvaluatedSamples, Optional<String>> lacks,
            Function<EvaluatedSamples, List<Score>> scores) {
        List<String> others = shortNames.isEmpty() ? List.of() : List.of(shortNames.split(", "));
        return new Metric(name, others, name, better, Map.of(), FEWEST, lacks, scores);
    }

    /** As {@link #named(String, List)}, among {@link #ALL}. */
    public static List<Metric> named(String list) {
        return named(list, ALL);
    }

    /**
     * The metrics that a list names in capital or small letters, separated by commas, each once and in the order of
     * {@code all}; {@code all} for all of them.
     *
     * @throws IllegalArgumentException when one is unknown
     */
    public static List<Metric> named(String list, List<Metric> all) {
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(list.strip().split("\\s*,\\s*")));
        if (wanted.contains("all")) return all;
        for (String one : wanted)
            if (all.stream().noneMatch(metric -> metric.isCalled(one)))
                throw new IllegalArgumentException(
                        unknown(one) + "; known metrics: " + known(all) + Suggestions.didYouMean(one, names(all)));
        return all.stream()
                .filter(metric -> wanted.stream().anyMatch(metric::isCalled))
                .toList();
    }

    private static String unknown(String name) {
        if (ALL.stream().anyMatch(metric -> metric.isCalled(name)))
            return "'" + name + "' is a metric of generated samples, not of restored images";
        if (OF_RESTORED.stream().anyMatch(metric -> metric.isCalled(name)))
            return "'" + name + "' is a metric of restored images, not of generated samples";
        return "unknown metric '" + name + "'";
    }

    /** Every name and short name. */
    private static List<String> names(List<Metric> all) {
        return all.stream()
                .flatMap(metric -> Stream.concat(Stream.of(metric.name()), metric.shortNames().stream()))
                .toList();
    }

    private static String known(List<Metric> all) {
        return all.stream().map(Metric::toString).collect(Collectors.joining(", ")) + ", or all";
    }

    /** The names of all scores, deciding ones before others of the same metric, in the order of the metrics. */
    public static List<String> scores() {
        return rows().flatMap(metric -> Stream.concat(
                        Stream.of(metric.deciding()),
                        metric.also().keySet().stream().sorted()))
                .toList();
    }

    /** Which way a score improves; empty for a name that no metric gives. */
    public static Optional<Better> better(String score) {
        return rows().flatMap(metric -> metric.better(score).stream()).findFirst();
    }

    private static Stream<Metric> rows() {
        return Stream.of(ALL, OF_RESTORED).flatMap(List::stream);
    }

    /** Whether a number in events is a score, as its spelling tells. */
    public static boolean isScore(String key) {
        return key.contains("-");
    }

    /** The name of a score with the field's abbreviation, for people: {@code frechet-distance (FID)}. */
    public static String title(String score) {
        return ALL.stream()
                .filter(metric -> metric.name().equals(score))
                .findFirst()
                .flatMap(Metric::abbreviation)
                .map(abbreviation -> score + " (" + abbreviation + ")")
                .orElse(score);
    }

    private static Optional<Mixture> mixture(EvaluatedSamples sides) {
        return sides.known().filter(Mixture.class::isInstance).map(Mixture.class::cast);
    }

    private static Score diversity(Specimens specimens) {
        var images = specimens.images().orElseThrow();
        return MsSsim.diversity(images.batch(0, Math.min(MOST_COMPARED, images.size())));
    }
}
