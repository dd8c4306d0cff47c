/**
 * Attacks on classifiers: adversarial examples, how far they transfer from one classifier to another, and adversarial
 * training. {@link io.github.gan4j.adversarial.AttackExperiment} is the whole in one call.
 *
 * <p>May use {@code classifiers} and what lies below it. How classifiers are built and trained in general does not belong
 * here; nor do games, plans and runs.
 */
package io.github.gan4j.adversarial;
