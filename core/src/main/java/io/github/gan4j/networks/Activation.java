package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;

/** The non-linearity after a hidden layer. */
@Kinds
public interface Activation {
    /** A fresh layer that computes it. */
    Network layer();

    /** The slope below zero, which He's first weights allow for; 0 where there is none. */
    default double slope() {
        return 0;
    }

    record Relu() implements Activation {
        @Override
        public Network layer() {
            return Fixed.relu();
        }
    }

    /** The positive part plus {@code slope} times the negative part; DCGAN's discriminator has 0.2. */
    record LeakyRelu(@Default("0.2") double slope) implements Activation {
        public LeakyRelu {
            Check.between("slope", slope, 0, 1);
        }

        @Override
        public Network layer() {
            return Fixed.leakyRelu(slope);
        }
    }

    record Tanh() implements Activation {
        @Override
        public Network layer() {
            return Fixed.tanh();
        }
    }

    record Softplus() implements Activation {
        @Override
        public Network layer() {
            return Fixed.softplus();
        }
    }
}
