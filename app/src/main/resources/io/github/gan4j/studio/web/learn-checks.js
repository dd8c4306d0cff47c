// What the figures of a game say, where it takes more than a comparison.
import { number, percent } from './format.js';
import { EVENT } from './names.js';

const FEWEST_EVENTS = 16;
/** Losses at the equilibrium of the plain game. */
const AT_REST = { [EVENT.discriminatorLoss]: 2 * Math.LN2, [EVENT.generatorLoss]: Math.LN2 };
const NEAR = 0.15;

export const modesOf = ({ modes, modesOf: all, nearModes }) =>
  `${modes} of ${all} modes have samples, and ${percent(nearModes)} of the samples lie in a mode`;

export const times = (factor) => (factor >= 2 ? `${Math.round(factor)} times` : `${number(factor)} times`);

/** Whether fakes moved the way that their arrows pointed before the generator learned. */
export function alongArrows({ figures, state: { base }, scene }) {
  const isMoved = base && scene?.fakes && base.arrows && scene[EVENT.step] > base[EVENT.step];
  if (!isMoved) return { words: 'Play a generator step and watch the fakes.' };
  const share = shareAlong(base, scene);
  if (share === undefined) return { words: 'That was no step of the generator: the fakes have not moved.' };
  const belief = [base, scene].map((one) => number(one.figures.pFake)).join(' to ');
  const words = [
    `Since your last click ${percent(share)} of the fakes with an arrow moved the way it pointed,`,
    `and the mean probability that the discriminator gives to fakes went from ${belief}.`,
  ];
  return { words: words.join(' '), isSeen: share > 0.5 && figures.pFake > base.figures.pFake };
}

/** The share of fakes whose way from one scene to the next has a part along their arrow; undefined if none moved. */
function shareAlong(before, after) {
  let along = 0;
  let moved = 0;
  for (let i = 0; i < before.arrows.length; i += 2) {
    const way = [after.fakes[i] - before.fakes[i], after.fakes[i + 1] - before.fakes[i + 1]];
    if (Math.hypot(...way) === 0) continue;
    moved++;
    if (way[0] * before.arrows[i] + way[1] * before.arrows[i + 1] > 0) along++;
  }
  return moved ? along / moved : undefined;
}

/** The losses of the first and of the last quarter of what was recorded. */
export function fromFirstToLast({ figures, state: { events = [] } }) {
  if (events.length < FEWEST_EVENTS) return { words: 'Play on: too few losses have been recorded so far.' };
  const quarter = Math.floor(events.length / 4);
  const mean = (part, key) => part.reduce((sum, event) => sum + event[key], 0) / part.length;
  const said = Object.keys(AT_REST).map((key) => [
    mean(events.slice(0, quarter), key),
    mean(events.slice(-quarter), key),
  ]);
  const [ofD, ofG] = said.map((pair) => pair.map(number).join(' to '));
  const words = [
    `From the first to the last quarter of this game the discriminator’s loss went from ${ofD}`,
    `and the generator’s from ${ofG}. Now ${modesOf(figures)}.`,
  ].join(' ');
  const isAtRest = Object.values(AT_REST).every((rest, i) => Math.abs(said[i][1] - rest) < NEAR * rest);
  return { words, isSeen: isAtRest && figures.nearModes > 0.5 };
}
