package io.github.gan4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Plans;
import io.github.gan4j.run.Preview;
import io.github.gan4j.run.Run;
import io.github.gan4j.run.Runs;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New runs that start from the weights of others. */
class TransferTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path source;
    private static Map<String, StoredTensor> there;

    @BeforeAll
    static void train_the_source() throws IOException {
        source = shared.resolve("digits");
        Runs.train(images(), source);
        there = Runs.numbers(source);
    }

    private static Plan images(String... settings) {
        return Plans.with(
                Presets.draft("strokes")
                        .set("threads=1")
                        .set("precision=fp32")
                        .set("data.size=16")
                        .set("generator.input.size=8")
                        .set("generator.network.width=4")
                        .set("discriminator.network.width=4")
                        .set("generator.ema.halfLife=100")
                        .set("batchSize=16")
                        .set("stop={images: 64}")
                        .set("record.checkpoints={images: 32}")
                        .plan(),
                settings);
    }

    private static Plan from(Object where, String... settings) {
        return Draft.of(images("seed=7"))
                .setTexts("start.from", List.of(where.toString()))
                .set(List.of(settings))
                .plan();
    }

    /** The arrays of the first checkpoint of a new run by this plan. */
    private Map<String, StoredTensor> first(Plan plan, List<String> notices) throws IOException {
        Path path = folder.resolve("new");
        try (Run run = Run.start(plan, path, notices::add)) {
            run.train(new io.github.gan4j.train.Listener() {});
        }
        return RunFolder.open(path).checkpoints().open(0).read().tensors();
    }

    private static List<String> weights(Map<String, StoredTensor> tensors, String player) {
        return tensors.keySet().stream()
                .filter(name -> name.startsWith(player + ".") && !name.contains(".optimizer."))
                .toList();
    }

    // ---- runs ----

    @Test
    void both_players_and_the_average_start_from_the_weights_of_a_run_and_optimizers_anew() throws IOException {
        List<String> notices = new ArrayList<>();
        Map<String, StoredTensor> here = first(from(source), notices);
        assertThat(weights(here, "generator")).hasSameElementsAs(weights(there, "generator"));
        there.forEach((name, tensor) -> {
            if (name.contains(".optimizer."))
                assertThat(here.get(name).floats()).as(name).containsOnly(0);
            else assertThat(here.get(name)).as(name).isEqualTo(tensor);
        });
        assertThat(here.keySet()).anyMatch(name -> name.endsWith(".mean")).anyMatch(name -> name.contains(".average."));
        assertThat(notices).anySatisfy(line -> assertThat(line)
                .startsWith("started from the weights of " + source)
                .contains("generator (")
                .contains("discriminator ("));
    }

    @Test
    void the_plan_holds_the_file_and_its_checksum_and_the_provenance_what_was_taken() throws IOException {
        first(from(source), new ArrayList<>());
        Path path = folder.resolve("new");
        String written = Files.readString(path.resolve("plan.yaml"));
        Plan plan = Draft.empty().over(written).plan();
        assertThat(Path.of(plan.start().orElseThrow().from().get(0)))
                .isEqualTo(source.resolve("checkpoints/000000064.safetensors").toAbsolutePath());
        assertThat(plan.start().orElseThrow().sha256()).hasSize(1);
        assertThat(Provenance.lineage(Yaml.tree(written, "plan")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("started from the weights of");
        // the same plan once more is the same run
        Map<String, StoredTensor> once = Runs.numbers(path);
        Runs.train(plan, folder.resolve("again"));
        assertThat(Runs.numbers(folder.resolve("again"))).isEqualTo(once);
    }

    @Test
    void a_run_resumes_exactly_after_its_source_is_gone_and_keeps_its_lineage() throws IOException {
        Path copy = folder.resolve("copy.safetensors");
        Files.copy(source.resolve("checkpoints/000000064.safetensors"), copy);
        Runs.train(from(copy), folder.resolve("whole"));
        Path parts = folder.resolve("parts");
        Runs.train(from(copy, "stop.images=32"), parts);
        Files.delete(copy);
        try (Run run = Run.resume(parts, Optional.of(images().stop()), line -> {})) {
            run.train(new io.github.gan4j.train.Listener() {});
        }
        assertThat(Runs.numbers(parts)).isEqualTo(Runs.numbers(folder.resolve("whole")));
        assertThat(Provenance.lineage(Yaml.tree(parts.resolve("plan.yaml")))).hasSize(1);
    }

    @Test
    void a_checkpoint_is_chosen_by_its_images() throws IOException {
        Map<String, StoredTensor> here = first(from(source + "@32"), new ArrayList<>());
        String name = "generator.0.weight";
        assertThat(here.get(name))
                .isEqualTo(RunFolder.open(source)
                        .checkpoints()
                        .open(32)
                        .read()
                        .tensors()
                        .get(name))
                .isNotEqualTo(there.get(name));
        assertThatThrownBy(() -> Run.start(from(source + "@33"), folder.resolve("no"), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no checkpoint at 33 images; it has some at [64, 32");
        assertThatThrownBy(() -> Run.start(from(source + "@best"), folder.resolve("no"), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no best checkpoint recorded");
        assertThatThrownBy(() -> Run.start(from(source + "@x"), folder.resolve("no"), line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RUN@ must be followed by a number of images or by best");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void the_generator_alone_can_be_taken() throws IOException {
        List<String> notices = new ArrayList<>();
        Map<String, StoredTensor> here = first(from(source, "start.players=generator"), notices);
        assertThat(here.get("generator.0.weight")).isEqualTo(there.get("generator.0.weight"));
        assertThat(here.get("discriminator.0.weight")).isNotEqualTo(there.get("discriminator.0.weight"));
        assertThat(notices).contains("newly initialised: discriminator");
    }

    // ---- what does not fit ----

    @Test
    void every_array_that_does_not_fit_is_named_and_nothing_is_left_behind() {
        assertThatThrownBy(() -> Run.start(
                        from(source, "generator.input.size=9", "discriminator.network.width=6"),
                        folder.resolve("new"),
                        line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit: generator.0.weight [128, 9], there generator.0.weight F32[128, 8]")
                .hasMessageContaining(
                        "discriminator.0.weight [6, 1, 5, 5], there discriminator.0.weight F32[4, 1, 5, 5]")
                .hasMessageContaining("--from-matching");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void what_fits_is_taken_where_that_is_allowed_and_the_rest_is_named() throws IOException {
        List<String> notices = new ArrayList<>();
        Map<String, StoredTensor> here = first(from(source, "generator.input.size=9", "start.matching=true"), notices);
        assertThat(here.get("generator.2.scale")).isEqualTo(there.get("generator.2.scale"));
        assertThat(here.get("generator.0.weight").shape()).containsExactly(128, 9);
        assertThat(here.get("generator.average.0.weight")).isEqualTo(here.get("generator.0.weight"));
        assertThat(notices).anySatisfy(line -> assertThat(line)
                .isEqualTo("newly initialised: generator.0.weight [128, 9], there generator.0.weight F32[128, 8]"));
    }

    @Test
    void a_run_of_other_networks_altogether_is_refused_even_then() throws IOException {
        Path line = folder.resolve("line");
        Runs.train(Plans.line(), line);
        assertThatThrownBy(() -> Run.start(from(line, "start.matching=true"), folder.resolve("new"), notice -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit");
    }

    @Test
    void weights_that_changed_since_are_refused() throws IOException {
        Path copy = folder.resolve("copy.safetensors");
        Files.copy(source.resolve("checkpoints/000000064.safetensors"), copy);
        Plan located = Run.completed(from(copy), line -> {});
        Files.copy(
                source.resolve("checkpoints/000000032.safetensors"),
                copy,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Run.start(located, folder.resolve("new"), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("copy.safetensors: not the weights that the plan names");
        Files.delete(copy);
        assertThatThrownBy(() -> Run.start(located, folder.resolve("new"), line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such file");
    }

    // ---- names of others ----

    /** The generator of the source as PyTorch would name its arrays, under a name. */
    private static Map<String, StoredTensor> renamed(String under, String player) {
        Map<String, StoredTensor> renamed = new LinkedHashMap<>();
        for (String name : weights(there, player))
            if (!name.contains(".average."))
                renamed.put(
                        under
                                + name.substring(player.length() + 1)
                                        .replace("scale", "weight")
                                        .replace("offset", "bias")
                                        .replace("mean", "running_mean")
                                        .replace("variance", "running_var"),
                        there.get(name));
        renamed.put(
                under + "2.num_batches_tracked", new StoredTensor("I64", new long[0], java.nio.ByteBuffer.allocate(8)));
        return renamed;
    }

    private Path file(String name, Map<String, StoredTensor> tensors) throws IOException {
        Path file = folder.resolve(name);
        Safetensors.write(file, tensors, Map.of());
        return file;
    }

    @Test
    void arrays_of_other_names_are_found_by_order_and_shape() throws IOException {
        Map<String, StoredTensor> both = renamed("netG.main.", "generator");
        both.putAll(renamed("netD.main.", "discriminator"));
        Map<String, StoredTensor> here = first(from(file("both.safetensors", both)), new ArrayList<>());
        for (String player : List.of("generator", "discriminator"))
            for (String name : weights(there, player))
                if (!name.contains(".average."))
                    assertThat(here.get(name)).as(name).isEqualTo(there.get(name));
        assertThat(here.get("generator.average.0.weight")).isEqualTo(there.get("generator.0.weight"));
    }

    @Test
    void a_generator_that_was_exported_is_taken_back() throws IOException {
        Path exported = folder.resolve("exported");
        Export.everything().in(ExportFormat.SAFETENSORS).of(source, exported);
        List<String> notices = new ArrayList<>();
        Map<String, StoredTensor> here = first(from(exported, "start.players=generator"), notices);
        there.forEach((name, tensor) -> {
            if (name.startsWith("generator.average."))
                assertThat(here.get(name.replace(".average", ""))).as(name).isEqualTo(tensor);
        });
    }

    @Test
    void each_player_may_have_a_file_of_its_own() throws IOException {
        Path g = file("netG.safetensors", renamed("main.", "generator"));
        Path d = file("netD.safetensors", renamed("main.", "discriminator"));
        Plan plan = Draft.of(images("seed=7"))
                .setTexts("start.from", List.of(g.toString(), d.toString()))
                .plan();
        Map<String, StoredTensor> here = first(plan, new ArrayList<>());
        assertThat(here.get("discriminator.0.weight")).isEqualTo(there.get("discriminator.0.weight"));
    }

    @Test
    void where_two_parts_fit_names_choose_one_and_wrong_names_are_refused() throws IOException {
        Map<String, StoredTensor> two = renamed("live.", "generator");
        two.putAll(renamed("ema.", "generator"));
        Path file = file("two.safetensors", two);
        assertThatThrownBy(() -> Run.start(from(file, "start.players=generator"), folder.resolve("no"), line -> {}))
                .hasMessageContaining("several parts of the file fit the generator")
                .hasMessageContaining("start.names=[generator=NAME]");
        first(from(file, "start.players=generator", "start.names=[generator=ema]"), new ArrayList<>());
        assertThatThrownBy(
                        () -> Run.start(from(file, "start.names=[generator=emma]"), folder.resolve("no"), line -> {}))
                .hasMessageContaining("the file has no 'emma'");
        assertThatThrownBy(() -> Run.start(
                        from(file, "start.players=generator", "start.names=[generater=ema]"),
                        folder.resolve("no"),
                        line -> {}))
                .hasMessageContaining("there is no player or array 'generater'");
        assertThatThrownBy(() -> Run.start(
                        from(file, "start.players=generator", "start.names=[generator.0.wait=ema.0.weight]"),
                        folder.resolve("no"),
                        line -> {}))
                .hasMessageContaining("generator has no array '0.wait'");
    }

    @Test
    void a_dry_run_says_what_would_be_taken() throws IOException {
        assertThat(Preview.of(from(source), line -> {}).text()).contains("started from the weights of ");
    }
}
