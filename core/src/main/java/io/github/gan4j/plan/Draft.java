package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.files.Yaml;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan being put together: written values, laid over one another, whose keys are known but whose values are not yet
 * checked. Immutable; each method gives a new draft.
 */
public final class Draft {
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
        return over(Yaml.tree(yaml, "plan"), "");
    }

    /**
     * The values of a YAML file over these.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException as {@link #over(String)}, with the file's name in front
     */
    public Draft over(Path file) throws IOException {
        return over(Yaml.tree(file), file + ": ");
    }

    private Draft over(ObjectNode upper, String origin) {
        upper.remove("provenance");
        try {
            Reader.requireKnownKeys("", Plan.class, upper);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(origin + wrong.getMessage(), wrong);
        }
        return new Draft(Merge.over(Plan.class, tree, upper));
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
                    "a setting is written path.to.key=value, as in batch=64; got '" + assignment + "'");
        return set(assignment.substring(0, sign).strip(), assignment.substring(sign + 1));
    }

    /** One value after the other changed, each written as for {@link #set(String)}. */
    public Draft set(List<String> assignments) {
        Draft draft = this;
        for (String assignment : assignments) draft = draft.set(assignment);
        return draft;
    }

    /** One value changed; the value is YAML, so a schedule or a list may stand there. */
    public Draft set(String path, String value) {
        try {
            return put(path, value.isBlank() ? TextNode.valueOf("") : Yaml.value(value));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(path + "=" + value + ": " + wrong.getMessage(), wrong);
        }
    }

    /** One value changed to a text that is taken as it stands, such as a path. */
    public Draft setText(String path, String text) {
        return put(path, TextNode.valueOf(text));
    }

    /** One value changed to a list of texts that are taken as they stand. */
    public Draft setTexts(String path, List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return put(path, list);
    }

    /**
     * The same plan on other data.
     *
     * @param data the name of a source that needs no path, such as {@code ring} or {@code mnist}, or the path of a
     *     folder, zip or file; a path is kept whole, as training may be resumed from elsewhere
     */
    public Draft on(String data) {
        for (DataPlan.Source source : DataPlan.Source.values())
            if (!source.readsPath() && Words.of(source).equals(data)) return on(source);
        Draft there =
                setText("data.path", Path.of(data).toAbsolutePath().normalize().toString());
        return there.plan().data().source().readsPath()
                ? there
                : there.set("data.source", "auto").set("data.parameters", "{}");
    }

    /** A published set keeps the size and colours that the plan wants of images; what is drawn has its own. */
    private Draft on(DataPlan.Source source) {
        return source.isDrawn()
                ? set("data", "{}").set("data.source", Words.of(source))
                : set("data.source", Words.of(source)).setText("data.path", "").set("data.parameters", "{}");
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
}
