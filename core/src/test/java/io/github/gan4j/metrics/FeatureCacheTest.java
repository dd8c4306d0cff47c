package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.files.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
    private static final ImageSet DIGITS = ImageSets.of(new PenStrokes(1, 12), 0, 1005);

    /** Sees the first pixel, and counts how often it is asked. */
    private static final class FirstPixel implements Extractor {
        private int looks;

        @Override
        public String name() {
            return "first pixel";
        }

        @Override
        public String hash() {
            return "first-pixel";
        }

        @Override
        public List<String> classes() {
            return List.of("sure");
        }

        @Override
        public Extraction look(Batch images) {
            looks++;
            float[] pixels = new float[images.count()], sure = new float[images.count()];
            for (int i = 0; i < pixels.length; i++) pixels[i] = images.values()[i * 144];
            Arrays.fill(sure, 1);
            return new Extraction(
                    new Features(pixels.length, 1, pixels), Optional.of(new Features(sure.length, 1, sure)));
        }

        @Override
        public void close() {}
    }

    private final FirstPixel extractor = new FirstPixel();
    private final List<String> notices = new ArrayList<>();

    @TempDir
    Path folder;

    private Extraction find(Path place, ImageSet images) {
        return new FeatureCache(new CacheFolder(place), notices::add).find(extractor, images);
    }

    @Test
    void a_data_set_is_looked_at_once() {
        Extraction first = find(folder, DIGITS);
        assertThat(first.count()).isEqualTo(1005);
        assertThat(extractor.looks).isEqualTo(2);
        assertThat(find(folder, DIGITS)).isEqualTo(first);
        assertThat(extractor.looks).isEqualTo(2);
        find(folder, DIGITS.part(0, 10));
        assertThat(extractor.looks).isEqualTo(3);
        assertThat(notices).isEmpty();
    }

    @Test
    void what_is_damaged_is_made_again() throws IOException {
        Extraction first = find(folder, DIGITS);
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        }
        assertThat(find(folder, DIGITS)).isEqualTo(first);
        assertThat(notices).singleElement().asString().endsWith("; it is made again");
    }

    @Test
    void where_nothing_can_be_kept_the_work_goes_on() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(find(file.resolve("in"), DIGITS).count()).isEqualTo(1005);
        assertThat(notices).singleElement().asString().endsWith("; what the extractor saw is not kept");
    }
}
