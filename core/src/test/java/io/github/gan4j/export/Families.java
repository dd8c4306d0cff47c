package io.github.gan4j.export;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.networks.Architectures;
import io.github.gan4j.networks.DiscriminatorArchitecture;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Networks of every known family, with weights and statistics that are not those of the start. */
final class Families {
    private static final List<String> COMPARISONS = List.of("", "minibatchDeviation: true", "minibatch: {kernels: 3}");
    static final List<String> CLASSES = List.of("zero", "one", "two");

    private Families() {}

    /** A network of a family, allocated. */
    record Member(String name, Network network, ExportedNetwork exported, int side) implements AutoCloseable {
        @Override
        public String toString() {
            return name;
        }

        @Override
        public void close() {
            network.close();
        }
    }

    /** How to make one; making it takes memory. */
    record Family(String name, Supplier<Optional<Member>> member) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Family> all() {
        List<Family> all = new ArrayList<>();
        for (String kind : Variants.of(GeneratorArchitecture.class).words())
            for (Labels labels : EnumSet.complementOf(EnumSet.of(Labels.AUTO)))
                all.add(new Family(
                        "generator " + kind + " labels " + Words.of(labels), () -> generator(kind, Words.of(labels))));
        for (String kind : Variants.of(DiscriminatorArchitecture.class).words())
            for (Labels labels : EnumSet.complementOf(EnumSet.of(Labels.AUTO)))
                for (String comparison : labels == Labels.NONE ? COMPARISONS : List.of(""))
                    all.add(new Family(
                            "discriminator " + kind + " labels " + Words.of(labels) + " " + comparison,
                            () -> discriminator(kind, Words.of(labels), comparison)));
        return all;
    }

    /** Empty where the family has no such key or no such labels. */
    private static Optional<Member> generator(String kind, String labels) {
        GeneratorArchitecture architecture;
        try {
            architecture = labels.equals("none")
                    ? Architectures.generator(kind)
                    : Architectures.generator(kind, "labels: " + labels);
        } catch (IllegalArgumentException noSuchKey) {
            return Optional.empty();
        }
        List<String> classes = architecture.labels().conditional() ? CLASSES : List.of();
        for (int side : List.of(28, 32))
            for (int factor : List.of(1, 2, 4, 8)) {
                SampleShape sample = SampleShape.image(3, side, side);
                try {
                    Network network = architecture.network(
                            new GeneratorTask(Architectures.LATENTS, sample, factor, classes.size()));
                    Port input = architecture.restoring()
                            ? Port.images("image", "degraded", 3, Port.FREE, Port.FREE, factor == 1 ? 8 : 1)
                            : Port.numbers("latent", Architectures.LATENTS);
                    return Optional.of(member(
                            kind, network, input, classes, Port.output("sample", "an image", -1, 1), side / factor));
                } catch (IllegalArgumentException otherSize) {
                    continue;
                }
            }
        throw new AssertionError(kind + " fits no size");
    }

    private static Optional<Member> discriminator(String kind, String labels, String comparison) {
        try {
            List<String> keys = new ArrayList<>();
            if (!labels.equals("none")) keys.add("labels: " + labels);
            if (!comparison.isEmpty()) keys.add(comparison);
            DiscriminatorArchitecture architecture = Architectures.discriminator(kind, keys.toArray(String[]::new));
            boolean told = architecture.labels().conditional();
            Network network = architecture.network(
                    new DiscriminatorTask(SampleShape.image(3, 28, 28), labels.equals("none") ? 0 : CLASSES.size(), 0));
            Port input = Port.images("image", "an image", 3, 28, 28, 1);
            Port output = Port.output("score", "high for reals", -10, 10);
            return Optional.of(member(kind, network, input, told ? CLASSES : List.of(), output, 28));
        } catch (IllegalArgumentException noSuchKey) {
            return Optional.empty();
        }
    }

    static Member member(String name, Network network, Port input, List<String> classes, Port output, int side) {
        Engine.seed(3);
        network.allocate(Device.CPU);
        try (Scope scope = new Scope()) {
            Tensor weights = network.learned();
            weights.copyInPlace(weights.plus(Tensor.gaussian(weights.count()).times(0.1)));
            long[] shape = input.shape(16, side, side);
            Optional<Tensor> labels = classes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Tensor.ofClasses(IntStream.range(0, 16)
                                    .map(i -> i % classes.size())
                                    .toArray())
                            .oneHot(classes.size()));
            for (int pass = 0; pass < 3; pass++)
                network.apply(Tensor.gaussian(shape), Pass.TRAINING.withLabels(labels));
        }
        return new Member(name, network, ExportedNetwork.of(network, input, classes, output, Device.CPU), side);
    }
}
