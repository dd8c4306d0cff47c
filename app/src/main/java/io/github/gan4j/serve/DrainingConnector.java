package io.github.gan4j.serve;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that stops listening without losing a connection: those that the system has already established and that
 * still wait to be accepted are accepted first. Jetty's own closes the socket at once, which resets them.
 */
final class DrainingConnector extends ServerConnector {
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Selector selector = Selector.open();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ending;
    private volatile ServerSocketChannel listening;

    DrainingConnector(Server server, HttpConfiguration http) throws IOException {
        super(server, 1, -1, new HttpConnectionFactory(http));
    }

    @Override
    public void open(ServerSocketChannel channel) throws IOException {
        super.open(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_ACCEPT);
        listening = channel;
    }

    /** Called again and again by one thread. */
    @Override
    public void accept(int acceptor) throws IOException {
        SocketChannel next = listening.accept();
        if (next != null) {
            next.configureBlocking(false);
            configure(next.socket());
            getSelectorManager().accept(next);
        } else if (ending) {
            stopListening();
        } else {
            selector.select();
            selector.selectedKeys().clear();
        }
    }

    private void stopListening() throws IOException {
        listening.close();
        selector.close();
        closed.countDown();
    }

    /**
     * Never: Jetty's HTTP connection asks at the end of an answer, and would close after one that did not announce it, when
     * the client may already have sent its next request.
     */
    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public void close() {
        if (isRunning() && listening != null) {
            ending = true;
            selector.wakeup();
            try {
                closed.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        super.close();
    }
}
