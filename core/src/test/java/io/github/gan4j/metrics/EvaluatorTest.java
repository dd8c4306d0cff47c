package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final Split STROKES = Split.heldOut(ImageSets.of(new PenStrokes(1, 12), 0, 240));
    private static final ImageSet FRESH = ImageSets.of(new PenStrokes(1, 12), 1000, 100);
    private static final ImageSet BLACK =
            ImageSets.of(SampleShape.image(1, 12, 12), new float[100 * 144], new int[0], List.of());

    @TempDir
    Path folder;

    /** Sees the brightness of every row of pixels; where it knows classes, it reads them from the labels. */
    private record Rows(List<String> classes) implements Extractor {
        @Override
        public String name() {
            return "rows";
        }

        @Override
        public String hash() {
            return "rows" + classes.size();
        }

        @Override
        public Extraction look(Batch images) {
            float[] rows = new float[images.count() * 12];
            for (int at = 0; at < images.values().length; at++) rows[at / 12] += images.values()[at] / 12;
            return new Extraction(new Features(images.count(), 12, rows), likely(images));
        }

        private Optional<Features> likely(Batch images) {
            if (classes.isEmpty()) return Optional.empty();
            float[] likely = new float[images.count() * 10];
            Arrays.fill(likely, 0.01f);
            for (int i = 0; i < images.count(); i++) likely[i * 10 + images.labels()[i]] = 0.91f;
            return Optional.of(new Features(images.count(), 10, likely));
        }

        @Override
        public void close() {}
    }

    private static final Rows BLIND = new Rows(List.of());
    private static final Rows KNOWING = new Rows(STROKES.train().labelNames());

    private Evaluator evaluator(Extractor extractor, int count) {
        FeatureCache cache = new FeatureCache(new CacheFolder(folder), line -> {});
        return new Evaluator(extractor, Reference.of(STROKES, count, extractor, cache));
    }

    @Test
    void scores_improve_the_way_that_the_table_of_metrics_says() {
        List<Judgement> judgements = new ArrayList<>(
                evaluator(KNOWING, 100).judge("fresh", FRESH, Metrics.ALL).judgements());
        Distribution ring = Distribution.ring(8, 1, 0.01);
        judgements.addAll(new Evaluator(new RawPixels(), Reference.of(ring, 200))
                .judge("points", ring.samples(3).batch(0, 200), Metrics.ALL)
                .judgements());
        assertThat(judgements).hasSizeGreaterThan(20).allSatisfy(judgement -> {
            Score score = judgement.score();
            assertThat(Metrics.better(score.name())).as(score.name()).contains(score.better());
            assertThat(Metrics.scores()).contains(score.name());
        });
        assertThat(Metrics.scores()).doesNotHaveDuplicates();
    }

    @Test
    void fresh_samples_are_near_the_floor_and_black_ones_are_not() {
        Evaluator evaluator = evaluator(BLIND, 100);
        Judgement fresh = evaluator
                .judge("fresh", FRESH, Metrics.named("kid"))
                .judgements()
                .get(0);
        Judgement black = evaluator
                .judge("black", BLACK, Metrics.named("kid"))
                .judgements()
                .get(0);
        assertThat(black.floor()).isEqualTo(fresh.floor());
        assertThat(fresh.score().interval().orElseThrow().low())
                .isLessThan(fresh.floor().interval().orElseThrow().high());
        assertThat(black.score().interval().orElseThrow().low())
                .isGreaterThan(fresh.floor().interval().orElseThrow().high());
        assertThat(fresh.score().reals()).isEqualTo(100);
        assertThat(fresh.score().fakes()).isEqualTo(100);
    }

    @Test
    void whoever_asks_for_all_gets_all_there_are_and_hears_of_the_others() {
        Evaluation without = evaluator(BLIND, 100).judge("fresh", FRESH, Metrics.ALL);
        assertThat(without.leftOut())
                .contains("classifier-score needs an extractor that knows classes, such as classifier")
                .contains("modes needs data with modes: mixture, ring or grid");
        assertThat(without.provenance().orElseThrow().checksums()).containsEntry("extractor", "rows0");
        Evaluation with = evaluator(KNOWING, 100).judge("fresh", FRESH, Metrics.ALL);
        assertThat(with.judgement("label-accuracy").orElseThrow().score().value())
                .isEqualTo(1);
        assertThat(with.judgement("class-shares")).isPresent();
        assertThat(with.judgement("precision")).isPresent();
    }

    @Test
    void whoever_names_a_metric_that_cannot_be_is_told_why() {
        ImageSet otherClasses =
                ImageSets.of(FRESH.shape(), new float[10 * 144], new int[10], List.of("a class of another name"));
        Evaluator evaluator = evaluator(KNOWING, 100);
        assertThatThrownBy(() -> evaluator.judge("fresh", otherClasses, Metrics.named("accuracy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "label-accuracy needs samples of the reals' classes, of which 'a class of another name' is none");
    }

    @Test
    void of_few_samples_every_metric_is_computed_that_can_be_and_the_others_say_what_they_need() {
        for (int count = 2; count <= 12; count++) {
            Evaluation few = evaluator(KNOWING, count).judge("few", FRESH.part(0, count), Metrics.ALL);
            for (Metric metric : Metrics.ALL) {
                boolean left = few.leftOut().stream().anyMatch(line -> line.startsWith(metric.name() + " "));
                boolean computed = few.judgement(metric.deciding()).isPresent();
                assertThat(left).as(metric.name() + " of " + count).isNotEqualTo(computed);
                if (count < metric.fewest())
                    assertThat(few.leftOut())
                            .contains(metric.name() + " needs " + metric.fewest() + " samples of each kind, there are "
                                    + count);
            }
        }
        assertThat(evaluator(KNOWING, 3)
                        .judge("few", FRESH.part(0, 3), Metrics.named("FID,Precision"))
                        .leftOut())
                .containsExactly("precision-recall needs 4 samples of each kind, there are 3");
        assertThatThrownBy(() -> evaluator(KNOWING, 3).judge("few", FRESH.part(0, 3), Metrics.named("precision")))
                .hasMessage("precision-recall needs 4 samples of each kind, there are 3");
    }

    @Test
    void points_are_judged_by_their_own_distribution() {
        Distribution ring = Distribution.ring(8, 1, 0.01);
        Evaluator evaluator = new Evaluator(RawPixels.ofPoints(), Reference.of(ring, 200));
        Batch points = ring.samples(5).batch(0, 200);
        Evaluation own = evaluator.judge("own", points, Metrics.named("modes"));
        assertThat(own.extractor()).isEqualTo("coordinates");
        assertThat(own.judgement("modes").orElseThrow().score().value()).isEqualTo(8);
        assertThatThrownBy(() -> evaluator.judge("own", points, Metrics.named("ms-ssim")))
                .hasMessage("ms-ssim looks at images, these are points");
    }

    @Test
    void reals_and_others_are_disjoint_and_equally_many() {
        RawPixels pixels = new RawPixels();
        FeatureCache cache = new FeatureCache(new CacheFolder(folder), line -> {});
        Reference usual = Reference.of(STROKES, 0, pixels, cache);
        assertThat(usual.count()).isEqualTo(120).isEqualTo(usual.others().count());
        assertThat(usual.split()).isEqualTo("120 of 240 images, drawn with seed 0; floor: 120 others of them");
        Set<String> seen = new HashSet<>();
        for (Specimens half : List.of(usual.reals(), usual.others()))
            for (int i = 0; i < half.count(); i++)
                seen.add(Arrays.toString(half.images().orElseThrow().values(i)));
        assertThat(seen).hasSize(240);
        assertThatThrownBy(() -> Reference.of(STROKES, 121, pixels, cache))
                .hasMessage("count must be between 2 and 120 for these 240 images, 12x12 grey, 10 classes, got 121; as"
                        + " many reals again are needed for the floor");
    }

    @Test
    void images_held_out_elsewhere_make_the_floor_where_they_suffice() {
        RawPixels pixels = new RawPixels();
        FeatureCache cache = new FeatureCache(new CacheFolder(folder), line -> {});
        Split apart = new Split(STROKES.train(), STROKES.test(), "published test part");
        assertThat(Reference.of(apart, 30, pixels, cache).split())
                .isEqualTo(
                        "30 of 200 images, drawn with seed 0; floor: published test part, 30 of 40 images, drawn with"
                                + " seed 0");
        assertThat(Reference.of(apart, 0, pixels, cache).split())
                .isEqualTo("100 of 200 images, drawn with seed 0; floor: 100 others of them");
    }

    @Test
    void an_evaluation_comes_back_from_its_file() throws IOException {
        Evaluation evaluation = evaluator(KNOWING, 50).judge("fresh", FRESH.part(0, 50), Metrics.ALL);
        Path file = folder.resolve("evaluation.json");
        Json.write(file, evaluation);
        assertThat(Evaluation.read(file)).isEqualTo(evaluation);
        Files.writeString(file, "{\"scores\": [{\"name\": \"fid\"}]}");
        assertThatThrownBy(() -> Evaluation.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": ");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Evaluation.read(file)).hasMessage(file + ": key 'about' is missing");
    }

    @Test
    void a_table_shows_every_score_with_interval_floor_and_counts() {
        String table = evaluator(BLIND, 100)
                .judge("my samples", FRESH, Metrics.named("kid,density"))
                .table();
        assertThat(table.lines().limit(5).toList())
                .startsWith(
                        "my samples",
                        "against    240 images, 12x12 grey, 10 classes ("
                                + "100 of 240 images, drawn with seed 0; floor: 100 others of them)",
                        "extractor  rows, hash rows0",
                        "")
                .last()
                .asString()
                .startsWith("metric                 score ")
                .endsWith("samples");
        assertThat(table).containsPattern("(?m)^density +[\\d.]+ +[\\d.]+ to [\\d.]+ +[\\d.]+ +like reals +100 / 100$");
    }
}
