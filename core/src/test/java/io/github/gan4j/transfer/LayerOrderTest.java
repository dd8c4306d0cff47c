package io.github.gan4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerOrderTest {
    private static final List<String> IN_ORDER = List.of(
            "main.0.weight",
            "main.2.weight",
            "main.2.bias",
            "main.2.running_mean",
            "main.2.running_var",
            "main.2.num_batches_tracked",
            "main.10.weight",
            "main.10.bias");

    @Test
    void arrays_come_in_the_order_of_the_network_however_a_file_lists_them() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            List<String> names = new ArrayList<>(IN_ORDER);
            Collections.shuffle(names, random);
            names.sort(new LayerOrder());
            assertThat(names).isEqualTo(IN_ORDER);
        }
    }
}
