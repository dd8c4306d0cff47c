package io.github.gan4j.data;

import static io.github.gan4j.settings.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.RealData;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(DataFolders.PROPERTY);
    }

    private static DataSource read(String written) {
        return Settings.read(DataSource.class, Yaml.value(written), "data");
    }

    @Test
    void the_known_kinds_and_the_names_that_need_no_path() {
        assertThat(Variants.of(DataSource.class).words())
                .contains(
                        "strokes",
                        "normal",
                        "mixture",
                        "ring",
                        "grid",
                        "spiral",
                        "synthetic-1200",
                        "points",
                        "stacked-mnist",
                        "images",
                        "published",
                        "patches");
        assertThat(DataSource.names())
                .containsExactlyInAnyOrder(
                        "strokes",
                        "normal",
                        "mixture",
                        "ring",
                        "grid",
                        "spiral",
                        "synthetic-1200",
                        "stacked-mnist",
                        "mnist",
                        "fashion-mnist",
                        "cifar10",
                        "svhn",
                        "stl10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strokes", "normal", "mixture", "ring", "grid", "spiral", "synthetic-1200"})
    void every_source_that_is_drawn_opens_by_name(String name) throws IOException {
        DataSource source = DataSource.named(name);
        Samples samples = source.samples(1, line -> {});
        assertThat(samples.batch(0, 3).count()).isEqualTo(3);
        assertThat(samples.describe()).startsWith("endless ").contains(name.equals("synthetic-1200") ? "1200" : name);
        assertThat(source.shape()).contains(samples.shape());
        assertThat(source.needsPath()).isFalse();
        assertThat(source.path()).isEmpty();
        assertThat(source.located()).isEqualTo(source);
    }

    @Test
    void another_seed_gives_other_samples_and_the_same_seed_the_same() throws IOException {
        for (String name : List.of("strokes", "ring", "synthetic-1200")) {
            DataSource source = DataSource.named(name);
            float[] values = source.samples(1, line -> {}).batch(0, 2).values();
            assertThat(source.samples(1, line -> {}).batch(0, 2).values()).isEqualTo(values);
            assertThat(source.samples(2, line -> {}).batch(0, 2).values()).isNotEqualTo(values);
        }
    }

    @Test
    void numbers_replace_the_usual_ones() throws IOException {
        DataSource source = read("{ring: {modes: 5}}");
        assertThat(source).isEqualTo(new DrawnSource.Ring(5, 1, 0.01, 0));
        Distribution ring = source.distribution().orElseThrow();
        assertThat(ring.modes()).hasSize(5);
        assertThat(ring.spread()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normal | {normal: {mean: 4.0, std: 1.25}}",
                "mixture | {mixture: {modes: 2, spacing: 4.0, std: 0.5}}",
                "ring | {ring: {modes: 8, radius: 1.0, std: 0.01}}",
                "grid | {grid: {side: 5, spacing: 2.0, std: 0.05}}",
                "spiral | {spiral: {turns: 2.0, radius: 1.0, std: 0.02}}",
                "synthetic-1200 | {synthetic-1200: {scale: 1.0}}",
                "strokes | {strokes: 28}",
                "stacked-mnist | {stacked-mnist: {path: '', size: 0, test: false}}",
                "mnist | {published: {set: mnist, path: '', size: 0, channels: 0, flip: false}}",
            })
    void a_name_stands_for_the_usual_numbers(String name, String written) {
        DataSource source = DataSource.named(name);
        assertThat(Yaml.inline(Settings.write(DataSource.class, source))).isEqualTo(written);
        assertThat(read(written)).isEqualTo(source);
    }

    @Test
    void only_what_lies_on_a_line_or_in_a_plane_has_a_known_distribution() throws IOException {
        for (String name : DataSource.names())
            assertThat(DataSource.named(name).distribution().isPresent())
                    .isEqualTo(List.of("normal", "mixture", "ring", "grid", "spiral")
                            .contains(name));
        Path points = Files.writeString(folder.resolve("points.csv"), "1,2\n");
        assertThat(new DataSource.Points(points.toString(), 0.1)
                        .distribution()
                        .orElseThrow()
                        .mean())
                .containsExactly(1, 2);
    }

    @Test
    void strokes_come_in_any_size_and_grey_alone() throws IOException {
        assertThat(DataSource.named("strokes")
                        .sized(32, 1)
                        .samples(1, line -> {})
                        .shape())
                .isEqualTo(SampleShape.image(1, 32, 32));
        assertThat(DataSource.named("strokes").sized(0, 0)).isEqualTo(new DataSource.Strokes(28));
        assertThat(new DataSource.Strokes(0)).isEqualTo(new DataSource.Strokes(28));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.named("strokes").sized(28, 3))
                .withMessage("strokes are grey: channels must be 1 or 0, got 3");
    }

    @Test
    void stacks_are_in_colour_alone() {
        DataSource stacks = DataSource.named("stacked-mnist");
        assertThat(stacks.shape()).isEmpty();
        assertThat(stacks.sized(16, 3).shape()).contains(SampleShape.image(3, 16, 16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stacks.sized(16, 1))
                .withMessage("stacks are in colour: channels must be 3 or 0, got 1");
    }

    @Test
    void one_word_means_what_lies_there_or_else_a_name() {
        assertThat(DataSource.of("ring")).isEqualTo(DataSource.named("ring"));
        assertThat(DataSource.of("svhn")).isEqualTo(new DataSource.Published("svhn", "", 0, 0, false));
        assertThat(DataSource.of(folder.toString())).isEqualTo(DataSource.at(folder));
        assertThat(DataSource.of("imagenet")).isEqualTo(DataSource.at(Path.of("imagenet")));
        assertThat(DataSource.at(folder))
                .isEqualTo(new DataSource.Images(folder.toString(), ImageFormat.AUTO, 0, 0, false));
    }

    @Test
    void a_published_set_says_where_it_was_found() throws IOException {
        Path mnist = RealData.path("mnist").orElse(folder);
        Assumptions.assumeTrue(RealData.path("mnist").isPresent(), "shared/data/mnist is not here");
        System.setProperty(DataFolders.PROPERTY, mnist.getParent().toString());
        DataSource located = DataSource.named("mnist").located();
        assertThat(located).isEqualTo(new DataSource.Published("mnist", mnist.toString(), 0, 0, false));
        assertThat(located.samples(1, line -> {}).describe()).startsWith("60 000 images, 28x28 grey, 10 classes");
        assertThat(located.located()).isEqualTo(located);
        assertThat(DataSource.named("stacked-mnist").located().path()).isEqualTo(mnist.toString());
    }

    @Test
    void a_path_that_is_given_is_not_looked_for() throws IOException {
        DataSource elsewhere = new DataSource.Published("svhn", "elsewhere", 0, 0, false);
        assertThat(elsewhere.located()).isEqualTo(elsewhere);
    }

    @Test
    void the_shape_of_images_is_known_when_size_and_colour_are() {
        ImageSource images = DataSource.at(folder);
        assertThat(images.shape()).isEmpty();
        assertThat(images.sized(16, 0).shape()).isEmpty();
        assertThat(images.sized(16, 3).shape()).isEqualTo(Optional.of(SampleShape.image(3, 16, 16)));
        assertThat(images.sized(16, 3).flipped(true))
                .isEqualTo(new DataSource.Images(folder.toString(), ImageFormat.AUTO, 16, 3, true));
        assertThat(new DataSource.Patches("x", 16, 1, false, false).shape()).contains(SampleShape.image(1, 16, 16));
        assertThat(new DataSource.Patches("x", 16, 1, true, false).sized(8, 3))
                .isEqualTo(new DataSource.Patches("x", 8, 3, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "patches", "points"})
    void sources_of_files_need_a_path(String kind) {
        DataSource nowhere = read(kind);
        assertThat(nowhere.needsPath()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nowhere.samples(1, line -> {}))
                .withMessage("data of kind " + kind + " needs the path of its files (--data)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ring: {modus: 1}} | unknown key 'modus' in data; known keys: modes, radius, std, samples; did you mean 'modes'?",
                "{images: {std: 1}} | unknown key 'std' in data; known keys: path, format, size, channels, flip",
                "{ring: {modes: 2.5}} | data.modes must be a whole number, got '2.5'",
                "{ring: {modes: 1001}} | data.modes must be between 1 and 1000, got 1001",
                "{ring: {modes: 0}} | data.modes must be between 1 and 1000, got 0",
                "{grid: {side: 0}} | data.side must be between 1 and 1000, got 0",
                "{ring: {size: 28}} | unknown key 'size' in data; known keys: modes, radius, std, samples",
                "{strokes: {flip: true}} | unknown key 'flip' in data; known keys: size",
                "{strokes: {path: x}} | unknown key 'path' in data; known keys: size",
                "{strokes: 3} | data.size must be between 4 and 1024, got 3",
                "{images: {size: -1}} | data.size must be between 4 and 1024, got -1",
                "{images: {size: 1025}} | data.size must be between 4 and 1024, got 1025",
                "{images: {channels: 2}} | data.channels must be 1 (grey), 3 (colour) or 0 (as the data is), got 2",
                "{patches: {channels: 2}} | data.channels must be 1 (grey), 3 (colour) or 0 (as the data is), got 2",
                "{published: {size: 16}} | data.set is missing",
                "{published: {set: mnits}} | data: unknown set 'mnits'; known sets: mnist, … ; did you mean 'mnist'?",
                "{images: {format: tiff}} | data.format must be one of auto, … ; got tiff",
            })
    void descriptions_that_make_no_sense_are_refused(String written, String message) {
        refuses(() -> read(written), message);
    }

    @Test
    void an_unknown_source_is_answered_with_the_known_ones() {
        refuses(() -> DataSource.named("imagenet"), "data must be one of … ; got imagenet; did you mean 'images'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{normal: {std: 0}} | data: the std of a normal must be above 0, not 0.0",
                "{grid: {std: -1}} | data: the std of a grid must be above 0, not -1.0",
                "{spiral: {turns: -1}} | data: the turns, radius and std of a spiral must be above 0, not -1.0, 1.0, 0.02",
                "{synthetic-1200: {scale: 0}} | data.scale must be above 0 and at most 1e6, not 0.0",
            })
    void a_distribution_without_a_width_is_refused_when_it_is_read(String written, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(written)).withMessage(message);
    }
}
