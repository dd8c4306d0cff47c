package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.schedule.Constant;
import io.github.gan4j.schedule.Cosine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String SHORT = "length: {minutes: 1}\n";

    @Test
    void what_is_not_written_is_at_its_default() {
        Plan plan = plan(SHORT);
        assertThat(plan.batch()).isEqualTo(128);
        assertThat(plan.device()).isEqualTo(DeviceChoice.AUTO);
        assertThat(plan.data().source()).isEqualTo(DataPlan.Source.AUTO);
        assertThat(plan.generator().optimizer().rate()).isEqualTo(new Constant(2e-4));
        assertThat(plan.generator().network().output()).isEqualTo(NetworkPlan.Output.TANH);
        assertThat(plan.record().pictures()).isEqualTo(new Interval(0, 10));
        assertThat(plan.penalties()).isEmpty();
    }

    @Test
    void a_discriminator_ends_in_a_score_and_leaks_unless_told_otherwise() {
        NetworkPlan network = plan(SHORT + "discriminator: {network: {width: 8}}")
                .discriminator()
                .network();
        assertThat(network.output()).isEqualTo(NetworkPlan.Output.LINEAR);
        assertThat(network.activation()).isEqualTo(NetworkPlan.Activation.LEAKY_RELU);
        assertThat(network.width()).isEqualTo(8);
    }

    @Test
    void a_plan_comes_back_from_its_yaml_as_it_was() {
        Plan plan = plan(SHORT + """
                name: all-of-it
                about: "with: a colon, 'quotes' and #"
                seed: -7
                precision: bf16
                data: {source: ring, path: '123', parameters: {modes: 8, radius: 2.5}}
                generator: {count: 2, weights: [0.25, 0.75], network: {family: perceptron, hidden: [3, 4], activation: softplus}}
                discriminator: {optimizer: {kind: sgd, rate: {steps: {value: 0.1, factor: 0.5, everyImages: 1000}}, momentum: 0.6, nesterov: true}}
                objective: {name: least-squares, smoothing: 0.1}
                penalties: [{kind: r1, strength: {cosine: {from: 1, to: 0.1, images: 5000}}}, {kind: finite-r2, every: 16}]
                augmentations: [{kind: instance-noise}, {kind: packing, samples: 3}]
                referee: {kind: worst-player}
                """);
        assertThat(Draft.empty().over(plan.toYaml()).plan()).isEqualTo(plan);
        assertThat(plan.penalties().get(0).strength()).isEqualTo(new Cosine(1, 0.1, 5000));
    }

    @Test
    void provenance_is_kept_beside_the_plan_and_ignored_when_the_plan_is_used_again() {
        Plan plan = plan(SHORT);
        Provenance provenance = new Provenance(
                "0.1", "17", "linux", "2.10", DeviceChoice.CPU, PrecisionChoice.FP32, 2, 28, 1, "sha256:00");
        String saved = plan.toYaml(provenance);
        assertThat(saved).contains("provenance:").contains("dataChecksum: sha256:00");
        assertThat(Draft.empty().over(saved).plan()).isEqualTo(plan);
        assertThat(Provenance.read(saved)).contains(provenance);
        assertThat(Provenance.read(plan.toYaml())).isEmpty();
    }

    @Test
    void differences_are_named_by_path() {
        Plan plan = plan(SHORT + "penalties: [{kind: r1}]");
        Plan other = plan.with("batch", "64")
                .with("generator.optimizer.rate", "{linear: {from: 1e-3, to: 0, images: 10}}")
                .with("penalties.1", "{kind: r2}");
        assertThat(Plan.differences(plan, other))
                .containsExactly(
                        "generator.optimizer.rate: 2.0E-4 -> {linear:{from:0.001,to:0.0,images:10}}",
                        "penalties.1: (none) -> {kind:r2,strength:1.0,every:1}",
                        "batch: 128 -> 64");
        assertThat(Plan.differences(plan, plan.with("batch", "128"))).isEmpty();
    }

    @Test
    void a_plan_cannot_be_changed_through_a_list_it_was_made_from() {
        assertThatThrownBy(() -> plan(SHORT).penalties().add(new PenaltyPlan(PenaltyPlan.Kind.R1, new Constant(1), 1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.of(plan(SHORT).data().parameters())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "batch: 0 | batch must be between 1 and 65536, got 0",
                "batch: 1.5 | batch must be a whole number, got '1.5'",
                "batch: many | batch must be a whole number, got 'many'",
                "batch: 9999999999 | batch must be a whole number, got '9999999999'",
                "btch: 1 | unknown key 'btch'; known keys: name, about, seed, threads, device, precision, data, latent, damage, generator, encoder, discriminator, objective, supervision, content, penalties, augmentations, referee, average, batch, length, record, metrics, doctor",
                "name: ../up | name must be 1 to 64 lower-case letters, digits and hyphens, got '../up'",
                "device: tpu | device must be one of auto, cpu, cuda, mps; got tpu",
                "latent: 3 | latent must have keys (size, distribution, reuse), got 3",
                "latent: {size: 0} | latent.size must be between 1 and 65536, got 0",
                "data: {flip: maybe} | data.flip must be true or false, got 'maybe'",
                "data: {channels: 2} | data.channels must be 1 (grey), 3 (colour) or 0 (as the data is), got 2",
                "data: {parameters: {mean: far}} | data.parameters.mean must be a number, got 'far'",
                "data: {path: [a]} | data.path must be text, got '[a]'",
                "generator: {optimizer: {rat: 1}} | unknown key 'rat' in generator.optimizer; known keys: kind, rate, beta1, beta2, alpha, epsilon, momentum, nesterov, history",
                "generator: {optimizer: {rate: fast}} | generator.optimizer.rate: a schedule must be a number, got 'fast'",
                "generator: {optimizer: {rate: -1}} | generator.optimizer.rate must stay between 0.0 and 100.0, got -1.0",
                "generator: {optimizer: {beta1: 1}} | generator.optimizer.beta1 must be at least 0 and below 1, got 1.0",
                "generator: {optimizer: {nesterov: true}} | generator.optimizer.nesterov needs a momentum above 0, got momentum 0",
                "generator: {weights: [1, 2]} | generator.weights must be empty or have one number a player (1), got [1.0, 2.0]",
                "generator: {weights: [0]} | generator.weights must not all be 0, got [0.0]",
                "generator: {network: {hidden: 5}} | generator.network.hidden must be a list, got 5",
                "discriminator: {network: {output: tanh}} | discriminator.network.output must be linear (a score), got tanh",
                "penalties: [{strength: 1}] | penalties.0.kind is missing",
                "penalties: [{kind: r1, evry: 1}] | unknown key 'evry' in penalties.0; known keys: kind, strength, every",
                "penalties: [{kind: r1, every: 0}] | penalties.0.every must be between 1 and 100000, got 0",
                "objective: {name: gan} | objective.name must be one of non-saturating, minimax, least-squares, wasserstein, hinge, relativistic, feature-matching; got gan",
                "objective: {smoothing: 0.5} | objective.smoothing must be at least 0 and below 0.5, got 0.5",
                "length: {minutes: 0} | length.images or minutes must be above 0, or the run would never end; got 0 and 0",
                "record: {keep: 0} | record.keep must be between 1 and 10000, got 0",
                "[1, 2] | plan: expected keys and values, got [1,2]",
            })
    void a_wrong_value_is_refused_in_one_line_with_its_path(String yaml, String message) {
        assertThatThrownBy(() -> Draft.empty().over(SHORT).over(yaml).plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Plan plan(String yaml) {
        return Draft.empty().over(yaml).plan();
    }

    @Test
    void players_are_told_the_class_together_or_not_at_all() {
        assertThatThrownBy(() -> Draft.empty()
                        .over(SHORT)
                        .set("generator.network.labels=input")
                        .plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("generator.network.labels is input and discriminator.network.labels is none; tell both"
                        + " players the class, or neither");
        assertThatThrownBy(() -> Draft.empty()
                        .over(SHORT)
                        .set("generator.network.labels=projection")
                        .plan())
                .hasMessage("generator.network.labels must be none, input or every-layer, got projection");
        assertThatThrownBy(() -> Draft.empty()
                        .over(SHORT)
                        .set("generator.network.minibatchDeviation=true")
                        .plan())
                .hasMessage("generator.network.minibatchDeviation must be false: it is for discriminators; got true");
    }

    @Test
    void names_of_classes_are_texts_whatever_they_look_like() {
        List<String> names = List.of("007", "true", "null", "~", "1e5", "a: b", "- x", "", "é #1");
        Plan plan = Draft.empty().over(SHORT).setTexts("data.classes", names).plan();
        assertThat(Draft.empty().over(plan.toYaml()).plan().data().classes()).isEqualTo(names);
    }

    @Test
    void a_policy_names_each_change_once() {
        assertThatThrownBy(() -> Draft.empty()
                        .over(SHORT)
                        .set("augmentations=[{kind: diff-augment, policy: [color, color]}]")
                        .plan())
                .hasMessage("augmentations.0.policy must be some of color, translation, cutout, each once; got [color,"
                        + " color]");
    }
}
