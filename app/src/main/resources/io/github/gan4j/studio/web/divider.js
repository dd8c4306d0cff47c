// Two pictures of one place, before and after, with a divider between them.
import { choice, h, picture, put, range } from './dom.js';
import { roomIn } from './enlarge.js';

const MOST_ENLARGED = 12;
/** From here on nobody sees that some pixels are one wider than others. */
const EVEN_ANYWAY = 4;
const ZOOMS = { fit: 'fit', 1: '100 %', 2: '200 %', 4: '400 %', 8: '800 %' };

export class Divider {
  constructor() {
    this.before = h('img', { class: 'before' });
    this.after = h('img', { class: 'after' });
    this.line = h('span', { class: 'line', 'aria-hidden': 'true' });
    this.stage = h('div', { class: 'halves' }, this.after, this.before, this.line);
    const label = 'divider between before (left) and after (right)';
    this.slider = range({ min: 0, max: 100, step: 0.5, value: 50, id: 'divider', 'aria-label': label });
    this.zoom = choice({ id: 'zoom' }, Object.keys(ZOOMS).sort(), ZOOMS);
    this.zoom.value = 'fit';
    this.left = h('span');
    this.right = h('span');
    const size = h('label', { class: 'inline' }, 'Zoom', this.zoom);
    this.caption = h('figcaption', { class: 'row between small' }, this.left, size, this.right);
    this.node = h(
      'figure',
      { class: 'divider' },
      h('div', { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': 'before and after' }, this.stage),
      this.slider,
      this.caption,
    );
    this.slider.addEventListener('input', () => this.place());
    this.zoom.addEventListener('change', () => this.size());
    for (const kind of ['pointerdown', 'pointermove']) this.stage.addEventListener(kind, (event) => this.drag(event));
    this.sizes = new ResizeObserver(() => this.width && this.size());
    this.sizes.observe(this.node);
    this.place();
  }

  close() {
    this.sizes.disconnect();
  }

  drag(event) {
    if (!(event.buttons & 1)) return;
    event.preventDefault();
    if (event.type === 'pointerdown') this.stage.setPointerCapture(event.pointerId);
    const box = this.stage.getBoundingClientRect();
    this.slider.value = (100 * (event.clientX - box.left)) / box.width;
    this.place();
  }

  place() {
    const at = `${this.slider.value}%`;
    this.stage.style.setProperty('--at', at);
  }

  /**
   * @param pictures `before` and `after`, each with `src` and `words`, `before` also with `isCoarse`, and their
   *     common `width` and `height` in pixels
   */
  show({ before, after, width, height }) {
    Object.assign(this, { width, height, isCoarse: Boolean(before.isCoarse) });
    picture(this.before, before.src);
    picture(this.after, after.src);
    this.before.alt = `before: ${before.words}`;
    this.after.alt = `after: ${after.words}`;
    put(this.left, `◀ ${before.words}`);
    put(this.right, `${after.words} ▶`);
    this.size();
  }

  /** Small pictures fill the room: a whole number of times as large where their pixels would else differ in size. */
  size() {
    const room = roomIn(this.node);
    if (!room) return;
    const most = Math.max(1, Math.min(MOST_ENLARGED, room / this.width));
    const filled = most < EVEN_ANYWAY ? Math.floor(most) : most;
    const times = this.zoom.value === 'fit' ? filled : Number(this.zoom.value);
    const isFit = this.zoom.value === 'fit' && this.width > room;
    const width = isFit ? '100%' : `${times * this.width}px`;
    this.stage.style.width = width;
    this.slider.style.width = width;
    this.caption.style.maxWidth = `max(${width}, 20rem)`;
    this.stage.style.aspectRatio = `${this.width} / ${this.height}`;
    this.before.classList.toggle('coarse', times > 1 || this.isCoarse);
    this.after.classList.toggle('coarse', times > 1);
  }
}
