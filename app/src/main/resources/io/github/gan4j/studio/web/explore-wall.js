// The wall of samples, which grows while scrolling.
import { BACK } from './connection.js';
import { attempt } from './dialog.js';
import { button, h, put } from './dom.js';
import { SHEET, Wall } from './parts.js';

/** Longer walls make the page slow; further samples start a new one. */
const MOST_TILES = 1440;
const IN_ZIP = 100;
const MOST_SEED = 900_000_000;
const RENEW_AFTER_MILLIS = 350;
const LOOK_AHEAD_PIXELS = 300;
/** What may bring the end of the wall into view. */
const SEEN = ['scroll', 'resize'];

export class SampleWall {
  /**
   * @param options the first `seed`; callbacks: `picked` with the seed of a clicked sample, `isPicked` to know which
   *     to highlight, `moved` when the wall starts at another seed, `renewed` when the same seeds are drawn again
   */
  constructor(path, about, recipe, { seed, picked, isPicked, moved, renewed }) {
    Object.assign(this, { path, about, recipe, seed, picked, isPicked, moved, renewed });
    this.wall = new Wall('samples');
    this.more = button('more', () => this.grow(), { class: 'quiet' });
    this.first = h('input', {
      type: 'number',
      min: 0,
      max: MOST_SEED,
      value: seed,
      id: 'first-seed',
      'aria-label': 'first seed on the wall',
    });
    this.first.addEventListener('change', () => this.moveTo(Math.max(0, Math.floor(Number(this.first.value) || 0))));
    this.zip = h('a', { class: 'button', download: 'samples.zip', id: 'zip' }, `${IN_ZIP} as zip`);
    const from = h('label', { class: 'inline' }, 'from seed', this.first);
    const tools = h('span', { class: 'row' }, this.zip, from);
    this.nodes = [h('div', { class: 'row between' }, h('h2', {}, 'Samples'), tools), this.wall.node, this.more];
    this.scrolled = () => this.growIfNear();
    for (const kind of SEEN) window.addEventListener(kind, this.scrolled, { passive: true });
    this.back = () => this.hasFailed && this.grow();
    window.addEventListener(BACK, this.back);
  }

  get isFull() {
    return this.wall.size >= MOST_TILES;
  }

  press() {
    this.wall.press(({ seed }) => this.isPicked(seed));
  }

  /** Starts at another seed on the user's behalf. */
  moveTo(seed) {
    this.startFrom(seed);
    this.moved();
  }

  startFrom(seed) {
    this.seed = seed;
    this.first.value = seed;
    this.renew();
  }

  renew() {
    clearTimeout(this.timer);
    this.nameZip();
    this.wall.clear();
    this.grow();
  }

  nameZip() {
    this.zip.href = this.path(`/samples.zip?${this.recipe.style({ from: this.seed, count: IN_ZIP })}`);
  }

  sheet(place) {
    return this.path(`/sheet.png?${this.recipe.style({ from: this.seed + place, count: SHEET })}`);
  }

  /** Draws the same seeds again once changes have settled. */
  renewLater() {
    clearTimeout(this.timer);
    this.nameZip();
    this.timer = setTimeout(() => {
      this.renewed();
      if (this.wall.isLoading) this.renew();
      else attempt(() => this.wall.replace((place) => this.sheet(place)));
    }, RENEW_AFTER_MILLIS);
  }

  async grow() {
    if (this.isFull) {
      this.moveTo(this.seed + this.wall.size);
      window.scrollTo(0, 0);
      return;
    }
    const from = this.seed + this.wall.size;
    const attributes = (i) => {
      const seed = String(from + i);
      return {
        'aria-label': `sample ${seed}`,
        title: `seed ${seed}`,
        'data-seed': seed,
        onclick: () => this.picked(seed),
      };
    };
    const isAdded = await this.wall.add(this.sheet(this.wall.size), SHEET, this.about, attributes);
    // what failed is asked for again only when somebody asks for it
    this.hasFailed = !isAdded;
    put(this.more, this.hasFailed ? 'try again' : this.isFull ? 'further samples' : 'more');
    if (!isAdded) return;
    this.press();
    requestAnimationFrame(() => this.growIfNear());
  }

  growIfNear() {
    if (this.hasFailed || this.wall.isLoading) return;
    const isNear = this.more.getBoundingClientRect().top < window.innerHeight + LOOK_AHEAD_PIXELS;
    if (this.more.isConnected && isNear && !this.isFull) this.grow();
  }

  close() {
    clearTimeout(this.timer);
    for (const kind of SEEN) window.removeEventListener(kind, this.scrolled);
    window.removeEventListener(BACK, this.back);
    this.wall.clear();
  }
}
