package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import java.util.List;

/** A target, what a generator makes of its latent, and the difference of the two, where grey is none. */
public final class ProjectionFigure {
    private ProjectionFigure() {}

    public static Picture of(float[] target, Projection projection, SampleShape shape) {
        float[] difference = new float[target.length];
        for (int i = 0; i < target.length; i++) difference[i] = (projection.sample()[i] - target[i]) / 2;
        List<Picture> tiles =
                List.of(shape.picture(target), shape.picture(projection.sample()), shape.picture(difference));
        int factor = Math.max(1, 128 / shape.width());
        return Picture.grid(tiles.stream().map(tile -> tile.enlarged(factor)).toList(), tiles.size(), 2);
    }
}
