package io.github.gan4j.explore;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedRedrawer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Images, and what a generator draws of each for every class asked for.
 *
 * @param images as the generator sees them
 * @param redrawn image by image, and of each one for each class
 */
public record RedrawFigure(List<Picture> images, List<Picture> redrawn) {
    public RedrawFigure {
        images = List.copyOf(images);
        redrawn = List.copyOf(redrawn);
    }

    /**
     * All that is drawn.
     *
     * @param images in [-1, 1], one after the other, at least one
     * @param labels class numbers, at least one
     */
    public static RedrawFigure of(TrainedRedrawer redrawer, float[] images, List<Integer> labels) {
        int size = redrawer.shape().size();
        List<Picture> redrawn = new ArrayList<>();
        for (int from = 0; from < images.length; from += size) {
            float[] image = Arrays.copyOfRange(images, from, from + size);
            float[] same = new float[size * labels.size()];
            for (int i = 0; i < labels.size(); i++) System.arraycopy(image, 0, same, i * size, size);
            redrawn.addAll(redrawer.shape()
                    .pictures(redrawer.redrawn(
                            same, labels.stream().mapToInt(label -> label).toArray())));
        }
        return new RedrawFigure(redrawer.shape().pictures(images), redrawn);
    }

    /** A row for each image: the image, then what was drawn of it, a class a column. */
    public Picture picture() {
        int labels = redrawn.size() / images.size();
        List<Picture> tiles = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            tiles.add(images.get(i));
            tiles.addAll(redrawn.subList(i * labels, (i + 1) * labels));
        }
        return Picture.grid(Pictures.legible(tiles), 1 + labels, 2);
    }
}
