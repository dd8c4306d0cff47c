// Line charts on canvas: few, calm, redrawn only when something has changed.
import { count, h, number, put } from './dom.js';
import { EVENT, IMAGES } from './names.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Which of these events say what few of them say, as those with metrics do. */
function seldom(events) {
  const said = new Map();
  for (const event of events) for (const key of Object.keys(event)) said.set(key, (said.get(key) || 0) + 1);
  return (event) => Object.keys(event).some((key) => 2 * said.get(key) < events.length);
}

/** Events kept for a page that may stay open for days: old ones become sparse, those that are rare anyway later. */
export class History {
  constructor(most = 800) {
    this.most = most;
    this.events = [];
  }
  reset(events) {
    this.events = events.slice();
    this.thin();
  }
  push(event) {
    this.events.push(event);
    this.thin();
  }
  thin() {
    if (this.events.length <= this.most) return;
    const recent = this.events.length - this.most / 4;
    const rare = seldom(this.events),
      many = this.events.filter(rare).length > this.most / 4;
    let seen = 0,
      rareSeen = 0;
    this.events = this.events.filter(
      (event, i) => i >= recent || (rare(event) ? !many || rareSeen++ % 2 === 0 : seen++ % 2 === 0),
    );
  }
}

export class Chart {
  /** series: [{ key, name, colour }] with colours as CSS variables */
  constructor(title, series, { log = false, low, high, guide } = {}) {
    Object.assign(this, { title, series, log, low, high, guide, unit: 'images' });
    this.canvas = h('canvas', { class: 'chart', role: 'img', tabindex: '0' });
    this.values = series.map((s) => h('span', { class: 'value' }, '–'));
    this.at = h('span', { class: 'faint small' });
    this.node = h(
      'figure',
      { class: 'panel plot' },
      h('figcaption', { class: 'row between' }, h('h3', {}, title), this.at),
      this.canvas,
      h(
        'div',
        { class: 'legend' },
        series.map((s, i) => h('span', { class: `key ${s.colour.slice(2)}` }, s.name, ' ', this.values[i])),
      ),
    );
    this.data = [];
    this.marker = null;
    this.hover = null;
    this.canvas.addEventListener('pointermove', (e) => this.point(e.offsetX));
    this.canvas.addEventListener('pointerleave', () => {
      this.hover = null;
      this.draw();
    });
    this.canvas.addEventListener('keydown', (e) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
      if (!way || !this.data.length) return;
      e.preventDefault();
      const from = this.hover ?? this.data.length - 1;
      this.hover = Math.max(0, Math.min(this.data.length - 1, from + way * Math.ceil(this.data.length / 60)));
      this.draw();
    });
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.canvas);
  }

  close() {
    this.watch.disconnect();
  }

  show(data, marker) {
    this.data = data;
    if (marker !== undefined) this.marker = marker;
    this.draw();
  }

  point(x) {
    if (!this.data.length || !this.scale) return;
    const images = this.scale.left + ((x - this.scale.x0) / this.scale.width) * (this.scale.right - this.scale.left);
    let best = 0;
    this.data.forEach((e, i) => {
      if (Math.abs(e[IMAGES] - images) < Math.abs(this.data[best][IMAGES] - images)) best = i;
    });
    this.hover = best;
    this.draw();
  }

  draw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.paint();
    });
  }

  extent() {
    const all = [];
    for (const s of this.series)
      for (const e of this.data) if (Number.isFinite(e[s.key]) && (!this.log || e[s.key] > 0)) all.push(e[s.key]);
    if (!all.length) return null;
    all.sort((a, b) => a - b);
    let low = this.low ?? all[Math.floor(all.length * 0.015)];
    let high = this.high ?? all[Math.ceil(all.length * 0.985) - 1];
    if (this.log) {
      low = Math.log10(low);
      high = Math.log10(high);
    }
    if (this.low === undefined || this.log) {
      const pad = (high - low) * 0.06 || Math.abs(high) * 0.1 || 0.5;
      low -= pad;
      high += pad;
    }
    return { low, high };
  }

  paint() {
    const box = this.canvas.getBoundingClientRect();
    if (!box.width) return;
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(box.width * ratio),
      height = Math.round(box.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const pen = this.canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, box.width, box.height);
    const extent = this.extent();
    this.readout();
    if (!extent) {
      pen.fillStyle = colour('--faint');
      pen.font = '13px system-ui, sans-serif';
      pen.fillText('nothing yet', 12, box.height / 2);
      return;
    }
    const left = this.data[0][IMAGES],
      right = Math.max(left + 1, this.data.at(-1)[IMAGES]);
    const x0 = 44,
      x1 = box.width - 8,
      y0 = 8,
      y1 = box.height - 22;
    this.scale = { x0, width: x1 - x0, left, right };
    const x = (images) => x0 + ((images - left) / (right - left)) * (x1 - x0);
    const y = (value) =>
      y1 -
      (((this.log ? Math.log10(Math.max(value, 1e-30)) : value) - extent.low) / (extent.high - extent.low)) * (y1 - y0);
    pen.font = '11px system-ui, sans-serif';
    pen.lineWidth = 1;
    for (const tick of ticks(extent.low, extent.high, this.log)) {
      const at = y(this.log ? 10 ** tick : tick);
      pen.strokeStyle = colour('--line');
      pen.beginPath();
      pen.moveTo(x0, at);
      pen.lineTo(x1, at);
      pen.stroke();
      pen.fillStyle = colour('--faint');
      pen.textAlign = 'right';
      pen.fillText(this.log ? label(10 ** tick) : label(tick), x0 - 6, at + 4);
    }
    if (this.guide !== undefined) {
      pen.setLineDash([4, 4]);
      pen.strokeStyle = colour('--faint');
      pen.beginPath();
      pen.moveTo(x0, y(this.guide));
      pen.lineTo(x1, y(this.guide));
      pen.stroke();
      pen.setLineDash([]);
    }
    pen.fillStyle = colour('--faint');
    pen.textAlign = 'left';
    pen.fillText(short(left), x0, box.height - 6);
    pen.textAlign = 'right';
    pen.fillText(`${short(right)} ${this.unit}`, x1, box.height - 6);
    pen.save();
    pen.beginPath();
    pen.rect(x0, y0 - 3, x1 - x0 + 3, y1 - y0 + 6);
    pen.clip();
    for (const s of this.series) {
      pen.strokeStyle = colour(s.colour);
      pen.lineWidth = 1.8;
      pen.lineJoin = 'round';
      pen.beginPath();
      let drawing = false;
      for (const e of this.data) {
        const value = e[s.key];
        if (!Number.isFinite(value)) {
          if (value === null) drawing = false;
          continue;
        } // null is what broke, absent was not measured
        if (drawing) pen.lineTo(x(e[IMAGES]), y(value));
        else pen.moveTo(x(e[IMAGES]), y(value));
        drawing = true;
      }
      pen.stroke();
    }
    pen.restore();
    const at = this.hover !== null && this.data[this.hover] ? this.data[this.hover][IMAGES] : this.marker;
    if (at !== null && at >= left && at <= right) {
      pen.strokeStyle = colour('--ink');
      pen.globalAlpha = 0.45;
      pen.beginPath();
      pen.moveTo(x(at), y0);
      pen.lineTo(x(at), y1);
      pen.stroke();
      pen.globalAlpha = 1;
    }
  }

  readout() {
    const event = this.hover !== null && this.data[this.hover] ? this.data[this.hover] : this.data.at(-1);
    const words = [];
    this.series.forEach((s, i) => {
      let value = event?.[s.key];
      if (!Number.isFinite(value) && this.hover === null)
        for (let j = this.data.length - 1; j >= 0 && !Number.isFinite(value); j--) value = this.data[j][s.key];
      put(this.values[i], number(value));
      words.push(`${s.name} ${number(value)}`);
    });
    put(this.at, this.hover === null || !event ? '' : `${count(event[IMAGES])} ${this.unit}`);
    this.canvas.setAttribute('aria-label', `${this.title}: ${words.join(', ')}`);
  }
}

