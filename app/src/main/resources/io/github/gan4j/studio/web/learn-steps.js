// The steps of the course: what each explains, which games it plays, what can be done, and what one should have seen.
import { number, percent } from './format.js';
import { html } from './html.js';
import { alongArrows, fromFirstToLast, modesOf, times } from './learn-checks.js';
import { term } from './words.js';

const D = 'discriminator';
const G = 'generator';
const NOTHING = { words: 'The figures come with the game.' };

/**
 * title, words, games (the first is offered), steps that can be asked for [side, count], whether the game can be played
 * and steered, columns of the table of what was measured, and `check` of { figures, step, scene, state, measured }:
 * words on what is to be seen, and whether it is (`isSeen`).
 */
export const STEPS = [
  {
    title: 'The game',
    words: html`A ${term('GAN')} is a game of two networks. The ${term(G)} turns random numbers, the
      ${term('latent vector', 'latents')}, into samples (orange); the ${term(D)} sees them beside real ones (blue, eight
      spots on a ring) and says how probable it is that a sample is real. At first neither has learned anything: the
      fakes lie in none of the spots, and the ${term('discriminator map', 'map')} is nearly even.`,
    games: ['ring'],
    check({ figures, step }) {
      if (step > 0) return { words: 'This game is past its beginning. Start it again to see it.' };
      const words = `${percent(figures.nearModes)} of the fakes lie in a spot, and the discriminator separates
        ${percent(figures.separated)} of reals and fakes, where guessing separates half.`;
      return { words, isSeen: figures.nearModes < 0.1 && figures.separated < 0.75 };
    },
  },
  {
    title: 'The discriminator learns',
    words: html`Let the discriminator learn alone; the generator stays as it is. Each ${term('step')} compares reals
      with fakes and moves the ${term('weights')} so that reals score higher and fakes lower. Watch the map: blue
      where the discriminator takes a point for real, orange where for generated. ${term('separation', 'Separation')}
      is the share of both that lie on their own side.`,
    games: ['ring'],
    steps: [
      [D, 1],
      [D, 20],
      [D, 100],
    ],
    check({ figures }) {
      const isSeen = figures.separated >= 0.95;
      const more = isSeen ? '' : ' More discriminator steps make it more.';
      return { words: `The discriminator separates ${percent(figures.separated)} of reals and fakes.${more}`, isSeen };
    },
  },
  {
    title: 'The generator follows',
    words: html`The generator never sees the data. It learns from the discriminator alone: an arrow shows in which
      direction a fake would look more real (the ${term('discriminator gradient', 'gradient')} of the score), and a
      generator step moves the fakes that way. They share the same weights, so not each can go exactly where its arrow
      points.`,
    games: ['ring'],
    steps: [
      [G, 1],
      [G, 5],
      [G, 20],
      [D, 20],
    ],
    check: alongArrows,
  },
  {
    title: 'Taking turns',
    words: html`Training lets both learn in turn. When the fakes have moved, the discriminator is wrong about them,
      learns again and points elsewhere. Balanced, this ends near the ${term('equilibrium')}: fakes lie where reals
      do, and the discriminator says one half everywhere. What do other ${term('referee', 'turns')} and
      ${term('learning rate', 'learning rates')} do to the game?`,
    games: ['ring'],
    isPlayed: true,
    isSteered: true,
    check({ figures }) {
      const isSeen = figures.modes === figures.modesOf && figures.nearModes >= 0.8;
      const more = isSeen ? '' : ' It takes some 3\u202f000 steps until most of them do.';
      return { words: `${modesOf(figures)}.${more}`, isSeen };
    },
  },
  {
    title: 'Reading the losses',
    words: html`The ${term('loss')} of each side depends on the other: when one gets better, the other’s loss rises.
      So a falling loss does not mean better samples, and losses that stay level do not mean that nothing is learned.
      At the equilibrium of this game the discriminator’s loss is 2 ln 2 ≈ 1.386 and the generator’s ln 2 ≈ 0.693, since
      ${term('p_real and p_fake', 'both probabilities')} are one half.`,
    games: ['ring'],
    isPlayed: true,
    hasCharts: true,
    check: fromFirstToLast,
  },
  {
    title: 'The optimal discriminator',
    words: html`On a line all of it can be drawn: the density of the data, the histogram of the fakes, the
      discriminator’s curve. Against a generator that stays as it is, the best discriminator is known: p_data /
      (p_data + p_generated) at every point, the dashed ${term('optimal discriminator', 'curve')}. Let the
      discriminator learn alone: its own curve comes near the dashed one where there are samples. Then let the
      generator learn, and see the dashed curve move.`,
    games: ['line'],
    steps: [
      [D, 10],
      [D, 100],
      [G, 20],
    ],
    isPlayed: true,
    check({ figures, measured: { line } }) {
      const [now, first] = [figures.fromOptimal, line.first.fromOptimal];
      const before = now === first ? '' : ` (${number(first)} at first)`;
      const words = `The discriminator’s curve is ${number(now)} from the optimal one on average${before}.`;
      return { words, isSeen: now < 0.05 && now < first / 2 };
    },
  },
  {
    title: 'A discriminator that is too strong',
    words: html`Here the discriminator has five times the learning rate. Once it separates nearly all reals and fakes,
      the ${term('minimax loss')}, log(1 − D), is flat for the generator: its ${term('gradient norm', 'gradient')}
      vanishes, and it learns nothing (${term('saturation')}). The ${term('non-saturating loss')}, −log D, is steep
      just there. Play 100 discriminator steps and then one generator step with each, and compare.`,
    games: ['minimax', 'non-saturating'],
    steps: [
      [D, 100],
      [G, 1],
    ],
    columns: ['separated', 'generatorGradient'],
    check({ measured }) {
      const [flat, steep] = [measured.minimax?.generatorGradient, measured['non-saturating']?.generatorGradient];
      if (!flat || !steep) return { words: 'Play 100 discriminator steps and then one generator step in both games.' };
      const words = `The generator’s gradient norm is ${number(flat)} with the minimax loss and ${number(
        steep,
      )} with the non-saturating one, ${times(steep / flat)} as much.`;
      return { words, isSeen: steep > 5 * flat };
    },
  },
  {
    title: 'Mode collapse, and what helps',
    words: html`The generator is paid for fooling the discriminator, not for variety. Here it takes large steps with
      much ${term('momentum')}: all fakes run to where the discriminator errs, it answers, and they jump on, a few
      ${term('mode', 'modes')} at a time (${term('mode collapse')}). A discriminator that sees several samples at once
      notices that they are alike (${term('minibatch discrimination')}, ${term('PacGAN', 'packing')}); a generator
      that looks ahead (${term('unrolled GAN', 'unrolled')}) sees the answer coming.`,
    games: ['hopping', 'minibatch', 'packing', 'unrolled'],
    isPlayed: true,
    columns: ['step', 'modes', 'nearModes'],
    check({ measured }) {
      const played = (game) => measured[game]?.step >= 200 && measured[game];
      const plain = played('hopping');
      if (!plain) return { words: 'Play the game with too much momentum for some 200 steps.' };
      const best = ['minibatch', 'packing', 'unrolled'].map(played).filter(Boolean);
      const helped = Math.max(...best.map((one) => one.modes));
      const words = `With too much momentum the fakes are in ${plain.modes} of ${plain.modesOf} modes`;
      if (!best.length) return { words: `${words}. Now play one of the other games for some 200 steps.` };
      return { words: `${words}, and at best in ${helped} with a remedy.`, isSeen: plain.modes <= 3 && helped >= 6 };
    },
  },
  {
    title: 'R1 flattens the map',
    words: html`The ${term('R1 penalty')} adds the squared gradient of the discriminator at real samples to its loss.
      Without it the discriminator grows ever steeper at the reals, and pushes fakes that have arrived there away
      again. With it the map is flat where the reals are, and near the equilibrium the game converges instead of
      circling. Let the discriminator learn for 300 steps without and with the penalty, and compare how steep it is.`,
    games: ['free', 'r1'],
    steps: [
      [D, 100],
      [G, 20],
    ],
    isPlayed: true,
    columns: ['step', 'separated', 'slope'],
    check({ measured: { free, r1 } }) {
      const isPlayed = free?.step >= 100 && r1?.step >= 100;
      if (!isPlayed) return { words: 'Play at least 100 discriminator steps in both games.' };
      const words = `At the reals the score rises by ${number(free.slope)} per unit without the penalty and by ${number(
        r1.slope,
      )} with it.`;
      return { words, isSeen: r1.slope < free.slope / 3 };
    },
  },
  {
    title: 'How many latents',
    words: html`The generator bends the space of latents over the data; the ${term('warped latent grid')} shows how.
      With one number the fakes lie on a curve, which has to pass through all spots and leaves fakes between them.
      With two and more numbers there is room, and what lies between two spots takes only a few latents. Play each
      for a few hundred steps.`,
    games: ['latents-1', 'latents-2', 'latents-8'],
    isPlayed: true,
    hasWarp: true,
    columns: ['step', 'modes', 'nearModes'],
    check({ measured }) {
      const one = measured['latents-1'];
      const more = measured['latents-8'] ?? measured['latents-2'];
      if (!(one?.step >= 500 && more?.step >= 500))
        return { words: 'Play one latent, and then more, for some 500 steps each.' };
      const words = `With one latent ${percent(one.nearModes)} of the fakes lie in a spot, with more ${percent(
        more.nearModes,
      )}; ${one.modes} and ${more.modes} of ${one.modesOf} spots have some.`;
      return { words, isSeen: one.nearModes < more.nearModes || one.modes < more.modes };
    },
  },
];

/** What one should have seen, by the figures of the game. */
export const check = (step, seen) => (seen.figures ? step.check(seen) : NOTHING);
