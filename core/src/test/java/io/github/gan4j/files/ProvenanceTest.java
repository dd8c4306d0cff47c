package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    @TempDir
    Path folder;

    private record Result(double score) {}

    @Test
    void a_result_carries_the_whole_block() throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(folder.resolve("data.bin"), "data");
        Provenance.here()
                .withLibtorch("2.10.0")
                .withSeed("draw", 7)
                .withFile(folder.resolve("data.bin"))
                .write(file, new Result(0.5));
        ObjectNode written = Json.read(file, ObjectNode.class);
        assertThat(written.path("score").asDouble()).isEqualTo(0.5);
        ObjectNode block = (ObjectNode) written.path("provenance");
        assertThat(block.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "gan4j", "commit", "libtorch", "java", "system", "command", "date", "seeds", "checksums");
        assertThat(block.path("gan4j").asText()).isNotEmpty();
        assertThat(block.at("/seeds/draw").asInt()).isEqualTo(7);
        assertThat(block.path("checksums").path("data.bin").asText()).matches("[0-9a-f]{16}");
        Instant date = Instant.parse(block.path("date").asText());
        assertThat(Duration.between(date, Instant.now())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void of_two_nothing_is_lost_that_has_the_same_name() {
        Provenance one = Provenance.here().withSeed("run", 1).withChecksum("weights", "a");
        Provenance other = Provenance.here().withSeed("run", 2).withChecksum("weights", "b");
        Provenance both = one.joined(other);
        assertThat(both.seeds()).isEqualTo(Map.of("run", 1L, "run #2", 2L));
        assertThat(both.checksums()).isEqualTo(Map.of("weights", "a", "weights #2", "b"));
        assertThat(both.joined(one).joined(other).joined(both)).isEqualTo(both);
        assertThat(both.joined(one.withChecksum("weights", "c")).checksums()).containsEntry("weights #3", "c");
    }

    @Test
    void what_the_build_did_not_fill_in_is_no_version() {
        BuildInfo build = BuildInfo.read();
        assertThat(build.version()).isNotBlank().doesNotContain("$");
        assertThat(build.commit()).doesNotContain("$").matches("|[0-9a-z.-]*[0-9a-f]{7,40}(-dirty)?");
    }
}
