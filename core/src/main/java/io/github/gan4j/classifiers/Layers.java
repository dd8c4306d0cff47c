package io.github.gan4j.classifiers;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.tensor.Tensor;

/** The network of a classifier: images to features to one score a class, {@code [batch, classes]}. */
final class Layers extends Network {
    private final Network features;
    private final Network head;

    Layers(Structure structure, SampleShape shape, int classes) {
        features = part("features", structure.features(shape));
        head = part("head", new Linear(structure.width(shape), classes, new Initialisation.Xavier()));
    }

    /** What the last layer looks at: {@code [batch, width]}. */
    Tensor features(Tensor images, Pass pass) {
        return features.apply(images, pass);
    }

    Tensor scores(Tensor features, Pass pass) {
        return head.apply(features, pass);
    }

    @Override
    public Tensor apply(Tensor images, Pass pass) {
        return scores(features(images, pass), pass);
    }

    @Override
    public void describe(Summary summary) {
        features.describe(summary);
        head.describe(summary);
    }
}
