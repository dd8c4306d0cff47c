/**
 * Games and classifiers put to use: adversarial examples, how classifiers learn to withstand them, and how examples made
 * for one classifier fool others.
 *
 * <p>May use: {@code run} and what lies below it. Does not belong here: how classifiers are built and learn in general,
 * and anything that only looks at a generator.
 */
package io.github.gan4j.apply;
