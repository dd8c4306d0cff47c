package io.github.gan4j.metrics;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.glossary.Suggestions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What gan4j can measure on an image, by name. Those of strokes expect bright ink on black. */
public final class ImageMeasures {
    private static final Map<String, ImageMeasure> ALL = new LinkedHashMap<>();

    static {
        ALL.put("brightness", (image, shape) -> Luma.of(image, shape).mean());
        ALL.put("contrast", (image, shape) -> Luma.of(image, shape).deviation());
        ALL.put("warmth", ImageMeasures::warmth);
        ALL.put("sidelight", (image, shape) -> Luma.of(image, shape).rightLessLeft());
        ALL.put("symmetry", (image, shape) -> Luma.of(image, shape).symmetry());
        ALL.put("smile", (image, shape) -> smile(Luma.of(image, shape)));
        ALL.put("ink", (image, shape) -> Luma.of(image, shape).ink());
        ALL.put("thickness", (image, shape) -> Luma.of(image, shape).thickness());
        ALL.put("slant", (image, shape) -> InkShape.of(Luma.of(image, shape)).slant());
        ALL.put("proportion", (image, shape) -> InkShape.of(Luma.of(image, shape))
                .proportion());
    }

    private ImageMeasures() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * A measure by its name: {@code brightness} (mean luma, 0 to 1), {@code contrast} (its standard deviation),
     * {@code warmth} (mean of red less blue, -1 to 1, colour only), {@code sidelight} (mean luma of the right half less that
     * of the left), {@code symmetry} (1 for an image that equals its mirror image), {@code smile} (teeth: how
     * much brighter the mouth is than the upper lip and the cheeks, in standard deviations of the image; for faces that fill
     * the image as those of LFWcrop do), {@code ink} (share of bright pixels),
     * {@code thickness} (of strokes, in pixels), {@code slant} (how far the top of the ink leans to the right, as a share of
     * the height), {@code proportion} (width to height of the ink).
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public static ImageMeasure named(String name) {
        ImageMeasure measure = ALL.getOrDefault(name, (image, shape) -> 0);
        if (!ALL.containsKey(name))
            throw new IllegalArgumentException(Suggestions.unknown("measure", name, ALL.keySet()));
        return measure;
    }

    private static double warmth(float[] image, SampleShape shape) {
        if (shape.channels() != 3)
            throw new IllegalArgumentException("warmth is measured on colour images, got " + shape);
        int plane = shape.height() * shape.width();
        double sum = 0;
        for (int i = 0; i < plane; i++) sum += image[i] - image[2 * plane + i];
        return sum / plane / 2;
    }

    private static double smile(Luma face) {
        double mouth = face.patch(0.36, 0.64, 0.75, 0.83);
        double lip = face.patch(0.38, 0.62, 0.64, 0.71);
        double cheeks = (face.patch(0.16, 0.30, 0.55, 0.70) + face.patch(0.70, 0.84, 0.55, 0.70)) / 2;
        return (mouth - Math.max(lip, cheeks)) / (face.deviation() + 0.02);
    }
}
