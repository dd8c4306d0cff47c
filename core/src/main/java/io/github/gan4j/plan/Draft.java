package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plan being put together: written values, laid over one another, whose keys are known but whose values are not yet
 * checked. Immutable; each method gives a new draft.
 */
public final class Draft {
    /** Keys that plans of version 1 had and those of today have not. */
    private static final List<String> VERSION_1 = List.of(
            "latent",
            "damage",
            "encoder",
            "supervision",
            "content",
            "penalties",
            "augmentations",
            "average",
            "batch",
            "length");

    private final ObjectNode tree;

    private Draft(ObjectNode tree) {
        this.tree = tree;
    }

    /** Nothing written: every value is at its default. */
    public static Draft empty() {
        return new Draft(JsonNodeFactory.instance.objectNode());
    }

    /** Every value of a plan, written. */
    public static Draft of(Plan plan) {
        return new Draft(Settings.write(plan));
    }

    /**
     * The values of a YAML text over these; what the text does not name stays. Its key {@code base} names a preset that is
     * laid below it; its key {@code provenance} is left out.
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

    /**
     * The values of a tree over these.
     *
     * @param origin what messages begin with
     * @throws IllegalArgumentException as {@link #over(String)}
     */
    public Draft over(ObjectNode written, String origin) {
        ObjectNode upper = written.deepCopy();
        upper.remove("provenance");
        JsonNode base = upper.remove("base");
        try {
            requireVersion2(upper);
            Settings.requireKnown(Plan.class, upper);
            if (base != null && !base.isTextual())
                throw new IllegalArgumentException(
                        "base must be the name of a preset (gan4j presets lists them), got " + Yaml.plain(base));
            Draft below = base == null ? this : over(Presets.tree(base.asText()), "");
            return new Draft(Settings.over(Plan.class, below.tree, upper));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(origin + wrong.getMessage(), wrong);
        }
    }

    private static void requireVersion2(ObjectNode upper) {
        for (String key : VERSION_1)
            if (upper.has(key))
                throw new IllegalArgumentException(
                        "the key '" + key + "' belongs to plans of version 1, which are no"
                                + " longer read; start from a preset (gan4j presets show NAME) with the keys of docs/plan-keys.md");
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
                    "a setting is written path.to.key=value, as in batchSize=64; got '" + assignment + "'");
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
     * The same plan on other data; files keep the size and colours that the plan wants of images.
     *
     * @param data the name of a source that needs no path, such as {@code ring} or {@code mnist}, or the path of a
     *     folder, zip or file; a path is kept whole, as training may be resumed from elsewhere
     */
    public Draft on(String data) {
        if (DataSource.names().contains(data)) return on(DataSource.named(data));
        String path = Path.of(data).toAbsolutePath().normalize().toString();
        return data().filter(DataSource::needsPath).isPresent() || !tree.has("data")
                ? setText("data.path", path)
                : on(DataSource.at(Path.of(path)));
    }

    private Draft on(DataSource source) {
        DataSource wanted = source;
        if (source instanceof ImageSource to && data().orElse(source) instanceof ImageSource from)
            wanted = to.sized(from.size(), from.channels()).flipped(from.flip());
        return put("data", Settings.write(DataSource.class, wanted));
    }

    private Optional<DataSource> data() {
        return tree.has("data")
                ? Optional.of(Settings.read(DataSource.class, tree.get("data"), "data"))
                : Optional.empty();
    }

    private Draft put(String path, JsonNode value) {
        ObjectNode changed = Settings.put(Plan.class, tree, path, value);
        Settings.requireKnown(Plan.class, changed);
        return new Draft(changed);
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException in one line: the path, what was found, what is allowed
     */
    public Plan plan() {
        return Settings.read(Plan.class, tree);
    }
}
