package io.github.gan4j.benchmarks;

import io.github.gan4j.train.Training;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How long Gloo's sums take over TCP, by what both are known to do: see docs/distributed.md, What to expect. All processes of the ring
 * do the same at the same time, so what one sends to the next is all there is to follow, packet by packet. Times are in seconds.
 */
final class RingModel {
    /** Of a segment and of a packet, in bytes. */
    private static final int SEGMENT = 1 << 20, PAYLOAD = 1448, HEADERS = 52;
    /** Packets that may be under way at first, and after a long silence. */
    private static final int FIRST_WINDOW = 10;
    /** Bytes of what all must agree on after a step. */
    static final int FEW = 100;
    /** Beyond a round trip, TCP waits this long before it takes a packet for lost, and a connection for idle. */
    private static final double TIMER = 0.2;

    private final int processes;
    private final double delay;
    private final double bytesPerSecond;
    private final Deque<Double> acknowledgements = new ArrayDeque<>();
    private double now;
    private double free;
    private int window = FIRST_WINDOW;
    private int most;

    /**
     * @param delay of one way between neighbours
     * @param bytesPerSecond of each way
     */
    RingModel(int processes, double delay, double bytesPerSecond) {
        this.processes = processes;
        this.delay = delay;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** The bytes of each sum of gradients in a step, of the players in their order. */
    static List<Long> gradients(Training training) {
        return training.game().players().stream()
                .map(player -> Float.BYTES * player.network().learnedCount())
                .toList();
    }

    /** Something else is done. */
    void rest(double seconds) {
        now += seconds;
    }

    /** The seconds of a sum of a tensor of this size that begins now. */
    double sum(long bytes) {
        double began = now;
        long least = Math.max(2L * processes, (bytes + SEGMENT - 1) / SEGMENT);
        long ofEach = (least + processes - 1) / processes;
        long segment = Math.max(4, bytes / (ofEach * processes));
        for (int half = 0; half < 2; half++) passed((processes - 1) * ofEach, segment);
        return now - began;
    }

    /**
     * Half of a sum: segments, two of which are under way. Each is asked for by the one that receives it once the last but one has come,
     * and the question waits its turn behind what that one is sending.
     */
    private void passed(long segments, long bytes) {
        double[] arrived = {now, now};
        for (long i = 0; i < segments; i++) {
            int place = (int) (i % 2);
            double asked = i < 2 ? now : Math.max(arrived[place], free);
            arrived[place] = sent(asked + delay, bytes);
        }
        now = Math.max(arrived[0], arrived[1]);
    }

    private double sent(double ready, long bytes) {
        slowDownAfterIdling(ready);
        for (long left = bytes; left > 0; left -= PAYLOAD) {
            double at = Math.max(ready, free);
            acknowledged(at);
            if (acknowledgements.size() >= window) {
                at = Math.max(at, acknowledgements.peek());
                acknowledged(at);
            }
            free = at + (Math.min(left, PAYLOAD) + HEADERS) / bytesPerSecond;
            acknowledgements.add(free + 2 * delay);
            most = Math.max(most, acknowledgements.size());
        }
        return free + delay;
    }

    /** Each packet that has arrived lets two more go, as long as as many are wanted. */
    private void acknowledged(double at) {
        while (!acknowledgements.isEmpty() && acknowledgements.peek() <= at) {
            acknowledgements.remove();
            if (window < 2 * most) window++;
        }
    }

    private void slowDownAfterIdling(double at) {
        acknowledged(at);
        if (!acknowledgements.isEmpty()) return;
        most = 0;
        double timer = 2 * delay + TIMER;
        for (double idle = at - free; idle > timer && window > FIRST_WINDOW; idle -= timer)
            window = Math.max(FIRST_WINDOW, window / 2);
    }
}
