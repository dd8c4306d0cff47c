package io.github.gan4j.networks;

/** What bends the line between two layers. */
@FunctionalInterface
public interface Activation {
    /** A fresh layer that does it. */
    Network layer();

    static Activation relu() {
        return Fixed::relu;
    }

    /** The positive part plus {@code slope} times the negative part; DCGAN's discriminator has 0.2. */
    static Activation leakyRelu(double slope) {
        return () -> Fixed.leakyRelu(slope);
    }

    static Activation tanh() {
        return Fixed::tanh;
    }

    static Activation softplus() {
        return Fixed::softplus;
    }

    /**
     * The activation that a plan names: {@code relu}, {@code leaky-relu}, {@code tanh} or {@code softplus}.
     *
     * @param slope of leaky-relu below zero; the others have no use for it
     * @throws IllegalArgumentException when the name is unknown
     */
    static Activation named(String name, double slope) {
        return switch (name) {
            case "relu" -> relu();
            case "leaky-relu" -> leakyRelu(slope);
            case "tanh" -> tanh();
            case "softplus" -> softplus();
            default ->
                throw new IllegalArgumentException(
                        "unknown activation '" + name + "'; known activations: relu, leaky-relu, tanh, softplus");
        };
    }
}
