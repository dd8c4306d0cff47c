package io.github.gan4j.restore;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.FrechetDistance;
import io.github.gan4j.metrics.RandomConvolution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What pictures are made of, cut into tiles of 32x32 pixels. The distance between restored pictures and their originals says whether the
 * restored ones look like photographs at all, not whether they show what was there: perception beside distortion (Blau and Michaeli 2018,
 * arXiv 1711.06077). It is the Fréchet distance of features of {@link RandomConvolution}; both sides are the same places, so it is 0 for the
 * originals themselves, however few there are.
 */
final class Textures {
    private static final int TILE = 32;

    private final List<float[]> rows = new ArrayList<>();

    /** Adds the whole tiles of a picture; what is left over at the right and below is not looked at. */
    void add(Picture picture) {
        List<float[]> tiles = new ArrayList<>();
        SampleShape shape = SampleShape.image(picture.channels(), TILE, TILE);
        for (int y = 0; y + TILE <= picture.height(); y += TILE)
            for (int x = 0; x + TILE <= picture.width(); x += TILE) {
                float[] tile = new float[shape.size()];
                Pictures.cropped(picture, x, y, TILE, TILE).copyInto(tile, 0);
                tiles.add(tile);
            }
        if (tiles.isEmpty()) return;
        float[] values = new float[tiles.size() * shape.size()];
        for (int i = 0; i < tiles.size(); i++)
            System.arraycopy(tiles.get(i), 0, values, i * shape.size(), shape.size());
        try (RandomConvolution extractor = new RandomConvolution(shape, 1)) {
            Features seen = extractor
                    .look(new Batch(tiles.size(), shape, values, new int[0]))
                    .features();
            for (int i = 0; i < seen.count(); i++) rows.add(seen.row(i));
        }
    }

    /** From these to those, which have as many tiles; empty where the pictures are smaller than one, or there is a single one. */
    OptionalDouble distance(Textures others) {
        if (rows.size() < 2) return OptionalDouble.empty();
        return OptionalDouble.of(FrechetDistance.between(features(), others.features()));
    }

    private Features features() {
        return Features.of(rows.toArray(float[][]::new));
    }
}
