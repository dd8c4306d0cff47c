// The image that something is done with: drawn, dropped, or one of the run's data.
import { get, isCancelled, question, usePath } from './api.js';
import { button, fill, h, put } from './dom.js';
import { count, joined, several } from './format.js';
import { html, nothing } from './html.js';
import { Pad } from './pad.js';
import { dropPlace, SHEET, Wall } from './parts.js';

/** What the server says of an image: a drawing or a file is sent, one of the data is named. */
export function askAbout(path, image, query = {}) {
  const place = image.place === undefined ? {} : { image: image.place };
  const asked = new URLSearchParams({ ...query, ...place });
  return image.file ? question(`${path}?${asked}`, image.file) : get(`${path}?${asked}`);
}

/** What people should know of a result, a line each. */
export const remarks = (lines) =>
  lines.length ? html`<ul class="small faint remarks">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;

/** How an image was brought to what a network sees, in a line; nothing where it is as it was. */
export function brought({ image, how, remarks: lines }) {
  const made = joined(how && `${image.words} ${how}`, ...lines);
  return made ? html`<p class="small faint how">${made}.</p>` : nothing;
}

/** Uses that a drawing makes sense for. */
const DRAWN = ['classify', 'redraw'];

export class ImageChoice {
  /** @param chosen called with the image: its `file` or its `place` among those of the data, and `words` for people */
  constructor(page, name, about, chosen) {
    Object.assign(this, { page, name, about, chosen });
    this.credit = h('p', { class: 'small faint', id: 'held-credit', role: 'status' }, 'Reading images of its data…');
    this.wall = new Wall('images of the data');
    this.more = button('More images', () => this.grow(), { class: 'small', id: 'more-images', hidden: true });
    const take = async (file) => this.take({ file, words: file.name });
    const invitation = 'Drop an image of your own here, or choose one';
    this.drop = dropPlace('use-file', invitation, 'Reading the image…', take);
    this.pad = this.isDrawnOn() ? new Pad(page, (file) => this.take(file && { file, words: 'a drawing' })) : undefined;
    const title = about.uses.some((use) => DRAWN.includes(use)) ? 'Images of its data' : 'Held-out images';
    const held = h('section', { class: 'panel stack', 'aria-label': title }, h('h2', {}, title), [
      this.credit,
      this.wall.node,
      this.more,
    ]);
    const own = h('section', { class: 'panel', 'aria-label': 'an image of your own' }, this.drop);
    this.nodes = [own, held];
  }

  isDrawnOn() {
    return this.about.channels === 1 && this.about.uses.some((use) => DRAWN.includes(use));
  }

  take(image) {
    this.place = image?.place;
    this.wall.press((tile) => tile.image === String(this.place));
    this.chosen(image);
  }

  /** For the address. */
  settings() {
    return this.place === undefined ? {} : { image: this.place };
  }

  async open(query) {
    try {
      const held = await get(usePath(this.name, '/held'));
      if (!this.page.isShown) return;
      this.held = held;
      put(this.credit, credit(held));
      this.pad?.offer(held.dark);
      await this.grow();
      this.follow(query);
    } catch (failure) {
      if (this.page.isShown && !isCancelled(failure))
        fill(this.credit, h('span', { class: 'problem' }, `Images of its data cannot be read: ${failure.message}`));
    }
  }

  /** Takes the image that an address names; where it names none, the first, unless there is something to draw on. */
  follow(query) {
    if (!this.held) return;
    const asked = query.get('image');
    const place = asked === null ? undefined : Number(asked);
    if (place === this.place && place !== undefined) return;
    if (place === undefined && this.pad) return;
    const last = this.held.count - 1;
    this.takePlace(Math.max(0, Math.min(last, Math.floor(place ?? 0) || 0)));
  }

  takePlace(place) {
    const { name, label } = this.held.images[place];
    this.take({ place, words: label === undefined ? name : `${name} (${this.held.classes[label]})`, label });
  }

  async grow() {
    const { held } = this;
    const from = this.wall.size;
    const some = Math.min(SHEET, held.count - from);
    if (some <= 0) return;
    const attributes = (i) => {
      const place = from + i;
      const { name, label } = held.images[place];
      const words = label === undefined ? name : `${name}, ${held.classes[label]}`;
      return { 'aria-label': words, title: words, 'data-image': String(place), onclick: () => this.takePlace(place) };
    };
    if (await this.wall.add(usePath(this.name, `/sheet.png?from=${from}&count=${SHEET}`), some, held, attributes)) {
      this.more.hidden = this.wall.size >= held.count;
      this.wall.press((tile) => tile.image === String(this.place));
    }
  }
}

function credit({ count: some, all, unseen }) {
  const which = some < all ? `The first ${count(some)} of ${several(all, 'image')}` : several(all, 'image');
  return `${which}, ${unseen ? 'not ' : ''}seen in training.`;
}
