// The scenes of a game at its checkpoints: one at a time, or as a film.
import { get, runPath } from './api.js';
import { unit } from './card.js';
import { complain } from './dialog.js';
import { Film } from './film.js';
import { count } from './format.js';
import { html, nothing } from './html.js';

/** 30 frames a second. */
const PACE = { whole: 0, least: 33, most: 33 };
/** Frames that are asked for before they are due, and how many at the same time. */
const AHEAD = 64;
const MOST_ASKED = 3;
const MOST_KEPT = 600;

export class SceneFilm {
  frames = new Map();
  asked = new Set();
  /** Samples seen at the checkpoint that is shown; nothing for the state of the training. */
  at;

  /** @param show called with each frame, or with nothing to go back to the present */
  constructor(page, show) {
    Object.assign(this, { page, show });
    this.film = new Film(() => page.redraw(), PACE);
    page.onLeave(() => this.film.close());
  }

  /** Goes on to another run. */
  of(name) {
    this.film.stop();
    this.name = name;
    this.frames.clear();
    this.at = undefined;
    this.hasFailed = false;
  }

  get moments() {
    return this.page.state.checkpoints ?? [];
  }

  /** The frame of a checkpoint, computed by the server if it is not here; nothing where there is none. */
  async frame(images) {
    const { name } = this;
    if (!this.frames.has(images) && !this.asked.has(images)) {
      this.asked.add(images);
      const keep = (scene) => name === this.name && this.keep(images, scene);
      const failed = (failure) => {
        this.film.stop();
        this.hasFailed = true;
        if (failure.status !== 404) complain(failure);
      };
      await this.page.answer(get(runPath(name, `/scene/${images}`)), keep, failed);
      this.asked.delete(images);
    }
    return this.frames.get(images);
  }

  keep(images, scene) {
    this.frames.set(images, scene);
    if (this.frames.size > MOST_KEPT) this.frames.delete(this.frames.keys().next().value);
  }

  /** Shows the checkpoint nearest to these images seen. */
  near(images) {
    const apart = (moment) => Math.abs(moment - images);
    const { moments } = this;
    if (moments.length) this.go(moments.reduce((best, one) => (apart(one) < apart(best) ? one : best)));
  }

  async go(images) {
    this.at = images;
    this.page.redraw();
    const scene = await this.frame(images);
    if (scene && this.at === images) this.show(scene);
  }

  /** Back to the present of a training, or to the last checkpoint. */
  now(isLive) {
    this.film.stop();
    this.at = undefined;
    if (isLive) this.show();
    else this.go(this.moments.at(-1));
  }

  play() {
    const { moments } = this;
    let next = moments.indexOf(this.at) + 1;
    if (next >= moments.length) next = 0;
    let isLoaded = false;
    this.film.play(moments.length, () => {
      this.askAhead(moments, next);
      isLoaded ||= moments.slice(next, next + AHEAD).every((moment) => this.frames.has(moment));
      const scene = this.frames.get(moments[next]);
      if (!isLoaded) this.page.redraw();
      else if (scene) {
        this.at = moments[next++];
        this.show(scene);
      }
      return next < moments.length;
    });
  }

  askAhead(moments, from) {
    for (const moment of moments.slice(from, from + AHEAD))
      if (this.asked.size < MOST_ASKED && !this.frames.has(moment)) this.frame(moment);
  }

  view(card, isLive) {
    const { moments } = this;
    if (moments.length < 2) return nothing;
    const last = isLive ? moments.length : moments.length - 1;
    const index = this.at === undefined ? last : moments.indexOf(this.at);
    const after = index === moments.length ? 'now' : `after ${count(moments[index])} ${unit(card)}`;
    const scrub = (event) => {
      this.film.stop();
      const moment = moments[Number(event.target.value)];
      if (moment === undefined) this.now(isLive);
      else this.go(moment);
    };
    const said = this.said(after, index);
    return html`
      <div class="row scrub">
        ${this.film.button('play the game as a film', () => this.play(), 'film')}
        <input type="range" id="film-time" min="0" max=${last} step="1" .value=${String(index)}
          aria-label="time: which checkpoint" aria-valuetext=${after} @input=${scrub}>
        <button type="button" class="quiet small" @click=${() => this.now(isLive)}>${isLive ? 'now' : 'last'}</button>
      </div>
      ${said ? html`<output class="small" for="film-time">${said}</output>` : nothing}`;
  }

  /** Nothing at the present, where the button says so. */
  said(after, index) {
    const { moments } = this;
    const waited = this.film.timer ? moments.filter((moment) => this.frames.has(moment)).length : moments.length;
    if (waited < Math.min(AHEAD, moments.length) && waited > 0) return `computing ${waited} of ${moments.length}`;
    return index < moments.length ? `${after} (checkpoint ${index + 1} of ${moments.length})` : '';
  }
}
