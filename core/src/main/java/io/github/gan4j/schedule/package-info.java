/**
 * Numbers that change while a run goes on: learning rates, penalty strengths, noise levels.
 *
 * <p>The clock is the number of images (samples) seen, never the number of steps, so a plan means the same at any batch
 * size. May use {@code settings} for the written form. What a number is used for does not belong here.
 */
package io.github.gan4j.schedule;
