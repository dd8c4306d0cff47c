package io.github.gan4j.serve;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connector that stops listening without losing a connection: those that the system has already established and that
 * still wait to be accepted are accepted first. Jetty's own closes the socket at once, which resets them, and may end while
 * those that were accepted are on their way to a thread, which closes them.
 */
final class DrainingConnector extends ServerConnector {
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Selector selector = Selector.open();
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Accepted, and not yet among those for whose end Jetty waits. */
    private final Set<Object> arriving = ConcurrentHashMap.newKeySet();

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
            arriving.add(next);
            getSelectorManager().accept(next);
        } else if (ending && selector.isOpen()) {
            // the system closes a channel that is still registered later than its close() returns
            selector.close();
        } else if (ending) {
            listening.close();
            closed.countDown();
        } else {
            selector.select();
            selector.selectedKeys().clear();
        }
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            protected void endPointOpened(EndPoint connection) {
                super.endPointOpened(connection);
                arriving.remove(connection.getTransport());
            }

            @Override
            protected void onAcceptFailed(SelectableChannel channel, Throwable failed) {
                super.onAcceptFailed(channel, failed);
                arriving.remove(channel);
            }
        };
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
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
                closed.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
                while (!arriving.isEmpty() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        super.close();
    }
}
