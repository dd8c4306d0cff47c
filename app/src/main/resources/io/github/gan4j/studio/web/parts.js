// Components that several pages share.
import { wordPage } from './address.js';
import { blob } from './api.js';
import { complain } from './dialog.js';
import { button, h, put } from './dom.js';

const PLAY = '▶';
const PAUSE = '❚❚';

/** A legend entry in a colour of theme.css. */
export function legendKey(colour, ...text) {
  return keyed(h('span', { class: 'key' }, text), colour);
}

/** The same for a word of the glossary. */
export function legendTerm(colour, word, text = word) {
  return keyed(h('a', { class: 'key term', href: wordPage(word), 'data-word': word }, text), colour);
}

function keyed(node, colour) {
  node.style.setProperty('--key', `var(${colour})`);
  return node;
}

/** An area to drop or choose an image; busy until the promise of `taken` resolves. */
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

/** How many of these stand in each row where at most `most` fit, so that the last row is about full. */
export const evenly = (some, most) => Math.ceil(some / Math.ceil(some / most));

/** Limits `ask` to one call at a time; calls made meanwhile are merged into one afterwards. */
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

/** A play and stop button. `start` returns `next`, a step that returns false at the end, and its interval `millis`. */
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

/** Pictures per sheet that is requested from the server. */
export const SHEET = 24;

/** A grid of small pictures as buttons, loaded sheet by sheet. */
export class Wall {
  constructor(label) {
    this.node = h('div', { class: 'wall', role: 'group', 'aria-label': label });
    this.sheets = [];
    this.isLoading = false;
    this.round = 0;
    this.node.addEventListener('keydown', (press) => this.rove(press));
    this.node.addEventListener('focusin', (focus) => this.stopAt(focus.target));
  }

  /** One of the pictures is a tab stop; arrow keys lead to the others. */
  rove(press) {
    const tiles = [...this.node.children];
    const inRow = tiles.filter((one) => one.offsetTop === tiles[0].offsetTop).length;
    const ways = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -inRow,
      ArrowDown: inRow,
      Home: -tiles.length,
      End: tiles.length,
    };
    const way = ways[press.key];
    if (!way) return;
    press.preventDefault();
    const to = Math.max(0, Math.min(tiles.length - 1, tiles.indexOf(document.activeElement) + way));
    tiles[to].focus();
  }

  stopAt(tile) {
    for (const one of this.node.children) one.tabIndex = one === tile ? 0 : -1;
  }

  get size() {
    return this.node.children.length;
  }

  /** Empties the wall; a sheet that is still loading is discarded. */
  clear() {
    for (const sheet of this.sheets) URL.revokeObjectURL(sheet);
    this.sheets = [];
    this.node.replaceChildren();
    this.isLoading = false;
  }

  /**
   * Adds the first `count` pictures of a sheet, unless one is loading already; resolves with whether it did.
   * `attributes` returns those of the picture at an index.
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
      if (!this.node.querySelector('[tabindex="0"]')) this.stopAt(this.node.firstChild);
      return true;
    } catch (failure) {
      if (sheets === this.sheets) complain(failure);
      return false;
    } finally {
      if (sheets === this.sheets) this.isLoading = false;
    }
  }

  /**
   * Shows other pictures in the same places, sheet by sheet, unless the wall is emptied or this is asked for again
   * meanwhile.
   * `path` returns that of the sheet whose first picture is at a place.
   */
  async replace(path) {
    const sheets = this.sheets;
    this.round += 1;
    const { round } = this;
    for (let i = 0; i < sheets.length; i++) {
      const image = await blob(path(i * SHEET));
      if (sheets !== this.sheets || round !== this.round) return;
      URL.revokeObjectURL(sheets[i]);
      sheets[i] = URL.createObjectURL(image);
      for (const one of [...this.node.children].slice(i * SHEET, (i + 1) * SHEET))
        one.style.backgroundImage = `url(${sheets[i]})`;
    }
  }

  /** Highlights the pictures for whose data attributes `isChosen` holds. */
  press(isChosen) {
    for (const one of this.node.children) one.setAttribute('aria-pressed', String(isChosen(one.dataset)));
  }
}

function tile(sheet, place, shape, attributes) {
  const common = { class: 'tile pixels', 'aria-pressed': 'false', tabIndex: -1 };
  const node = button('', undefined, { ...common, ...attributes });
  node.style.backgroundImage = `url(${sheet})`;
  node.style.backgroundSize = `${SHEET * 100}% 100%`;
  node.style.backgroundPosition = `${(place / (SHEET - 1)) * 100}% 0`;
  node.style.aspectRatio = `${shape.width} / ${shape.height}`;
  return node;
}
