package io.github.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

class DrainingConnectorTest {
    /** Threads that are slow to take up what they are given, as on a busy machine. */
    private static final class SlowThreads extends QueuedThreadPool {
        private volatile boolean slow;

        @Override
        public void execute(Runnable task) {
            super.execute(slow ? () -> late(task) : task);
        }

        private static void late(Runnable task) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            task.run();
        }
    }

    @Test
    void a_connection_that_waits_to_be_accepted_is_answered_before_the_end() throws Exception {
        requireAnswer(true);
    }

    @Test
    void a_connection_that_no_thread_has_taken_up_is_answered_before_the_end() throws Exception {
        requireAnswer(false);
    }

    /** @param lateAcceptor whether even the thread that accepts comes late */
    private static void requireAnswer(boolean lateAcceptor) throws Exception {
        SlowThreads threads = new SlowThreads();
        Server server = new Server(threads);
        server.setStopTimeout(10_000);
        DrainingConnector connector = new DrainingConnector(server, new HttpConfiguration());
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback done) {
                response.write(true, ByteBuffer.wrap("whole".getBytes(StandardCharsets.US_ASCII)), done);
                return true;
            }
        });
        threads.slow = lateAcceptor;
        server.start();
        threads.slow = true;
        try (Socket client = new Socket("127.0.0.1", connector.getLocalPort())) {
            client.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            server.stop();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("whole");
        }
    }
}
