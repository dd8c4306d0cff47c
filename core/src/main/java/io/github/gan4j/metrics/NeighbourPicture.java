package io.github.gan4j.metrics;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.util.ArrayList;
import java.util.List;

/** Samples beside the training images that are most like them: where rows look alike, the generator copies. */
public final class NeighbourPicture {
    private static final int ROWS = 10;
    private static final int NEIGHBOURS = 7;

    private NeighbourPicture() {}

    /**
     * The first ten samples, each at the left of a row; to its right, behind a gap, its seven nearest training images in
     * the features of the extractor, nearest first.
     */
    public static Picture of(ImageSet samples, ImageSet training, Extractor extractor, FeatureCache cache) {
        ImageSet shown = samples.part(0, Math.min(ROWS, samples.size()));
        int k = Math.min(NEIGHBOURS, training.size());
        NearestNeighbours nearest = NearestNeighbours.of(
                FeatureCache.look(extractor, shown).features(),
                cache.find(extractor, training).features(),
                k);
        List<Picture> tiles = new ArrayList<>();
        for (int row = 0; row < shown.size(); row++) {
            tiles.add(picture(shown, row));
            tiles.add(gap(shown.shape()));
            for (int n = 0; n < k; n++) tiles.add(picture(training, nearest.index(row, n)));
        }
        return Picture.grid(Pictures.legible(tiles), k + 2, 2);
    }

    private static Picture picture(ImageSet images, int image) {
        return images.shape().picture(images.values(image));
    }

    private static Picture gap(SampleShape shape) {
        return shape.picture(new float[shape.size()]);
    }
}
