package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RankOutputTest {
    private static String passed(String written) {
        // as pipes give it: one byte at a time
        InputStream slow = new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int count) {
                return super.read(bytes, from, Math.min(1, count));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RankOutput.pass(slow, new PrintStream(out, false, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_gloo_prints_is_left_out_and_nothing_else() {
        String gloo = "[Gloo] Rank 0 is connected to 1 peer ranks.\n";
        assertThat(passed(gloo + "{\"ü\": [1]}\n" + gloo)).isEqualTo("{\"ü\": [1]}\n");
        assertThat(passed("a [Gloo] b\n\n[Gloo\n[G" + "\n[Gloo] x\r\nend")).isEqualTo("a [Gloo] b\n\n[Gloo\n[G\nend");
        assertThat(passed("[Glo")).isEqualTo("[Glo");
        assertThat(passed("[Gloo] ")).isEmpty();
        assertThat(passed("")).isEmpty();
    }
}
