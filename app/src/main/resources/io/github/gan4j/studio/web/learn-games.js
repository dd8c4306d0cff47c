// The games of the course: presets with a few settings, so small that a processor plays them within seconds.
import { several } from './format.js';

/** By this line in its plan a run is known as one of the course. */
const ABOUT = 'Learn: ';
/** One thread, since its networks are tiny. */
const COMMON = {
  threads: '1',
  'record.tensorboard': 'false',
  'record.events': '{images: 1920}',
  'record.checkpoints': '{images: 4800}',
  'record.keep': '64',
};
/** Slow enough to be watched, in seconds per step. */
const PACE = 0.003;

const ring = (words, set = {}) => ({
  preset: 'ring-duel',
  words,
  set: { 'data.std': '0.05', stop: '{images: 960000}', ...set },
});
const hopping = (preset, words) => ({ preset, words, set: { stop: '{images: 256000}' } });
const latents = (size) => ({
  preset: 'ring',
  words: several(size, 'latent'),
  set: { 'generator.input': `{normal: {size: ${size}}}`, 'generator.ema': 'none', stop: '{images: 384000}' },
});
const strong = (objective) => ring(`${objective} loss`, { objective, 'discriminator.optimizer': adam(5e-3) });
const adam = (rate) => `{adam: {learningRate: ${rate}}}`;

export const GAMES = {
  ring: ring('the ring'),
  line: {
    preset: 'gaussian-1d',
    words: 'the line',
    set: {
      objective: 'non-saturating',
      'generator.ema': 'none',
      'discriminator.penalties': '[]',
      'discriminator.optimizer': '{adam: {learningRate: 5e-3, beta1: 0, beta2: 0.99}}',
      stop: '{images: 1024000}',
    },
  },
  minimax: strong('minimax'),
  'non-saturating': strong('non-saturating'),
  hopping: hopping('ill-oscillation', 'too much momentum'),
  minibatch: hopping('ring-minibatch', 'with minibatch discrimination'),
  packing: hopping('ring-packing', 'with packing'),
  unrolled: hopping('ring-unrolled', 'unrolled'),
  free: ring('without a penalty'),
  r1: ring('with R1', { 'discriminator.penalties': '[{r1: {gamma: 1}}]' }),
  'latents-1': latents(1),
  'latents-2': latents(2),
  'latents-8': latents(8),
};

/** Which game of the course a run is, by its card; nothing for the runs of others, whatever their names. */
export function gameOf({ name, about = '' }) {
  const game = /^learn-(.+?)(?:-\d+)?$/.exec(name)?.[1];
  const known = [name.slice('learn-'.length), game].find((one) => one in GAMES);
  return about.startsWith(ABOUT) ? known : undefined;
}

/** A run of a game, before its first step, under a name that none of the runs has. */
export function order(game, names) {
  const { preset, words, set } = GAMES[game];
  const taken = new Set(names);
  let name = `learn-${game}`;
  for (let i = 2; taken.has(name); i++) name = `learn-${game}-${i}`;
  const steer = { paused: true, secondsPerStep: PACE };
  return { preset, name, steer, set: { ...COMMON, ...set, about: `'${ABOUT}${words}'` } };
}
