package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.settings.Check;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A white-box attack on a classifier: steps along the gradient of its loss, each projected back to within {@code epsilon} of
 * the image and into the range of pixels.
 *
 * <p>Sizes are in units of pixels from 0 to 1, as in the papers; images themselves are in [-1, 1], as everywhere.
 *
 * @param name of the method
 * @param epsilon the largest change, by {@code norm}
 * @param step the size of a step
 * @param randomStart whether it starts at a random point within epsilon
 */
public record Attack(String name, Norm norm, double epsilon, int steps, double step, boolean randomStart) {
    /** A pixel from black to white, 1 in the papers, is 2 here. */
    private static final double RANGE = 2;

    /** The names of the methods. */
    public static final List<String> METHODS = List.of("fgsm", "iterated", "pgd");

    public Attack {
        Check.aboveZero("epsilon", epsilon, 1000);
        Check.between("steps", steps, 1, 100_000);
        if (!(step > 0)) throw new IllegalArgumentException("the step size must be above 0, got " + step);
    }

    /** The fast gradient sign method: one step of size epsilon (Goodfellow et al. 2015, arXiv:1412.6572, section 4). */
    public static Attack fast(Norm norm, double epsilon) {
        return new Attack("fgsm", norm, epsilon, 1, epsilon, false);
    }

    /** The iterated fast gradient sign method (Kurakin et al. 2017, arXiv:1607.02533, section 2.2). */
    public static Attack iterated(Norm norm, double epsilon, int steps) {
        return new Attack("iterated", norm, epsilon, steps, usualStep(epsilon, steps), false);
    }

    /** Projected gradient descent from a random start (Madry et al. 2018, arXiv:1706.06083, equation 2.1). */
    public static Attack projected(Norm norm, double epsilon, int steps) {
        return new Attack("pgd", norm, epsilon, steps, usualStep(epsilon, steps), true);
    }

    /** The attack of this name; with 0 steps, as many as are usual (iterated 10, pgd 40). */
    public static Attack named(String name, Norm norm, double epsilon, int steps) {
        switch (name) {
            case "fgsm":
                if (steps > 1) throw new IllegalArgumentException("fgsm takes one step, got " + steps);
                return fast(norm, epsilon);
            case "iterated":
                return iterated(norm, epsilon, steps == 0 ? 10 : steps);
            case "pgd":
                return projected(norm, epsilon, steps == 0 ? 40 : steps);
            default:
                throw new IllegalArgumentException(Suggestions.unknown("attack", name, METHODS));
        }
    }

    /** A default: for grey images the value in papers on digits, for colour images one that is hardly visible. */
    public static double usualEpsilon(Norm norm, SampleShape shape) {
        boolean grey = shape.channels() == 1;
        return norm == Norm.LINF ? (grey ? 0.25 : 0.03) : (grey ? 2 : 0.5);
    }

    /** Madry et al. take 40 steps of 0.01 within 0.3. */
    private static double usualStep(double epsilon, int steps) {
        return Math.min(epsilon, 4 * epsilon / (3 * steps));
    }

    /** This attack with another epsilon and a step in proportion. */
    public Attack within(double epsilon) {
        return new Attack(name, norm, epsilon, steps, step * epsilon / this.epsilon, randomStart);
    }

    /**
     * The attacked images, {@code [batch, channels, height, width]}, detached.
     *
     * @param classes the true ones, {@code [batch]}
     */
    public Tensor changed(Classifier victim, Tensor images, Tensor classes, Aim aim) {
        Tensor wanted = aim.classes(classes, victim.device());
        Tensor now = start(images, victim.device());
        for (int i = 0; i < steps; i++) {
            try (Scope one = new Scope()) {
                Tensor towards = norm.steepest(slopes(victim, now, wanted)).times(RANGE * step * aim.direction());
                now.copyInPlace(allowed(images, now.plus(towards)));
            }
        }
        return now;
    }

    /**
     * The attacked images of a batch, concatenated.
     *
     * @param seed of the random start
     * @throws IllegalArgumentException when the batch has no labels or images of another shape than the victim's
     */
    public float[] changed(Classifier victim, Batch batch, Aim aim, long seed) {
        if (!batch.labelled()) throw new IllegalArgumentException("attacks need labelled images, these have no labels");
        if (!batch.shape().equals(victim.shape()))
            throw new IllegalArgumentException(
                    "this classifier takes images of " + victim.shape() + ", got " + batch.shape());
        // no seeding unless needed: the random numbers may belong to a training that runs beside
        if (randomStart) Engine.seed(seed);
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.of(batch.values(), batch.shape().dimensions(batch.count()))
                    .on(victim.device());
            Tensor classes = Tensor.ofClasses(batch.labels()).on(victim.device());
            return changed(victim, images, classes, aim).toFloats();
        }
    }

    private Tensor start(Tensor images, Device device) {
        // a copy, since it is overwritten
        if (!randomStart) return images.detached().plus(0);
        Tensor change = norm.random(RANGE * epsilon, images.shape()).on(device);
        return allowed(images, images.detached().plus(change));
    }

    /** Projects onto the ball of radius epsilon around the images, then into the range of pixels. */
    private Tensor allowed(Tensor images, Tensor wanted) {
        Tensor change = norm.within(wanted.minus(images), RANGE * epsilon);
        return Elements.clamped(images.plus(change), -1, 1);
    }

    /** In inference mode: batch statistics stay fixed, so an image does not depend on the others in its batch. */
    private static Tensor slopes(Classifier victim, Tensor images, Tensor classes) {
        Tensor seen = images.withGradient();
        Tensor loss = Softmax.crossEntropy(victim.scores(seen, Pass.SAMPLING), classes, 0);
        return Gradients.of(loss, seen);
    }

    /** As in {@code pgd, 40 steps of 0.01, linf, epsilon 0.3}. */
    public String describe() {
        String way = steps == 1 ? "" : ", " + steps + " steps of " + plain(step);
        return name + way + ", " + norm.word() + ", epsilon " + plain(epsilon);
    }

    /** To four significant digits, without trailing zeros. */
    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
