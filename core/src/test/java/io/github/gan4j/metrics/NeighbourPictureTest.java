package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourPictureTest {
    @TempDir
    Path folder;

    @Test
    void a_copied_training_image_lies_beside_its_copy() {
        ImageSet training = ImageSets.of(new PenStrokes(1, 12), 0, 50);
        ImageSet copies = training.part(20, 23);
        FeatureCache cache = new FeatureCache(new CacheFolder(folder), line -> {});
        Picture picture = NeighbourPicture.of(copies, training, new RawPixels(), cache);
        int tile = 24, step = tile + 2;
        assertThat(picture.width()).isEqualTo(9 * step + 2);
        assertThat(picture.height()).isEqualTo(3 * step + 2);
        for (int row = 0; row < 3; row++)
            assertThat(Pictures.cropped(picture, 2 + 2 * step, 2 + row * step, tile, tile))
                    .isEqualTo(Pictures.cropped(picture, 2, 2 + row * step, tile, tile));
    }
}
