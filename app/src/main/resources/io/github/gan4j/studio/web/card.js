// What the card of a run says: its state, and what it makes.
import { fill, h } from './dom.js';

const STATES = {
  starting: { text: 'starting', isLive: true },
  running: { text: 'running', isLive: true },
  paused: { text: 'paused', isLive: true },
  elsewhere: { text: 'running elsewhere' },
  finished: { text: 'finished', isOver: true },
  stopped: { text: 'stopped', isOver: true, isResumable: true },
  failed: { text: 'failed', isOver: true, isResumable: true },
  broken: { text: 'unreadable', isOver: true },
};

/** Whether this studio trains the run just now, or is about to. */
export const isLive = (card) => Boolean(STATES[card.state]?.isLive);

/** Whether nobody works in its folder. */
export const isOver = (card) => Boolean(STATES[card.state]?.isOver);

/** Whether it ended before its plan did. */
export const isResumable = (card) => Boolean(STATES[card.state]?.isResumable);

export const makesImages = (card) => card.kind === 'image';

/** What its samples are called. */
export const unit = (card) => (makesImages(card) ? 'images' : 'samples');

export function badge(state) {
  return h('span', { class: `badge ${state}` }, STATES[state]?.text ?? state);
}

/** Shows a state in a place, and leaves alone what shows it already. */
export function mark(place, state) {
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  fill(place, badge(state));
}
