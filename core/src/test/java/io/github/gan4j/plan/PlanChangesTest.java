package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.Perceptron;
import io.github.gan4j.settings.Settings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods of plans that give another plan. */
class PlanChangesTest {
    private static final Plan PLAN = Presets.read("ring-duel");

    /** A plan of which no component is that of {@link #PLAN}, but which goes with each of them. */
    private static final Plan OTHER = Draft.of(PLAN).over("""
            name: other
            about: other
            seed: 2
            threads: 2
            replicas: 2
            device: cpu
            precision: bf16
            data: grid
            classes: [a]
            generator: {network: {perceptron: {hidden: [3]}}}
            discriminator: {network: {perceptron: {hidden: [3]}}}
            objective: hinge
            referee: repeat
            batchSize: 8
            stop: {images: 3}
            start: {from: [runs/other]}
            record: {keep: 9}
            metrics: none
            doctor: {tries: 1}
            """).plan();

    static List<RecordComponent> components() {
        return List.of(Plan.class.getRecordComponents());
    }

    static Stream<Method> changes() {
        return Arrays.stream(Plan.class.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("with") && method.getParameterCount() == 1);
    }

    private static Object value(RecordComponent component, Plan plan) {
        return Settings.value(plan, component.getName());
    }

    /** Those of reflection are new objects each time. */
    private static boolean same(RecordComponent one, RecordComponent other) {
        return one.getName().equals(other.getName());
    }

    @Test
    void no_component_is_the_same_in_both_plans() {
        assertThat(components()).allSatisfy(component -> assertThat(value(component, PLAN))
                .as(component.getName())
                .isNotEqualTo(value(component, OTHER)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_method_changes_what_it_says_and_nothing_else(Method change)
            throws IllegalAccessException, InvocationTargetException {
        String name = change.getName().substring(4, 5).toLowerCase(Locale.ROOT)
                + change.getName().substring(5);
        RecordComponent named = components().stream()
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Plan changed = (Plan) change.invoke(PLAN, value(named, OTHER));
        for (RecordComponent component : components())
            assertThat(value(component, changed))
                    .as(component.getName())
                    .isEqualTo(value(component, same(component, named) ? OTHER : PLAN));
        assertThat(Plan.differences(PLAN, changed)).isNotEmpty().allMatch(line -> line.startsWith(name));
        assertThat(change.invoke(changed, value(named, PLAN))).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @MethodSource("components")
    void any_component_is_changed_by_its_name(RecordComponent named) {
        Plan changed = Settings.with(PLAN, named.getName(), value(named, OTHER));
        for (RecordComponent component : components())
            assertThat(value(component, changed)).isEqualTo(value(component, same(component, named) ? OTHER : PLAN));
    }

    @Test
    void a_changed_plan_is_checked_like_any_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.with(PLAN, "name", "../up"))
                .withMessage("name must be 1 to 64 lower-case letters, digits and hyphens, got '../up'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.withThreads(-1))
                .withMessage("threads must be between 0 and 1024, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PLAN.withGenerator(Presets.read("mnist-conditional").generator()))
                .withMessageContaining("condition both players on the class, or neither");
    }

    @Test
    void players_are_made_wider_where_they_have_a_width() {
        GeneratorPlan generator = Presets.read("mnist-dcgan").generator();
        GeneratorPlan wider = generator.withWidth(48);
        assertThat(((Dcgan.Generator) wider.network()).width()).isEqualTo(48);
        assertThat(wider.withWidth(16)).isEqualTo(generator);
        DiscriminatorPlan discriminator = Presets.read("mnist-dcgan").discriminator();
        assertThat(((Dcgan.Discriminator) discriminator.withWidth(48).network()).width())
                .isEqualTo(48);
        assertThat(discriminator.withWidth(48).withWidth(16)).isEqualTo(discriminator);
        assertThat(PLAN.generator().withWidth(48)).isEqualTo(PLAN.generator());
        assertThat(PLAN.generator().network()).isInstanceOf(Perceptron.Generator.class);
    }
}
