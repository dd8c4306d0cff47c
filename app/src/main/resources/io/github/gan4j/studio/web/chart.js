// One chart: curves with a cursor, zoom and legend that all charts of a group share.

import { tickLabels, ticks } from './axis.js';
import { colour, SMALL_PRINT } from './canvas.js';
import { column, extent, nearestValue, smoothed } from './curves.js';
import { save } from './dom.js';
import { count, digits, duration, number, several } from './format.js';
import { html, nothing, render } from './html.js';
import uPlot from './lib/uplot/dist/uPlot.esm.js';
import { THEME_CHANGED } from './theme.js';
import { meaning, term } from './words.js';

const MOST_DOTS = 24;
/** Charts this far above or below the window are drawn as well, so that nobody scrolls to an empty one. */
const NEAR = '300px 0px';
const LABEL_WIDTH = 54;

export class Chart {
  /**
   * @param group settings that all charts share: `axis` (key and unit of x), `smoothing`, `zoom`, `marks`, `hidden`,
   *     `changed`
   * @param spec title, word (of the glossary), series [{ key, name, colour, dash, look, spread }], log, low, high,
   *     guide, isLarge
   */
  constructor(group, spec) {
    // where charts show the same series, these are hidden in all of them
    const hidden = group.hidden ?? new Set();
    Object.assign(this, { group, spec, isLog: Boolean(spec.log), hidden, events: [], index: null });
    this.node = document.createElement('figure');
    this.node.className = `panel plot${spec.isLarge ? ' large' : ''}`;
    this.canvas = document.createElement('div');
    Object.assign(this.canvas, { className: 'chart', tabIndex: 0, role: 'img' });
    this.canvas.addEventListener('keydown', (press) => this.press(press));
    this.drawFrame();
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(this.canvas);
    this.sights = new IntersectionObserver((news) => this.see(news.at(-1).isIntersecting), { rootMargin: NEAR });
    this.sights.observe(this.canvas);
    this.recolour = () => this.repaint();
    this.print = () => this.paint();
    window.addEventListener(THEME_CHANGED, this.recolour);
    window.addEventListener('beforeprint', this.print);
  }

  /** Hears whether the chart is in the window, or nearly. */
  see(isSeen) {
    this.isSeen = isSeen;
    if (isSeen) this.paint();
  }

  /** Draws the same curves, with what is marked on them. */
  repaint() {
    if (this.isSeen) this.plot?.redraw(false);
  }

  show(events) {
    this.events = events;
    this.draw();
  }

  /** Reads the events, and draws their curves if they are seen: drawing takes time from a training on this machine. */
  draw() {
    const { key } = this.group.axis;
    // events of several runs come one run after the other
    this.rows = this.events.filter((event) => Number.isFinite(event[key])).sort((a, b) => a[key] - b[key]);
    const xs = this.rows.map((event) => event[key]);
    this.columns = this.spec.series.map((one) => column(this.rows, one.key, this.isLog));
    const { smoothing } = this.group;
    this.lines = smoothing ? this.columns.map((values) => smoothed(values, smoothing)) : this.columns;
    this.xs = xs;
    if (this.isSeen) this.paint();
    else this.drawFrame();
  }

  /** Draws the curves, if the page has room for them. */
  paint() {
    if (!this.canvas.clientWidth || !this.lines) return;
    const { xs, group } = this;
    this.plot ??= new uPlot(this.options(), [[], ...this.spec.series.flatMap(() => [[], []])], this.canvas);
    this.plot.setData(
      [xs, ...this.columns.flatMap((values, i) => [group.smoothing ? values : [], this.lines[i]])],
      false,
    );
    const [min, max] = this.window(xs);
    this.plot.setScale('x', { min, max });
    this.showHidden();
  }

