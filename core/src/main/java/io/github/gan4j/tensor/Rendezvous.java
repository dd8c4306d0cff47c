package io.github.gan4j.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the processes of a {@link Group} meet, as torch.distributed has it in the environment: RANK, WORLD_SIZE, MASTER_ADDR and
 * MASTER_PORT, with LOCAL_RANK and LOCAL_WORLD_SIZE where they are known.
 *
 * @param rank of this process, from 0
 * @param size how many processes there are
 * @param localRank of this process among those of its machine, from 0; its card where several are there
 * @param localSize how many of them run on this machine
 * @param host of the process of rank 0, or of the program that started all of them
 * @param prefix of the keys in the store of that program; empty where the process of rank 0 keeps the store
 * @param seconds that a silent process is waited for
 */
public record Rendezvous(
        int rank, int size, int localRank, int localSize, String host, int port, String prefix, int seconds) {
    public static final int DEFAULT_SECONDS = 30;

    static final String PATIENCE = "GAN4J_PEER_TIMEOUT", PORT = "MASTER_PORT";
    private static final String RANK = "RANK", SIZE = "WORLD_SIZE", HOST = "MASTER_ADDR";
    private static final String LOCAL_RANK = "LOCAL_RANK", LOCAL_SIZE = "LOCAL_WORLD_SIZE";
    private static final String AGENT_STORE = "TORCHELASTIC_USE_AGENT_STORE";
    private static final String LOG_LEVEL = "TORCH_CPP_LOG_LEVEL";
    private static final List<String> NEEDED = List.of(RANK, SIZE, HOST, PORT);
    private static final int MOST_PROCESSES = 4096, MOST_PORTS = 65_535;

    /** Of processes whose store is kept by the one of rank 0. */
    public Rendezvous(int rank, int size, int localSize, String host, int port, int seconds) {
        this(rank, size, rank % localSize, localSize, host, port, "", seconds);
    }

    /** The variables of this process, for whoever starts it, in a group whose rank 0 keeps the store; {@link #of} reads them. */
    public Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(RANK, "" + rank);
        all.put(SIZE, "" + size);
        all.put(LOCAL_RANK, "" + localRank);
        all.put(LOCAL_SIZE, "" + localSize);
        all.put(HOST, host);
        all.put(PORT, "" + port);
        all.put(PATIENCE, "" + seconds);
        all.put(AGENT_STORE, "False");
        // libtorch warns of every lost connection, beside the one line that gan4j says
        all.put(LOG_LEVEL, System.getenv().getOrDefault(LOG_LEVEL, "FATAL"));
        return all;
    }

    /** The rank that such an environment gives, {@code NAME=VALUE} each. */
    public static Optional<Integer> rank(List<String> environment) {
        String start = RANK + "=";
        return environment.stream()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .map(one -> Integer.valueOf(one.substring(start.length())));
    }

    /**
     * What the variables say; nothing where there is neither RANK nor WORLD_SIZE, or one process.
     *
     * @throws IllegalArgumentException in one line, when one of them is missing or wrong
     */
    public static Optional<Rendezvous> of(Map<String, String> environment) {
        if (!environment.containsKey(RANK) && !environment.containsKey(SIZE)) return Optional.empty();
        for (String name : NEEDED)
            if (environment.getOrDefault(name, "").isBlank())
                throw new IllegalArgumentException("to train in several processes the environment must have "
                        + String.join(", ", NEEDED) + "; " + name + " is missing (for one process unset "
                        + RANK + " and " + SIZE + ")");
        int size = number(environment, SIZE, "", 1, MOST_PROCESSES);
        int rank = number(environment, RANK, "", 0, size - 1);
        int seconds = number(environment, PATIENCE, "" + DEFAULT_SECONDS, 1, 86_400);
        String host = environment.get(HOST);
        int port = number(environment, PORT, "", 1, MOST_PORTS);
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        int localSize = number(environment, LOCAL_SIZE, here ? "" + size : "1", 1, size);
        int localRank = number(environment, LOCAL_RANK, "" + rank % localSize, 0, MOST_PROCESSES - 1);
        String prefix = environment.getOrDefault(AGENT_STORE, "").equalsIgnoreCase("true")
                ? "/worker/attempt_" + environment.getOrDefault("TORCHELASTIC_RESTART_COUNT", "0") + "/"
                : "";
        if (size == 1) return Optional.empty();
        return Optional.of(new Rendezvous(rank, size, localRank, localSize, host, port, prefix, seconds));
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

    /** For a launcher whose store speaks another language: rank 0 keeps one of its own, on the next port of the same machine. */
    Rendezvous besideLauncher() {
        return new Rendezvous(
                rank, size, localRank, localSize, host, port == MOST_PORTS ? port - 1 : port + 1, "", seconds);
    }

    boolean keepsStore() {
        return rank == 0 && prefix.isEmpty();
    }

    String address() {
        return host + ":" + port;
    }
}
