package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static ObjectNode put(String tree, String path, String value) {
        return Settings.put(Drawing.class, Yaml.tree(tree, ""), path, Yaml.value(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: a | name | b | {name: b}",
                "name: a | seed | 3 | {name: a, seed: 3}",
                "name: a | pen.width | 3 | {name: a, pen: {width: 3}}",
                "pen: {colour: red} | pen.width | 3 | {pen: {colour: red, width: 3}}",
                "pen: {colour: red} | pen | none | {pen: none}",
                // an unwritten group starts from its default
                "name: a | frame.colour | red | {name: a, frame: {width: 3, colour: red}}",
                // a path may leave out the kind that stands there, or that is the default
                "first: {box: {width: 3}} | first.height | 4 | {first: {box: {width: 3, height: 4}}}",
                "first: box | first.height | 4 | {first: {box: {height: 4}}}",
                "name: a | second.radius | 4 | {name: a, second: {ball: 4}}",
                "second: {ball: 3} | second.radius | 4 | {second: {ball: 4}}",
                "first: 3 | first.size | 4 | {first: 4}",
                "first: {turned: {box: {width: 3}}} | first.inner.height | 4 | {first: {turned: {box: {width: 3, height: 4}}}}",
                // or name it, and so choose another
                "first: {box: {width: 3}} | first.box.height | 4 | {first: {box: {width: 3, height: 4}}}",
                "first: {box: {width: 3}} | first.ball.radius | 4 | {first: {ball: {radius: 4}}}",
                "first: {box: {width: 3}} | first.ball | 4 | {first: {ball: 4}}",
                "first: 3 | first.box.width | 4 | {first: {box: {width: 4}}}",
                "name: a | first.box.width | 4 | {name: a, first: {box: {width: 4}}}",
                "name: a | background.turned.inner.ball.radius | 4 | {name: a, background: {turned: {inner: {ball: {radius: 4}}}}}",
                "first: {box: {width: 3}} | first | ball | {first: ball}",
                "first: {star-shaped: {points: 3}} | first.outline.width | 2 | {first: {star-shaped: {points: 3, outline: {width: 2}}}}",
                // the only component of a kind need not be named either
                "first: {turned: ball} | first.turned.ball.radius | 4 | {first: {turned: {inner: {ball: {radius: 4}}}}}",
                "first: {turned: {box: {width: 3}}} | first.turned.box.height | 4 | {first: {turned: {inner: {box: {width: 3, height: 4}}}}}",
                "first: {turned: {box: {width: 3}}} | first.turned.height | 4 | {first: {turned: {inner: {box: {width: 3, height: 4}}}}}",
                "first: {polygon: [1, 2]} | first.polygon.1 | 3 | {first: {polygon: {sides: [1, 3]}}}",
                // into lists; the number after the last adds one
                "margins: [1, 2] | margins.0 | 3 | {margins: [3, 2]}",
                "margins: [1, 2] | margins.2 | 3 | {margins: [1, 2, 3]}",
                "name: a | margins.2 | 3 | {name: a, margins: [1, 2, 3]}",
                "margins: [1, 2] | margins | [] | {margins: []}",
                "others: [{box: {width: 3}}, ball] | others.0.height | 4 | {others: [{box: {width: 3, height: 4}}, ball]}",
                "others: [{box: {width: 3}}] | others.0.ball.radius | 4 | {others: [{ball: {radius: 4}}]}",
                "name: a | others.0.ball.radius | 4 | {name: a, others: [{ball: {radius: 4}}]}",
                "name: a | others.0 | ball | {name: a, others: [ball]}",
                "first: {polygon: [1, 2]} | first.sides.1 | 3 | {first: {polygon: [1, 3]}}",
            })
    void a_value_is_put_where_its_path_leads(String tree, String path, String value, String changed) {
        assertThat(Yaml.inline(put(tree, path, value))).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nam | unknown key 'nam'; known keys: name, first, second, others, pen, frame, background, paper, seed, visible, margins; did you mean 'name'?",
                "frame.colr | unknown key 'colr' in frame; known keys: width, colour; did you mean 'colour'?",
                "pen.colr | unknown key 'colr' in pen; known keys: width, colour; did you mean 'colour'?",
                "first.widht | unknown key 'widht' in first; known keys: width, height, filled; did you mean 'width'?",
                "first.box.widht | unknown key 'widht' in first.box; known keys: width, height, filled; did you mean 'width'?",
                "first.ball.radis | unknown key 'radis' in first.ball; known keys: radius; did you mean 'radius'?",
                "background.radius | unknown key 'radius' in background; known keys: polygon, ball, box, nothing, star-shaped, turned",
                "background.bal.radius | unknown key 'bal' in background; known keys: polygon, ball, box, nothing, star-shaped, turned; did you mean 'ball'?",
                "name.first | name is a single value and has no key 'first'",
                "margins.0.x | margins.0 is a single value and has no key 'x'",
                "margins.3 | margins is a list of 2, changed at 0 to 2 (the last adds one); got '3'",
                "margins.first | margins is a list of 2, changed at 0 to 2 (the last adds one); got 'first'",
                "margins.-1 | margins is a list of 2, changed at 0 to 2 (the last adds one); got '-1'",
                "margins.99999999999 | margins is a list of 2, changed at 0 to 2 (the last adds one); got '99999999999'",
                "others.1.ball | others is a list of 0, changed at 0 to 0 (the last adds one); got '1'",
                "frame..width | a path has a name between any two dots",
                ".frame | a path has a name between any two dots",
                "frame. | a path has a name between any two dots",
                "`` | a path has a name between any two dots",
            })
    void a_path_that_leads_nowhere_is_refused_in_one_line(String path, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("{first: {box: {width: 3}}}", path, "1"))
                .withMessage(message);
    }

    @Test
    void the_tree_itself_stays_as_it_was() {
        ObjectNode tree = Yaml.tree("{first: {box: {width: 3}}, margins: [1]}", "");
        Settings.put(Drawing.class, tree, "first.width", Yaml.value("4"));
        Settings.put(Drawing.class, tree, "margins.0", Yaml.value("4"));
        assertThat(Yaml.inline(tree)).isEqualTo("{first: {box: {width: 3}}, margins: [1]}");
    }
}
