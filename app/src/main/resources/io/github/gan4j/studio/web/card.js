// Facts about a run that follow from its card (/api/runs).
import { html } from './html.js';

export const STATES = {
  starting: { text: 'starting', isLive: true },
  running: { text: 'running', isLive: true },
  paused: { text: 'paused', isLive: true },
  unread: { text: 'reading…' },
  queued: { text: 'waiting' },
  elsewhere: { text: 'running elsewhere' },
  finished: { text: 'finished', isOver: true },
  stopped: { text: 'stopped', isOver: true, isResumable: true },
  failed: { text: 'failed', isOver: true, isResumable: true },
  broken: { text: 'unreadable', isOver: true },
};

/** Whether this studio is training the run or about to. */
export const isLive = (card) => Boolean(STATES[card.state]?.isLive);

/** Whether no process is training it. */
export const isOver = (card) => Boolean(STATES[card.state]?.isOver);

/** Whether it waits for its turn: there is nothing to compare or to delete yet. */
export const isWaiting = (card) => card.state === 'queued';

/** Whether its folder is known to be there. */
export const hasFolder = (card) => !['starting', 'unread', 'queued'].includes(card.state);

/** Whether there is a checkpoint, or one may still come: without any nothing can be used or gone on with. */
const hasNetworks = (card) => card.checkpoints > 0 || !isOver(card);

/** Whether it stopped before reaching the length in its plan, at a checkpoint. */
export const isResumable = (card) => Boolean(STATES[card.state]?.isResumable) && hasNetworks(card);

export const makesImages = (card) => card.kind === 'image';

/** Whether it has latents to move, and images to see them by. */
export const canBeExplored = (card) =>
  makesImages(card) && card.latents && hasNetworks(card) && !['starting', 'broken', 'unread'].includes(card.state);

/** Whether its networks can be used for something. */
export const canBeUsed = (card) =>
  Boolean(card.uses?.length) && hasNetworks(card) && !['starting', 'broken', 'unread'].includes(card.state);

/** The unit in which its samples are counted. */
export const unit = (card) => (makesImages(card) ? 'images' : 'samples');

export const badge = (state) => html`<span class="badge ${state}">${STATES[state]?.text ?? state}</span>`;
