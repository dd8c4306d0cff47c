package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Small architectures that tests share, made from what a plan would say. */
public final class Architectures {
    /** Latents of the generators that {@link #made} composes. */
    public static final int LATENTS = 10;

    private Architectures() {}

    /**
     * A generator of 4 channels, or of 12 and 8 hidden units, for the rest as usual.
     *
     * @param settings further keys, such as {@code kernel: 5}
     */
    public static GeneratorArchitecture generator(String kind, String... settings) {
        return small(GeneratorArchitecture.class, kind, settings);
    }

    /**
     * A discriminator of 4 channels, or of 12 and 8 hidden units, for the rest as usual.
     *
     * @param settings further keys, such as {@code kernel: 5}
     */
    public static DiscriminatorArchitecture discriminator(String kind, String... settings) {
        return small(DiscriminatorArchitecture.class, kind, settings);
    }

    /** The network that makes such samples from {@link #LATENTS} numbers. */
    static Network made(SampleShape sample, String kind, String... settings) {
        return generator(kind, settings).network(new GeneratorTask(LATENTS, sample));
    }

    /** The network that judges such samples. */
    static Network judged(SampleShape sample, String kind, String... settings) {
        return discriminator(kind, settings).network(new DiscriminatorTask(sample));
    }

    private static <T> T small(Class<T> type, String kind, String... settings) {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        if (has(type, kind, "width")) keys.put("width", 4);
        if (has(type, kind, "hidden")) keys.putArray("hidden").add(12).add(8);
        for (String setting : settings) keys.setAll(Yaml.tree(setting, "settings"));
        return Settings.read(type, JsonNodeFactory.instance.objectNode().set(kind, keys), "network");
    }

    /** Whether a kind of architecture has such a key. */
    static boolean has(Class<?> type, String kind, String key) {
        Object usual = Settings.read(type, TextNode.valueOf(kind), "network");
        return Stream.of(usual.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals(key));
    }

    /** The generators that start from latents. */
    static Stream<String> generators() {
        return Variants.of(GeneratorArchitecture.class).words().stream()
                .filter(kind -> !generator(kind).restoring());
    }

    static Stream<String> discriminators() {
        return Variants.of(DiscriminatorArchitecture.class).words().stream();
    }

    /** Whether a kind is for square images of this size. */
    static boolean fits(String kind, int size) {
        return size == 28 || !List.of("dcgan-mnist", "full-convolution").contains(kind);
    }

    /** Colour images. */
    static SampleShape image(int size) {
        return SampleShape.image(3, size, size);
    }

    /** The shapes that come out of each layer, as text. */
    static List<String> outputs(Network network, long... input) {
        return network.summary(input).layers().stream()
                .map(layer -> Arrays.toString(layer.output()))
                .toList();
    }

    /** The shape of one sample that comes out, which the summary has to tell, too. */
    static long[] computed(Network network, long... inputShape) {
        return computed(network, Optional.empty(), inputShape);
    }

    /** The same where the last and the first of a number of classes are asked for. */
    static long[] computed(Network network, Optional<Integer> classes, long... inputShape) {
        Summary summary = network.summary(inputShape);
        assertThat(summary.parameters()).isEqualTo(network.learnedCount());
        try (Network allocated = network.allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThat(allocated.learned().count()).isEqualTo(summary.parameters());
            long[] batch = LongStream.concat(LongStream.of(2), Arrays.stream(inputShape))
                    .toArray();
            Optional<Tensor> labels = classes.map(
                    count -> Tensor.ofClasses(new int[] {count - 1, 0}).oneHot(count));
            Tensor out = allocated.apply(Tensor.gaussian(batch), Pass.TRAINING.withLabels(labels));
            assertThat(out.size(0)).isEqualTo(2);
            assertThat(out.allFinite()).isTrue();
            long[] one = Arrays.copyOfRange(out.shape(), 1, out.shape().length);
            assertThat(summary.shape()).isEqualTo(one);
            return one;
        }
    }
}
