package io.github.gan4j.classifiers;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Images that are brighter on the left (class 0) or on the right (class 1), under noise: something easy to learn. */
public final class Halves {
    private Halves() {}

    public static ImageSet of(int count, SampleShape shape) {
        Random random = new Random(7);
        byte[][] planes = new byte[count][shape.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            for (int at = 0; at < shape.size(); at++) {
                boolean right = at % shape.width() >= shape.width() / 2;
                planes[i][at] = (byte) (random.nextInt(150) + (right == (labels[i] == 1) ? 105 : 0));
            }
        }
        return new ImageSet(shape, planes, labels, List.of("left", "right"), Collections.nCopies(count, "drawn"));
    }
}
