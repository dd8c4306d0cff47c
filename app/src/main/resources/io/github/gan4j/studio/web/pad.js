// A square to draw a digit on, with mouse, finger or keys.
import { button, field, h, put, range } from './dom.js';
import { several } from './format.js';

/** Pixels a side of what is drawn. */
const SIDE = 280;
const STRIDE = SIDE / 40;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HELP =
  'press and drag to draw, or move the cross with the arrow keys; the space bar puts the pen down and lifts it';
/** The longer side of a digit of MNIST, as a share of the image. */
const MNIST_SHARE = 20 / 28;
const INKS = { light: 'white on black', dark: 'black on white' };

export class Pad {
  lines = [];
  cross = null;
  isDown = false;

  /** @param drawn called with the drawing as a PNG after each change; undefined while nothing is drawn */
  constructor(page, drawn) {
    this.drawn = drawn;
    this.canvas = h('canvas', { class: 'pad', tabIndex: 0, role: 'application', id: 'pad', width: SIDE, height: SIDE });
    this.pen = range({ min: 8, max: 48, step: 1, value: 24, id: 'pen' });
    this.ink = h(
      'select',
      { id: 'ink' },
      Object.entries(INKS).map(([value, words]) => h('option', { value }, words)),
    );
    this.middle = h('input', { type: 'checkbox', id: 'middle', checked: true });
    this.how = h('p', { class: 'small faint', id: 'pad-how' });
    const undo = button('Undo', () => this.undo(), { id: 'undo' });
    const clear = button('Clear', () => this.clear(), { id: 'clear' });
    const options = h('div', { class: 'pad-options' }, [
      field('Pen', this.pen),
      field('Ink', this.ink),
      h('label', { class: 'tick small' }, this.middle, 'centre and scale the drawing'),
      h('div', { class: 'row' }, undo, clear),
    ]);
    const drawing = h('div', { class: 'drawing-place' }, this.canvas, options);
    const attributes = { class: 'panel stack', 'aria-label': 'drawing' };
    this.node = h('section', attributes, h('h2', {}, 'Draw'), drawing, this.how);
    this.listen(page);
    this.show();
  }

  listen(page) {
    const on = (kind, handle) => this.canvas.addEventListener(kind, handle);
    on('pointerdown', (event) => this.press(event));
    on('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel']) on(end, () => this.lift());
    on('keydown', (event) => this.type(event));
    on('blur', () => {
      this.cross = null;
      this.lift();
      this.paint();
    });
    this.ink.addEventListener('change', () => {
      this.isChosen = true;
      this.show();
    });
    this.middle.addEventListener('change', () => this.show());
    page.onLeave(() => {
      this.isLeft = true;
    });
  }

  /** Inks as the data does, unless somebody chose. */
  offer(isDark) {
    if (this.isChosen) return;
    this.ink.value = isDark ? 'light' : 'dark';
    this.show();
  }

  undo() {
    this.lines.pop();
    this.show();
  }

  clear() {
    this.lines = [];
    this.show();
  }

  begin(place) {
    this.isDown = true;
    this.lines.push({ width: Number(this.pen.value), points: [place] });
    this.show();
  }

  lift() {
    this.isDown = false;
    this.label();
  }

  press(event) {
    this.canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.canvas.focus();
    this.cross = null;
    this.begin(this.place(event));
  }

  drag(event) {
    if (!this.isDown || this.cross) return;
    this.lines.at(-1).points.push(this.place(event));
    this.show();
  }

  type(event) {
    const way = ARROWS[event.key];
    if (!way && event.key !== ' ') return;
    event.preventDefault();
    this.cross ??= [SIDE / 2, SIDE / 2];
    if (event.key === ' ') {
      if (this.isDown) this.lift();
      else this.begin(this.cross);
    } else {
      this.cross = this.cross.map((at, axis) => Math.max(0, Math.min(SIDE, at + way[axis] * STRIDE)));
      if (this.isDown) this.lines.at(-1).points.push(this.cross);
    }
    this.show();
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  }

  show() {
    this.paint();
    this.label();
    put(this.how, this.describe());
    this.send();
  }

  label() {
    const strokes = this.lines.length;
    const state = strokes ? several(strokes, 'stroke') : 'nothing drawn yet';
    const pen = this.isDown ? 'down' : 'up';
    this.canvas.setAttribute('aria-label', `a square to draw on, ${state}, pen ${pen}; ${HELP}`);
  }

  describe() {
    if (!this.lines.length) return `Nothing drawn yet: ${HELP}.`;
    const moved = this.middle.checked
      ? ', its strokes moved to the middle and scaled so that the longer side is 20/28 of the image'
      : '';
    return `Drawn on ${SIDE} × ${SIDE} pixels${moved}.`;
  }

  /** One drawing at a time becomes a file; of those made meanwhile, the newest. */
  async send() {
    if (this.isSending) {
      this.isStale = true;
      return;
    }
    this.isSending = true;
    do {
      this.isStale = false;
      const file = this.lines.length ? await this.file() : undefined;
      if (!this.isLeft && (file || this.wasSent)) this.drawn(file);
      this.wasSent = Boolean(file);
    } while (this.isStale);
    this.isSending = false;
  }

  file() {
    const paper = h('canvas', { width: SIDE, height: SIDE });
    draw(paper, this.lines, this.ink.value === 'light', this.middle.checked ? centred(this.lines) : undefined);
    return new Promise((resolve) => {
      paper.toBlob(resolve, 'image/png');
    });
  }

  paint() {
    const isLight = this.ink.value === 'light';
    const pen = draw(this.canvas, this.lines, isLight);
    if (!this.cross) return;
    const [x, y] = this.cross;
    pen.lineWidth = 2;
    pen.strokeStyle = isLight ? '#ff9f5a' : '#d9480f';
    pen.beginPath();
    for (const [dx, dy] of [
      [12, 0],
      [0, 12],
    ]) {
      pen.moveTo(x - dx, y - dy);
      pen.lineTo(x + dx, y + dy);
    }
    pen.stroke();
  }
}

/** Lines on a square; `put` moves points. */
function draw(canvas, lines, isLight, put = (point) => point) {
  const pen = canvas.getContext('2d');
  pen.fillStyle = isLight ? '#000' : '#fff';
  pen.fillRect(0, 0, SIDE, SIDE);
  pen.strokeStyle = isLight ? '#fff' : '#000';
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { width, points } of lines) {
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(...put(points[0]));
    for (const point of points) pen.lineTo(...put(point));
    pen.stroke();
  }
  return pen;
}

/** Moves the strokes to the middle, as large as digits of MNIST are; the pen keeps its width. */
function centred(lines) {
  const points = lines.flatMap((line) => line.points);
  const width = Math.max(...lines.map((line) => line.width));
  const [left, top] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
  const longer = Math.max(right - left, bottom - top);
  const scale = longer > 0 ? (MNIST_SHARE * SIDE - width) / longer : 1;
  const middle = [(left + right) / 2, (top + bottom) / 2];
  return (point) => point.map((at, axis) => (at - middle[axis]) * scale + SIDE / 2);
}
