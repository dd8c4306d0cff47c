package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendezvousTest {
    private static Map<String, String> environment(String... more) {
        Map<String, String> all = new HashMap<>(
                Map.of("RANK", "1", "WORLD_SIZE", "4", "MASTER_ADDR", "node0", "MASTER_PORT", "29500", "PATH", "/bin"));
        for (int i = 0; i < more.length; i += 2)
            if (more[i + 1].isEmpty()) all.remove(more[i]);
            else all.put(more[i], more[i + 1]);
        return all;
    }

    @Test
    void the_variables_of_torch_distributed_are_read() {
        assertThat(Rendezvous.of(environment())).contains(new Rendezvous(1, 4, 0, 1, "node0", 29500, "", 30));
        assertThat(Rendezvous.of(environment(
                        "LOCAL_RANK",
                        "1",
                        "LOCAL_WORLD_SIZE",
                        "2",
                        "TORCHELASTIC_USE_AGENT_STORE",
                        "True",
                        "GAN4J_PEER_TIMEOUT",
                        "5")))
                .contains(new Rendezvous(1, 4, 1, 2, "node0", 29500, "/worker/attempt_0/", 5));
        assertThat(Rendezvous.of(environment("MASTER_ADDR", "localhost"))
                        .orElseThrow()
                        .localSize())
                .isEqualTo(4);
    }

    @Test
    void what_is_written_for_a_process_is_read_back() {
        Rendezvous place = new Rendezvous(5, 8, 4, "node0", 29500, 7);
        assertThat(Rendezvous.of(place.environment())).contains(place);
        assertThat(place.environment()).containsEntry("LOCAL_RANK", "1");
        assertThat(Rendezvous.rank(List.of("LOCAL_RANK=1", "RANK=5"))).contains(5);
        assertThat(Rendezvous.rank(List.of("LOCAL_RANK=1"))).isEmpty();
    }

    @Test
    void one_process_and_none_are_no_group() {
        assertThat(Rendezvous.of(Map.of("PATH", "/bin"))).isEmpty();
        assertThat(Rendezvous.of(environment("RANK", "0", "WORLD_SIZE", "1"))).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertRefused("MASTER_PORT", "", "MASTER_PORT is missing");
        assertRefused("RANK", "", "RANK is missing");
        assertRefused("RANK", "4", "RANK must be 0 to 3, got '4'");
        assertRefused("WORLD_SIZE", "two", "WORLD_SIZE must be 1 to 4096, got 'two'");
        assertRefused("MASTER_PORT", "99999", "MASTER_PORT must be 1 to 65535, got '99999'");
        assertRefused("GAN4J_PEER_TIMEOUT", "0", "GAN4J_PEER_TIMEOUT must be 1 to 86400, got '0'");
    }

    private static void assertRefused(String name, String value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rendezvous.of(environment(name, value)))
                .withMessageContaining(reason);
    }
}
