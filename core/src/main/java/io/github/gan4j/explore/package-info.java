/**
 * Looking at a trained generator: truncation, walks, arithmetic and directions among its latents, what can be measured on
 * its samples, and the latent of a given image.
 *
 * <p>May use {@code run} and what is below it. How good a generator is, and what it is used for, do not belong here.
 */
package io.github.gan4j.explore;
