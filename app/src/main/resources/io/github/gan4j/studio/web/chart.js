// A line chart on a canvas, redrawn only when something changes.
import { tickLabels, ticks } from './axis.js';
import { clip, colour, joinPoints, repaint, SMALL_PRINT, straight, surface } from './canvas.js';
import { h, put } from './dom.js';
import { count, number, short } from './format.js';
import { IMAGES } from './names.js';
import { legendKey } from './parts.js';

const MARGIN = { left: 44, right: 8, top: 8, bottom: 22 };
const SMALLEST = 1e-30;

/** The mapping from images seen and values to pixels. */
class Frame {
  constructor({ width, height }, times, values, isLog) {
    Object.assign(this, { times, values, isLog });
    this.left = MARGIN.left;
    this.right = width - MARGIN.right;
    this.top = MARGIN.top;
    this.bottom = height - MARGIN.bottom;
  }

  x(images) {
    const { low, high } = this.times;
    return this.left + ((images - low) / (high - low)) * (this.right - this.left);
  }

  images(x) {
    const { low, high } = this.times;
    return low + ((x - this.left) / (this.right - this.left)) * (high - low);
  }

  y(value) {
    const { low, high } = this.values;
    const at = this.isLog ? Math.log10(Math.max(value, SMALLEST)) : value;
    return this.bottom - ((at - low) / (high - low)) * (this.bottom - this.top);
  }
}

export class Chart {
  /**
   * @param series [{ key, name, colour }], the colour being a variable of theme.css
   * @param options log (logarithmic axis), low and high (fixed ends of the axis), guide (a dashed line), unit
   */
  constructor(title, series, options = {}) {
    Object.assign(this, { title, series, unit: 'images', data: [], marker: null, hover: null }, options);
    this.canvas = h('canvas', { class: 'chart', role: 'img', tabIndex: 0 });
    this.values = series.map(() => h('span', { class: 'value' }, '–'));
    this.at = h('span', { class: 'faint small' });
    const legend = series.map((one, i) => legendKey(one.colour, one.name, ' ', this.values[i]));
    this.node = h(
      'figure',
      { class: 'panel plot' },
      h('figcaption', { class: 'row between' }, h('h3', {}, title), this.at),
      this.canvas,
      h('div', { class: 'legend' }, legend),
    );
    this.listen();
    this.close = repaint(this.canvas, () => this.draw());
  }

