package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.DrawnSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.Maxout;
import io.github.gan4j.networks.Perceptron;
import io.github.gan4j.schedule.Cosine;
import io.github.gan4j.schedule.LinearRamp;
import io.github.gan4j.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final Draft BASE = Draft.empty().over("""
                    stop: {minutes: 1}
                    data: {normal: {mean: 3}}
                    generator: {optimizer: {adam: {learningRate: {linear: {from: 1, to: 0, images: 10}}, beta2: 0.9}}}
                    discriminator: {penalties: [r1]}
                    """);

    private static Learning.Adam adam(Plan plan) {
        return (Learning.Adam) plan.generator().optimizer();
    }

    @Test
    void a_partial_plan_changes_only_what_it_names() {
        Plan plan = BASE.over("generator: {optimizer: {adam: {beta1: 0}}}").plan();
        assertThat(adam(plan)).isEqualTo(new Learning.Adam(new LinearRamp(1, 0, 10), 0, 0.9, 1e-8, 0));
        assertThat(plan.data()).isEqualTo(new DrawnSource.Normal(3, 1.25, 0));
    }

    @Test
    void lists_and_values_of_another_kind_are_replaced_whole() {
        Plan plan = BASE.over("""
                        generator: {optimizer: {adam: {learningRate: {cosine: {from: 1, to: 0, images: 10}}}}}
                        data: {ring: {modes: 4}}
                        discriminator: {penalties: [{r2: {interval: 2}}]}
                        """).plan();
        assertThat(adam(plan).learningRate().at(5)).isEqualTo(0.5);
        assertThat(adam(plan).beta2()).isEqualTo(0.9);
        assertThat(plan.data()).isEqualTo(new DrawnSource.Ring(4, 1, 0.01, 0));
        assertThat(plan.discriminator().penalties()).containsExactly(new Penalty.R2(Schedule.constant(1), 2));
    }

    @Test
    void a_base_is_a_preset_below_the_text() {
        Plan plan = Draft.empty().over("{base: ring-duel, batchSize: 7}").plan();
        assertThat(plan)
                .isEqualTo(Presets.draft("ring-duel")
                        .set("batchSize=7")
                        .set("name=unnamed")
                        .over("about: '" + plan.about() + "'")
                        .plan());
        for (String nothing : List.of("null", "[ring]", "{ring: 1}"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Draft.empty().over("base: " + nothing))
                    .withMessageStartingWith("base must be the name of a preset")
                    .withMessageEndingWith("got " + nothing);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.empty().over("base: rings"))
                .withMessageStartingWith("unknown preset 'rings'; did you mean 'ring'");
    }

    @Test
    void settings_reach_records_lists_schedules_and_numbers_of_a_source() {
        Plan plan = set(
                "batchSize=64",
                "name=mine",
                "generator.optimizer.learningRate.from=2e-3",
                "generator.network.perceptron.hidden=[5, 6]",
                "generator.network.hidden.2=7",
                "discriminator.network=maxout",
                "discriminator.network.hidden.0=9",
                "discriminator.penalties.0.gamma=0.5",
                "discriminator.penalties.1=r2",
                "discriminator.augmentations.0.packing.samples=3",
                "discriminator.team.weighting.softmax.temperature=0.5",
                "data.std=1.5",
                "about=");
        assertThat(plan.batchSize()).isEqualTo(64);
        assertThat(plan.name()).isEqualTo("mine");
        assertThat(adam(plan).learningRate()).isEqualTo(new LinearRamp(2e-3, 0, 10));
        assertThat(((Perceptron.Generator) plan.generator().network()).hidden()).containsExactly(5, 6, 7);
        assertThat(((Maxout.Discriminator) plan.discriminator().network()).hidden())
                .containsExactly(9);
        assertThat(plan.discriminator().penalties())
                .containsExactly(new Penalty.R1(Schedule.constant(0.5)), new Penalty.R2(Schedule.constant(1)));
        assertThat(plan.discriminator().augmentations()).containsExactly(new Augmentation.Packing(3));
        assertThat(plan.discriminator().count()).isEqualTo(2);
        assertThat(plan.data()).isEqualTo(new DrawnSource.Normal(3, 1.5, 0));
        assertThat(plan.about()).isEmpty();
    }

    @Test
    void a_path_may_name_the_kind_or_choose_another() {
        assertThat(adam(set("generator.optimizer.adam.learningRate.cosine={from: 1, to: 0, images: 3}"))
                        .learningRate())
                .isEqualTo(new Cosine(1, 0, 3));
        assertThat(set("generator.optimizer.sgd.momentum=0.5").generator().optimizer())
                .isEqualTo(new Learning.Sgd(Schedule.constant(2e-4), 0.5, false, 0));
        assertThat(set("metrics.names.0=sw").metrics().orElseThrow().names()).containsExactly("sw");
        assertThat(set("generator.ema.halfLife=7", "generator.ema=none")
                        .generator()
                        .ema())
                .isEmpty();
    }

    @Test
    void a_text_is_taken_as_it_stands() {
        Draft files = Draft.empty().over("stop: {minutes: 1}");
        assertThat(files.setText("data.path", "a: [b, 1e3").plan().data().path())
                .isEqualTo("a: [b, 1e3");
        assertThat(files.setText("data.path", "none").plan().data().path()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "batchSize | a setting is written path.to.key=value, as in batchSize=64; got 'batchSize'",
                "generator.optimiser.adam=1 | generator.optimiser.adam=1: unknown key 'optimiser' in generator; known keys: input, network, optimizer, loss, ema, team; did you mean 'optimizer'?",
                "discriminator.penalties.0.gama=1 | discriminator.penalties.0.gama=1: unknown key 'gama' in discriminator.penalties.0; known keys: gamma, interval; did you mean 'gamma'?",
                "discriminator.penalties.2=r1 | discriminator.penalties.2=r1: discriminator.penalties is a list of 1, changed at 0 to 1 (the last adds one); got '2'",
                "discriminator.penalties.first=r1 | discriminator.penalties.first=r1: discriminator.penalties is a list of 1, changed at 0 to 1 (the last adds one); got 'first'",
                "batchSize.size=1 | batchSize.size=1: batchSize is a single value and has no key 'size'",
                "generator..team=1 | generator..team=1: a path has a name between any two dots",
                "generator.optimizer.learningRate.cosine.form=1 | generator.optimizer.learningRate.cosine.form=1: unknown key 'form' in generator.optimizer.learningRate.cosine; known keys: from, to, images",
                "generator.optimizer.learningRate={linear: 1, cosine: 2} | generator.optimizer.learningRate={linear: 1, cosine: 2}: generator.optimizer.learningRate must have one key, which names its kind (linear, cosine, steps), got {linear: 1, cosine: 2}",
                "generator.optimizer.learningRate.cosine.from=1 | generator.optimizer.learningRate.to is missing",
                "data=ringg | data=ringg: data must be one of ",
                "batch=3 | batch=3: unknown key 'batch'; known keys: name, ",
            })
    void a_setting_that_leads_nowhere_is_refused_in_one_line(String assignment, String message) {
        assertThatThrownBy(() -> set(assignment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_value_that_is_not_yaml_is_refused_in_one_line() {
        assertThatThrownBy(() -> set("generator.network.perceptron.hidden=[1, 2"))
                .hasMessageStartingWith("generator.network.perceptron.hidden=[1, 2: '[1, 2' is not a value: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_plan_file_is_named_in_what_is_wrong_with_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "btch: 3");
        assertThatThrownBy(() -> BASE.over(file))
                .hasMessageStartingWith(file + ": unknown key 'btch'; known keys: name");
        Files.writeString(file, "batchSize: 3\nbatchSize: 4");
        assertThatThrownBy(() -> BASE.over(file))
                .hasMessageContaining("Duplicate")
                .hasMessageContaining("line 2");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8});
        assertThatThrownBy(() -> BASE.over(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be read: it is not UTF-8");
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        Files.write(file, large);
        assertThatThrownBy(() -> BASE.over(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 1048576");
        assertThatThrownBy(() -> BASE.over(folder.resolve("none.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none.yaml") + ": cannot be read: no such file or folder");
        assertThatThrownBy(() -> BASE.over(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": cannot be read: Is a directory");
        Files.writeString(file, "base: strokes\nbatchSize: 3");
        assertThat(Plan.read(file).batchSize()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latent: {size: 3}",
                "damage: {factor: 2}",
                "encoder: {used: true}",
                "supervision: {labelled: 3}",
                "content: []",
                "penalties: []",
                "augmentations: []",
                "average: {halfLife: 3}",
                "batch: 64",
                "length: {minutes: 3}"
            })
    void a_plan_of_version_1_is_refused_with_what_to_do(String yaml) {
        String key = yaml.substring(0, yaml.indexOf(':'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.over(yaml))
                .withMessage("the key '" + key + "' belongs to plans of version 1, which are no longer read; start"
                        + " from a preset (gan4j presets show NAME) with the keys of docs/plan-keys.md");
    }

    @Test
    void hostile_yaml_is_refused_without_filling_the_memory() {
        for (String yaml : List.of(
                "[".repeat(100_000),
                "generator: " + "{network: ".repeat(100_000),
                "batchSize: 1e999999999",
                "data: {ring: {std: '1e999999999'}}",
                "stop: {images: " + "9".repeat(100_000) + "}",
                "a: &a [1, 1]\nb: &b [*a, *a]\nbatchSize: *b",
                "!!javax.script.ScriptEngineManager [1]",
                "data: {java.lang.Runtime: {}}"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BASE.over(yaml).plan());
    }

    @Test
    void a_draft_stays_as_it_is_whatever_is_made_of_it() {
        Plan before = BASE.plan();
        BASE.set("discriminator.penalties.0=r2");
        BASE.over("discriminator: {penalties: []}");
        BASE.on("ring");
        BASE.setTexts("classes", List.of("a"));
        assertThat(BASE.plan()).isEqualTo(before);
        assertThat(Draft.of(before).plan()).isEqualTo(before);
    }

    @Test
    void files_on_another_path_keep_the_size_and_colours_that_the_plan_wants(@TempDir Path folder) {
        Draft images = BASE.set("data={images: {size: 16, channels: 1, flip: true}}");
        String path = folder.toString();
        assertThat(images.on(path).plan().data()).isEqualTo(new DataSource.Images(path, ImageFormat.AUTO, 16, 1, true));
        assertThat(images.on("cifar10").plan().data()).isEqualTo(new DataSource.Published("cifar10", "", 16, 1, true));
        assertThat(images.on("cifar10").on(path).plan().data())
                .isEqualTo(new DataSource.Images(path, ImageFormat.AUTO, 16, 1, true));
        assertThat(BASE.set("data=points").on(path).plan().data()).isEqualTo(new DataSource.Points(path, 0.02));
        assertThat(BASE.set("data={patches: {size: 16}}").on(path).plan().data())
                .isEqualTo(new DataSource.Patches(path, 16, 0, false, false));
    }

    @Test
    void what_is_drawn_is_as_usual_and_a_path_is_made_whole() {
        assertThat(BASE.on("ring").plan().data()).isEqualTo(DataSource.named("ring"));
        assertThat(BASE.set("data={images: {size: 16}}").on("strokes").plan().data())
                .isEqualTo(DataSource.named("strokes"));
        Path whole = Path.of("some/where").toAbsolutePath();
        assertThat(BASE.on("some/./where").plan().data())
                .isEqualTo(new DataSource.Images(whole.toString(), ImageFormat.AUTO, 0, 0, false));
        assertThat(Draft.empty()
                        .over("stop: {minutes: 1}")
                        .on("some/where")
                        .plan()
                        .data()
                        .path())
                .isEqualTo(whole.toString());
    }

    private static Plan set(String... assignments) {
        return BASE.set(List.of(assignments)).plan();
    }
}
