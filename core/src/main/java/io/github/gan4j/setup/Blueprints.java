package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.Blueprint;
import io.github.gan4j.networks.Closing;
import io.github.gan4j.networks.Encoder;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.MinibatchDiscrimination;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.NetworkFamily;
import io.github.gan4j.networks.Output;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.LatentPlan;
import io.github.gan4j.plan.MinibatchPlan;
import io.github.gan4j.plan.NetworkPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Words;
import java.util.Optional;
import java.util.function.Supplier;

/** The networks that a plan names, without memory yet. */
public final class Blueprints {
    private Blueprints() {}

    public static Network generator(Plan plan, SampleShape samples) {
        NetworkPlan wanted = plan.generator().network();
        return fitting("generator", samples, () -> {
            Network made = family(wanted).generator(blueprint(plan, wanted, samples, 1));
            return plan.encoder().used() ? new AutoEncoder(encoder(plan, samples), made) : made;
        });
    }

    /** Codes lie where latents lie. */
    private static Network encoder(Plan plan, SampleShape samples) {
        boolean bounded = plan.latent().distribution() == LatentPlan.Distribution.UNIFORM;
        return Encoder.of(blueprint(plan, plan.encoder().network(), samples, 1), bounded);
    }

    /** What tells codes from latents. */
    static Network codes(Plan plan) {
        SampleShape code = SampleShape.point(plan.latent().size());
        NetworkPlan wanted = plan.encoder().codes().network();
        return fitting("encoder.codes", code, () -> family(wanted).discriminator(blueprint(plan, wanted, code, 1)));
    }

    public static Network discriminator(Plan plan, SampleShape samples) {
        NetworkPlan wanted = plan.discriminator().network();
        return fitting("discriminator", samples, () -> family(wanted)
                .discriminator(blueprint(plan, wanted, samples, samplesPerView(plan))));
    }

    /** Says of a network that cannot be made which value of the plan to change. */
    private static Network fitting(String player, SampleShape samples, Supplier<Network> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            String change = samples.isImage()
                    ? " (" + player + ".network; the size is data.size)"
                    : " (" + player + ".network); the preset gaussian-1d suits points";
            throw new IllegalArgumentException(wrong.getMessage() + change, wrong);
        }
    }

    public static Summary generatorSummary(Plan plan, SampleShape samples) {
        return generator(plan, samples).summary(input(plan, samples));
    }

    /** The shape of what one sample is made from: latents, a damaged image, or another sample. */
    static long[] input(Plan plan, SampleShape samples) {
        int factor = plan.damage().factor();
        if (plan.encoder().used()) return new long[] {samples.channels(), samples.height(), samples.width()};
        return plan.restoring()
                ? new long[] {samples.channels(), samples.height() / factor, samples.width() / factor}
                : new long[] {plan.latent().size()};
    }

    public static Summary discriminatorSummary(Plan plan, SampleShape samples) {
        long channels = (long) samples.channels() * samplesPerView(plan);
        return discriminator(plan, samples)
                .summary(
                        samples.isImage()
                                ? new long[] {channels, samples.height(), samples.width()}
                                : new long[] {channels});
    }

    /** Packed samples lie behind one another along the channels. */
    public static int samplesPerView(Plan plan) {
        return plan.augmentations().stream()
                .mapToInt(a -> Rules.augmentation(a).samplesPerView())
                .reduce(1, Math::multiplyExact);
    }

    private static NetworkFamily family(NetworkPlan plan) {
        return NetworkFamily.named(Words.of(plan.family()));
    }

    private static Blueprint blueprint(Plan plan, NetworkPlan network, SampleShape samples, int perView) {
        // He's first weights make up for the slope that is there: none after plain rectifiers
        double slope = network.activation() == NetworkPlan.Activation.LEAKY_RELU ? network.slope() : 0;
        return new Blueprint(
                plan.latent().size(),
                shape(samples, perView),
                network.width(),
                network.hidden(),
                network.kernel(),
                network.coarsest(),
                network.blocks(),
                network.normalisation() == NetworkPlan.Normalisation.BATCH,
                Activation.named(Words.of(network.activation()), network.slope()),
                Output.valueOf(network.output().name()),
                Initialisation.named(Words.of(network.initialisation()), network.std(), slope),
                network.biases(),
                labels(plan, network, perView),
                closing(network, origins(plan, network)),
                plan.damage().factor());
    }

    /** Only what judges samples is asked who made them. */
    private static int origins(Plan plan, NetworkPlan network) {
        boolean asked = plan.objective().distinguishing()
                && network == plan.discriminator().network();
        return asked ? plan.generator().count() : 0;
    }

    private static Closing closing(NetworkPlan network, int origins) {
        MinibatchPlan wanted = network.minibatch();
        Optional<MinibatchDiscrimination.Kernels> kernels = wanted.wanted()
                ? Optional.of(new MinibatchDiscrimination.Kernels(
                        wanted.kernels(), wanted.dims(), wanted.self(), wanted.std()))
                : Optional.empty();
        return new Closing(network.minibatchDeviation(), kernels, origins);
    }

    /** The labels of packed samples lie behind one another too. */
    private static Labels labels(Plan plan, NetworkPlan network, int perView) {
        if (network.labels() == NetworkPlan.Labels.NONE) return Labels.NONE;
        int classes = plan.data().classes().size();
        if (classes == 0) throw new IllegalArgumentException("data.classes has no names, but labels ask for classes");
        return new Labels(Labels.Place.valueOf(network.labels().name()), Math.multiplyExact(classes, perView));
    }

    private static io.github.gan4j.networks.SampleShape shape(SampleShape samples, int perView) {
        int channels = Math.multiplyExact(samples.channels(), perView);
        return samples.isImage()
                ? new io.github.gan4j.networks.SampleShape.Image(channels, samples.height(), samples.width())
                : new io.github.gan4j.networks.SampleShape.Point(channels);
    }
}
