// Parts that several pages are made of.
import { blob } from './api.js';
import { complain } from './dialog.js';
import { button, h, put } from './dom.js';

const PLAY = '▶';
const PAUSE = '❚❚';

/** What a colour of theme.css stands for. */
export function legendKey(colour, ...text) {
  const node = h('span', { class: 'key' }, text);
  node.style.setProperty('--key', `var(${colour})`);
  return node;
}

/** A place to drop an image onto, or to choose one; it is busy until what `taken` does with the image is done. */
export function dropPlace(id, invitation, waiting, taken) {
  const file = h('input', { type: 'file', accept: 'image/*', id, class: 'visually-hidden' });
  const words = h('span', {}, invitation);
  const node = h('label', { class: 'drop', for: id }, file, words);
  const take = async (image) => {
    if (!image) return;
    node.classList.add('busy');
    words.textContent = waiting;
    await taken(image);
    node.classList.remove('busy');
    words.textContent = invitation;
    file.value = '';
  };
  const on = (kinds, isOver) => {
    for (const kind of kinds)
      node.addEventListener(kind, (event) => {
        event.preventDefault();
        node.classList.toggle('over', isOver);
      });
  };
  on(['dragenter', 'dragover'], true);
  on(['dragleave', 'drop'], false);
  node.addEventListener('drop', (event) => take(event.dataTransfer.files[0]));
  file.addEventListener('change', () => take(file.files[0]));
  return node;
}

/** One question at a time: while one is on its way, only the newest is kept. */
export function newest(ask) {
  let isAsking = false;
  let again = false;
  return async () => {
    again = true;
    if (isAsking) return;
    isAsking = true;
    while (again) {
      again = false;
      await ask();
    }
    isAsking = false;
  };
}

/** A button that plays and stops. `start` gives `next`, a step that answers false at the end, and its `millis`. */
export function playButton(label, stopLabel, start) {
  let timer;
  const show = (isPlaying) => {
    put(node, isPlaying ? PAUSE : PLAY);
    node.setAttribute('aria-label', isPlaying ? stopLabel : label);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    show(false);
  };
  const play = () => {
    const { next, millis } = start();
    show(true);
    timer = setInterval(() => {
      if (next() === false) stop();
    }, millis);
  };
  const toggle = () => (timer ? stop() : play());
  const node = button(PLAY, toggle, { class: 'quiet icon', 'aria-label': label });
  return { node, stop };
}

/** How many pictures a sheet of the server holds. */
export const SHEET = 24;

/** Small pictures as buttons, which come sheet by sheet. */
export class Wall {
  constructor(label) {
    this.node = h('div', { class: 'wall', role: 'group', 'aria-label': label });
    this.sheets = [];
    this.isLoading = false;
  }

  get size() {
    return this.node.children.length;
  }

  /** Empties the wall; a sheet that is on its way is dropped when it comes. */
  clear() {
    for (const sheet of this.sheets) URL.revokeObjectURL(sheet);
    this.sheets = [];
    this.node.replaceChildren();
    this.isLoading = false;
  }

  /**
   * Adds `count` pictures of a sheet, unless one is on its way already; answers whether they were added. `attributes`
   * gives those of a picture by its place on the sheet.
   */
  async add(path, count, shape, attributes) {
    if (this.isLoading) return false;
    const sheets = this.sheets;
    this.isLoading = true;
    try {
      const image = await blob(path);
      if (sheets !== this.sheets) return false;
      const sheet = URL.createObjectURL(image);
      sheets.push(sheet);
      for (let i = 0; i < count; i++) this.node.append(tile(sheet, i, shape, attributes(i)));
      return true;
    } catch (failure) {
      if (sheets === this.sheets) complain(failure);
      return false;
    } finally {
      if (sheets === this.sheets) this.isLoading = false;
    }
  }

  /** Shows which pictures are chosen. */
  press(isChosen) {
    for (const one of this.node.children) one.setAttribute('aria-pressed', String(isChosen(one.dataset)));
  }
}

function tile(sheet, place, shape, attributes) {
  const node = button('', undefined, { class: 'tile pixels', 'aria-pressed': 'false', ...attributes });
  node.style.backgroundImage = `url(${sheet})`;
  node.style.backgroundSize = `${SHEET * 100}% 100%`;
  node.style.backgroundPosition = `${(place / (SHEET - 1)) * 100}% 0`;
  node.style.aspectRatio = `${shape.width} / ${shape.height}`;
  return node;
}
