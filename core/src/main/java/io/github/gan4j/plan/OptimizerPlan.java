package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * How a player learns; keys that its kind does not speak of have no effect.
 *
 * @param kind the rule of the update
 * @param rate learning rate
 * @param beta1 decay of the running mean of gradients ({@code adam})
 * @param beta2 decay of the running mean of squared gradients ({@code adam})
 * @param alpha decay of the running mean of squared gradients ({@code rmsprop})
 * @param epsilon added to the divisor ({@code adam}, {@code rmsprop})
 * @param momentum share of the last update that is repeated ({@code sgd})
 * @param nesterov whether the gradient is taken after that repetition ({@code sgd})
 * @param history how strongly weights are pulled to the mean of all that they have been (historical averaging: Salimans et
 *     al. 2016, arXiv 1606.03498, section 3.3); 0 for not at all
 */
public record OptimizerPlan(
        @Default("adam") Kind kind,
        @Default("2e-4") Schedule rate,
        @Default("0.5") double beta1,
        @Default("0.999") double beta2,
        @Default("0.99") double alpha,
        @Default("1e-8") double epsilon,
        @Default("0") double momentum,
        @Default("false") boolean nesterov,
        @Default("0") double history) {

    /** The rule of the update. */
    public enum Kind {
        /** Kingma and Ba 2015, arXiv 1412.6980. */
        ADAM,
        /** Hinton's lecture 6e, 2012. */
        RMSPROP,
        /** Gradient descent, with or without (Nesterov) momentum. */
        SGD
    }

    public OptimizerPlan {
        rate.requireBetween("rate", 0, 100);
        Check.fraction("beta1", beta1);
        Check.fraction("beta2", beta2);
        Check.fraction("alpha", alpha);
        Check.fraction("momentum", momentum);
        if (!(epsilon > 0 && epsilon <= 1))
            throw new IllegalArgumentException("epsilon must be above 0 and at most 1, got " + epsilon);
        Check.between("history", history, 0, 1e6);
        if (nesterov && momentum == 0)
            throw new IllegalArgumentException("nesterov needs a momentum above 0, got momentum 0");
    }
}
