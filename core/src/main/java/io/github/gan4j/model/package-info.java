/**
 * From a checkpoint to a network that can be used: generators, restorers, redrawers and classifiers of a run folder.
 *
 * <p>May use {@code setup} and everything below it, and {@code classifiers}. How good a model is, and what a training leaves behind, do not belong
 * here.
 */
package io.github.gan4j.model;
