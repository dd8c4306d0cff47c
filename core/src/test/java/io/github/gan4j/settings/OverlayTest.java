package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    private static ObjectNode over(String lower, String upper) {
        return Settings.over(Drawing.class, Yaml.tree(lower, ""), Yaml.tree(upper, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: a | seed: 3 | {name: a, seed: 3}",
                "name: a | name: b | {name: b}",
                // groups of keys are merged, also where they may be missing
                "frame: {width: 2} | frame: {colour: red} | {frame: {width: 2, colour: red}}",
                "pen: {width: 2} | pen: {colour: red} | {pen: {width: 2, colour: red}}",
                "pen: none | pen: {colour: red} | {pen: {colour: red}}",
                "pen: {width: 2} | pen: none | {pen: none}",
                "pen: {width: 2} | pen: ~ | {pen: null}",
                // values of the same kind are merged, of another replaced
                "first: {box: {width: 3}} | first: {box: {height: 4}} | {first: {box: {width: 3, height: 4}}}",
                "first: {box: {width: 3}} | first: box | {first: {box: {width: 3}}}",
                "first: box | first: {box: {height: 4}} | {first: {box: {height: 4}}}",
                "first: {box: {width: 3}} | first: ball | {first: ball}",
                "first: {box: {width: 3}} | first: 2 | {first: 2}",
                "first: 2 | first: {box: {width: 3}} | {first: {box: {width: 3}}}",
                "first: 2 | first: 3 | {first: 3}",
                "first: {ball: 2} | first: {ball: 3} | {first: {ball: 3}}",
                "first: {ball: 2} | first: {ball: {radius: 3}} | {first: {ball: 3}}",
                "first: {ball: 2} | first: ball | {first: {ball: 2}}",
                // and so are those inside them
                "first: {turned: {box: {width: 3}}} | first: {turned: {box: {height: 4}}} | {first: {turned: {box: {width: 3, height: 4}}}}",
                "first: {turned: {box: {width: 3}}} | first: {turned: {inner: {box: {height: 4}}}} | {first: {turned: {box: {width: 3, height: 4}}}}",
                "first: {turned: {box: {width: 3}}} | first: {turned: ball} | {first: {turned: ball}}",
                "first: {star-shaped: {points: 3, outline: {width: 2}}} | first: {star-shaped: {outline: {colour: red}}} | {first: {star-shaped: {points: 3, outline: {width: 2, colour: red}}}}",
                "first: {star-shaped: {points: 3, outline: {width: 2}}} | first: {star-shaped: {outline: none}} | {first: {star-shaped: {points: 3, outline: none}}}",
                "background: {box: {width: 3}} | background: {box: {height: 4}} | {background: {box: {width: 3, height: 4}}}",
                // lists are replaced whole
                "margins: [1, 2, 3] | margins: [4] | {margins: [4]}",
                "others: [{box: {width: 3}}] | others: [{box: {height: 4}}] | {others: [{box: {height: 4}}]}",
                "first: {polygon: [1, 2]} | first: {polygon: [3]} | {first: {polygon: [3]}}",
            })
    void what_is_above_goes_before_what_is_below(String lower, String upper, String both) {
        assertThat(Yaml.inline(over(lower, upper))).isEqualTo(both);
    }

    @Test
    void neither_tree_is_changed_by_it() {
        ObjectNode lower = Yaml.tree("{first: {box: {width: 3}}, frame: {width: 2}}", "");
        ObjectNode upper = Yaml.tree("{first: {box: {height: 4}}, margins: [1]}", "");
        ObjectNode both = Settings.over(Drawing.class, lower, upper);
        both.withArray("margins").add(9);
        ((ObjectNode) both.get("frame")).put("width", 9);
        assertThat(Yaml.inline(lower)).isEqualTo("{first: {box: {width: 3}}, frame: {width: 2}}");
        assertThat(Yaml.inline(upper)).isEqualTo("{first: {box: {height: 4}}, margins: [1]}");
    }

    @Test
    void three_layers_come_to_the_same_in_whatever_order_they_are_put_together() {
        String[] layers = {
            "{first: {box: {width: 3}}, frame: {width: 2}}",
            "{first: {box: {height: 4}}}",
            "{frame: {colour: red}, seed: 1}"
        };
        ObjectNode lowerFirst = Settings.over(Drawing.class, over(layers[0], layers[1]), Yaml.tree(layers[2], ""));
        ObjectNode upperFirst = Settings.over(Drawing.class, Yaml.tree(layers[0], ""), over(layers[1], layers[2]));
        assertThat((Object) lowerFirst).isEqualTo(upperFirst);
    }
}
