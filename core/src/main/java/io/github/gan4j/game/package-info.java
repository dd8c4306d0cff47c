/**
 * Who plays, what each side wants, what it costs: the rules of one step of adversarial learning.
 *
 * <p>May use {@code networks}, {@code tensor} and {@code schedule}. Every wish attaches to one seam: what the sides
 * minimise to {@link io.github.gan4j.game.Objective}, smoothness to {@link io.github.gan4j.game.Penalty}, what
 * discriminators see to {@link io.github.gan4j.game.Augmentation}, what generators start from to
 * {@link io.github.gan4j.game.GeneratorInput}, who learns when to {@link io.github.gan4j.game.Referee}, whose opinion
 * counts how much to {@link io.github.gan4j.game.Team}. Loops, files, pictures and data do not belong here.
 */
package io.github.gan4j.game;
