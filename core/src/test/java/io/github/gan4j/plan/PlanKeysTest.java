package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.gan4j.settings.Keys;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documents about the keys of plans follow from the records. After a change to these, {@code mvn -pl core test
 * -Dtest=PlanKeysTest -Dgan4j.write=true} writes both anew.
 */
class PlanKeysTest {
    private static final Path DOCS = Path.of("../docs");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Keys KEYS = new Keys(Map.of(
            Plan.class,
            "stop: {images: 1}",
            StopPlan.class,
            "images: 1",
            MetricsPlan.class,
            "names: [fid]",
            StartPlan.class,
            "from: [runs/a]"));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());

    private static JsonNode schema() {
        return KEYS.schema(
                Plan.class,
                Map.of(
                        "base", "The preset that the plan is laid over.",
                        "provenance", "Where a run comes from, written by gan4j; not read."));
    }

    static List<String> presets() {
        return Presets.names();
    }

    @Test
    void the_schema_in_the_documents_is_that_of_the_records() throws IOException {
        requireSame("plan.schema.json", JSON.writeValueAsString(schema()) + "\n");
    }

    @Test
    void the_tables_in_the_documents_are_those_of_the_records() throws IOException {
        requireSame("plan-keys.md", """
                # Keys of a plan

                Made from the sources by a test; [formats.md](formats.md#planyaml) says how plans are written. A kind is
                written as its word, or as a key over its own keys: `optimizer: adam`, `optimizer: {adam: {beta1: 0}}`.
                A record of your own goes by its class name in its place.

                """ + KEYS.tables(Plan.class));
    }

    private static void requireSame(String name, String generated) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("gan4j.write")) Files.writeString(file, generated);
        assertThat(Files.readString(file)).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_preset_is_valid_by_the_schema(String name) {
        assertThat(SCHEMA.validate(Yaml.tree(Presets.text(name), name))).isEmpty();
        assertThat(SCHEMA.validate(Yaml.tree(Presets.read(name).toYaml(), name)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch: 64",
                "batchSize: many",
                "batchSize: 0",
                "generator: {network: dcgann}",
                "generator: {network: {dcgan: {widht: 64}}}",
                "discriminator: {penalties: [{r1: {strength: 2}}]}",
                "discriminator: {penalties: {r1: 2}}",
                "generator: {optimizer: {adam: {learningRate: {cosine: 1}}}}",
                "referee: {repeat: {discriminator: 2}, margin: {}}",
                "generator: {ema: 20000000, team: some}",
                "device: gpu"
            })
    void what_is_wrong_is_wrong_by_the_schema_as_well(String yaml) {
        assertThat(SCHEMA.validate(Yaml.tree(yaml, "plan"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "discriminator: {penalties: [r1, {r1: {gamma: 2}}, {com.example.Mine: {any: 1}}]}",
                "generator: {optimizer: {adam: {learningRate: {cosine: {from: 1e-3, to: 0, images: 1000}}}}}",
                "generator: {network: com.example.Mine}",
                "base: mnist-dcgan"
            })
    void what_may_be_written_is_valid_by_the_schema(String yaml) {
        assertThat(SCHEMA.validate(Yaml.tree(yaml, "plan"))).isEmpty();
    }
}
