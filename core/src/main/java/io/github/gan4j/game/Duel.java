package io.github.gan4j.game;

/**
 * A discriminator and a generator that face one another in a turn of one of them.
 *
 * @param generator the place of the generator in its team
 * @param real reals as the discriminator judges them; in a generator's turn none, unless the objective compares
 * @param fake the generator's samples as the discriminator judges them; in a discriminator's turn nothing flows back from
 *     them to the generator
 * @param moment where the game stands
 */
public record Duel(Discriminator discriminator, int generator, Scored real, Scored fake, Moment moment) {}
