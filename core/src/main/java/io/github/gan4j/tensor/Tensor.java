package io.github.gan4j.tensor;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A multidimensional array of numbers on a device. It is freed by the innermost {@link Scope} that was open when it
 * was made; nobody frees an argument. Images are {@code [batch, channels, height, width]}. Operations return new
 * tensors unless their name ends in {@code InPlace}; all take part in differentiation.
 * Every operation throws {@link TensorException} when its operands do not fit.
 */
public final class Tensor extends Recordable {
    private static final double EPSILON = 1e-5;

    final org.bytedeco.pytorch.Tensor handle;

    Tensor(org.bytedeco.pytorch.Tensor handle) {
        this.handle = handle;
    }

    // ---- making ----

    /** 32-bit numbers on the CPU, in the order of {@code values}, copied once. */
    public static Tensor of(float[] values, long... shape) {
        return FloatArrays.here(values, shape);
    }

    /** The same on a device. */
    public static Tensor of(float[] values, Device device, long... shape) {
        return device.isCard()
                ? FloatArrays.onCard(values, device, shape)
                : of(values, shape).on(device);
    }

    /** Class numbers, one per sample: {@code [batch]}. */
    public static Tensor ofClasses(int... classes) {
        Engine.prepare();
        long[] whole = Arrays.stream(classes).asLongStream().toArray();
        return new Tensor(AbstractTensor.create(whole)).fixed();
    }

    public static Tensor zeros(long... shape) {
        Engine.prepare();
        return new Tensor(torch.zeros(shape)).fixed();
    }

    public static Tensor filled(double value, long... shape) {
        return zeros(shape).plus(value);
    }

    /** Independent numbers from N(0, 1). */
    public static Tensor gaussian(long... shape) {
        Engine.prepare();
        return new Tensor(RandomNumbers.normal(shape)).drawn(RecordedInput.Kind.NORMAL_NOISE);
    }

    /** Independent numbers, uniform between {@code low} and {@code high}. */
    public static Tensor uniform(double low, double high, long... shape) {
        Engine.prepare();
        Tensor unit = new Tensor(RandomNumbers.uniform(shape)).drawn(RecordedInput.Kind.UNIFORM_NOISE);
        return unit.times(high - low).plus(low);
    }

    /** The tensors one behind the other along {@code dimension}. */
    public static Tensor concatenated(List<Tensor> parts, int dimension) {
        Tensor[] all = parts.toArray(Tensor[]::new);
        return Operation.of("cat", () -> torch.cat(vector(parts), dimension), all)
                .recorded(Operator.CONCATENATE, sizes(dimension), all);
    }

    // ---- arithmetic ----

    public Tensor plus(Tensor other) {
        return Operation.of("add", () -> handle.add(other.handle), this, other).recorded(Operator.ADD, 1, this, other);
    }

    public Tensor plus(double value) {
        return new Tensor(handle.add(new Scalar(value))).recorded(Operator.ADD_NUMBER, value, this);
    }

    public Tensor minus(Tensor other) {
        return Operation.of("subtract", () -> handle.sub(other.handle), this, other)
                .recorded(Operator.SUBTRACT, this, other);
    }

    public Tensor times(Tensor other) {
        return Operation.of("multiply", () -> handle.mul(other.handle), this, other)
                .recorded(Operator.MULTIPLY, this, other);
    }

    public Tensor times(double value) {
        return new Tensor(handle.mul(new Scalar(value))).recorded(Operator.MULTIPLY_NUMBER, value, this);
    }

    public Tensor negated() {
        return new Tensor(handle.neg()).recorded(Operator.NEGATE, this);
    }

    public Tensor squared() {
        return new Tensor(handle.square()).recorded(Operator.SQUARE, this);
    }

    public Tensor squareRoot() {
        return new Tensor(handle.sqrt()).recorded(Operator.SQUARE_ROOT, this);
    }

    // ---- activations ----

    public Tensor relu() {
        return new Tensor(torch.relu(handle)).recorded(Operator.RELU, this);
    }

    /** The positive part plus {@code slope} times the negative part. */
    public Tensor leakyRelu(double slope) {
        return new Tensor(torch.leaky_relu(handle, new Scalar(slope))).recorded(Operator.LEAKY_RELU, slope, this);
    }

    public Tensor tanh() {
        return new Tensor(handle.tanh()).recorded(Operator.TANH, this);
    }

    public Tensor sigmoid() {
        return new Tensor(handle.sigmoid()).recorded(Operator.SIGMOID, this);
    }

    /** log(1 + exp(x)), without overflow. */
    public Tensor softplus() {
        return new Tensor(torch.softplus(handle)).recorded(Operator.SOFTPLUS, this);
    }

