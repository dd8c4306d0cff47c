package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The manifest of docs/distributed.md, as far as it can be seen without the schemas of Kubernetes. */
class PyTorchJobExampleTest {
    private static JsonNode manifest() throws IOException {
        Matcher found = Pattern.compile("```yaml\n(apiVersion: kubeflow.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/distributed.md")));
        assertThat(found.find()).isTrue();
        return new ObjectMapper().valueToTree(new Yaml().load(found.group(1)));
    }

    private static List<String> texts(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void the_manifest_trains_a_preset_in_a_master_and_its_workers() throws IOException {
        JsonNode replicas = manifest().at("/spec/pytorchReplicaSpecs");
        assertThat(replicas.at("/Master/replicas").asInt()).isEqualTo(1);
        assertThat(replicas.at("/Worker/replicas").asInt()).isPositive();
        for (JsonNode each : replicas) {
            assertThat(each.get("restartPolicy").asText())
                    .as("train refuses the folder that it left")
                    .isEqualTo("Never");
            JsonNode container = each.at("/template/spec/containers/0");
            assertThat(container.get("name").asText())
                    .as("the operator looks for it")
                    .isEqualTo("pytorch");
            List<String> command = texts(container.get("command"));
            assertThat(command).startsWith("/opt/gan4j/gan4j", "train").contains("--out");
            assertThat(Presets.names()).contains(command.get(2));
            assertThat(container.at("/env/0/name").asText()).isEqualTo("GAN4J_PEER_TIMEOUT");
            assertThat(container.at("/env/0/value").isTextual())
                    .as("Kubernetes takes texts only")
                    .isTrue();
            assertThat(container.get("volumeMounts").findValuesAsText("name"))
                    .isEqualTo(each.at("/template/spec/volumes").findValuesAsText("name"));
        }
    }
}
