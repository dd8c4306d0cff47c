/**
 * Networks written for other programs: one recording of a network's operations, printed as ONNX, TorchScript, JavaScript and
 * a list of PyTorch calls, and run again to prove that nothing changed on the way.
 *
 * <p>{@link io.github.gan4j.export.Export} is the whole of it in one call. May use {@code explore} (directions of a
 * generator's page), {@code model} and everything below. How a network computes does not belong here: an operation is
 * described once, in {@link io.github.gan4j.tensor.Operator}.
 */
package io.github.gan4j.export;