function ticks(low, high, log) {
  if (log && high - low >= 1) {
    const found = [];
    const step = Math.max(1, Math.ceil((high - low) / 4));
    for (let at = Math.ceil(low); at <= high; at += step) found.push(at);
    return found;
  }
  const rough = (high - low) / 3.5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step / 1e6; at += step)
    found.push(Math.abs(at) < step / 1e6 ? 0 : at);
  return found;
}

function label(value) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1000) return short(value);
  if (size < 0.001) return value.toExponential(0);
  return String(Number(value.toPrecision(3)));
}

export function short(value) {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))} M`;
  if (value >= 1e4) return `${Number((value / 1e3).toPrecision(3))} k`;
  return String(Math.round(value));
}

const KNOWN = new Set([IMAGES, ...Object.values(EVENT)]);
const HUES = ['--discriminator', '--generator', '--third', '--fourth'];

/** The charts that every run has. */
export function usual(unit = 'images') {
  const both = (discriminator, generator) => [
    { key: discriminator, name: 'discriminator', colour: '--discriminator' },
    { key: generator, name: 'generator', colour: '--generator' },
  ];
  const charts = [
    new Chart('Losses', both(EVENT.discriminatorLoss, EVENT.generatorLoss)),
    new Chart(
      'Probability of being real',
      [
        { key: EVENT.real, name: 'reals', colour: '--discriminator' },
        { key: EVENT.fake, name: 'fakes', colour: '--generator' },
      ],
      { low: 0, high: 1, guide: 0.5 },
    ),
    new Chart('Gradient norms', both(EVENT.discriminatorGradient, EVENT.generatorGradient), { log: true }),
    new Chart(unit === 'images' ? 'Images per second' : 'Samples per second', [
      { key: EVENT.speed, name: 'speed', colour: '--third' },
    ]),
  ];
  charts.forEach((chart) => {
    chart.unit = unit;
  });
  return charts;
}

/** Names of further numbers in events: metrics. */
export function metrics(events) {
  const names = new Set();
  for (const event of events)
    for (const [key, value] of Object.entries(event)) if (!KNOWN.has(key) && Number.isFinite(value)) names.add(key);
  return [...names];
}

/** The name of a number in events, in words. */
export const spoken = (key) =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());

export const metricChart = (key, i) =>
  new Chart(spoken(key), [{ key, name: spoken(key).toLowerCase(), colour: HUES[(i + 2) % HUES.length] }]);
