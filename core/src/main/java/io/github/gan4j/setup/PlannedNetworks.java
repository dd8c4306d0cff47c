package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.game.Encoded;
import io.github.gan4j.game.Latents;
import io.github.gan4j.networks.AutoEncoder;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.plan.Plan;
import java.util.function.Supplier;

/** The networks of a completed plan, without memory yet. */
public final class PlannedNetworks {
    private PlannedNetworks() {}

    /** One generator; with its encoder, where it has one. */
    public static Network generator(Plan plan, SampleShape samples) {
        return fitting("generator", samples, () -> {
            Network made = plan.generator()
                    .network()
                    .network(new GeneratorTask(
                            plan.latents().map(Latents::size).orElse(1),
                            samples,
                            plan.generator().input().factor(),
                            plan.conditional() ? plan.classes().size() : 0));
            return plan.encoded()
                    .<Network>map(encoded -> new AutoEncoder(encoder(encoded, samples), made))
                    .orElse(made);
        });
    }

    /** Codes lie where latents lie. */
    private static Network encoder(Encoded encoded, SampleShape samples) {
        Latents latents = encoded.latents();
        return encoded.network().network(samples, latents.size(), latents instanceof Latents.Uniform);
    }

    /** The discriminator that tells codes from latents. */
    static Network codes(Plan plan, Encoded encoded) {
        SampleShape code = SampleShape.point(encoded.latents().size());
        return fitting("generator.input.encoded.codes", code, () -> encoded.codes()
                .network()
                .network(new DiscriminatorTask(code, plan.classes().size(), 0)));
    }

    /** One discriminator of samples. */
    public static Network discriminator(Plan plan, SampleShape samples) {
        int perView = plan.discriminator().samplesPerView();
        // the labels of packed samples lie behind one another too
        int classes = plan.discriminator().network().labels() == Labels.NONE
                ? 0
                : Math.multiplyExact(plan.classes().size(), perView);
        int generators =
                plan.generator().loss().distinguishing() ? plan.generator().count() : 0;
        return fitting("discriminator", samples, () -> plan.discriminator()
                .network()
                .network(new DiscriminatorTask(packed(samples, perView), classes, generators)));
    }

    private static SampleShape packed(SampleShape samples, int perView) {
        return new SampleShape(Math.multiplyExact(samples.channels(), perView), samples.height(), samples.width());
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

    /** The shape of a generator's input for one sample: latents, a degraded image, or another sample. */
    public static long[] input(Plan plan, SampleShape samples) {
        int factor = plan.generator().input().factor();
        return plan.generator().input() instanceof Latents latents
                ? new long[] {latents.size()}
                : new long[] {samples.channels(), samples.height() / factor, samples.width() / factor};
    }

    public static Summary discriminatorSummary(Plan plan, SampleShape samples) {
        SampleShape seen = packed(samples, plan.discriminator().samplesPerView());
        return discriminator(plan, samples)
                .summary(
                        seen.isImage()
                                ? new long[] {seen.channels(), seen.height(), seen.width()}
                                : new long[] {seen.channels()});
    }
}
