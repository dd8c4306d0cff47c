/**
 * Classifiers of labelled images: networks that tell which class an image is of, how they learn, and their files. Metrics
 * look at samples through them, attacks fool them.
 *
 * <p>May use: {@code networks}, {@code tensor}, {@code data}, {@code files}. Does not belong here: games,
 * metrics, plans, run folders.
 */
package io.github.gan4j.classifiers;
