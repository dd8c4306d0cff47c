package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A plan being put together: written values, laid over one another, whose keys are known but whose values are not yet
 * checked. Immutable; each method gives a new draft.
 */
public final class Draft {
    private static final long LONGEST_FILE = 1 << 20;

    private final ObjectNode tree;

    private Draft(ObjectNode tree) {
        Reader.requireKnownKeys("", Plan.class, tree);
        this.tree = tree;
    }

    /** Nothing written: every value is at its default. */
    public static Draft empty() {
        return new Draft(JsonNodeFactory.instance.objectNode());
    }

    /** Every value of a plan, written. */
    public static Draft of(Plan plan) {
        return new Draft(Trees.write(plan));
    }

    /**
     * The values of a YAML text over these; what the text does not name stays. Its key {@code provenance} is left out.
     *
     * @throws IllegalArgumentException when it is not YAML or has unknown keys
     */
    public Draft over(String yaml) {
        JsonNode upper = Yaml.read(yaml);
        if (!(upper instanceof ObjectNode keys))
            throw new IllegalArgumentException("a plan must have keys (" + String.join(", ", Trees.keys(Plan.class))
                    + "), found " + Yaml.show(upper));
        keys.remove("provenance");
        Reader.requireKnownKeys("", Plan.class, keys);
        return new Draft(Merge.over(Plan.class, tree, keys));
    }

    /**
     * The values of a YAML file over these.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException as {@link #over(String)}, with the file's name in front
     */
    public Draft over(Path file) throws IOException {
        String yaml = text(file);
        try {
            return over(yaml);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * One value changed, written {@code path.to.key=value}; elements of lists go by number, and the number after the
     * last adds one.
     *
     * @throws IllegalArgumentException when there is no such path; the known keys are listed
     */
    public Draft set(String assignment) {
        int sign = assignment.indexOf('=');
        if (sign < 1)
            throw new IllegalArgumentException(
                    "a setting is written path.to.key=value, as in batch=64; found '" + assignment + "'");
        return set(assignment.substring(0, sign).strip(), assignment.substring(sign + 1));
    }

    /** One value changed; the value is YAML, so a schedule or a list may stand there. */
    public Draft set(String path, String value) {
        try {
            return put(path, value.isBlank() ? TextNode.valueOf("") : Yaml.read(value));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(path + "=" + value + ": " + wrong.getMessage(), wrong);
        }
    }

    /** One value changed to a text that is taken as it stands, such as a path. */
    public Draft setText(String path, String text) {
        return put(path, TextNode.valueOf(text));
    }

    private Draft put(String path, JsonNode value) {
        ObjectNode changed = tree.deepCopy();
        Setting.put(changed, path, value);
        return new Draft(changed);
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException in one line: the path, what was found, what is allowed
     */
    public Plan plan() {
        return Reader.read(Plan.class, tree);
    }

    private static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new IOException(file + ": a folder, expected a plan file");
        try {
            if (Files.size(file) > LONGEST_FILE)
                throw new IOException(file + ": a plan is at most " + LONGEST_FILE + " bytes, found " + Files.size(file)
                        + "; is it a plan?");
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new IOException(file + ": no such file", absent);
        } catch (CharacterCodingException binary) {
            throw new IOException(file + ": not a text file (UTF-8); is it a plan?", binary);
        }
    }
}
