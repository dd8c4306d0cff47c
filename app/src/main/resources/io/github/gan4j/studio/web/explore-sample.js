// The current sample and its nearest training images.
import { blob, get } from './api.js';
import { attempt, complain } from './dialog.js';
import { button, fill, h, inline, put, save } from './dom.js';
import { FilmStrip } from './explore-film.js';
import { webm, webmType } from './explore-webm.js';
import { count, number, percent } from './format.js';
import { IMAGES } from './names.js';
import { newest } from './parts.js';

const DOWNLOAD_SIDE = 256;
const NEAREST = 'Nearest training images';
const WEBM = 'WebM of the walk';

export class SamplePanel {
  constructor(path, about, recipe, copyLink) {
    Object.assign(this, { path, about, recipe, isClosed: false });
    this.preview = h('img', { class: 'pixels preview', alt: 'the sample', width: 320, height: 320 });
    this.target = h('img', { class: 'pixels target', alt: 'the image that was dropped', hidden: true });
    this.title = h('p', { class: 'small mono wrap', id: 'base' });
    this.speed = h('output', { class: 'small faint', id: 'latency' });
    this.download = h('a', { class: 'button', download: 'sample.png' }, 'PNG');
    this.walk = h('a', { class: 'button', hidden: true, download: 'walk.gif' }, 'GIF of the walk');
    // no choice where the browser cannot record
    this.webm = webmType() && button(WEBM, () => this.record(), { id: 'webm', hidden: true });
    this.nearest = h('div', { class: 'stack', 'aria-live': 'polite' });
    this.ask = button(NEAREST, () => this.findNearest(), { id: 'nearest', hidden: about.file });
    this.paint = newest(() => this.load());
    const share = button('Copy link', copyLink);
    this.film = new FilmStrip(path, { moments: about.checkpoints, at: about[IMAGES] }, recipe, (url) => {
      this.preview.src = url ?? this.url;
    });
    this.node = h(
      'section',
      { class: 'panel stack sample', 'aria-label': 'the sample' },
      h('h2', { class: 'visually-hidden' }, 'Sample'),
      h('div', { class: 'row shown' }, this.preview, this.target),
      this.film.node,
      h('div', { class: 'row between' }, this.title, this.speed),
      h('div', { class: 'row' }, this.download, this.walk, this.webm, share, this.ask),
      this.nearest,
    );
  }

  refresh() {
    this.film.reset();
    put(this.title, String(this.recipe));
    if (this.recipe.query() !== this.nearestOf) fill(this.nearest);
    const enlarged = Math.max(1, Math.floor(DOWNLOAD_SIDE / this.about.width));
    this.linkWalk();
    this.download.href = this.path(`/sample.png?${this.recipe.query({ enlarged, download: 1 })}`);
    this.paint();
  }

  async load() {
    try {
      const from = performance.now();
      const asked = this.recipe.query();
      const image = await blob(this.path(`/sample.png?${asked}`));
      if (this.isClosed) return;
      await this.show(URL.createObjectURL(image));
      this.preview.dataset.shown = asked;
      put(this.speed, `drawn in ${Math.round(performance.now() - from)} ms`);
    } catch (failure) {
      if (!this.isClosed) complain(failure);
    }
  }

  async show(url) {
    this.preview.src = url;
    await this.preview.decode().catch(() => {}); // superseded by a newer one
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = url;
  }

  /** Removes what belonged to the previous base. */
  clear() {
    this.target.hidden = true;
    fill(this.nearest);
  }

  showTarget(png) {
    this.target.src = inline(png);
    this.target.hidden = false;
  }

  /** Offers the walk over some stops as a film; undefined for none. */
  offerWalk(stops) {
    this.walk.hidden = !stops;
    if (this.webm) this.webm.hidden = !stops;
    if (!stops) return;
    this.stops = stops.join(',');
    this.linkWalk();
  }

  linkWalk() {
    if (this.stops) this.walk.href = this.path(`/walk.gif?${this.recipe.style({ stops: this.stops })}`);
  }

  async record() {
    const { stops } = this;
    const sheet = (frames, columns) => this.path(`/walk.png?${this.recipe.style({ stops, frames, columns })}`);
    this.webm.disabled = true;
    const film = await attempt(() =>
      webm(sheet, stops.split(',').length, this.about, {
        progress: (share) => put(this.webm, `Recording, ${percent(share)}`),
        isWanted: () => !this.isClosed,
      }),
    );
    if (film) save(film, 'walk.webm');
    this.webm.disabled = false;
    put(this.webm, WEBM);
  }

  async findNearest() {
    this.ask.disabled = true;
    put(this.ask, 'Searching…');
    const asked = this.recipe.query();
    const answer = await attempt(() => get(this.path(`/nearest?${asked}`)));
    // the sample may have changed meanwhile
    if (answer && asked === this.recipe.query()) {
      this.nearestOf = asked;
      this.showNearest(answer);
    }
    this.ask.disabled = false;
    put(this.ask, NEAREST);
  }

  showNearest(answer) {
    const words = `nearest of ${count(answer.count)} training images, with their distance from 0 to 1`;
    const one = ({ image, png, error }) => {
      const shown = h('img', { class: 'pixels near', alt: `training image ${image}`, src: inline(png) });
      return h('figure', {}, shown, h('figcaption', { class: 'small faint' }, number(error)));
    };
    fill(this.nearest, h('p', { class: 'small faint' }, words), h('div', { class: 'nearest' }, answer.found.map(one)));
  }

  close() {
    this.isClosed = true;
    this.film.close();
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