  window(xs) {
    if (this.group.zoom) return this.group.zoom;
    const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 1];
    return last > first ? [first, last] : [first - 1, first + 1];
  }

  options() {
    const grid = { stroke: () => colour('--line'), width: 1 };
    const axis = { stroke: () => colour('--faint'), font: SMALL_PRINT, grid, ticks: { ...grid, size: 4 } };
    const split = (log) => (plot, i, min, max) =>
      ticks(min, max, { log, wanted: i ? plot.height / 42 : plot.width / 110 });
    const series = this.spec.series.flatMap((one, i) => [this.line(one, i, 1, 0.28), this.line(one, i, 1.9, 1)]);
    return {
      ...this.size(),
      legend: { show: false },
      padding: [8, 22, 0, 0],
      scales: {
        x: { time: false },
        y: { distr: this.isLog ? 3 : 1, range: () => this.extent() },
      },
      axes: [
        { ...axis, size: 30, splits: split(false), values: (_, marks) => tickLabels(marks) },
        {
          ...axis,
          size: LABEL_WIDTH,
          splits: split(this.isLog),
          filter: (_, marks) => marks,
          values: (_, marks) => tickLabels(marks),
        },
      ],
      series: [{}, ...series],
      cursor: {
        sync: { key: this.group.key, setSeries: false, scales: ['x', null] },
        drag: { x: true, y: false, setScale: false },
        points: { size: 7 },
        y: false,
      },
      hooks: {
        setCursor: [(plot) => this.look(plot.cursor.idx)],
        setSelect: [(plot) => this.zoom(plot)],
        drawAxes: [(plot) => this.drawMarks(plot)],
        draw: [(plot) => this.drawSpreads(plot), () => this.drawFrame()],
        ready: [(plot) => plot.over.addEventListener('dblclick', () => this.group.changed({ zoom: undefined }))],
      },
    };
  }

  line(one, i, width, alpha) {
    const isShown = (plot, index) => plot.data[index].filter(Number.isFinite).length <= MOST_DOTS && width > 1;
    return {
      stroke: () => colour(one.colour),
      width,
      alpha,
      dash: one.dash,
      points: { show: isShown, size: 5, fill: () => colour(one.colour) },
      show: !this.hidden.has(i),
    };
  }

  extent() {
    const [min, max] = this.plot ? this.window(this.plot.data[0]) : [0, 1];
    const isSeen = this.rows.map((event) => event[this.group.axis.key] >= min && event[this.group.axis.key] <= max);
    const seen = this.lines.filter((_, i) => !this.hidden.has(i)).map((values) => values.filter((_, at) => isSeen[at]));
    const { range, outside } = extent(seen, { ...this.spec, log: this.isLog });
    this.outside = outside;
    return range;
  }

  size() {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  resize() {
    if (this.canvas.clientWidth) this.plot?.setSize(this.size());
  }

  zoom(plot) {
    const { left, width } = plot.select;
    if (width < 6) return;
    const zoom = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
    plot.setSelect({ left: 0, width: 0 }, false);
    this.group.changed({ zoom });
  }

  look(index) {
    if (index === this.index) return;
    this.index = index ?? null;
    this.drawFrame();
  }

  press(press) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[press.key];
    if (!way || !this.plot || !this.rows.length) return;
    press.preventDefault();
    const last = this.rows.length - 1;
    const to = Math.max(0, Math.min(last, (this.index ?? last) + way * Math.ceil(this.rows.length / 60)));
    const left = this.plot.valToPos(this.plot.data[0][to], 'x');
    this.plot.setCursor({ left, top: 1 });
  }

  /** A guide line, and upright lines at what happened and at the picture that is shown. */
  drawMarks(plot) {
    const { ctx, bbox } = plot;
    const upright = (value, stroke, dash) => {
      const x = plot.valToPos(value, 'x', true);
      if (x >= bbox.left && x <= bbox.left + bbox.width)
        stretch([x, bbox.top, x, bbox.top + bbox.height], stroke, dash);
    };
    const stretch = ([x0, y0, x1, y1], stroke, dash) => {
      ctx.save();
      ctx.strokeStyle = colour(stroke);
      ctx.setLineDash(dash);
      ctx.beginPath();
      ctx.moveTo(x0, y0);
      ctx.lineTo(x1, y1);
      ctx.stroke();
      ctx.restore();
    };
    if (this.spec.guide !== undefined) {
      const y = plot.valToPos(this.spec.guide, 'y', true);
      if (y >= bbox.top && y <= bbox.top + bbox.height)
        stretch([bbox.left, y, bbox.left + bbox.width, y], '--faint', [5, 5]);
    }
    for (const { at, colour: stroke, dash } of this.group.marksOn(this.events)) upright(at, stroke, dash);
  }

  /** Upright lines from the low to the high end of what values may be, where a series has these, beside each other. */
  drawSpreads(plot) {
    const spread = this.spec.series.map((one, i) => ({ ...one, i })).filter((one) => one.spread);
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = devicePixelRatio * 1.5;
    spread.forEach(({ spread: [low, high], colour: stroke, i }, place) => {
      if (this.hidden.has(i)) return;
      ctx.strokeStyle = colour(stroke);
      ctx.beginPath();
      for (const row of this.rows.filter((one) => Number.isFinite(one[low]))) {
        const beside = (place - (spread.length - 1) / 2) * 3 * devicePixelRatio;
        const x = plot.valToPos(row[this.group.axis.key], 'x', true) + beside;
        ctx.moveTo(x, plot.valToPos(row[low], 'y', true));
        ctx.lineTo(x, plot.valToPos(row[high], 'y', true));
      }
      ctx.stroke();
    });
    ctx.restore();
  }

  /** Title, sentence, legend with values, and what can be done with the chart. */
  drawFrame() {
    render(frame(this), this.node);
  }

  /** The value of a series under the cursor, or the latest one. */
  valueOf(i) {
    const values = this.columns?.[i] ?? [];
    if (this.index === null) return values.findLast(Number.isFinite);
    // of several runs some end before others
    const isOver = this.group.areMany && this.index > values.findLastIndex(Number.isFinite);
    return isOver ? undefined : nearestValue(values, this.index);
  }

  toggle(i) {
    if (this.hidden.has(i)) this.hidden.delete(i);
    else this.hidden.add(i);
    if (this.group.hidden) this.group.changed({});
    else this.showHidden();
  }

  showHidden() {
    for (let i = 0; i < this.spec.series.length; i++)
      for (const line of [2 * i + 1, 2 * i + 2]) {
        const show = !this.hidden.has(i);
        if (this.plot && this.plot.series[line].show !== show) this.plot.setSeries(line, { show });
      }
    this.drawFrame();
  }

  toggleLog() {
    this.isLog = !this.isLog;
    this.plot?.destroy();
    this.plot = undefined;
    this.draw();
  }

  async savePng() {
    this.paint();
    const { canvas } = this.plot.ctx;
    const whole = document.createElement('canvas');
    Object.assign(whole, { width: canvas.width, height: canvas.height });
    const pen = whole.getContext('2d');
    pen.fillStyle = colour('--panel');
    pen.fillRect(0, 0, whole.width, whole.height);
    pen.drawImage(canvas, 0, 0);
    save(await new Promise((taken) => whole.toBlob(taken)), `${this.spec.title}.png`);
  }

  saveCsv() {
    const { key } = this.group.axis;
    const heads = [key, ...this.spec.series.map((one) => one.name)];
    const rows = this.rows.map((event, at) => [event[key], ...this.columns.map((values) => values[at] ?? '')]);
    const quoted = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
    const lines = [heads, ...rows].map((row) => row.map(quoted).join(','));
    save(new Blob([`${lines.join('\n')}\n`], { type: 'text/csv' }), `${this.spec.title}.csv`);
  }

  close() {
    this.sizes.disconnect();
    this.sights.disconnect();
    window.removeEventListener(THEME_CHANGED, this.recolour);
    window.removeEventListener('beforeprint', this.print);
    this.plot?.destroy();
  }
}

