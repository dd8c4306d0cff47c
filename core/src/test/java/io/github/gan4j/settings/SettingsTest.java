package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.settings.Drawing.Colour;
import io.github.gan4j.settings.Drawing.Dot;
import io.github.gan4j.settings.Drawing.Paper;
import io.github.gan4j.settings.Drawing.Pen;
import io.github.gan4j.settings.Drawing.Polygon;
import io.github.gan4j.settings.Drawing.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final Drawing PLAIN = new Drawing(
            "untitled",
            new Dot(1),
            new Shape.Ball(1),
            List.of(),
            Optional.empty(),
            new Pen(3, Colour.RED),
            Optional.empty(),
            new Paper("white", ""),
            0,
            true,
            List.of(1, 2));

    /** Everything that may be written for a shape, the shape, and how it is written again. */
    static Stream<Arguments> shapes() {
        Shape usual = new Shape.Ball(1), wide = new Shape.Ball(2), box = new Shape.Box(1, 2, false);
        return Stream.of(
                Arguments.of("ball", usual, "{ball: 1.0}"),
                Arguments.of("{ball: }", usual, "{ball: 1.0}"),
                Arguments.of("{ball: {}}", usual, "{ball: 1.0}"),
                Arguments.of("{ball: 2}", wide, "{ball: 2.0}"),
                Arguments.of("{ball: {radius: 2}}", wide, "{ball: 2.0}"),
                Arguments.of("box", box, "{box: {width: 1.0, height: 2.0}}"),
                Arguments.of("{box: {width: 3}}", new Shape.Box(3, 2, false), "{box: {width: 3.0, height: 2.0}}"),
                Arguments.of(
                        "{box: {filled: true}}",
                        new Shape.Box(1, 2, true),
                        "{box: {width: 1.0, height: 2.0, filled: true}}"),
                Arguments.of("nothing", new Shape.Nothing(), "nothing"),
                Arguments.of("{nothing: {}}", new Shape.Nothing(), "nothing"),
                Arguments.of("{turned: ball}", new Shape.Turned(usual), "{turned: {ball: 1.0}}"),
                Arguments.of(
                        "{turned: {inner: box}}", new Shape.Turned(box), "{turned: {box: {width: 1.0, height: 2.0}}}"),
                Arguments.of(
                        "{turned: {turned: 3}}",
                        new Shape.Turned(new Shape.Turned(new Dot(3))),
                        "{turned: {turned: 3.0}}"),
                Arguments.of(
                        "{star-shaped: {points: 5}}",
                        new Shape.Star(5, Optional.empty()),
                        "{star-shaped: {points: 5}}"),
                Arguments.of(
                        "{star-shaped: {points: 5, outline: {width: 2}}}",
                        new Shape.Star(5, Optional.of(new Pen(2, Colour.RED))),
                        "{star-shaped: {points: 5, outline: {width: 2, colour: red}}}"),
                Arguments.of("{polygon: [1, 2.5]}", new Polygon(List.of(1.0, 2.5)), "{polygon: [1.0, 2.5]}"),
                Arguments.of("{polygon: {sides: []}}", new Polygon(List.of()), "{polygon: []}"),
                Arguments.of("0.5", new Dot(0.5), "0.5"),
                Arguments.of("2e-4", new Dot(2e-4), "0.0002"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_value_of_a_kind_is_read_from_every_form_and_written_in_the_shortest(
            String written, Shape shape, String shortest) {
        assertThat(Drawing.shape(written)).isEqualTo(shape);
        assertThat(Yaml.inline(Settings.write(Shape.class, shape))).isEqualTo(shortest);
        assertThat(Drawing.shape(shortest)).isEqualTo(shape);
    }

    @Test
    void what_is_not_written_is_at_its_default_and_a_group_keeps_the_defaults_inside_it() {
        assertThat(Drawing.read("")).isEqualTo(PLAIN);
        assertThat(Drawing.read("frame: {colour: dark-blue}").frame()).isEqualTo(new Pen(3, Colour.DARK_BLUE));
        assertThat(Drawing.read("frame: {}").frame()).isEqualTo(new Pen(3, Colour.RED));
        assertThat(Drawing.read("pen: {}").pen()).contains(new Pen(1, Colour.RED));
        assertThat(Drawing.read("paper: {mark: x}").paper()).isEqualTo(new Paper("white", "x"));
    }

    @Test
    void what_may_be_missing_is_switched_off_by_a_word_or_by_nothing() {
        for (String none : List.of("none", "", "~", "null")) {
            Drawing drawing = Drawing.read("{pen: %s, background: %1$s}".formatted(none));
            assertThat(drawing.pen()).isEmpty();
            assertThat(drawing.background()).isEmpty();
        }
        assertThat(Drawing.read("background: nothing").background()).contains(new Shape.Nothing());
    }

    @Test
    void everything_with_an_effect_is_written_and_nothing_else() {
        assertThat(Yaml.text(Settings.write(PLAIN))).isEqualTo("""
                        name: untitled
                        first: 1.0
                        second: {ball: 1.0}
                        frame: {width: 3, colour: red}
                        paper: {colour: white}
                        visible: true
                        margins: [1, 2]
                        """);
    }

    @Test
    void a_record_comes_back_from_what_is_written_as_it_was() {
        Drawing drawing = Drawing.read("""
                name: "none"
                first: {turned: {star-shaped: {points: 7, outline: {colour: dark-blue}}}}
                second: 3
                others: [ball, {box: {height: 5}}, nothing, 1, {polygon: [1, 2]}]
                pen: {width: 2}
                background: {ball: 1e-3}
                paper: {colour: "007", mark: "true"}
                seed: -9223372036854775808
                visible: false
                margins: []
                """);
        assertThat(Settings.read(Drawing.class, Settings.write(drawing))).isEqualTo(drawing);
        assertThat(Settings.read(Drawing.class, Yaml.tree(Yaml.text(Settings.write(drawing)), "")))
                .isEqualTo(drawing);
        assertThat(drawing.seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(drawing.name()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nam: x | unknown key 'nam'; known keys: name, first, second, others, pen, frame, background, paper, seed, visible, margins; did you mean 'name'?",
                "zzz: x | unknown key 'zzz'; known keys: name, first, second, others, pen, frame, background, paper, seed, visible, margins",
                "name: [a] | name must be text, got '[a]'",
                "name: {a: 1} | name must be text, got '{a: 1}'",
                "name: | name must be text, got 'null'",
                "visible: maybe | visible must be true or false, got 'maybe'",
                "visible: 'true' | visible must be true or false, got 'true'",
                "visible: 1 | visible must be true or false, got '1'",
                "seed: 1.5 | seed must be a whole number, got '1.5'",
                "seed: many | seed must be a whole number, got 'many'",
                "seed: true | seed must be a whole number, got 'true'",
                "seed: | seed must be a whole number, got 'null'",
                "seed: 9223372036854775808 | seed must be a whole number, got '9223372036854775808'",
                "seed: '1e999999999' | seed must be a whole number, got '1e999999999'",
                "margins: 5 | margins must be a list, got 5",
                "margins: [1, x] | margins.1 must be a whole number, got 'x'",
                "margins: [2147483648] | margins.0 must be a whole number, got '2147483648'",
                "frame: 3 | frame must have keys (width, colour), got 3",
                "frame: {width: 0} | frame.width must be between 1 and 100, got 0",
                "frame: {colour: green} | frame.colour must be one of red, dark-blue; got green",
                "frame: {colour: dark_blue} | frame.colour must be one of red, dark-blue; got dark_blue; did you mean 'dark-blue'?",
                "frame: {colour: 3} | frame.colour must be one of red, dark-blue; got 3",
                "frame: {colour: [red]} | frame.colour must be one of red, dark-blue; got [red]",
                "frame: {colr: red} | unknown key 'colr' in frame; known keys: width, colour; did you mean 'colour'?",
                "first: {box: {width: far}} | first.width must be a number, got 'far'",
                "first: {box: {width: 101}} | first.width must be between 0.0 and 100.0, got 101.0",
                "first: {box: {height: 0.01}} | first: a box must not be that flat",
                "first: {box: 3} | first.box must have keys (width, height, filled), got 3",
                "first: {box: {widht: 3}} | unknown key 'widht' in first; known keys: width, height, filled; did you mean 'width'?",
                "first: {ball: {radis: 3}} | unknown key 'radis' in first; known keys: radius; did you mean 'radius'?",
                "first: {nothing: 3} | first.nothing must have keys (), got 3",
                "first: {nothing: {a: 3}} | unknown key 'a' in first; known keys: none",
                "first: {ball: 1, box: {}} | first must have one key, which names its kind (polygon, ball, box, nothing, star-shaped, turned), got {ball: 1, box: {}}",
                "first: {} | first must have one key, which names its kind (polygon, ball, box, nothing, star-shaped, turned), got {}",
                "first: {bal: 1} | first must be one of polygon, ball, box, nothing, star-shaped, turned; got bal; did you mean 'ball'?",
                "first: {star: {points: 1}} | first must be one of polygon, ball, box, nothing, star-shaped, turned; got star; did you mean 'star-shaped'?",
                "first: {caption: x} | first must be one of polygon, ball, box, nothing, star-shaped, turned; got caption",
                "first: {dot: 3} | first must be one of polygon, ball, box, nothing, star-shaped, turned; got dot",
                "first: [ball] | first must be one of polygon, ball, box, nothing, star-shaped, turned; got [ball]",
                "first: true | first must be one of polygon, ball, box, nothing, star-shaped, turned; got true",
                "first: bal | first must be a number, got 'bal'",
                "first: star-shaped | first.points is missing",
                "others: [{turned: {star-shaped: {points: 1, outline: {width: 0}}}}] | others.0.inner.outline.width must be between 1 and 100, got 0",
                "background: {turned: {inner: {bal: 1}}} | background.inner must be one of polygon, ball, box, nothing, star-shaped, turned; got bal; did you mean 'ball'?",
                "pen: 3 | pen must have keys (width, colour), got 3",
            })
    void what_does_not_fit_is_refused_in_one_line_with_its_path(String yaml, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    var tree = Yaml.tree("first: 1", "");
                    tree.setAll(Yaml.tree(yaml, ""));
                    Settings.read(Drawing.class, tree);
                })
                .withMessage(message);
    }

    @Test
    void what_has_no_default_has_to_be_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.read(Drawing.class, Yaml.tree("name: x", "")))
                .withMessage("first is missing");
    }

    @Test
    void a_number_may_be_written_as_text_or_as_a_power_and_keeps_every_bit() {
        assertThat(Drawing.shape("'2e-4'")).isEqualTo(new Dot(2e-4));
        assertThat(Drawing.shape("5e-324")).isEqualTo(new Dot(Double.MIN_VALUE));
        assertThat(Drawing.shape("-0.0")).isEqualTo(new Dot(-0.0));
        assertThat(Drawing.read("seed: 5e5").seed()).isEqualTo(500_000);
        assertThat(Drawing.read("seed: '12'").seed()).isEqualTo(12);
        for (String huge : List.of(
                "1e999", "'1e390'", "'-1e390'", ".nan", "'NaN'", "'Infinity'", "0x10p3", "'" + "1".repeat(41) + "'"))
            assertThatIllegalArgumentException().isThrownBy(() -> Drawing.shape(huge));
    }

    @Test
    void a_long_value_is_shortened_in_a_message() {
        String longest = "x".repeat(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drawing.read("seed: " + longest))
                .withMessage("seed must be a whole number, got '" + "x".repeat(77) + "...'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drawing.read(longest + ": 1"))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(250));
    }

    @Test
    void keys_and_kinds_are_known_before_values_are_looked_at() {
        Settings.requireKnown(
                Drawing.class, Yaml.tree("{seed: wrong, frame: {width: -1}, first: {box: {width: -1}}}", ""));
        for (String unknown : List.of(
                "frame: {colr: red}",
                "pen: {colr: red}",
                "first: {box: {colr: 1}}",
                "others: [1, {box: {colr: 1}}]",
                "background: {turned: {inner: {box: {colr: 1}}}}",
                "first: {star-shaped: {outline: {colr: 1}}}"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Settings.requireKnown(Drawing.class, Yaml.tree(unknown, "")))
                    .withMessageStartingWith("unknown key 'colr' in ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.requireKnown(Drawing.class, Yaml.tree("others: [{bal: 1}]", "")))
                .withMessageStartingWith("others.0 must be one of polygon, ");
    }

    @Test
    void one_component_is_changed_and_the_others_stay() {
        Drawing drawing = Drawing.read("{name: a, seed: 3, pen: {width: 2}}");
        assertThat(Settings.with(drawing, "name", "b")).isEqualTo(Drawing.read("{name: b, seed: 3, pen: {width: 2}}"));
        assertThat(Settings.with(drawing, "pen", Optional.empty())).isEqualTo(Drawing.read("{name: a, seed: 3}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.with(new Pen(1, Colour.RED), "width", 0))
                .withMessage("width must be between 1 and 100, got 0");
    }

    @Test
    void every_value_of_a_type_is_replaced_however_deep_it_lies() {
        Drawing drawing = Drawing.read("""
                first: {star-shaped: {points: 5, outline: {width: 2}}}
                others: [{turned: {star-shaped: {points: 4, outline: {width: 3}}}}, ball]
                pen: {width: 4}
                background: {turned: 3}
                """);
        Drawing thicker = Settings.replaced(drawing, Pen.class, pen -> new Pen(pen.width() * 10, pen.colour()));
        assertThat(Settings.differences(drawing, thicker))
                .containsExactly(
                        "first.star-shaped.outline.width: 2 -> 20",
                        "others.0.turned.star-shaped.outline.width: 3 -> 30",
                        "pen.width: 4 -> 40",
                        "frame.width: 3 -> 30");
        assertThat(Settings.replaced(drawing, Integer.class, number -> number)).isEqualTo(drawing);
        assertThat(Settings.replaced(drawing, Dot.class, dot -> new Dot(7)).background())
                .contains(new Shape.Turned(new Dot(7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.replaced(drawing, Integer.class, number -> 0))
                .withMessage("width must be between 1 and 100, got 0");
    }

    @Test
    void components_are_found_by_their_type_and_read_by_their_name() {
        Drawing drawing = Drawing.read("name: a");
        assertThat(Settings.component(drawing, Pen.class)).contains("frame");
        assertThat(Settings.component(drawing, Shape.class)).contains("first");
        assertThat(Settings.component(drawing, Double.class)).isEmpty();
        assertThat(Settings.value(drawing, "name")).isEqualTo("a");
    }

    @Test
    void hostile_trees_are_refused_without_filling_the_memory() {
        String deep = "{turned: ".repeat(90) + "ball" + "}".repeat(90);
        assertThat(Yaml.inline(Settings.write(Shape.class, Drawing.shape(deep))))
                .contains("{ball: 1.0}");
        for (int levels : new int[] {200, 900, 20_000}) {
            String deeper = "{turned: ".repeat(levels) + "ball" + "}".repeat(levels);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Drawing.shape(deeper))
                    .withMessageContaining("nesting depth");
        }
        for (String huge : List.of(
                "1e999999999", "'1e999999999'", "'1e-999999999'", "9".repeat(100_000), "'" + "9".repeat(100_000) + "'"))
            assertThatIllegalArgumentException().isThrownBy(() -> Drawing.read("seed: " + huge));
    }
}
