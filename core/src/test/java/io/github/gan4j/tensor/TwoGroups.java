package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        return each(2, work);
    }

    /** The same of more. */
    public static <T> List<T> each(int count, Work<T> work) throws Exception {
        int port = freePort();
        return each(
                IntStream.range(0, count)
                        .mapToObj(rank -> place(rank, count, port, 20))
                        .toList(),
                work);
    }

    /** The same of those that meet somewhere else. */
    static <T> List<T> each(List<Rendezvous> places, Work<T> work) throws Exception {
        assumeGloo();
        ExecutorService threads = Executors.newFixedThreadPool(places.size());
        try {
            List<Future<T>> results = places.stream()
                    .map(place -> threads.submit(() -> {
                        try (Group group = Group.join(place)) {
                            return work.of(group);
                        }
                    }))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) all.add(result.get());
            return all;
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(Exception.class);
            throw (Exception) failed.getCause();
        } finally {
            threads.shutdown();
        }
    }
}
