package io.github.gan4j.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Class logits {@code [batch, classes]} as probabilities, and the cost of a wrong prediction. */
public final class Softmax {
    private static final long EACH = 0;
    private static final long MEAN = 1;
    private static final long NO_CLASS = -100;

    private Softmax() {}

    /** Each row made positive with the sum 1: {@code exp(score)} over the sum of all. */
    public static Tensor probabilities(Tensor scores) {
        return new Tensor(torch.softmax(scores.toFloat().handle, 1)).recorded(Operator.SOFTMAX, scores);
    }

    /**
     * Where numbers reach a bound: ones there, zeros elsewhere. For probabilities and a bound above a half, each row has one
     * where the sample is taken for a class, and none where it is not certain.
     */
    public static Tensor certain(Tensor probabilities, double bound) {
        return new Tensor(probabilities.handle.ge(new Scalar(bound)).to(torch.ScalarType.Float));
    }

    /** The logarithm of the sum of each row's exponentials, without overflow: {@code [batch, 1]}. */
    public static Tensor logSumExp(Tensor scores) {
        return Operation.of(
                        "log of the sum of exponentials",
                        () -> torch.logsumexp(scores.toFloat().handle, new long[] {1}, true),
                        scores)
                .recorded(Operator.LOG_SUM_EXP, scores);
    }

    /**
     * The mutual information of two predictions of the classes of the same samples over the batch, in nats, 0 to the logarithm of the number of classes (Ji et al. 2019, arXiv:1807.06653, equations 2 and 3).
     *
     * @param first probabilities {@code [batch, classes]}
     * @param second the same
     */
    public static Tensor mutualInformation(Tensor first, Tensor second) {
        return Operation.of(
                "mutual information",
                () -> {
                    var joint = first.handle.t().matmul(second.handle).div(new Scalar(first.size(0)));
                    var even = joint.add(joint.t()).mul(new Scalar(0.5));
                    return surprise(even).sub(surprise(even.sum(new long[] {1})).mul(new Scalar(2)));
                },
                first,
                second);
    }

    /** The sum of p log p. */
    private static org.bytedeco.pytorch.Tensor surprise(org.bytedeco.pytorch.Tensor shares) {
        return Operation.number(shares.mul(shares.add(new Scalar(1e-10)).log()).sum()).handle;
    }

    /**
     * The mean over the batch of minus the logarithm of the true class's probability.
     *
     * @param classes {@code [batch]}, as {@link Tensor#ofClasses} makes them, or a row of shares for each sample
     * @param smoothing the share of certainty that is spread evenly over all classes (Szegedy et al. 2016,
     *     arXiv:1512.00567, section 7); 0 for none
     */
    public static Tensor crossEntropy(Tensor scores, Tensor classes, double smoothing) {
        try {
            boolean apart = Operation.onStandIn(scores.handle);
            Tensor cost = new Tensor(torch.cross_entropy_loss(
                    scores.toFloat().handle,
                    classes.handle,
                    new TensorOptional(),
                    apart ? EACH : MEAN,
                    NO_CLASS,
                    smoothing));
            return apart ? cost.mean() : cost;
        } catch (RuntimeException cause) {
            throw TensorException.of("cross-entropy", cause, scores, classes);
        }
    }
}