    // ---- reductions ----

    public Tensor mean() {
        return Operation.number(handle.mean()).recorded(Operator.MEAN, this);
    }

    public Tensor sum() {
        return Operation.number(handle.sum()).recorded(Operator.SUM, this);
    }

    /** The sum over all dimensions but the first: {@code [batch]}. */
    public Tensor sumPerSample() {
        return Operation.of("sum", () -> handle.flatten(1, -1).sum(1), this).recorded(Operator.SUM_PER_SAMPLE, this);
    }

    /** The Euclidean length of all entries taken as one vector. */
    public Tensor norm() {
        return Operation.number(handle.norm());
    }

    /** The standard deviation of all entries. */
    public Tensor deviation() {
        return Operation.number(handle.std(false));
    }

    // ---- shapes ----

    public Tensor reshaped(long... shape) {
        return Operation.of("reshape to " + Arrays.toString(shape), () -> handle.reshape(shape), this)
                .recorded(Operator.RESHAPE, shape, this);
    }

    /** {@code [batch, everything else]}. */
    public Tensor flattened() {
        return Operation.of("flatten", () -> handle.flatten(1, -1), this).recorded(Operator.FLATTEN, this);
    }

    /** {@code count} entries along {@code dimension} from {@code start}, without a copy. */
    public Tensor narrowed(int dimension, long start, long count) {
        return Operation.of("narrow", () -> handle.narrow(dimension, start, count), this)
                .recorded(Operator.NARROW, sizes(dimension, start, count), this);
    }

    /** One class number per sample as rows of zeros with a single one: {@code [batch, classes]}. */
    public Tensor oneHot(int classes) {
        return Operation.of("one-hot", () -> torch.one_hot(handle, classes).to(torch.ScalarType.Float), this)
                .recorded(Operator.ONE_HOT, sizes(classes), this);
    }

    // ---- layers' arithmetic ----

    /** {@code input · weightᵀ}, the weight being {@code [outputs, inputs]}. */
    public Tensor linear(Tensor weight) {
        return Operation.of("linear", () -> torch.linear(handle, weight.handle), this, weight)
                .recorded(Operator.LINEAR, this, weight);
    }

    public Tensor linear(Tensor weight, Tensor bias) {
        return Operation.of(
                        "linear",
                        () -> torch.linear(handle, weight.handle, new TensorOptional(bias.handle)),
                        this,
                        weight)
                .recorded(Operator.LINEAR, this, weight, bias);
    }

    /** Weight {@code [outputs, inputs / groups, kernel, kernel]}. */
    public Tensor convolved(Tensor weight, List<Tensor> bias, long stride, long padding, long groups) {
        long[] steps = {stride, stride}, edge = {padding, padding}, dense = {1, 1};
        return Operation.of(
                        "convolution",
                        () -> torch.conv2d(
                                PixelLayout.byPixel(handle), weight.handle, optional(bias), steps, edge, dense, groups),
                        this,
                        weight)
                .recorded(Operator.CONVOLUTION, sizes(stride, padding, groups), layer(weight, bias));
    }

    /** Weight {@code [inputs, outputs, kernel, kernel]}; {@code extra} rows and columns are added at the far edge. */
    public Tensor convolvedTransposed(Tensor weight, List<Tensor> bias, long stride, long padding, long extra) {
        return Operation.of(
                        "transposed convolution",
                        () -> TransposedConvolutions.of(handle, weight.handle, optional(bias), stride, padding, extra),
                        this,
                        weight)
                .recorded(Operator.TRANSPOSED_CONVOLUTION, sizes(stride, padding, extra), layer(weight, bias));
    }

    /**
     * Normalised per channel, by the statistics of this batch (which then move the running ones by {@code momentum})
     * or by the running ones.
     */
    public Tensor batchNormalised(
            Tensor scale, Tensor offset, Tensor mean, Tensor variance, boolean byBatch, double momentum) {
        Tensor result = Operation.of(
                "batch normalisation",
                () -> torch.batch_norm(
                        handle,
                        new TensorOptional(scale.handle),
                        new TensorOptional(offset.handle),
                        new TensorOptional(mean.handle),
                        new TensorOptional(variance.handle),
                        byBatch,
                        momentum,
                        EPSILON,
                        false),
                this,
                scale);
        return byBatch
                ? result
                : result.recorded(Operator.BATCH_NORMALISATION, EPSILON, this, scale, offset, mean, variance);
    }

    /** Resized to {@code height} x {@code width}, every pixel that of the nearest before. */
    public Tensor resizedNearest(long height, long width) {
        return Operation.of(
                        "resize",
                        () -> torch.upsample_nearest2d(
                                handle, new long[] {height, width}, new DoubleOptional(), new DoubleOptional()),
                        this)
                .recorded(Operator.RESIZE_NEAREST, sizes(height, width), this);
    }

