/**
 * Who plays, what each side wants, what it costs: the rules of one step of adversarial learning.
 *
 * <p>May use {@code networks}, {@code tensor}, {@code schedule} and {@code settings}. Every wish attaches to one seam: the
 * losses of both sides to {@link io.github.gan4j.game.Objective}, any other cost to {@link io.github.gan4j.game.Term}, what
 * discriminators see to {@link io.github.gan4j.game.Augmentation}, the input of generators to
 * {@link io.github.gan4j.game.GeneratorInput}, who learns when to {@link io.github.gan4j.game.Referee}, whose loss counts
 * how much to {@link io.github.gan4j.game.Weighting}. These interfaces are open; the records nested in them are the kinds that
 * a plan can name, and making one loads no native code. Loops, files, pictures and data do not belong here.
 */
package io.github.gan4j.game;
