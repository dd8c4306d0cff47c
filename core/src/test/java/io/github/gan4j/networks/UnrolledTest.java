package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.image;
import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnrolledTest {
    @Test
    void it_has_the_published_layers() {
        assertThat(outputs(Architectures.made(image(28), "unrolled"), 10))
                .containsSubsequence("[32, 4, 4]", "[16, 7, 7]", "[8, 14, 14]", "[4, 28, 28]", "[3, 28, 28]");
        assertThat(outputs(Architectures.judged(image(28), "unrolled"), 3, 28, 28))
                .containsSubsequence("[4, 14, 14]", "[8, 7, 7]", "[16, 4, 4]", "[1]");
    }
}
