package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.DecodingMemory;
import io.github.gan4j.files.SmallHeap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read depends neither on the number of processors nor on Java's memory: it is read, or it is refused. */
class ImageMemoryTest {
    @TempDir
    Path folder;

    private String checksum(int processors) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(processors);
        try {
            return pool.submit(() -> ImageFolder.read(folder, 8, 0, line -> {}).checksum())
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void the_checksum_is_the_same_with_one_and_eight_processors_and_a_small_heap() throws Exception {
        for (int i = 0; i < 24; i++)
            Images.png(folder.resolve(i + ".png"), 20 + 40 * (i % 5), 30 + 25 * (i % 4), i, 100, 3 * i);
        String wanted = checksum(1);
        assertThat(checksum(8)).isEqualTo(wanted);
        try (SmallHeap heap = SmallHeap.of(1 << 20)) { // the largest of these takes a third of it
            assertThat(checksum(8)).isEqualTo(wanted);
        }
    }

    @Test
    void an_image_that_does_not_fit_is_refused_and_not_left_out() throws IOException {
        Images.png(folder.resolve("a.png"), 20, 20, 1, 2, 3);
        Images.png(folder.resolve("b.png"), 300, 300, 1, 2, 3);
        Images.png(folder.resolve("c.png"), 400, 400, 1, 2, 3);
        List<String> said = new ArrayList<>();
        try (SmallHeap heap = SmallHeap.of(1 << 19)) {
            assertThatThrownBy(() -> ImageFolder.read(folder, 8, 0, said::add))
                    .isInstanceOf(DecodingMemory.TooLittle.class)
                    .hasMessageStartingWith(folder.resolve("b.png") + ": reading it needs about");
            assertThatThrownBy(() -> Survey.of(DataSource.at(folder), Part.TRAIN, Watcher.NOBODY))
                    .isInstanceOf(DecodingMemory.TooLittle.class)
                    .hasMessageStartingWith(folder.resolve("b.png") + ": reading it needs about");
        }
        assertThat(said).isEmpty();
    }
}
