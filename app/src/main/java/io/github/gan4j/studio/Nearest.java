package io.github.gan4j.studio;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The training images that lie nearest to a sample, pixel by pixel; of endless data, the first few thousand. */
record Nearest(SampleShape shape, int count, Images images) {
    private static final int OF_ENDLESS = 4000;

    /** @param error the root of the mean squared difference, where 1 lies between black and white */
    record Found(int image, double error, Picture picture) {}

    private interface Images {
        void fill(int image, float[] into);
    }

    /** @throws IOException in one line, when the data is no longer there */
    static Nearest of(Plan plan) throws IOException {
        if (!(plan.data() instanceof ImageSource source)) {
            Samples endless = plan.data().samples(plan.seed(), line -> {});
            return new Nearest(endless.shape(), OF_ENDLESS, (image, into) -> endless.fill(image, 1, into, new int[1]));
        }
        ImageSet set = source.images(Part.TRAIN, line -> {});
        return new Nearest(set.shape(), set.size(), (image, into) -> set.values(image, into, 0));
    }

    /** @throws IllegalArgumentException when the sample has another shape than the data */
    List<Found> to(float[] sample, int wanted) {
        if (sample.length != shape.size())
            throw new IllegalArgumentException("the data are images of " + shape + ", the sample is not");
        record Near(int image, double error) {}
        PriorityQueue<Near> best = new PriorityQueue<>((a, b) -> Double.compare(b.error(), a.error()));
        float[] values = new float[shape.size()];
        for (int i = 0; i < count; i++) {
            images.fill(i, values);
            double sum = 0;
            for (int j = 0; j < values.length; j++) sum += (values[j] - sample[j]) * (values[j] - sample[j]);
            if (best.size() < wanted || sum < best.peek().error()) best.add(new Near(i, sum));
            if (best.size() > wanted) best.remove();
        }
        List<Found> found = new ArrayList<>();
        for (Near near : best.stream()
                .sorted((a, b) -> Double.compare(a.error(), b.error()))
                .toList()) {
            images.fill(near.image(), values);
            found.add(new Found(near.image(), Projection.error(values, sample), shape.picture(values)));
        }
        return found;
    }
}
