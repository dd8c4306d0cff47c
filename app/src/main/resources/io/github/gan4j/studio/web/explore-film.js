// One latent through the whole training: its sample at each checkpoint, one at a time or as a film.
import { blob } from './api.js';
import { complain } from './dialog.js';
import { h, put, range } from './dom.js';
import { count } from './format.js';
import { playButton } from './parts.js';

/** Milliseconds of a film from start to end, and of one of its frames. */
const FILM = 4000;
const FRAME = { least: 60, most: 500 };
const MOST_ASKED = 2;

export class FilmStrip {
  /**
   * @param moments of the checkpoints, in images seen; `at` is the one that is explored
   * @param shown called with the address of a picture to show; undefined for that of the checkpoint that is explored
   */
  constructor(path, { moments, at }, recipe, shown) {
    Object.assign(this, { path, moments, at, recipe, shown, frames: new Map(), asked: new Set() });
    this.place = range({ min: 0, max: moments.length - 1, step: 1, id: 'past', 'aria-label': 'which checkpoint' });
    this.place.addEventListener('input', () => {
      this.play.stop();
      this.go(Number(this.place.value));
    });
    this.play = playButton('play this latent through the training', 'stop the film', () => this.start());
    this.words = h('output', { class: 'small', for: 'past' });
    const label = h('p', { class: 'small faint' }, 'This latent through the training');
    const row = h('div', { class: 'row scrub' }, this.play.node, this.place);
    this.node = h('div', { class: 'stack film', hidden: moments.length < 2 }, label, row, this.words);
    this.reset();
  }

  /** Back to the checkpoint that is explored; another latent has other frames. */
  reset() {
    this.play.stop();
    this.forget();
    this.say(this.moments.indexOf(this.at));
  }

  forget() {
    for (const url of this.frames.values()) URL.revokeObjectURL(url);
    this.frames.clear();
    this.asked.clear();
  }

  say(index) {
    this.index = index;
    this.place.value = index;
    const after = `after ${count(this.moments[index])} images`;
    put(this.words, `${after} (checkpoint ${index + 1} of ${this.moments.length})`);
    this.place.setAttribute('aria-valuetext', after);
  }

  async go(index) {
    this.say(index);
    if (await this.load(index)) this.show(index);
  }

  show(index) {
    if (index !== this.index) return;
    this.say(index);
    this.shown(this.moments[index] === this.at ? undefined : this.frames.get(index));
  }

  /** Whether the frame is here; frames of a latent that is no longer shown are dropped. */
  async load(index) {
    const of = this.recipe.query();
    if (this.frames.has(index)) return true;
    if (this.asked.has(index)) return false;
    this.asked.add(index);
    try {
      const image = await blob(this.path(`/sample/${this.moments[index]}.png?${of}`));
      if (of !== this.recipe.query() || this.isClosed) return false;
      this.frames.set(index, URL.createObjectURL(image));
      return true;
    } catch (failure) {
      this.play.stop();
      if (!this.isClosed) complain(failure);
      return false;
    } finally {
      this.asked.delete(index);
    }
  }

  /** From where it is, or from the start where it is at the end; a frame is waited for until it is here. */
  start() {
    const last = this.moments.length - 1;
    let next = this.index >= last ? 0 : this.index + 1;
    const step = () => {
      for (let ahead = next; ahead <= last && this.asked.size < MOST_ASKED; ahead++)
        if (!this.frames.has(ahead)) this.load(ahead);
      if (!this.frames.has(next)) return true;
      this.index = next;
      this.show(next);
      return next++ < last;
    };
    return { next: step, millis: Math.max(FRAME.least, Math.min(FRAME.most, FILM / this.moments.length)) };
  }

  close() {
    this.isClosed = true;
    this.play.stop();
    this.forget();
  }
}
