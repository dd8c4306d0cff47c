/**
 * Looking at a trained generator: walks through its latents.
 *
 * <p>May use {@code run} and what is below it. How good a generator is, and what it is used for, do not belong here.
 */
package io.github.gan4j.explore;
