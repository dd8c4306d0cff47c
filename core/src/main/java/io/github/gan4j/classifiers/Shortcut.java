package io.github.gan4j.classifiers;

import io.github.gan4j.networks.BatchNormalisation;
import io.github.gan4j.networks.Convolution;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Two normalised 3x3 convolutions with a way around them, rectified at the end (He et al. 2016, arXiv:1512.03385, figure
 * 2); where size or channels change, the way around is a 1x1 convolution.
 */
final class Shortcut extends Network {
    private static final Initialisation HE = Initialisation.he(0);

    private final Network through;
    private final Network around;

    Shortcut(int inputs, int outputs, int stride) {
        List<Network> layers = new ArrayList<>(Structure.convolution(inputs, outputs, 3, stride));
        layers.add(new Convolution(outputs, outputs, 3, 1, 1, 1, false, HE));
        layers.add(new BatchNormalisation(outputs));
        through = part("through", new Sequence(layers));
        around = part("around", new Sequence(around(inputs, outputs, stride)));
    }

    private static List<Network> around(int inputs, int outputs, int stride) {
        return stride == 1 && inputs == outputs
                ? List.of()
                : List.of(
                        new Convolution(inputs, outputs, 1, stride, 0, 1, false, HE), new BatchNormalisation(outputs));
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return through.apply(input, pass).plus(around.apply(input, pass)).relu();
    }

    @Override
    public void describe(Summary summary) {
        long[] before = summary.shape();
        around.describe(summary);
        summary.continueFrom(before);
        through.describe(summary);
        summary.layer("plus the way around, relu", 0, 0, summary.shape());
    }
}
