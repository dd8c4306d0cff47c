package io.github.gan4j.tensor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.BroadcastOptions;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch_gloo;

/**
 * Processes that compute together, over libtorch's Gloo; every process takes part in every operation, in the same order. Tensors of
 * cards go by NCCL where all processes have it, else through the memory of the machine. Whoever
 * waits in one waits for as long as the others live: one that has ended is noticed at once, one that is silent after the time of
 * its {@link Rendezvous}. All operations throw {@link PeerException} then.
 */
public final class Group extends NativeOwner {
    private static final long NEVER_MILLIS = 1000L * 86_400 * 365;
    private static final long LOOK_MILLIS = 250, LOOK_NANOS = 20_000;
    private static final String NCCL = "nccl";
    private static final Group ALONE = new Group(new Rendezvous(0, 1, 1, "", 0, 1), Optional.empty());

    private final Rendezvous place;
    private Optional<Link> link;
    private boolean broken;
    private long messages;

    /** @param cards NCCL; nothing where not all have it */
    private record Link(MeetingStore store, Heartbeat heartbeat, Backend gloo, Optional<Backend> cards) {
        Link with(Optional<Backend> cards) {
            return new Link(store, heartbeat, gloo, cards);
        }
    }

    private Group(Rendezvous place, Optional<Link> link) {
        this.place = place;
        this.link = link;
    }

    /** The group of a process that computes by itself. */
    public static Group alone() {
        return ALONE;
    }

    /**
     * Waits until all processes have come.
     *
     * @throws IOException in one line, when they do not come in time, the port is taken, or this system has no Gloo
     */
    public static Group join(Rendezvous named) throws IOException {
        load();
        Rendezvous place = MeetingStore.place(named);
        MeetingStore store = MeetingStore.open(place);
        if (store.count("arrived/" + place.rank()) > 1)
            throw new IOException("two processes have rank " + place.rank() + "; each needs a RANK of its own");
        Heartbeat heartbeat = new Heartbeat(place, MeetingStore.again(place));
        heartbeat.start();
        try {
            awaitAll(place, store);
            ProcessGroupGloo gloo = MeetingStore.within(
                    place.seconds(), () -> connected(place, store), "the processes cannot reach one another");
            Group group = new Group(place, Optional.of(new Link(store, heartbeat, gloo, Optional.empty())));
            group.linkCards();
            return group;
        } catch (IOException | RuntimeException e) {
            heartbeat.close();
            throw e;
        }
    }

    /** By NCCL all go, or none. */
    private void linkCards() {
        Device.own(place.localRank());
        Optional<Backend> own = CardLink.find(link.orElseThrow().store().store, place);
        boolean all = gathered(own.isPresent() ? NCCL : "").stream().allMatch(NCCL::equals);
        if (all) link = Optional.of(link.orElseThrow().with(own));
    }

    private static void load() throws IOException {
        Engine.prepare();
        try {
            Loader.load(torch_gloo.class);
        } catch (LinkageError missing) {
            throw new IOException(
                    "training in several processes needs Gloo, which libtorch brings for Linux only", missing);
        }
        // obeys TORCH_CPP_LOG_LEVEL
        torch.initLogging();
    }

