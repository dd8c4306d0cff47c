package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ByteImageStreamTest {
    @Test
    void it_gives_its_bytes_from_anywhere() throws IOException {
        ByteImageStream stream = new ByteImageStream(new byte[] {1, 2, 3, 4});
        byte[] read = new byte[8];
        assertThat(stream.read(read, 2, 3)).isEqualTo(3);
        assertThat(read).containsExactly(0, 0, 1, 2, 3, 0, 0, 0);
        stream.seek(1);
        assertThat(stream.readUnsignedShort()).isEqualTo(0x0203);
        assertThat(stream.readBits(4)).isZero();
        assertThat(stream.readBits(4)).isEqualTo(4);
        assertThat(stream.length()).isEqualTo(4);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(read, 0, 1)).isEqualTo(-1);
        assertThat(stream.read(read, 0, 0)).isZero();
    }

    @Test
    void its_end_has_no_stack_trace_that_would_have_to_be_filled_in() throws IOException {
        ByteImageStream stream = new ByteImageStream(new byte[0]);
        assertThatThrownBy(stream::readByte)
                .isInstanceOf(EOFException.class)
                .satisfies(end -> assertThat(end.getStackTrace()).isEmpty());
    }
}
