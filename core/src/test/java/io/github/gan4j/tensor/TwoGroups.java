package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several groups of one Java machine, each on a thread of its own, that meet over the loopback interface. */
public final class TwoGroups {
    private TwoGroups() {}

    public interface Work<T> {
        T of(Group group) throws IOException;
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    static Rendezvous place(int rank, int size, int port, int seconds) {
        return new Rendezvous(rank, size, size, "127.0.0.1", port, seconds);
    }

    public static void assumeGloo() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "skipped: libtorch brings Gloo for Linux only, without which processes cannot train together");
    }

    /** What each of two makes of the work, by rank. */
    public static <T> List<T> each(Work<T> work) throws Exception {
        int port = freePort();
        return each(rank -> place(rank, 2, port, 20), work);
    }

    /** The same of two that meet somewhere else. */
    static <T> List<T> each(IntFunction<Rendezvous> places, Work<T> work) throws Exception {
        assumeGloo();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> results = IntStream.range(0, 2)
                    .mapToObj(rank -> threads.submit(() -> {
                        try (Group group = Group.join(places.apply(rank))) {
                            return work.of(group);
                        }
                    }))
                    .toList();
            return List.of(results.get(0).get(), results.get(1).get());
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(Exception.class);
            throw (Exception) failed.getCause();
        } finally {
            threads.shutdown();
        }
    }
}
