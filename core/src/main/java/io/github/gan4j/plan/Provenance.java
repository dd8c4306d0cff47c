package io.github.gan4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * What a run was made with; kept beside the plan in the run folder and left out when the plan is used again.
 *
 * @param gan4j version
 * @param java version and vendor
 * @param system operating system and processor
 * @param libtorch version
 * @param dataChecksum tells whether the data is still the same; empty for data that gan4j draws
 * @param lineage what of other runs and files it started from, the oldest first; empty for random first weights
 */
public record Provenance(
        @Default("''") String gan4j,
        @Default("''") String java,
        @Default("''") String system,
        @Default("''") String libtorch,
        @Default(value = "''", off = true) String dataChecksum,
        @Default(value = "[]", off = true) List<String> lineage) {

    public Provenance {
        lineage = List.copyOf(lineage);
    }

    /** The provenance in the text of a run folder's plan, if there is one. */
    public static Optional<Provenance> read(String yaml) {
        JsonNode written = Yaml.tree(yaml, "plan").path("provenance");
        return written.isObject() ? Optional.of(Settings.read(Provenance.class, written)) : Optional.empty();
    }

    /** The lineage in the text of a run folder's plan. */
    public static List<String> lineage(String yaml) {
        return read(yaml).map(Provenance::lineage).orElse(List.of());
    }
}
