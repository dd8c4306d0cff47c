package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.Network;
import io.github.gan4j.settings.Drawing.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {
    /** The classes below whose code has run. */
    private static final List<String> RAN = new ArrayList<>();

    /** An activation of the user's own. */
    record Wave(@Default("2") double scale, @Default("relu") Activation within) implements Activation {
        static {
            RAN.add("Wave");
        }

        Wave {
            Check.between("scale", scale, 0, 10);
        }

        @Override
        public Network layer() {
            return Fixed.tanh();
        }
    }

    record NoActivation(int size) {
        static {
            RAN.add("NoActivation");
        }
    }

    static class NoRecord implements Activation {
        static {
            RAN.add("NoRecord");
        }

        @Override
        public Network layer() {
            return Fixed.tanh();
        }
    }

    private static Activation read(String written) {
        return Settings.read(Activation.class, Yaml.value(written), "activation");
    }

    @Test
    void kinds_that_are_listed_come_before_those_that_are_nested() {
        assertThat(Variants.of(Shape.class).words())
                .containsExactly("polygon", "ball", "box", "nothing", "star-shaped", "turned");
        assertThat(Variants.of(Shape.class).word(new Shape.Star(3, Optional.empty())))
                .isEqualTo("star-shaped");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variants.of(String.class))
                .withMessage("java.lang.String has no kinds");
    }

    @Test
    void a_record_of_ones_own_goes_by_its_class_name() {
        String name = Wave.class.getName();
        assertThat(read(name)).isEqualTo(new Wave(2, new Activation.Relu()));
        Activation wave = read("{%s: {scale: 3, within: {leaky-relu: 0.1}}}".formatted(name));
        assertThat(wave).isEqualTo(new Wave(3, new Activation.LeakyRelu(0.1)));
        String written = Yaml.inline(Settings.write(Activation.class, wave));
        assertThat(written).isEqualTo("{%s: {scale: 3.0, within: {leaky-relu: 0.1}}}".formatted(name));
        assertThat(read(written)).isEqualTo(wave);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{%s: {scale: 11}}".formatted(name)))
                .withMessage("activation.scale must be between 0.0 and 10.0, got 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{%s: {scal: 11}}".formatted(name)))
                .withMessage("unknown key 'scal' in activation; known keys: scale, within; did you mean 'scale'?");
    }

    @Test
    void it_may_be_laid_over_and_set_like_any_other() {
        record Holder(Activation activation) {}
        var lower = Yaml.tree("activation: {%s: {scale: 3}}".formatted(Wave.class.getName()), "");
        var upper = Yaml.tree("activation: {%s: {within: tanh}}".formatted(Wave.class.getName()), "");
        assertThat(Settings.read(Holder.class, Settings.over(Holder.class, lower, upper)))
                .isEqualTo(new Holder(new Wave(3, new Activation.Tanh())));
        assertThat(Settings.read(Holder.class, Settings.put(Holder.class, lower, "activation.scale", Yaml.value("4"))))
                .isEqualTo(new Holder(new Wave(4, new Activation.Relu())));
    }

    @Test
    void a_class_that_is_not_such_a_record_is_refused_before_any_of_its_code_runs() {
        RAN.clear();
        for (Class<?> wrong : List.of(NoActivation.class, NoRecord.class))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read("{%s: {size: 1}}".formatted(wrong.getName())))
                    .withMessage("activation: the class " + wrong.getName()
                            + " must be a record that implements io.github.gan4j.networks.Activation");
        assertThat(RAN).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.System", "[Ljava.lang.String;", "io.github.gan4j.networks.Activation"})
    void what_else_is_on_the_class_path_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("'" + name + "'"))
                .withMessageEndingWith("must be a record that implements io.github.gan4j.networks.Activation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.example.Gone",
                "..",
                "a.",
                ".a",
                "io.github.gan4j.networks.activation",
                "io/github/gan4j.networks",
                "java.lang"
            })
    void a_class_that_is_not_there_is_named(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("'" + name + "'"))
                .withMessage("activation: the class " + name + " is not on the class path");
    }

    @Test
    void only_a_record_can_be_written() {
        Activation lambda = Fixed::relu;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.write(Activation.class, lambda))
                .withMessageEndingWith(" must be a record to be written, as every Activation of a plan");
    }
}
