package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.DecodingMemory.TooLittle;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecodingMemoryTest {
    private static final int MIB = 1 << 20;

    @Test
    void many_at_once_never_hold_more_than_a_quarter() {
        DecodingMemory memory = new DecodingMemory(64 * MIB);
        AtomicLong held = new AtomicLong(), most = new AtomicLong();
        IntStream.range(0, 200).parallel().forEach(i -> {
            long bytes = (1 + i % 7) * (long) MIB;
            try {
                memory.decoding(bytes, "a.png", () -> {
                    most.accumulateAndGet(held.addAndGet(bytes), Math::max);
                    Thread.yield();
                    return held.addAndGet(-bytes);
                });
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(most.get()).isPositive().isLessThanOrEqualTo(16 * MIB);
    }

    @Test
    void an_image_of_up_to_half_is_decoded_alone_and_a_larger_one_is_refused_with_what_helps() throws IOException {
        DecodingMemory memory = new DecodingMemory(512L * MIB);
        assertThat(memory.decoding(250L * MIB, "a.png", () -> 1)).isEqualTo(1);
        assertThatThrownBy(() -> memory.decoding(300L * MIB, "a.png", () -> 1))
                .isInstanceOf(TooLittle.class)
                .hasMessage("a.png: reading it needs about 300 MiB at once, and Java has 512 MiB for everything;"
                        + " give it more, as in GAN4J_JAVA_OPTIONS=-Xmx1024m");
    }

    @Test
    void memory_that_ends_all_the_same_is_a_refusal_and_no_damaged_image() {
        DecodingMemory memory = new DecodingMemory(512L * MIB);
        assertThatThrownBy(() -> memory.decoding(MIB, "a.png", () -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(TooLittle.class)
                .hasMessageStartingWith("a.png: reading it needs about 1 MiB at once");
    }

    @Test
    void who_reads_may_decode_within_his_turn() throws IOException {
        DecodingMemory memory = new DecodingMemory(4 * MIB);
        assertThat(memory.reading(2 * MIB, "a", () -> memory.decoding(2 * MIB, "a", () -> 7)))
                .isEqualTo(7);
    }
}