    /** Resized to {@code height} x {@code width} by bilinear interpolation (corners not aligned). */
    public Tensor resizedBilinear(long height, long width) {
        return Operation.of(
                        "resize",
                        () -> torch.upsample_bilinear2d(
                                handle, new long[] {height, width}, false, new DoubleOptional(), new DoubleOptional()),
                        this)
                .recorded(Operator.RESIZE_BILINEAR, sizes(height, width), this);
    }

    /** The mean of every {@code window} x {@code window} square. */
    public Tensor averagePooled(long window) {
        long[] square = {window, window}, none = {0, 0};
        return Operation.of(
                        "average pooling",
                        () -> torch.avg_pool2d(handle, square, square, none, false, true, new LongOptional()),
                        this)
                .recorded(Operator.AVERAGE_POOL, sizes(window), this);
    }

    // ---- differentiation ----

    /** The same numbers, cut off from how they were made. */
    public Tensor detached() {
        return new Tensor(handle.detach()).same(this);
    }

    /** The same numbers, cut off from how they were made, as something to differentiate by. */
    public Tensor withGradient() {
        return new Tensor(handle.detach().requires_grad_(true)).same(this);
    }

    /** The gradient of this scalar by {@code input}, itself differentiable (for penalties on gradients). */
    public Tensor gradientFor(Tensor input) {
        return Operation.of(
                "gradient",
                () -> torch.grad(
                                new TensorVector(handle),
                                new TensorVector(input.handle),
                                new TensorVector(),
                                new BoolOptional(true),
                                true,
                                false)
                        .get(0),
                this,
                input);
    }

    // ---- numbers out ----

    /** The only entry. */
    public float value() {
        if (Tracer.active != null) Tracer.active.read(this, "value");
        if (count() != 1)
            throw new IllegalStateException("a tensor of " + Arrays.toString(shape()) + " has no single value");
        return handle.item_float();
    }

    /** All entries in order, as 32-bit numbers. */
    public float[] toFloats() {
        if (Tracer.active != null) Tracer.active.read(this, "toFloats");
        try (Scope scope = new Scope()) {
            org.bytedeco.pytorch.Tensor plain = TensorBytes.dense(this, torch.ScalarType.Float);
            float[] values = new float[Math.toIntExact(plain.numel())];
            new FloatPointer(plain.data_ptr()).get(values);
            return values;
        }
    }

    public long[] shape() {
        return handle.shape();
    }

    public long size(int dimension) {
        return handle.size(dimension);
    }

    public long count() {
        return handle.numel();
    }

    public boolean allFinite() {
        if (Tracer.active != null) Tracer.active.read(this, "allFinite");
        return handle.isfinite().all().item_bool();
    }

    // ---- kinds and places ----

    public Tensor on(Device device) {
        return device.isCpu() && handle.is_cpu()
                ? this
                : new Tensor(handle.to(device.handle(), handle.scalar_type())).same(this);
    }

    /** The same numbers in 32 bits; this tensor where they are already. */
    public Tensor toFloat() {
        return handle.scalar_type().intern() == torch.ScalarType.Float
                ? this
                : new Tensor(handle.to(torch.ScalarType.Float));
    }

    Tensor toBfloat16() {
        return new Tensor(handle.to(torch.ScalarType.BFloat16));
    }

    // ---- changes in place; never part of differentiation ----

    /** Overwrites this tensor with {@code other} of the same shape. */
    public void copyInPlace(Tensor other) {
        if (Tracer.active != null) Tracer.active.changed("copyInPlace");
        handle.detach().copy_(other.handle);
    }

    /** Moves this tensor towards {@code target} by {@code share} of the way. */
    public void moveInPlace(Tensor target, double share) {
        if (Tracer.active != null) Tracer.active.changed("moveInPlace");
        handle.lerp_(target.handle, new Scalar(share));
    }

    static TensorVector vector(List<Tensor> tensors) {
        return new TensorVector(tensors.stream().map(t -> t.handle).toArray(org.bytedeco.pytorch.Tensor[]::new));
    }

    private static TensorOptional optional(List<Tensor> atMostOne) {
        return atMostOne.isEmpty() ? new TensorOptional() : new TensorOptional(atMostOne.get(0).handle);
    }

    private Tensor[] layer(Tensor weight, List<Tensor> bias) {
        return bias.isEmpty() ? new Tensor[] {this, weight} : new Tensor[] {this, weight, bias.get(0)};
    }

    @Override
    public String toString() {
        return "tensor " + Arrays.toString(shape());
    }
}
