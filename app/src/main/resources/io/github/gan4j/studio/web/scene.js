// The live view of a run on one- or two-dimensional data.
import { get, runPath } from './api.js';
import { repaint } from './canvas.js';
import { fill, h } from './dom.js';
import { count } from './format.js';
import { html, nothing } from './html.js';
import { EVENT, IMAGES, SETTING } from './names.js';
import { SceneFilm } from './scene-film.js';
import { describeLine, drawLine, lineLegend } from './scene-line.js';
import { describePlane, drawPlane, planeLegend } from './scene-plane.js';

/** How each kind of data is drawn. */
const KINDS = {
  line: { draw: drawLine, describe: describeLine, legend: lineLegend },
  plane: { draw: drawPlane, describe: describePlane, legend: planeLegend },
  space: { draw: drawPlane, describe: describePlane, legend: planeLegend },
};
const MILLIS = { running: 250, paused: 250 };
/** In slow motion looking costs the training nothing. */
const PACED_MILLIS = 100;
const IDLE_MILLIS = 1000;

/** Whether there is a live view of a run. */
export const hasScene = (card) => card.kind in KINDS;

/** The view of a run, refreshed while it trains and the page is visible. */
export class Scene {
  shown = { map: true, reals: true, fakes: true, arrows: true, warp: false };
  latest;

  /** @param seen called with each scene that is shown */
  constructor(page, name, seen = () => {}) {
    Object.assign(this, { page, name, seen });
    this.canvas = h('canvas', { class: 'scene', role: 'img', 'aria-label': 'the current state of the game' });
    this.legend = h('div', { class: 'legend' });
    this.film = new SceneFilm(page, (now) => (now ? this.show(now) : this.look()));
    this.film.of(name);
    page.onLeave(repaint(this.canvas, () => this.paint()));
    page.every(
      () => millis(page.state.card),
      () => this.look(),
    );
  }

  view({ card }) {
    if (!this.latest) return nothing;
    const seen = html`<span class="small faint">${count(this.latest[IMAGES])} samples</span>`;
    const title = this.film.at === undefined ? 'Current state of the game' : 'The game at a checkpoint';
    return html`
      <figure class="panel stack">
        <figcaption class="row between">
          <h2>${title}</h2>
          ${this.film.at === undefined ? seen : nothing}
        </figcaption>
        ${this.canvas}${this.legend}${card ? this.film.view(card, this.isLive()) : nothing}
      </figure>`;
  }

  /** Goes on to another run. */
  of(name) {
    this.name = name;
    this.latest = undefined;
    this.film.of(name);
  }

  isLive() {
    const { state, steerable } = this.page.state.card ?? {};
    return Boolean(state in MILLIS && steerable);
  }

  async look() {
    const { name, film } = this;
    if (!this.isLive() && !this.latest && film.moments.length && !film.hasFailed) film.now(false);
    if (!this.isLive() || film.at !== undefined) return;
    const keep = (now) => {
      if (name === this.name && film.at === undefined && now.kind && now[EVENT.step] !== this.latest?.[EVENT.step])
        this.show(now);
    };
    await this.page.answer(get(runPath(name, '/scene')), keep, () => {}); // asked again soon
  }

  show(now) {
    const { kind } = now;
    const isNew = kind !== this.latest?.kind;
    this.latest = now;
    if (isNew) {
      this.canvas.classList.toggle('square', kind !== 'line');
      fill(
        this.legend,
        KINDS[kind].legend(now, this.shown, () => this.paint()),
      );
    }
    this.canvas.setAttribute('aria-label', KINDS[kind].describe(now));
    this.seen(now);
    this.page.redraw();
    this.paint();
  }

  paint() {
    if (this.latest) KINDS[this.latest.kind].draw(this.canvas, this.latest, this.shown);
  }
}

function millis({ state, setting } = {}) {
  return state === 'running' && setting?.[SETTING.secondsPerStep] > 0 ? PACED_MILLIS : (MILLIS[state] ?? IDLE_MILLIS);
}
