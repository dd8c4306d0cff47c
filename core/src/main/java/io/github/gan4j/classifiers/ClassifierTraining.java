package io.github.gan4j.classifiers;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Shuffled;
import io.github.gan4j.networks.Network;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.function.DoubleConsumer;

/** How a classifier comes to know its classes: batch after batch in an order that the seed decides. */
public record ClassifierTraining(ClassifierRecipe recipe, Lesson lesson) {
    private static final long FIRST_WEIGHTS = -1;

    /**
     * A classifier that has learned these images; the caller closes it.
     *
     * @param progress hears the share of the way that is done, from 0 to 1
     * @throws IllegalArgumentException when the images have no labels
     */
    public Classifier of(ImageSet images, Structure structure, Device device, DoubleConsumer progress) {
        if (!images.labelled())
            throw new IllegalArgumentException("a classifier learns from labelled images, these have no labels");
        Engine.seed(recipe.seed(), FIRST_WEIGHTS);
        Classifier pupil = new Classifier(structure, images.shape(), images.labelNames(), device);
        try {
            teach(pupil, images, progress);
            return pupil;
        } catch (RuntimeException broken) {
            pupil.close();
            throw broken;
        }
    }

    private void teach(Classifier pupil, ImageSet images, DoubleConsumer progress) {
        Samples samples = new Shuffled(images, recipe.seed(), false);
        Network network = pupil.network();
        try (Adam adam = new Adam(network.learnedCount(), pupil.device(), 0.9, 0.99, 1e-8)) {
            long step = 0;
            for (long seen = 0; seen < recipe.images(); seen += recipe.batch()) {
                Engine.seed(recipe.seed(), step++);
                Batch batch =
                        RandomShift.moved(samples.batch(seen, recipe.batch()), recipe.shift(), recipe.seed(), seen);
                learn(pupil, adam, batch, recipe.rate(seen));
                progress.accept((double) seen / recipe.images());
            }
        }
    }

    private void learn(Classifier pupil, Adam adam, Batch batch, double rate) {
        try (Scope step = new Scope()) {
            Tensor images = Tensor.of(batch.values(), batch.shape().dimensions(batch.count()));
            Tensor classes = Tensor.ofClasses(batch.labels());
            Tensor loss = lesson.loss(pupil, images.on(pupil.device()), classes.on(pupil.device()));
            adam.step(pupil.network().learned(), pupil.network().gradient(loss), rate);
        }
    }
}
