package io.github.gan4j.explore;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedRedrawer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row for each image: the image as the generator sees it, and what it draws of it for each class asked for. */
public final class RedrawFigure {
    private RedrawFigure() {}

    /**
     * The picture of all.
     *
     * @param images in [-1, 1], one after the other, at least one
     * @param labels class numbers, one a column, at least one
     */
    public static Picture of(TrainedRedrawer redrawer, float[] images, List<Integer> labels) {
        int size = redrawer.shape().size();
        List<Picture> tiles = new ArrayList<>();
        for (int from = 0; from < images.length; from += size) {
            float[] image = Arrays.copyOfRange(images, from, from + size);
            float[] same = new float[size * labels.size()];
            for (int i = 0; i < labels.size(); i++) System.arraycopy(image, 0, same, i * size, size);
            tiles.add(picture(redrawer, image, 0));
            float[] drawn = redrawer.redrawn(
                    same, labels.stream().mapToInt(label -> label).toArray());
            for (int i = 0; i < labels.size(); i++) tiles.add(picture(redrawer, drawn, i * size));
        }
        return Picture.grid(Pictures.legible(tiles), 1 + labels.size(), 2);
    }

    private static Picture picture(TrainedRedrawer redrawer, float[] values, int offset) {
        return Picture.of(
                values,
                offset,
                redrawer.shape().channels(),
                redrawer.shape().height(),
                redrawer.shape().width());
    }
}
