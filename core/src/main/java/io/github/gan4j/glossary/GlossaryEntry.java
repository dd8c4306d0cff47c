package io.github.gan4j.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One term.
 *
 * @param word of the field
 * @param also its synonyms, abbreviations and common misnomers
 * @param means one sentence
 * @param reading what to read in a chart of it, in one or two sentences; empty for words that no chart shows
 * @param gan4j what gan4j calls it: keys of plans, options, commands, presets
 * @param see a page of the documentation, with or without an anchor
 */
public record GlossaryEntry(
        String word, List<String> also, String means, String reading, List<String> gan4j, String see) {
    private static final String COMMAND = "gan4j ";

    public GlossaryEntry {
        reading = Optional.ofNullable(reading).orElse("");
    }

    /** The word and its synonyms. */
    List<String> names() {
        return Stream.concat(Stream.of(word), also.stream()).toList();
    }

    /**
     * Every name of gan4j from each of its words on: {@code generator.optimizer.learningRate} is also
     * {@code optimizer.learningRate} and {@code learningRate}.
     */
    List<String> ends() {
        List<String> ends = new ArrayList<>();
        for (String name : gan4j) {
            String end = name.startsWith(COMMAND) ? name.substring(COMMAND.length()) : name;
            while (true) {
                ends.add(end);
                int cut = end.split("[. ]", 2)[0].length();
                if (cut == end.length()) break;
                end = end.substring(cut + 1);
            }
        }
        return ends;
    }
}
