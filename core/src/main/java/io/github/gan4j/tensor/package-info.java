/**
 * Numbers on a device: tensors, their lifetimes, the random numbers and the optimizers' arithmetic.
 *
 * <p>The only package that knows libtorch ({@code org.bytedeco}) and, in two classes, ONNX Runtime. Of gan4j it may use
 * {@code numbers} alone. Operations are wrapped when somebody calls them, not before. What a network, a loss or a game is does not belong here.
 *
 * <p>Two lifetimes, no third: a {@link io.github.gan4j.tensor.Tensor} lives until the innermost open
 * {@link io.github.gan4j.tensor.Scope} closes, and a {@link io.github.gan4j.tensor.NativeOwner} keeps what it made
 * until somebody closes it.
 */
package io.github.gan4j.tensor;
