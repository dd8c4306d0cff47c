package io.github.gan4j.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the processes of a {@link Group} meet, as torch.distributed has it in the environment: RANK, WORLD_SIZE, MASTER_ADDR and
 * MASTER_PORT, with LOCAL_RANK and LOCAL_WORLD_SIZE where they are known.
 *
 * @param rank of this process, from 0
 * @param size how many processes there are
 * @param localSize how many of them run on this machine
 * @param host of the process of rank 0, or of the program that started all of them
 * @param prefix of the keys in the store of that program; empty where the process of rank 0 keeps the store
 * @param seconds that a silent process is waited for
 */
public record Rendezvous(int rank, int size, int localSize, String host, int port, String prefix, int seconds) {
    /** Sets {@link #seconds}; 30 without it. */
    public static final String PATIENCE = "GAN4J_PEER_TIMEOUT";

    private static final List<String> NEEDED = List.of("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT");
    private static final int MOST_PROCESSES = 4096;

    /**
     * What the variables say; nothing where there is neither RANK nor WORLD_SIZE, or one process.
     *
     * @throws IllegalArgumentException in one line, when one of them is missing or wrong
     */
    public static Optional<Rendezvous> of(Map<String, String> environment) {
        if (!environment.containsKey("RANK") && !environment.containsKey("WORLD_SIZE")) return Optional.empty();
        for (String name : NEEDED)
            if (environment.getOrDefault(name, "").isBlank())
                throw new IllegalArgumentException("to train in several processes the environment must have "
                        + String.join(", ", NEEDED) + "; " + name + " is missing (for one process unset RANK and"
                        + " WORLD_SIZE)");
        int size = number(environment, "WORLD_SIZE", "", 1, MOST_PROCESSES);
        int rank = number(environment, "RANK", "", 0, size - 1);
        int seconds = number(environment, PATIENCE, "30", 1, 86_400);
        String host = environment.get("MASTER_ADDR");
        int port = number(environment, "MASTER_PORT", "", 1, 65_535);
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        int localSize = number(environment, "LOCAL_WORLD_SIZE", here ? "" + size : "1", 1, size);
        String prefix =
                environment.getOrDefault("TORCHELASTIC_USE_AGENT_STORE", "").equalsIgnoreCase("true")
                        ? "/worker/attempt_" + environment.getOrDefault("TORCHELASTIC_RESTART_COUNT", "0") + "/"
                        : "";
        if (size == 1) return Optional.empty();
        return Optional.of(new Rendezvous(rank, size, localSize, host, port, prefix, seconds));
    }

    private static int number(Map<String, String> environment, String name, String otherwise, int least, int most) {
        String text = environment.getOrDefault(name, otherwise);
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new IllegalArgumentException(
                "the environment variable " + name + " must be " + least + " to " + most + ", got '" + text + "'");
    }

    boolean keepsStore() {
        return rank == 0 && prefix.isEmpty();
    }

    String address() {
        return host + ":" + port;
    }
}
