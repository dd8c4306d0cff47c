// How a run looks on the page that compares runs: a colour and a kind of line, by its place in the address.
import { HUES } from './meanings.js';

/** Kinds of lines, with which as many runs can be drawn as there are colours times kinds. */
export const DASHES = [
  { look: 'solid', dash: [] },
  { look: 'dashed', dash: [7, 4] },
  { look: 'dotted', dash: [2, 3] },
];

export const MOST_DRAWN = HUES.length * DASHES.length;

export function style(place) {
  const { look, dash } = DASHES[Math.floor(place / HUES.length) % DASHES.length];
  return { colour: HUES[place % HUES.length], look, dash };
}
