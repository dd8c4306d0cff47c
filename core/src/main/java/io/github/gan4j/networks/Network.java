package io.github.gan4j.networks;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A function with parameters that can be learned. Composing one costs nothing; {@link #allocate} gives it memory and
 * its first values, {@link #close} takes the memory back. Only the outermost network is allocated.
 */
public abstract class Network implements AutoCloseable {
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private Optional<Weights> weights = Optional.empty();
    private boolean comparing;

    /** The function itself. Shapes are those that {@link #describe} tells. */
    public abstract Tensor apply(Tensor input, Pass pass);

    /** Adds a line for every layer to the summary, in order, and hands it the shape that comes out. */
    public abstract void describe(Summary summary);

    /** The last layer, however deep it stands; the network itself where it is not made of layers. */
    public Network last() {
        return this;
    }

    /** What {@link #last} is given. */
    public Tensor beforeLast(Tensor input, Pass pass) {
        return input;
    }

    /** The network that starts from latents: this one, or the decoder of one that starts from samples. */
    public Network fromLatents() {
        return this;
    }

    /** Declares an array that is learned. */
    protected final Parameter learned(
            String name, Initialisation initialisation, long fanIn, long fanOut, long... shape) {
        return declare(name, new Parameter(shape, true, initialisation, fanIn, fanOut));
    }

    /** Declares an array that the network itself keeps. */
    protected final Parameter statistic(String name, double initial, long... shape) {
        return declare(name, new Parameter(shape, false, Initialisation.constant(initial), 1, 1));
    }

    /** Makes another network a part of this one: its parameters become this one's, under its name. */
    protected final <N extends Network> N part(String name, N part) {
        comparing |= part.comparesSamples();
        ((Network) part).parameters.forEach((inner, parameter) -> declare(name + "." + inner, parameter));
        return part;
    }

    private Parameter declare(String name, Parameter parameter) {
        if (parameters.put(name, parameter) != null)
            throw new IllegalArgumentException("two parameters are named '" + name + "'");
        return parameter;
    }

    /** Gives every parameter memory on the device and its first value, from the random numbers as they stand. */
    public final Network allocate(Device device) {
        if (weights.isPresent()) throw new IllegalStateException("this network is allocated already");
        weights = Optional.of(new Weights(parameters.values(), device));
        return this;
    }

    /** All parameters by their dotted names, in the order in which they were declared. */
    public final Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The tensors to differentiate by, in order. */
    public final List<Tensor> learnedTensors() {
        return parameters.values().stream()
                .filter(Parameter::learned)
                .map(Parameter::tensor)
                .toList();
    }

    /**
     * What is calculated with other numbers in the place of the learned ones: differentiable by these.
     *
     * @param numbers in the order and the shapes of {@link #learnedTensors}
     */
    public final <T> T with(List<Tensor> numbers, Supplier<T> calculation) {
        List<Parameter> learned =
                parameters.values().stream().filter(Parameter::learned).toList();
        if (numbers.size() != learned.size())
            throw new IllegalArgumentException(
                    "this network has " + learned.size() + " learned parameters, got " + numbers.size());
        List<Tensor> own = learnedTensors();
        try {
            for (int i = 0; i < learned.size(); i++) learned.get(i).bind(numbers.get(i));
            return calculation.get();
        } finally {
            for (int i = 0; i < learned.size(); i++) learned.get(i).bind(own.get(i));
        }
    }

    /**
     * The gradient of a loss by all learned numbers and by nothing else, {@code [count]}, in memory of the network that the
     * next gradient of the same replica overwrites.
     */
    public final Tensor gradient(Tensor loss) {
        return allocated().gradient(loss);
    }

    /**
     * The mean of the last gradients of all replicas, in all processes of the group, {@code [count]}, in memory that the next
     * gradient overwrites.
     */
    public final Tensor meanGradient() {
        return allocated().meanGradient();
    }

    /**
     * Lets this number of {@linkplain io.github.gan4j.tensor.Replicas replicas} compute with this network at the same time: they
     * share what is learned, while each has statistics of its own. In each process of the group there are as many, and gradients are
     * averaged over all of them.
     */
    public final void replicate(int replicas, Group group) {
        allocated().replicate(replicas, group);
    }

    /** Takes part in {@link #meanGradient} with numbers that are none, so that no process of the group learns from it. */
    public final void spoilGradient() {
        allocated().spoilGradient();
    }

    /** Before replicas compute: all go on from the same statistics. */
    public final void spreadStatistics() {
        allocated().spreadStatistics();
    }

    /** After replicas have computed: the statistics are the mean of theirs in this process. */
    public final void gatherStatistics() {
        allocated().gatherStatistics();
    }

    /**
     * Whether what comes out for a sample depends on the others of its batch beyond batch normalisation. Such a network's
     * batches are not split over replicas.
     */
    public boolean comparesSamples() {
        return comparing;
    }

    /** All learned numbers as one tensor {@code [count]}: the memory itself, not a copy. */
    public final Tensor learned() {
        return allocated().learned;
    }

    /** All statistics as one tensor {@code [count]}: the memory itself, not a copy. */
    public final Tensor statistics() {
        return allocated().statistics;
    }

    public final long learnedCount() {
        return count(true);
    }

    public final long statisticsCount() {
        return count(false);
    }

    private long count(boolean learned) {
        return parameters.values().stream()
                .filter(p -> p.learned() == learned)
                .mapToLong(Parameter::count)
                .sum();
    }

    /** The layers for one sample of the given shape (without the batch). */
    public final Summary summary(long... inputShape) {
        Summary summary = new Summary(Arrays.copyOf(inputShape, inputShape.length));
        describe(summary);
        return summary;
    }

    private Weights allocated() {
        return weights.orElseThrow(() -> new IllegalStateException("this network has no memory: allocate it first"));
    }

    @Override
    public final void close() {
        weights.ifPresent(Weights::close);
        weights = Optional.empty();
        parameters.values().forEach(Parameter::unbind);
    }
}