    private static void awaitAll(Rendezvous place, MeetingStore store) throws IOException {
        long until = System.nanoTime() + 1_000_000_000L * place.seconds();
        while (true) {
            List<Integer> missing = IntStream.range(0, place.size())
                    .filter(rank -> store.find(Heartbeat.key(rank)).isEmpty())
                    .boxed()
                    .toList();
            if (missing.isEmpty()) return;
            if (System.nanoTime() > until)
                throw new IOException("rank " + missing.get(0)
                        + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " more") + " of " + place.size()
                        + " processes did not come within " + place.seconds()
                        + " s; start all of them, or wait longer with "
                        + Rendezvous.PATIENCE);
            MeetingStore.pause();
        }
    }

    /** Listens where this machine is seen from the store; GLOO_SOCKET_IFNAME names another interface, as for PyTorch. */
    private static ProcessGroupGloo connected(Rendezvous place, MeetingStore store) throws IOException {
        String wanted = System.getenv().getOrDefault("GLOO_SOCKET_IFNAME", "");
        ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(new Milliseconds(NEVER_MILLIS));
        GlooDeviceVector devices = new GlooDeviceVector();
        try (DatagramSocket towards = new DatagramSocket()) {
            towards.connect(InetAddress.getByName(place.host()), place.port());
            devices.push_back(
                    wanted.isEmpty()
                            ? ProcessGroupGloo.createDeviceForHostname(
                                    towards.getLocalAddress().getHostAddress())
                            : ProcessGroupGloo.createDeviceForInterface(wanted));
        }
        options.devices(devices);
        return new ProcessGroupGloo(store.store, place.rank(), place.size(), options);
    }

    /** From 0; the process of rank 0 keeps what all share. */
    public int rank() {
        return place.rank();
    }

    public int size() {
        return place.size();
    }

    public boolean isAlone() {
        return link.isEmpty();
    }

    /** How many of the processes run on this machine. */
    public int localSize() {
        return place.localSize();
    }

    /** Brings a dense tensor to the sum of those of all processes: the same bits everywhere. */
    public void sum(Tensor tensor) {
        link.ifPresent(to -> exchanged(to, tensor, (by, numbers) -> by.allreduce(numbers)));
    }

    /** Brings a dense tensor to that of rank 0. */
    public void broadcast(Tensor tensor) {
        link.ifPresent(to -> exchanged(to, tensor, (by, numbers) -> by.broadcast(numbers, new BroadcastOptions())));
    }

    private interface Exchanging {
        Work start(Backend by, TensorVector numbers);
    }

    private void exchanged(Link to, Tensor tensor, Exchanging how) {
        if (tensor.handle.is_cpu()) finished(() -> how.start(to.gloo(), new TensorVector(tensor.handle)), false);
        else if (to.cards().isPresent())
            finished(() -> how.start(to.cards().get(), new TensorVector(tensor.handle)), true);
        else
            try (Scope scope = new Scope()) {
                Tensor here = tensor.detached().on(Device.CPU);
                finished(() -> how.start(to.gloo(), new TensorVector(here.handle)), false);
                tensor.copyInPlace(here);
            }
    }

    /** Waits until all have come here. */
    public void barrier() {
        try (Scope scope = new Scope()) {
            sum(Tensor.zeros(1));
        }
    }

    /**
     * Brings the first of several tensors of one shape to the mean of all of them and of those of the other processes, which have
     * as many.
     *
     * @return the first
     */
    public Tensor averagedInPlace(List<Tensor> own) {
        if (link.isEmpty()) return Elements.averagedInPlace(own);
        Tensor first = own.get(0);
        try (Scope scope = new Scope()) {
            Elements.addedInPlace(own);
            sum(first);
            first.handle.mul_(new Scalar(1.0 / (own.size() * size())));
        }
        return first;
    }

    private interface Start {
        Work work();
    }

    private void finished(Start start, boolean onCards) {
        if (broken) throw new PeerException("the processes have parted");
        try (Scope scope = new Scope()) {
            Work work = start.work();
            while (!(onCards ? waitedForCards(work) : waited(work)))
                if (failure().isPresent()) throw parted(failure().get());
        } catch (PeerException parted) {
            throw parted;
        } catch (RuntimeException closed) {
            throw parted(reason(closed));
        }
    }

    /** Whether it has been finished within a moment. */
    private static boolean waited(Work work) {
        try {
            work._wait(new Milliseconds(LOOK_MILLIS));
            return true;
        } catch (RuntimeException lateOrFailed) {
            if (!work.isCompleted()) return false;
            work._wait();
            return true;
        }
    }

    /** NCCL's own waiting would end the whole process where a peer is lost. */
    private static boolean waitedForCards(Work work) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        while (!work.isCompleted()) {
            if (System.nanoTime() > until) return false;
            LockSupport.parkNanos(LOOK_NANOS);
        }
        work._wait();
        return true;
    }

    private Optional<String> failure() {
        return link.orElseThrow().heartbeat().failure();
    }

    private PeerException parted(String why) {
        broken = true;
        return new PeerException(why);
    }

    /** Connections close before those who closed them can be heard of: there is a moment for that. */
    private String reason(RuntimeException closed) {
        for (int i = 0; i < 20 && failure().isEmpty(); i++) MeetingStore.pause();
        String who = size() == 2 ? "rank " + (1 - rank()) : "another process";
        // Gloo's messages begin with the place in its sources
        String message = TensorException.firstLine(closed).replaceFirst("^\\[[^\\]]*\\] ", "");
        return failure().orElse(who + " has ended or lost its connection (" + message + ")");
    }

    /** The text that the process of rank 0 gives, whatever the others give. */
    public String told(String text) {
        if (link.isEmpty()) return text;
        String key = "text/" + messages++;
        if (rank() == 0) link.get().store().put(key, text);
        return awaited(key);
    }

    /** The texts of all processes, by rank. */
    public List<String> gathered(String own) {
        if (link.isEmpty()) return List.of(own);
        String key = "texts/" + messages++ + "/";
        link.get().store().put(key + rank(), own);
        List<String> all = new ArrayList<>();
        for (int other = 0; other < size(); other++) all.add(awaited(key + other));
        return all;
    }

    private String awaited(String key) {
        try {
            while (true) {
                Optional<String> found = link.orElseThrow().store().find(key);
                if (found.isPresent()) return found.get();
                if (failure().isPresent()) throw parted(failure().get());
                MeetingStore.pause();
            }
        } catch (PeerException parted) {
            throw parted;
        } catch (RuntimeException lost) {
            throw parted(reason(lost));
        }
    }

    /** Lets the others know, in one line, why this process cannot go on; they fail with it, where they have not failed before. */
    public void leave(String reason) {
        if (link.isEmpty() || broken) return;
        broken = true;
        try {
            link.get().heartbeat().tell("rank " + rank() + ": " + reason);
            // whoever keeps the store gives the others time to read it
            if (place.keepsStore()) Thread.sleep(2500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            // then they notice by themselves
        }
    }

    /**
     * Waits for the others to come here, and parts from them. Operations under way that failed keep their memory: their threads may
     * still be in them.
     */
    @Override
    public void close() {
        link.ifPresent(to -> {
            try {
                if (!broken) barrier();
            } catch (PeerException gone) {
                // nothing is lost any more
            }
            to.heartbeat().close();
            Device.own(0);
            if (broken) return;
            to.cards().ifPresent(Backend::close);
            to.gloo().close();
            to.store().close();
        });
    }
}