function frame(chart) {
  const { spec } = chart;
  const words = spec.series.map((one, i) => `${one.name} ${number(chart.valueOf(i))}`);
  chart.canvas.setAttribute('aria-label', `${spec.title}: ${words.join(', ')}`);
  const tool = (label, act, sign, isPressed = nothing) => html`
    <button type="button" class="quiet small" title=${label} aria-label="${label}: ${spec.title}"
      aria-pressed=${isPressed}
      @click=${act}>${sign}</button>`;
  return html`
    <figcaption>
      <div class="row between nowrap">
        <h3>${meaning(spec.word) ? term(spec.word, spec.title) : spec.title}</h3>
        <span class="row tight nowrap chart-tools">
          ${tool('Logarithmic axis', () => chart.toggleLog(), 'log', chart.isLog)}
          ${tool('Full screen', () => chart.node.requestFullscreen(), 'full')}
          ${tool('Picture (PNG)', () => chart.savePng(), 'PNG')}
          ${tool('Numbers (CSV)', () => chart.saveCsv(), 'CSV')}
        </span>
      </div>
      ${reading(spec.word)}
    </figcaption>
    ${chart.canvas}
    <div class="row between legend">
      <span class="row tight">${spec.series.map((one, i) => legendEntry(chart, one, i))}</span>
      <span class="place">${place(chart)}</span>
    </div>`;
}

/** What to read in the chart, once the glossary is there. */
function reading(word) {
  const entry = meaning(word);
  return entry ? html`<p class="small faint">${entry.reading || entry.means}</p>` : nothing;
}

function legendEntry(chart, one, i) {
  const isShown = !chart.hidden.has(i);
  if (!chart.columns?.[i].some(Number.isFinite) && chart.rows?.length) return nothing;
  return html`
    <button type="button" class="quiet small key ${one.look ?? ''} ${isShown ? '' : 'off'}"
      aria-pressed=${isShown} data-word=${one.key}
      title=${isShown ? 'hide' : 'show'} .style=${`--key: var(${one.colour})`} @click=${() => chart.toggle(i)}
      >${one.name}&nbsp;<span class="value">${number(chart.valueOf(i))}</span></button>`;
}

/** Where the cursor is, or how many values lie outside the axis. */
function place(chart) {
  const { axis } = chart.group;
  if (chart.index !== null && chart.rows?.[chart.index]) {
    const at = chart.rows[chart.index][axis.key];
    if (axis.isFine) return `${axis.unit} ${digits(at, 3)}`;
    return axis.isTime ? duration(at) : `${count(at)} ${axis.unit}`;
  }
  if (chart.outside) return `${several(chart.outside, 'value')} outside the axis`;
  return '';
}
