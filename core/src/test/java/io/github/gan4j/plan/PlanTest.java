package io.github.gan4j.plan;

import static io.github.gan4j.settings.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Normalisation;
import io.github.gan4j.networks.Output;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.schedule.Cosine;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final String SHORT = "stop: {minutes: 1}\n";

    private static Plan plan(String yaml) {
        return Draft.empty().over(SHORT).over(yaml).plan();
    }

    @Test
    void what_is_not_written_is_at_its_default() {
        Plan plan = plan("");
        assertThat(plan.batchSize()).isEqualTo(128);
        assertThat(plan.device()).isEqualTo(DeviceChoice.AUTO);
        assertThat(plan.precision()).isEqualTo(PrecisionChoice.AUTO);
        assertThat(plan.data()).isEqualTo(new DataSource.Images("", ImageFormat.AUTO, 0, 0, false));
        assertThat(plan.generator().input()).isEqualTo(new Latents.Normal(64, false));
        assertThat(plan.generator().optimizer()).isEqualTo(new Learning.Adam(new Constant(2e-4), 0.5, 0.999, 1e-8, 0));
        Dcgan.Generator network = (Dcgan.Generator) plan.generator().network();
        assertThat(network).isEqualTo(new Dcgan.Generator(64, 4, Normalisation.BATCH));
        assertThat(network.output()).isEqualTo(Output.TANH);
        assertThat(plan.generator().loss().adversarial()).isEqualTo(new Constant(1));
        assertThat(plan.objective()).isEqualTo(new Objective.NonSaturating());
        assertThat(plan.referee()).isEqualTo(new Referee.Everyone());
        assertThat(plan.record().pictures()).isEqualTo(new Every(0, 10));
        assertThat(plan.doctor()).isEqualTo(new DoctorPlan(new Every(0, 0), 0));
        assertThat(plan.discriminator().penalties()).isEmpty();
        assertThat(plan.metrics()).isEmpty();
        assertThat(plan.generator().ema()).isEmpty();
        assertThat(plan.generator().count()).isEqualTo(1);
    }

    @Test
    void a_discriminator_leaks_unless_told_otherwise() {
        Dcgan.Discriminator network = (Dcgan.Discriminator) plan("discriminator: {network: {dcgan: {width: 8}}}")
                .discriminator()
                .network();
        assertThat(network.activation()).isEqualTo(new Activation.LeakyRelu(0.2));
        assertThat(network.width()).isEqualTo(8);
    }

    @Test
    void a_plan_comes_back_from_its_yaml_as_it_was() {
        Plan plan = plan("""
                name: all-of-it
                about: "with: a colon, 'quotes' and #"
                seed: -7
                precision: bf16
                data: {points: {path: '123', std: 2.5}}
                generator:
                  input: {uniform: {size: 3, reuse: true}}
                  network: {perceptron: {hidden: [3, 4], activation: softplus}}
                  loss:
                    topK: {linear: {from: 1, to: 0.5, images: 1000}}
                    unrolled: {steps: 3}
                    classification: 0.5
                  ema: {halfLife: 500}
                  team: {count: 2, weighting: {given: [0.25, 0.75]}}
                discriminator:
                  network: {maxout: {minibatch: {kernels: 3}}}
                  optimizer: {sgd: {learningRate: {steps: {value: 0.1, factor: 0.5, everyImages: 1000}}, momentum: 0.6, nesterov: true}}
                  penalties: [{r1: {gamma: {cosine: {from: 1, to: 0.1, images: 5000}}}}, {finite-r2: {interval: 16}}]
                  augmentations: [instance-noise, {packing: 3}, {diff-augment: [color, cutout]}]
                objective: {least-squares: 0.1}
                referee: worst-player
                record: {span: [-1, 1.5], tutorial: 3}
                metrics: {names: [sw, modes], best: modes}
                """);
        assertThat(Draft.empty().over(plan.toYaml()).plan()).isEqualTo(plan);
        assertThat(plan.discriminator().penalties().get(0)).isEqualTo(new Penalty.R1(new Cosine(1, 0.1, 5000), 1));
        assertThat(plan.generator().ema()).contains(new GeneratorPlan.Ema(500));
        assertThat(plan.metrics().orElseThrow().deciding()).isEqualTo("modes");
    }

    @Test
    void a_restoring_and_a_redrawing_plan_come_back_as_well() {
        Plan restoring = plan("""
                generator:
                  input: {degraded: {factor: 2, filter: box, sigma: [5, 50], shared: true, range: open}}
                  network: enlarger
                  loss: {adversarial: 0.01, content: [l1, {shrunk-l1: {weight: 3}}]}
                discriminator: {network: patchwise}
                """);
        assertThat(Draft.empty().over(restoring.toYaml()).plan()).isEqualTo(restoring);
        assertThat(restoring.restoring()).isTrue();
        assertThat(restoring.latents()).isEmpty();
        Plan redrawing = plan("""
                generator:
                  input: {encoded: {latents: {uniform: {size: 5}}, network: {width: 16}, codesWeight: 0.25, shown: samples}}
                  network: {dcgan: {labels: every-layer}}
                  loss: {content: [{l1: 100}]}
                discriminator: {network: {dcgan: {labels: input}}}
                """);
        assertThat(Draft.empty().over(redrawing.toYaml()).plan()).isEqualTo(redrawing);
        assertThat(redrawing.encoded()).isPresent();
        assertThat(redrawing.latents()).contains(new Latents.Uniform(5, false));
        assertThat(redrawing.conditional()).isTrue();
        assertThat(plan("").latents()).contains(new Latents.Normal(64, false));
    }

    @Test
    void provenance_is_kept_beside_the_plan_and_ignored_when_the_plan_is_used_again() {
        Plan plan = plan("");
        Provenance provenance = Provenance.here()
                .withSeed("run", 3)
                .withChecksum(Provenance.DATA, "00ff")
                .withLineage(List.of("branch of a"));
        String saved = plan.toYaml(provenance);
        assertThat(saved).contains("provenance:").contains("data: 00ff").contains("run: 3");
        assertThat(Draft.empty().over(saved).plan()).isEqualTo(plan);
        assertThat(Provenance.dataChecksum(Yaml.tree(saved, "plan"))).contains("00ff");
        assertThat(Provenance.lineage(Yaml.tree(saved, "plan"))).containsExactly("branch of a");
        assertThat(Provenance.dataChecksum(Yaml.tree(plan.toYaml(), "plan"))).isEmpty();
        assertThat(Provenance.dataChecksum(Yaml.tree("provenance: {gan4j: '', dataChecksum: ab12}", "plan")))
                .contains("ab12");
    }

    @Test
    void differences_are_named_by_path() {
        Draft draft = Draft.empty().over(SHORT).over("discriminator: {penalties: [r1]}");
        Plan plan = draft.plan();
        Plan other = draft.set("batchSize=64")
                .set("generator.optimizer.learningRate={linear: {from: 1e-3, to: 0, images: 10}}")
                .set("discriminator.penalties.1=r2")
                .plan();
        assertThat(Plan.differences(plan, other))
                .containsExactly(
                        "generator.optimizer.adam.learningRate: 0.0002 -> {linear: {from: 0.001, to: 0.0, images: 10}}",
                        "discriminator.penalties.1: (none) -> {r2: {gamma: 1.0, interval: 1}}",
                        "batchSize: 128 -> 64");
        assertThat(Plan.differences(plan, draft.set("batchSize=128").plan())).isEmpty();
    }

    @Test
    void a_plan_cannot_be_changed_through_a_list_it_was_made_from() {
        Plan plan = plan("generator: {input: encoded, network: {dcgan: {labels: input}}, loss: {content: [l1]}}\n"
                + "discriminator: {network: {dcgan: {labels: input}}, penalties: [r1], augmentations: [packing]}\n"
                + "metrics: {names: [sw]}\nrecord: {span: [0, 1]}\nclasses: [a]");
        for (List<?> list : List.of(
                plan.discriminator().penalties(),
                plan.discriminator().augmentations(),
                plan.generator().loss().content(),
                plan.metrics().orElseThrow().names(),
                plan.record().span(),
                plan.classes())) {
            assertThat(list).hasSizeGreaterThan(0);
            assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "batchSize: 0 | batchSize must be between 1 and 65536, got 0",
                "batchSize: 1.5 | batchSize must be a whole number, got '1.5'",
                "batchSize: many | batchSize must be a whole number, got 'many'",
                "batchSize: 9999999999 | batchSize must be a whole number, got '9999999999'",
                "threads: 1025 | threads must be between 0 and 1024, got 1025",
                "name: ../up | name must be 1 to 64 lower-case letters, digits and hyphens, got '../up'",
                "device: quantum | device must be one of auto, cpu, cuda, mps, cuda:N; got quantum",
                "device: cuda:x | device must be one of auto, cpu, cuda, mps, cuda:N; got cuda:x; did you mean 'cuda:N'?",
                "device: {cuda: 1} | device must be one of auto, cpu, cuda, mps, cuda:N; got {cuda: 1}",
                "device: gpu | device must be one of auto, cpu, cuda, mps, cuda:N; got gpu; did you mean 'cuda'?",
                "data: {images: {flip: maybe}} | data.flip must be true or false, got 'maybe'",
                "data: {images: {channels: 2}} | data.channels must be 1 (grey), 3 (colour) or 0 (as the data is), got 2",
                "data: {normal: {mean: far}} | data.mean must be a number, got 'far'",
                "data: {images: {path: [a]}} | data.path must be text, got '[a]'",
                "generator: {input: {normal: {size: 0}}} | generator.input.size must be between 1 and 65536, got 0",
                "generator: {input: {stratified: {size: 2}}} | unknown key 'size' in generator.input; known keys: reuse",
                "generator: {optimizer: {adam: {learningRat: 1}}} | unknown key 'learningRat' in generator.optimizer; known keys: learningRate, … ; did you mean 'learningRate'?",
                "generator: {optimizer: {adam: {learningRate: fast}}} | generator.optimizer.learningRate must be a number, got 'fast'",
                "generator: {optimizer: {adam: {learningRate: -1}}} | generator.optimizer.learningRate must stay between 0.0 and 100.0, got -1.0",
                "generator: {optimizer: {adam: {beta1: 1}}} | generator.optimizer.beta1 must be at least 0 and below 1, got 1.0",
                "generator: {optimizer: {adam: {beta2: -0.1}}} | generator.optimizer.beta2 must be at least 0 and below 1, got -0.1",
                "generator: {optimizer: {adam: {epsilon: 0}}} | generator.optimizer.epsilon must be above 0 and at most 1, got 0.0",
                "generator: {optimizer: {rmsprop: {alpha: 1}}} | generator.optimizer.alpha must be at least 0 and below 1, got 1.0",
                "generator: {optimizer: {sgd: {nesterov: true}}} | generator.optimizer.nesterov needs a momentum above 0, got momentum 0",
                "generator: {optimizer: {adam: {momentum: 0.5}}} | unknown key 'momentum' in generator.optimizer; known keys: learningRate, … ",
                "generator: {team: {count: 1}} | generator.team.count must be between 2 and 64, got 1",
                "generator: {team: {count: 2, weighting: {given: [1]}}} | generator.team.weighting.given must have one number a player (2), got [1.0]",
                "generator: {team: {weighting: {given: [0, 0]}}} | generator.team.weighting.weights must not all be 0, got [0.0, 0.0]",
                "generator: {team: {weighting: {given: [1, -1]}}} | generator.team.weighting.weights must be at least 0.0, got -1.0",
                "generator: {team: {weighting: {softmax: 0}}} | generator.team.weighting.temperature must be above 0 and at most 1e6, got 0.0",
                "generator: {network: {perceptron: {hidden: 5}}} | generator.network.hidden must be a list, got 5",
                "generator: {loss: {topK: 0}} | generator.loss.topK must stay above 0 and at most 1, got 0.0",
                "generator: {loss: {adversarial: -1}} | generator.loss.adversarial must stay between 0.0 and 1000000.0, got -1.0",
                "generator: {loss: {unrolled: {steps: 0}}} | generator.loss.unrolled.steps must be between 1 and 100, got 0",
                "generator: {ema: 0} | generator.ema must have keys (halfLife), got 0",
                "generator: {ema: {halfLife: 0}} | generator.ema.halfLife must be at least 1, got 0",
                "discriminator: {network: {dcgan: {output: tanh}}} | unknown key 'output' in discriminator.network; known keys: width, … ",
                "discriminator: {penalties: [{gamma: 1}]} | discriminator.penalties.0 must be one of dragan, … ; got gamma; did you mean 'r1'?",
                "discriminator: {penalties: [{r1: {gama: 1}}]} | unknown key 'gama' in discriminator.penalties.0; known keys: gamma, … ; did you mean 'gamma'?",
                "discriminator: {penalties: [{r1: {interval: 0}}]} | discriminator.penalties.0.interval must be between 1 and 100000, got 0",
                "discriminator: {penalties: [{finite-r1: {epsilon: 0}}]} | discriminator.penalties.0.epsilon must be above 0 and at most 1, got 0.0",
                "discriminator: {augmentations: [{packing: 1}]} | discriminator.augmentations.0.samples must be between 2 and 64, got 1",
                "discriminator: {augmentations: [{warp: {bend: -1}}]} | discriminator.augmentations.0.bend must stay between 0.0 and 100.0, got -1.0",
                "discriminator: {supervision: {labelled: 0}} | discriminator.supervision.labelled must be between 1 and 1000000, got 0",
                "discriminator: {supervision: {batchSize: 3}} | discriminator.supervision.labelled is missing",
                "discriminator: {supervision: {labelled: 9, confidence: 0.5}} | discriminator.supervision.confidence must be above 0.5 and below 1, got 0.5",
                "objective: gan | objective must be one of feature-matching, … ; got gan",
                "objective: {non-saturating: {smoothing: 0.5}} | objective.smoothing must be at least 0 and below 0.5, got 0.5",
                "objective: {hinge: {smoothing: 0.1}} | unknown key 'smoothing' in objective; known keys: none",
                "referee: {margin: 1} | referee.margin must be above 0 and below 1, got 1.0",
                "referee: {alternate: {generator: 0}} | referee.generator must be between 1 and 1000, got 0",
                "stop: {minutes: 0} | stop.images or minutes must be above 0, or the run would never end; got 0 and 0",
                "stop: {images: -1} | stop.images must be at least 0, got -1",
                "record: {keep: 0} | record.keep must be between 1 and 10000, got 0",
                "record: {span: [1, 0]} | record.span must be empty or two numbers within -1e6 and 1e6, the smaller first, got [1.0, 0.0]",
                "record: {events: {seconds: -1}} | record.events.seconds must be at least 0.0, got -1.0",
                "metrics: {names: []} | metrics.names must have at least one metric, got none",
                "metrics: {count: 5} | metrics.names is missing",
                "metrics: {names: [sw], count: 1} | metrics.count must be between 2 and 1000000, got 1",
                "doctor: {tries: 21} | doctor.tries must be between 0 and 20, got 21",
                "[1, 2] | plan: expected keys and values, got [1, 2]",
            })
    void a_wrong_value_is_refused_in_one_line_with_its_path(String yaml, String message) {
        refuses(() -> plan(yaml), message);
    }

    @Test
    void an_unknown_key_is_answered_with_the_known_ones() {
        refuses(() -> plan("btchSize: 1"), "unknown key 'btchSize'; known keys: name, … ; did you mean 'batchSize'?");
        refuses(() -> plan("batch-size: 1"), "unknown key 'batch-size'; known keys: name, …");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // both players are conditioned on the class, or neither
                "generator: {network: {dcgan: {labels: input}}} | generator.network.labels is input and discriminator.network.labels is none; condition both players on the class, or neither",
                "discriminator: {network: {dcgan: {labels: projection}}} | generator.network.labels is none and discriminator.network.labels is projection; condition both players on the class, or neither",
                "generator: {network: {dcgan: {labels: projection}}} | generator.network.labels must be one of none, input, every-layer, auto; got projection",
                "generator: {network: {dcgan: {minibatchDeviation: true}}} | unknown key 'minibatchDeviation' in generator.network; known keys: width, … ",
                "generator: {network: {dcgan: {minibatch: {kernels: 3}}}} | unknown key 'minibatch' in generator.network; known keys: width, … ",
                // supervision
                "discriminator: {network: {dcgan: {labels: classify}}} | discriminator.supervision.labelled must be above 0 where network.labels is classify, got no supervision",
                "discriminator: {supervision: {labelled: 10}} | discriminator.network.labels must be classify where there is supervision, got none",
                "discriminator: {network: {dcgan: {labels: classify}}, supervision: {labelled: 10}, augmentations: [packing]} | discriminator.augmentations has packing, which judges several samples together, but supervision asks for the class of each; leave one of them out",
                "discriminator: {penalties: [{wrong-labels: {}}]} | discriminator.penalties has wrong-labels, which needs network.labels projection and no packing, got labels none and 1 samples a view",
                "discriminator: {penalties: [r1], augmentations: [warp]} | discriminator.augmentations has warp, which has no second derivative for the penalty r1; take finite-r1 or finite-r2, or leave one of them out",
                // several generators
                "generator: {loss: {classification: 1}} | generator.team.count must be 2 or more where loss.classification is above 0, got no team",
                "{generator: {loss: {classification: 1}, team: {}}, objective: feature-matching} | generator.loss.classification must be 0 with feature-matching and where discriminator.network.labels is classify, got 1.0",
                "{generator: {loss: {classification: 1}, team: {}}, discriminator: {network: {dcgan: {labels: classify}}, supervision: {labelled: 9}}} | generator.loss.classification must be 0 with feature-matching and where discriminator.network.labels is classify, got 1.0",
                "{generator: {loss: {topK: 0.5}}, objective: feature-matching} | generator.loss.topK must be 1 with feature-matching, which compares means of features, got 0.5",
                // referees
                "{referee: loss-ratio, objective: wasserstein} | referee loss-ratio needs an objective whose losses stay above 0: non-saturating, least-squares or relativistic, got wasserstein; use margin",
                // restoring
                "generator: {network: restorer} | generator.network is restorer, which restores degraded images, but generator.input is not degraded",
                "generator: {input: {degraded: {sigma: [25]}}} | generator.input is degraded, but generator.network is dcgan; use restorer, or enlarger where the factor is above 1",
                "generator: {input: degraded, network: restorer} | generator.input.degraded must have a sigma or blur above 0, a jpeg quality, or a factor above 1; got none of them",
                "generator: {input: {degraded: {sigma: [0]}}, network: restorer} | generator.input.degraded must have a sigma or blur above 0, a jpeg quality, or a factor above 1; got none of them",
                "generator: {input: {degraded: {factor: 3}}, network: enlarger} | generator.input.factor must be 1, 2, 4 or 8, got 3",
                "generator: {input: {degraded: {sigma: [1, 2, 3]}}, network: restorer} | generator.input.sigma must have one number, or the least and the most; got [1.0, 2.0, 3.0]",
                "generator: {loss: {content: [l1]}} | generator.loss.content compares samples with the reals behind the input, but generator.input has none; use degraded or encoded, or leave content out",
                // encoding
                "generator: {input: encoded} | generator.network.labels must be input or every-layer where generator.input is encoded, got none",
                "{generator: {input: encoded, network: {dcgan: {labels: input}}, team: {}}, discriminator: {network: {dcgan: {labels: input}}}} | generator.team and discriminator.team must be none where generator.input is encoded, got 2 and 1 players",
                "{generator: {input: {encoded: {codesWeight: 2}}, network: {dcgan: {labels: input}}}, discriminator: {network: {dcgan: {labels: input}}}} | generator.input.codesWeight must be between 0.0 and 1.0, got 2.0",
                "{generator: {input: {encoded: {codes: {network: {labels: projection}}}}, network: {dcgan: {labels: input}}}, discriminator: {network: {dcgan: {labels: input}}}} | generator.input.codes.network.labels must be none or input, got projection",
            })
    void players_that_do_not_go_together_are_refused(String yaml, String message) {
        refuses(() -> plan(yaml), message);
    }

    /** A generator of the user's own. */
    record Own(@Default("3") int size, boolean restoring) implements GeneratorArchitecture {
        @Override
        public Network network(GeneratorTask task) {
            return Fixed.tanh();
        }
    }

    @Test
    void a_class_of_ones_own_is_part_of_a_plan_like_any_other() {
        String name = Own.class.getName();
        Plan plan = plan("generator: {network: {%s: {restoring: false}}}".formatted(name));
        assertThat(plan.generator().network()).isEqualTo(new Own(3, false));
        assertThat(plan.toYaml()).contains("network: {%s: {size: 3, restoring: false}}".formatted(name));
        assertThat(Draft.empty().over(plan.toYaml()).plan()).isEqualTo(plan);
        assertThat(Draft.of(plan)
                        .set("generator.network.size=4")
                        .plan()
                        .generator()
                        .network())
                .isEqualTo(new Own(4, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Draft.of(plan).set("generator.network.restoring=true").plan())
                .withMessage("generator.network is " + name
                        + ", which restores degraded images, but generator.input is not degraded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"non-saturating", "least-squares", "relativistic"})
    void losses_that_stay_above_0_have_a_ratio(String objective) {
        assertThat(plan("{referee: {loss-ratio: 3}, objective: " + objective + "}")
                        .referee())
                .isEqualTo(new Referee.LossRatio(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "wasserstein", "hinge", "feature-matching"})
    void other_losses_have_none(String objective) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("{referee: loss-ratio, objective: " + objective + "}"))
                .withMessageEndingWith("got " + objective + "; use margin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "gradient-penalty", "dragan"})
    void exact_penalties_need_gradients_that_warped_images_do_not_have(String penalty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("discriminator: {penalties: [%s], augmentations: [warp]}".formatted(penalty)))
                .withMessageContaining("has no second derivative for the penalty " + penalty);
        assertThat(plan("discriminator: {penalties: [%s], augmentations: [diff-augment]}".formatted(penalty))
                        .discriminator()
                        .penalties())
                .hasSize(1);
        plan("discriminator: {penalties: [finite-r1, finite-r2], augmentations: [warp]}");
    }

    @Test
    void names_of_classes_are_texts_whatever_they_look_like() {
        List<String> names = List.of("007", "true", "null", "~", "1e5", "a: b", "- x", "", "é #1", "?", ":-)", "none");
        Plan plan = Draft.empty().over(SHORT).setTexts("classes", names).plan();
        assertThat(plan.classes()).isEqualTo(names);
        assertThat(Draft.empty().over(plan.toYaml()).plan().classes()).isEqualTo(names);
    }

    @Test
    void a_policy_names_each_change_once() {
        for (String policy : List.of("[color, color]", "[]"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            plan("discriminator: {augmentations: [{diff-augment: {policy: %s}}]}".formatted(policy)))
                    .withMessage("discriminator.augmentations.0.policy must be some of color, translation, cutout, each"
                            + " once; got " + policy);
    }

    @Test
    void samples_are_judged_together_as_many_as_all_packs_make() {
        assertThat(plan("discriminator: {augmentations: [{packing: 2}, instance-noise, {packing: 3}]}")
                        .discriminator()
                        .samplesPerView())
                .isEqualTo(6);
        assertThat(plan("").discriminator().samplesPerView()).isEqualTo(1);
        String pack = "{packing: 64}, ".repeat(30);
        refuses(
                () -> plan("discriminator: {augmentations: [" + pack + "]}"),
                "discriminator.augmentations: samples judged together must be between 1 and 65536, got …");
    }

    @Test
    void classes_play_a_part_when_they_are_given_or_recognised() {
        assertThat(plan("").classified()).isFalse();
        Plan few = plan("discriminator: {network: {dcgan: {labels: classify}}, supervision: {labelled: 10}}");
        assertThat(few.classified()).isTrue();
        assertThat(few.conditional()).isFalse();
        Schedule none = new Constant(0);
        assertThat(few.discriminator().supervision()).contains(new SupervisionPlan(10, 100, 2, none, 0.95, none));
    }
}
