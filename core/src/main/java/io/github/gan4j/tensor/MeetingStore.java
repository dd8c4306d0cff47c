package io.github.gan4j.tensor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;

/** Short texts by their keys, which the processes of a {@link Group} read and write: a connection of libtorch's TCPStore. */
final class MeetingStore extends NativeOwner {
    private static final int PAUSE_MILLIS = 100, ANSWER_MILLIS = 5000;

    final Store store;

    /**
     * Serves the store where this process is the one to do so, and connects to it.
     *
     * @throws IOException in one line, when the port is taken or nothing answers in time
     */
    static MeetingStore open(Rendezvous place) throws IOException {
        if (place.keepsStore()) requireFree(place.port());
        else awaitPort(place);
        return connected(place, place.keepsStore());
    }

    /**
     * Where the processes meet. The store of another program may be that of an older PyTorch (before 2.1), which closes the
     * connection at the first words of libtorch's client, by all processes alike.
     *
     * @throws IOException in one line, when nothing answers in time
     */
    static Rendezvous place(Rendezvous named) throws IOException {
        if (named.prefix().isEmpty()) return named;
        awaitPort(named);
        return closesAtOnce(named) ? named.besideLauncher() : named;
    }

    /** Says what libtorch's client says first, and waits for the answer. */
    private static boolean closesAtOnce(Rendezvous place) {
        byte[] validate = {0, (byte) 0xCE, (byte) 0xF7, (byte) 0x85, 0x3C}, ping = {13, 1, 2, 3, 4};
        try (Socket probe = new Socket(place.host(), place.port())) {
            probe.setSoTimeout(ANSWER_MILLIS);
            probe.getOutputStream().write(validate);
            probe.getOutputStream().write(ping);
            return probe.getInputStream().read() < 0;
        } catch (SocketTimeoutException busy) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A further connection. */
    static MeetingStore again(Rendezvous place) throws IOException {
        return connected(place, false);
    }

    private static MeetingStore connected(Rendezvous place, boolean serve) throws IOException {
        String stranger = "what answers at " + place.address() + " is no store of torch.distributed; choose another "
                + Rendezvous.PORT + ", or end that program";
        return within(place.seconds(), () -> new MeetingStore(place, serve), stranger);
    }

    private MeetingStore(Rendezvous place, boolean serve) {
        store = owned(() -> {
            TCPStoreOptions options = new TCPStoreOptions()
                    .port((short) place.port())
                    .isServer(serve)
                    .waitWorkers(false)
                    .timeout(new Milliseconds(1000L * place.seconds()))
                    .numWorkers(new SizeTPointer(1).put(place.size()));
            TCPStore plain = new TCPStore(place.host(), options);
            return new PrefixStore(place.prefix() + "gan4j", plain);
        });
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new IOException(
                    "port " + port + " of this machine is taken (" + taken.getMessage() + "); choose another "
                            + Rendezvous.PORT,
                    taken);
        }
    }

    private static void awaitPort(Rendezvous place) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(place.seconds());
        String last = "";
        while (System.nanoTime() < until) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getByName(place.host()), place.port()), 1000);
                return;
            } catch (UnknownHostException unknown) {
                last = "unknown host";
            } catch (IOException away) {
                last = away.getMessage();
            }
            pause();
        }
        throw new IOException("rank 0 did not answer at " + place.address() + " within " + place.seconds() + " s ("
                + last + "); start it, or wait longer with " + Rendezvous.PATIENCE);
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("interrupted while waiting for other processes");
        }
    }

    /** Runs native work that may never come back on a thread of its own. */
    static <T> T within(int seconds, java.util.concurrent.Callable<T> work, String otherwise) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "gan4j-meeting");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(seconds + 1L, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException(otherwise, late);
        } catch (ExecutionException failed) {
            throw new IOException(otherwise + " (" + Natives.reason(failed) + ")", failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for other processes", e);
        }
    }

    /** Values are written as ASCII, since the binding takes text in the machine's own encoding. */
    void put(String key, String value) {
        store.set(key, "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    Optional<String> find(String key) {
        try (Scope scope = new Scope()) {
            if (!store.check(new StringVector(key))) return Optional.empty();
            return Optional.of(URLDecoder.decode(store.get_to_str(key).substring(1), StandardCharsets.UTF_8));
        }
    }

    /** How often this has been asked for this key, this time included. */
    long count(String key) {
        return store.add(key, 1);
    }
}
