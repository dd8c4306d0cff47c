package io.github.gan4j.networks;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way to build both sides of a game. A new one is a class with two static methods and a row in {@link #ALL}. */
public final class NetworkFamily {
    /** Every family that a plan can name. */
    public static final List<NetworkFamily> ALL = List.of(
            new NetworkFamily("perceptron", Perceptron::generator, Perceptron::discriminator),
            new NetworkFamily("noisy-perceptron", NoisyPerceptron::generator, NoisyPerceptron::discriminator),
            new NetworkFamily("dcgan", Dcgan::generator, Dcgan::discriminator),
            new NetworkFamily("upscale", Upscale::generator, Upscale::discriminator),
            new NetworkFamily("residual", Residual::generator, Residual::discriminator),
            new NetworkFamily("dcgan-mnist", DcganMnist::generator, DcganMnist::discriminator),
            new NetworkFamily("full-convolution", FullConvolution::generator, FullConvolution::discriminator),
            new NetworkFamily("maxout", Maxout::generator, Maxout::discriminator),
            new NetworkFamily("unrolled", Unrolled::generator, Unrolled::discriminator),
            restoring("restorer", Restorer::generator, Patchwise::discriminator),
            restoring("enlarger", Enlarger::generator, Patchwise::discriminator),
            restoring("encoder-decoder", EncoderDecoder::generator, EncoderDecoder::discriminator),
            restoring("srez", Srez::generator, Srez::discriminator),
            restoring("lapgan", Lapgan::generator, Lapgan::discriminator));

    private final String name;
    private final boolean restoring;
    private final Function<Blueprint, Network> generators;
    private final Function<Blueprint, Network> discriminators;

    private NetworkFamily(
            String name, Function<Blueprint, Network> generators, Function<Blueprint, Network> discriminators) {
        this(name, false, generators, discriminators);
    }

    private static NetworkFamily restoring(
            String name, Function<Blueprint, Network> generators, Function<Blueprint, Network> discriminators) {
        return new NetworkFamily(name, true, generators, discriminators);
    }

    private NetworkFamily(
            String name,
            boolean restoring,
            Function<Blueprint, Network> generators,
            Function<Blueprint, Network> discriminators) {
        this.name = name;
        this.restoring = restoring;
        this.generators = generators;
        this.discriminators = discriminators;
    }

    /**
     * The family that a plan names.
     *
     * @throws IllegalArgumentException when the name is unknown
     */
    public static NetworkFamily named(String name) {
        return ALL.stream()
                .filter(family -> family.name.equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String known = ALL.stream().map(NetworkFamily::name).collect(Collectors.joining(", "));
                    return new IllegalArgumentException(
                            "unknown network family '" + name + "'; known families: " + known);
                });
    }

    public String name() {
        return name;
    }

    /** Whether generators of this family start from damaged images, not from latents. */
    public boolean restoring() {
        return restoring;
    }

    /**
     * Composes a generator: {@code [batch, latents]}, or damaged images, to samples. It has no memory yet.
     *
     * @throws IllegalArgumentException when the family cannot make such samples
     */
    public Network generator(Blueprint wanted) {
        return generators.apply(wanted);
    }

    /**
     * Composes a discriminator: samples to scores {@code [batch, 1]}. It has no memory yet.
     *
     * @throws IllegalArgumentException when the family cannot judge such samples
     */
    public Network discriminator(Blueprint wanted) {
        return discriminators.apply(wanted);
    }

    @Override
    public String toString() {
        return name;
    }
}
