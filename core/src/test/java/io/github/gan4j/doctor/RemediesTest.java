package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static Plan with(Plan plan, Remedy remedy) {
        return Draft.of(plan).set(remedy.settings()).plan();
    }

    @Test
    void every_remedy_changes_a_preset_into_another_plan() {
        for (String name : List.of("gaussian-1d-swinging", "strokes-redraw"))
            for (Illness illness : Illness.values()) {
                Plan plan = Presets.read(name);
                for (Remedy remedy : Remedies.of(illness, plan, List.of()))
                    assertThat(Plan.differences(plan, with(plan, remedy)))
                            .as(name + " " + remedy)
                            .isNotEmpty();
            }
    }

    @Test
    void every_illness_but_narrow_latents_has_two_remedies_or_more_for_a_plain_plan() {
        Plan plan = Presets.read("mnist-vanilla");
        for (Illness illness : Illness.values())
            if (illness.alarming() && illness != Illness.NARROW_LATENT)
                assertThat(Remedies.of(illness, plan, List.of()))
                        .as(illness.words())
                        .hasSizeGreaterThan(1);
        assertThat(Remedies.of(Illness.HEALTHY, plan, List.of())).isEmpty();
    }

    @Test
    void rates_are_those_of_the_plan_multiplied() {
        Plan plan = Presets.read("gaussian-1d").with("discriminator.optimizer.learningRate", "1e-2");
        assertThat(Remedies.of(Illness.NOT_FINITE, plan, List.of()).get(0))
                .isEqualTo(new Remedy(
                        "a lower learning rate of both players",
                        List.of(
                                "discriminator.optimizer.learningRate=0.001",
                                "generator.optimizer.learningRate={cosine: {from: 0.0001, to: 0.000001, images: 1024000}}"),
                        false));
        assertThat(Remedies.of(Illness.NOT_FINITE, plan, List.of()).get(0).options())
                .isEqualTo(
                        "--set discriminator.optimizer.learningRate=0.001 --set 'generator.optimizer.learningRate={cosine: {from: 0.0001,"
                                + " to: 0.000001, images: 1024000}}'");
        assertThat(Remedies.of(Illness.NOT_FINITE, plan, List.of()).get(1).settings())
                .containsExactly("discriminator.penalties.0.gamma=1.0");
    }

    @Test
    void a_smooth_discriminator_is_not_made_flat() {
        Plan plan = Presets.read("ill-partial-collapse");
        assertThat(plan.discriminator().penalties()).hasSize(1);
        assertThat(Remedies.of(Illness.PARTIAL_COLLAPSE, plan, List.of()).get(0).settings())
                .containsExactly(
                        "objective=relativistic",
                        "discriminator.penalties.0.gamma=0.1",
                        "discriminator.penalties.1={r2: {gamma: 0.1}}");
    }

    @Test
    void a_modern_plan_is_not_made_modern_again() {
        assertThat(Remedies.of(Illness.PARTIAL_COLLAPSE, Presets.read("ring"), List.of()))
                .noneMatch(remedy -> remedy.why().startsWith("a relativistic loss"));
    }

    @Test
    void players_of_unlike_pace_are_given_the_same() {
        Plan plan = Presets.read("gaussian-1d")
                .with("generator.optimizer.learningRate", "1e-6")
                .with("discriminator.optimizer.learningRate", "5e-3");
        assertThat(Remedies.of(Illness.DISCRIMINATOR_OVERPOWERING, plan, List.of()).stream()
                        .filter(remedy -> remedy.why().startsWith("the same"))
                        .findFirst()
                        .orElseThrow()
                        .settings())
                .containsExactly("generator.optimizer.learningRate=0.001");
    }
}
