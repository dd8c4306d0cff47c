package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.settings.Word;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.HistoricalAveraging;
import io.github.gan4j.tensor.Optimizer;

/** An optimizer's rule and settings, with the schedule of its learning rate. */
@Kinds
public interface Learning {
    Schedule learningRate();

    /**
     * How strongly weights are pulled to the mean of all that they have been (historical averaging: Salimans et al. 2016,
     * arXiv:1606.03498, section 3.3); 0 for not at all.
     */
    double historicalAveraging();

    /** A fresh optimizer without historical averaging. */
    Optimizer plain(long weights, Device device);

    /** A fresh optimizer of that many weights; the caller closes it. */
    default Optimizer optimizer(long weights, Device device) {
        Optimizer plain = plain(weights, device);
        return historicalAveraging() == 0
                ? plain
                : new HistoricalAveraging(plain, historicalAveraging(), weights, device);
    }

    /**
     * Kingma and Ba 2015, arXiv:1412.6980.
     *
     * @param learningRate step size
     * @param beta1 decay of the running mean of gradients
     * @param beta2 decay of the running mean of squared gradients
     * @param epsilon added to the divisor
     * @param historicalAveraging strength of the pull to the mean of all earlier weights
     */
    record Adam(
            @Default("2e-4") Schedule learningRate,
            @Default("0.5") double beta1,
            @Default("0.999") double beta2,
            @Default("1e-8") double epsilon,
            @Default(value = "0", off = true) double historicalAveraging)
            implements Learning {
        public Adam {
            Check.fraction("beta1", beta1);
            Check.fraction("beta2", beta2);
            Check.aboveZero("epsilon", epsilon, 1);
            learningRate.requireBetween("learningRate", 0, 100);
            Check.between("historicalAveraging", historicalAveraging, 0, 1e6);
        }

        @Override
        public Optimizer plain(long weights, Device device) {
            return new io.github.gan4j.tensor.Adam(weights, device, beta1, beta2, epsilon);
        }
    }

    /**
     * Hinton's lecture 6e, 2012.
     *
     * @param learningRate step size
     * @param alpha decay of the running mean of squared gradients
     * @param epsilon added to the divisor
     * @param historicalAveraging strength of the pull to the mean of all earlier weights
     */
    @Word("rmsprop")
    record RmsProp(
            @Default("2e-4") Schedule learningRate,
            @Default("0.99") double alpha,
            @Default("1e-8") double epsilon,
            @Default(value = "0", off = true) double historicalAveraging)
            implements Learning {
        public RmsProp {
            Check.fraction("alpha", alpha);
            Check.aboveZero("epsilon", epsilon, 1);
            learningRate.requireBetween("learningRate", 0, 100);
            Check.between("historicalAveraging", historicalAveraging, 0, 1e6);
        }

        @Override
        public Optimizer plain(long weights, Device device) {
            return new io.github.gan4j.tensor.RmsProp(weights, device, alpha, epsilon);
        }
    }

    /**
     * Gradient descent, with or without (Nesterov) momentum.
     *
     * @param learningRate step size
     * @param momentum share of the last update that is repeated
     * @param nesterov whether the gradient is taken after that repetition
     * @param historicalAveraging strength of the pull to the mean of all earlier weights
     */
    record Sgd(
            @Default("2e-4") Schedule learningRate,
            @Default("0") double momentum,
            @Default("false") boolean nesterov,
            @Default(value = "0", off = true) double historicalAveraging)
            implements Learning {
        public Sgd {
            Check.fraction("momentum", momentum);
            if (nesterov && momentum == 0)
                throw new IllegalArgumentException("nesterov needs a momentum above 0, got momentum 0");
            learningRate.requireBetween("learningRate", 0, 100);
            Check.between("historicalAveraging", historicalAveraging, 0, 1e6);
        }

        @Override
        public Optimizer plain(long weights, Device device) {
            return new io.github.gan4j.tensor.Sgd(weights, device, momentum, nesterov);
        }
    }
}
