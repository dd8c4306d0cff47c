/**
 * The doctor's eyes and hands: the measurements that {@code doctor} judges a training by, taken from a training, and the
 * remedies that a run tries by itself.
 *
 * <p>May use {@code doctor}, {@code model} and everything below them. What the measurements mean belongs to
 * {@code doctor}.
 */
package io.github.gan4j.checkup;
