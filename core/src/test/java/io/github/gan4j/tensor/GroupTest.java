package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTest {
    @BeforeEach
    void linux() {
        TwoGroups.assumeGloo();
    }

    private static float[] numbers(int rank) {
        return new float[] {1 + rank, 10 * rank, 0.1f};
    }

    @Test
    void a_sum_a_mean_and_what_rank_0_has_are_the_same_to_all() throws Exception {
        List<float[]> all = TwoGroups.each(group -> {
            try (Scope scope = new Scope()) {
                Tensor sum = Tensor.of(numbers(group.rank()), 3), first = Tensor.of(numbers(group.rank()), 3);
                group.sum(sum);
                group.broadcast(first);
                group.barrier();
                Tensor mean =
                        group.averagedInPlace(List.of(Tensor.of(numbers(group.rank()), 3), Tensor.of(numbers(5), 3)));
                return Tensor.concatenated(List.of(sum, first, mean), 0).toFloats();
            }
        });
        assertThat(all.get(0)).containsExactly(3, 10, 0.2f, 1, 0, 0.1f, 3.75f, 27.5f, 0.1f);
        assertThat(all.get(1)).isEqualTo(all.get(0));
    }

    /** An older PyTorch's launcher keeps a store that hangs up on libtorch's client. */
    @Test
    void where_the_store_of_a_launcher_hangs_up_rank_0_keeps_one_on_the_next_port() throws Exception {
        try (ServerSocket launcher = new ServerSocket(0)) {
            Thread old = new Thread(() -> hangUp(launcher));
            old.setDaemon(true);
            old.start();
            int port = launcher.getLocalPort();
            List<String> told =
                    TwoGroups.each(guests(port, "/worker/attempt_0/"), group -> group.told("from " + group.rank()));
            assertThat(told).containsExactly("from 0", "from 0");
        }
    }

    private static List<Rendezvous> guests(int port, String prefix) {
        return List.of(
                new Rendezvous(0, 2, 0, 2, "127.0.0.1", port, prefix, 20),
                new Rendezvous(1, 2, 1, 2, "127.0.0.1", port, prefix, 20));
    }

    private static void hangUp(ServerSocket launcher) {
        while (!launcher.isClosed())
            try (Socket caller = launcher.accept()) {
                caller.getInputStream().read();
            } catch (IOException over) {
                return;
            }
    }

    /** The store of a newer one is used, with the keys that belong to this start. */
    @Test
    void where_a_launcher_keeps_the_store_all_are_its_guests() throws Exception {
        int port = TwoGroups.freePort();
        try (MeetingStore launcher = MeetingStore.open(TwoGroups.place(0, 2, port, 20))) {
            List<String> told =
                    TwoGroups.each(guests(port, "/worker/attempt_3/"), group -> group.told("from " + group.rank()));
            assertThat(told).containsExactly("from 0", "from 0");
            assertThat(launcher.find("text/0"))
                    .as("of a start without a launcher")
                    .isEmpty();
        }
    }

    @Test
    void texts_arrive_as_they_were_given() throws Exception {
        List<List<String>> all = TwoGroups.each(group -> {
            String told = group.told("Ω\n" + group.rank());
            return List.of(told, String.join("|", group.gathered("rank " + group.rank())), group.told(""));
        });
        assertThat(all).containsOnly(List.of("Ω\n0", "rank 0|rank 1", ""));
    }

    @Test
    void each_hears_why_another_leaves() {
        assertThatThrownBy(() -> TwoGroups.each(group -> {
                    if (group.rank() == 1) group.leave("the disk is full");
                    else group.barrier();
                    return "";
                }))
                .isInstanceOf(PeerException.class)
                .hasMessage("rank 1: the disk is full");
    }

    @Test
    void alone_nothing_is_exchanged() {
        try (Scope scope = new Scope()) {
            Tensor one = Tensor.of(new float[] {1, 2}, 2);
            assertThat(Group.alone().averagedInPlace(List.of(one))).isSameAs(one);
            Group.alone().sum(one);
            assertThat(one.toFloats()).containsExactly(1, 2);
        }
        assertThat(Group.alone().told("a")).isEqualTo("a");
        assertThat(Group.alone().gathered("b")).containsExactly("b");
    }

    @Test
    void whoever_does_not_come_is_named_in_time() throws Exception {
        int port = TwoGroups.freePort();
        assertThatThrownBy(() -> Group.join(TwoGroups.place(0, 3, port, 1)))
                .hasMessage(
                        "rank 1 and 1 more of 3 processes did not come within 1 s; start all of them, or wait longer"
                                + " with GAN4J_PEER_TIMEOUT");
        int nobody = TwoGroups.freePort();
        assertThatThrownBy(() -> Group.join(TwoGroups.place(1, 2, nobody, 1)))
                .hasMessageStartingWith("rank 0 did not answer at 127.0.0.1:" + nobody + " within 1 s (");
    }

    @Test
    void a_port_that_others_use_is_one_line_on_both_sides() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0)) {
            int port = stranger.getLocalPort();
            assertThatThrownBy(() -> Group.join(TwoGroups.place(0, 2, port, 1)))
                    .hasMessageStartingWith("port " + port + " of this machine is taken (")
                    .hasMessageEndingWith("choose another MASTER_PORT");
            assertThatThrownBy(() -> Group.join(TwoGroups.place(1, 2, port, 1)))
                    .hasMessageStartingWith("what answers at 127.0.0.1:" + port + " is no store of torch.distributed");
        }
    }
}