  listen() {
    this.canvas.addEventListener('pointermove', (move) => this.point(move.offsetX));
    this.canvas.addEventListener('pointerleave', () => this.look(null));
    this.canvas.addEventListener('keydown', (press) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[press.key];
      if (!way || !this.data.length) return;
      press.preventDefault();
      const last = this.data.length - 1;
      const to = (this.hover ?? last) + way * Math.ceil(this.data.length / 60);
      this.look(Math.max(0, Math.min(last, to)));
    });
  }

  show(data) {
    this.data = data;
    this.draw();
  }

  /** Draws a vertical line at a number of images, or none for null. */
  mark(images) {
    this.marker = images;
    this.draw();
  }

  /** Shows the values of the event at an index, or the latest ones for null. */
  look(index) {
    this.hover = index;
    this.draw();
  }

  point(x) {
    if (!this.data.length || !this.frame) return;
    const images = this.frame.images(x);
    const distance = (event) => Math.abs(event[IMAGES] - images);
    this.look(this.data.reduce((best, event, i) => (distance(event) < distance(this.data[best]) ? i : best), 0));
  }

  draw() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.paint();
    });
  }

  /** The range of the vertical axis without a few outliers; undefined if there are no values. */
  extent() {
    const isDrawn = (value) => Number.isFinite(value) && (!this.log || value > 0);
    const all = this.series.flatMap((one) => this.data.map((event) => event[one.key]).filter(isDrawn));
    if (!all.length) return undefined;
    all.sort((a, b) => a - b);
    const scaled = (value) => (this.log ? Math.log10(value) : value);
    const low = scaled(this.low ?? all[Math.floor(all.length * 0.015)]);
    const high = scaled(this.high ?? all[Math.ceil(all.length * 0.985) - 1]);
    if (this.low !== undefined && !this.log) return { low, high };
    const pad = (high - low) * 0.06 || Math.abs(high) * 0.1 || 0.5;
    return { low: low - pad, high: high + pad };
  }

  paint() {
    const paper = surface(this.canvas);
    if (!paper) return;
    this.readOut();
    const values = this.extent();
    if (!values) {
      paper.pen.fillStyle = colour('--faint');
      paper.pen.font = '13px system-ui, sans-serif';
      paper.pen.fillText('no data yet', 12, paper.height / 2);
      return;
    }
    const first = this.data[0][IMAGES];
    const times = { low: first, high: Math.max(first + 1, this.data.at(-1)[IMAGES]) };
    this.frame = new Frame(paper, times, values, this.log);
    this.paintAxes(paper);
    this.paintGuide(paper.pen);
    this.paintSeries(paper.pen);
    this.paintMoment(paper.pen);
  }

  paintAxes({ pen, height }) {
    const { left, right, times, values } = this.frame;
    pen.font = SMALL_PRINT;
    pen.lineWidth = 1;
    pen.strokeStyle = colour('--line');
    pen.fillStyle = colour('--faint');
    pen.textAlign = 'right';
    const marks = ticks(values.low, values.high, { log: this.log }).map((tick) => (this.log ? 10 ** tick : tick));
    tickLabels(marks).forEach((label, i) => {
      const at = this.frame.y(marks[i]);
      straight(pen, left, at, right, at);
      pen.fillText(label, left - 6, at + 4);
    });
    pen.fillText(`${short(times.high)} ${this.unit}`, right, height - 6);
    pen.textAlign = 'left';
    pen.fillText(short(times.low), left, height - 6);
  }

  paintGuide(pen) {
    if (this.guide === undefined) return;
    const at = this.frame.y(this.guide);
    pen.setLineDash([4, 4]);
    pen.strokeStyle = colour('--faint');
    straight(pen, this.frame.left, at, this.frame.right, at);
    pen.setLineDash([]);
  }

  paintSeries(pen) {
    const { left, right, top, bottom } = this.frame;
    clip(pen, left, top - 3, right - left + 3, bottom - top + 6);
    pen.lineWidth = 1.8;
    pen.lineJoin = 'round';
    for (const one of this.series) {
      pen.strokeStyle = colour(one.colour);
      joinPoints(pen, this.points(one.key));
    }
    pen.restore();
  }

  /** The points of a series. A null value was not finite and leaves a gap; a missing one was not measured. */
  points(key) {
    const point = (event) => (event[key] === null ? null : [this.frame.x(event[IMAGES]), this.frame.y(event[key])]);
    return this.data.filter((event) => event[key] === null || Number.isFinite(event[key])).map(point);
  }

  paintMoment(pen) {
    const images = this.hovered?.[IMAGES] ?? this.marker;
    const { times, top, bottom } = this.frame;
    if (images === null || images < times.low || images > times.high) return;
    const at = this.frame.x(images);
    pen.strokeStyle = colour('--ink');
    pen.globalAlpha = 0.45;
    straight(pen, at, top, at, bottom);
    pen.globalAlpha = 1;
  }

  get hovered() {
    return this.hover === null ? undefined : this.data[this.hover];
  }

  readOut() {
    const words = this.series.map((one, i) => {
      const value = number(this.valueOf(one.key));
      put(this.values[i], value);
      return `${one.name} ${value}`;
    });
    put(this.at, this.hovered ? `${count(this.hovered[IMAGES])} ${this.unit}` : '');
    this.canvas.setAttribute('aria-label', `${this.title}: ${words.join(', ')}`);
  }

  /** The value under the pointer, or the latest one. */
  valueOf(key) {
    if (this.hover !== null) return (this.hovered ?? this.data.at(-1))?.[key];
    return this.data.findLast((event) => Number.isFinite(event[key]))?.[key];
  }
}
