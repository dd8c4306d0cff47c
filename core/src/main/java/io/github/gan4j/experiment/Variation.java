package io.github.gan4j.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.settings.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key of the plan and the values that are compared.
 *
 * @param values as {@code --set} takes them, one to twenty
 */
public record Variation(String key, List<String> values) {
    private static final int MOST = 20;

    public Variation {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST)
            throw new IllegalArgumentException(
                    "--vary " + key + " must have 1 to " + MOST + " values, got " + values.size());
    }

    /**
     * Reads {@code key=[a, b, c]}.
     *
     * @throws IllegalArgumentException in one line, when it is written in another way
     */
    public static Variation parse(String text) {
        int sign = text.indexOf('=');
        String how = "--vary is written key=[a,b,c], as in referee=[everyone,worst-player]; got '" + text + "'";
        if (sign < 1) throw new IllegalArgumentException(how);
        JsonNode list = Yaml.value(text.substring(sign + 1));
        if (!list.isArray()) throw new IllegalArgumentException(how);
        List<String> values = new ArrayList<>();
        for (JsonNode value : list) values.add(Yaml.plain(value));
        return new Variation(text.substring(0, sign).strip(), values);
    }

    /** Each value as {@code --set} takes it. */
    Stream<String> settings() {
        return values.stream().map(value -> key + "=" + value);
    }
}
