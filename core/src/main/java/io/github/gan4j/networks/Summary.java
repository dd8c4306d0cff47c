package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The layers of a network in order, what comes out of each, and what it costs. Shapes are of one sample. */
public final class Summary {
    /** One line. {@code multiplyAdds} are those of one sample going forward. */
    public record Layer(String name, long[] output, long parameters, long multiplyAdds) {}

    private final List<Layer> layers = new ArrayList<>();
    private long[] shape;

    Summary(long[] inputShape) {
        shape = inputShape;
    }

    /** What the next layer receives. */
    public long[] shape() {
        return shape.clone();
    }

    /** A layer that turns the present shape into {@code output}. */
    public void layer(String name, long parameters, long multiplyAdds, long... output) {
        shape = output.clone();
        layers.add(new Layer(name, shape, parameters, multiplyAdds));
    }

    /** Continues from another shape, as where two branches part. */
    public void continueFrom(long... shape) {
        this.shape = shape.clone();
    }

    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }

    public long multiplyAdds() {
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /** A table for people. */
    public String table() {
        return layers.stream()
                        .map(l -> line(l.name(), text(l.output()), l.parameters(), l.multiplyAdds()))
                        .collect(Collectors.joining("\n", header() + "\n", "\n"))
                + line("total", "", parameters(), multiplyAdds());
    }

    private static String header() {
        return "%-38s %-14s %12s %14s".formatted("layer", "output", "parameters", "multiply-adds");
    }

    private static String line(String name, String output, long parameters, long multiplyAdds) {
        return "%-38s %-14s %,12d %,14d".formatted(name, output, parameters, multiplyAdds);
    }

    private static String text(long[] shape) {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }
}
