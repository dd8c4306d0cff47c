package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.settings.Resources;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The plans that come with gan4j: one YAML file each in the resources. */
public final class Presets {
    /** The preset of {@code gan4j train} without a name. */
    public static final String USUAL = "strokes";

    private static final String FOLDER = "/io/github/gan4j/presets/";
    private static final String END = ".yaml";
    private static final List<String> NAMES = found();

    private Presets() {}

    private static List<String> found() {
        List<String> names = Resources.names(Presets.class, FOLDER).stream()
                .filter(file -> file.endsWith(END))
                .map(file -> file.substring(0, file.length() - END.length()))
                .sorted()
                .toList();
        return Stream.concat(Stream.of(USUAL), names.stream().filter(name -> !name.equals(USUAL)))
                .toList();
    }

    /** All names, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The named plan.
     *
     * @throws IllegalArgumentException when there is none; the known ones are listed
     */
    public static Plan read(String name) {
        return draft(name).plan();
    }

    /** The named plan, to lay other values over. */
    public static Draft draft(String name) {
        return Draft.empty().over(text(name)).setText("name", name);
    }

    /** The preset's keys, as its file has them. */
    static ObjectNode tree(String name) {
        return Yaml.tree(text(name), name);
    }

    /** The preset's file, with the comment at its head that states group, command, time and result. */
    public static String text(String name) {
        if (!NAMES.contains(name))
            throw new IllegalArgumentException("unknown preset '" + name + "'" + Suggestions.didYouMean(name, NAMES)
                    + " (gan4j presets lists all " + NAMES.size() + ")");
        try (InputStream file = Presets.class.getResourceAsStream(FOLDER + name + END)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("preset '" + name + "' cannot be read from gan4j's own jar", unreadable);
        }
    }
}
