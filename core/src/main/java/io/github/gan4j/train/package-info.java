/**
 * Time: the loop that plays a game step after step, the running average of generators, what a checkpoint holds, and the
 * events that others listen to.
 *
 * <p>May use {@code game}, {@code networks}, {@code tensor}, {@code data}, {@code files} and {@code schedule}. It knows
 * nobody above it; it only calls a {@link io.github.gan4j.train.Listener}. Plans, run folders and pictures do not
 * belong here.
 */
package io.github.gan4j.train;
