package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Elements;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A way to change images a little so that a classifier that is known from inside errs: steps along the gradient of its
 * loss, none of which leads further than {@code epsilon} from the image or out of the range of pixels.
 *
 * <p>Sizes are in units of pixels from 0 to 1, as in the papers; images themselves are in [-1, 1], as everywhere.
 *
 * @param name a word for people
 * @param epsilon the largest change, by {@code norm}
 * @param steps how many
 * @param step the size of one
 * @param randomStart whether it begins at a random place within epsilon
 */
public record Attack(String name, Norm norm, double epsilon, int steps, double step, boolean randomStart) {
    /** A pixel from black to white, 1 in the papers, is 2 here. */
    private static final double RANGE = 2;

    /** The names, for people. */
    public static final String KNOWN = "fgsm, iterated, pgd";

    private static final int MOST_STEPS = 100_000;

    public Attack {
        if (!(epsilon > 0 && epsilon <= 1000))
            throw new IllegalArgumentException("epsilon must be above 0, at most 1000, got " + epsilon);
        if (steps < 1 || steps > MOST_STEPS)
            throw new IllegalArgumentException("steps must be within 1 and " + MOST_STEPS + ", got " + steps);
        if (!(step > 0)) throw new IllegalArgumentException("the size of a step must be above 0, got " + step);
    }

    /** The fast gradient sign method: one step of size epsilon (Goodfellow et al. 2015, arXiv:1412.6572, section 4). */
    public static Attack fast(Norm norm, double epsilon) {
        return new Attack("fgsm", norm, epsilon, 1, epsilon, false);
    }

    /** The same in small steps (Kurakin et al. 2017, arXiv:1607.02533, section 2.2). */
    public static Attack iterated(Norm norm, double epsilon, int steps) {
        return new Attack("iterated", norm, epsilon, steps, usualStep(epsilon, steps), false);
    }

    /** Projected gradient descent from a random start (Madry et al. 2018, arXiv:1706.06083, equation 2.1). */
    public static Attack projected(Norm norm, double epsilon, int steps) {
        return new Attack("pgd", norm, epsilon, steps, usualStep(epsilon, steps), true);
    }

    /** The attack of this name, with as many steps as are usual (iterated 10, pgd 40) where {@code steps} is 0. */
    public static Attack named(String name, Norm norm, double epsilon, int steps) {
        switch (name) {
            case "fgsm":
                if (steps > 1) throw new IllegalArgumentException("fgsm is one step, got " + steps);
                return fast(norm, epsilon);
            case "iterated":
                return iterated(norm, epsilon, steps == 0 ? 10 : steps);
            case "pgd":
                return projected(norm, epsilon, steps == 0 ? 40 : steps);
            default:
                throw new IllegalArgumentException("unknown attack '" + name + "'; known attacks: " + KNOWN);
        }
    }

    /** An epsilon to begin with: for grey images that of the papers on digits, for colour ones one that is hardly seen. */
    public static double usualEpsilon(Norm norm, SampleShape shape) {
        boolean grey = shape.channels() == 1;
        return norm == Norm.LINF ? (grey ? 0.25 : 0.03) : (grey ? 2 : 0.5);
    }

    /** Madry et al. go 40 steps of 0.01 within 0.3. */
    private static double usualStep(double epsilon, int steps) {
        return Math.min(epsilon, 4 * epsilon / (3 * steps));
    }

    /** The same attack with another epsilon, its step in proportion. */
    public Attack within(double epsilon) {
        return new Attack(name, norm, epsilon, steps, step * epsilon / this.epsilon, randomStart);
    }

    /**
     * The images changed, {@code [batch, channels, height, width]}; nothing is differentiated through it afterwards.
     *
     * @param classes the true ones, {@code [batch]}
     */
    public Tensor changed(Classifier victim, Tensor images, Tensor classes, Aim aim) {
        Tensor wanted = aim.classes(classes, victim.device());
        Tensor now = start(images);
        for (int i = 0; i < steps; i++) {
            try (Scope one = new Scope()) {
                Tensor towards = norm.steepest(slopes(victim, now, wanted)).times(RANGE * step * aim.direction());
                now.copyInPlace(allowed(images, now.plus(towards)));
            }
        }
        return now;
    }

    /**
     * The images of a batch changed, as numbers in their order.
     *
     * @param seed of the random start
     * @throws IllegalArgumentException when the batch has no labels or images of another shape than the victim's
     */
    public float[] changed(Classifier victim, Batch batch, Aim aim, long seed) {
        if (!batch.labelled()) throw new IllegalArgumentException("attacks need labelled images, these have no labels");
        if (!batch.shape().equals(victim.shape()))
            throw new IllegalArgumentException(
                    "this classifier looks at images of " + victim.shape() + ", these are " + batch.shape());
        // random numbers are left alone where none are needed: they may belong to a training beside
        if (randomStart) Engine.seed(seed);
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.of(batch.values(), batch.shape().dimensions(batch.count()))
                    .on(victim.device());
            Tensor classes = Tensor.ofClasses(batch.labels()).on(victim.device());
            return changed(victim, images, classes, aim).toFloats();
        }
    }

    private Tensor start(Tensor images) {
        // a copy, as it will be written over
        if (!randomStart) return images.detached().plus(0);
        Tensor change = norm.random(RANGE * epsilon, images.shape());
        return allowed(images, images.detached().plus(change));
    }

    /** The nearest that is within epsilon of the images and in the range of pixels. */
    private Tensor allowed(Tensor images, Tensor wished) {
        Tensor change = norm.within(wished.minus(images), RANGE * epsilon);
        return Elements.clamped(images.plus(change), -1, 1);
    }

    /** As the classifier answers when it is used: its statistics stand, so an image does not feel those beside it. */
    private static Tensor slopes(Classifier victim, Tensor images, Tensor classes) {
        Tensor seen = images.withGradient();
        Tensor loss = Softmax.crossEntropy(victim.scores(seen, Pass.SAMPLING), classes, 0);
        return loss.gradientsFor(List.of(seen)).get(0);
    }

    /** For people: {@code pgd, 40 steps of 0.01, linf, epsilon 0.3}. */
    public String describe() {
        String way = steps == 1 ? "" : ", " + steps + " steps of " + plain(step);
        return name + way + ", " + norm.word() + ", epsilon " + plain(epsilon);
    }

    /** To four digits, without the zeros that say nothing. */
    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
