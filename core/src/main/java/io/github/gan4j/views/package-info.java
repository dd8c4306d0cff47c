/**
 * What the samples of a training look like, one view for each kind of data: a line, a plane, many dimensions, images,
 * images of classes, restored images.
 *
 * <p>May use {@code model} and everything below it. Measuring how good the samples are belongs to {@code judging}.
 */
package io.github.gan4j.views;
