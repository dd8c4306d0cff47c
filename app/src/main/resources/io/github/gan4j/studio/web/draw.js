// Draw two-dimensional data with mouse or keyboard, and train a generator on it.
import { runPage } from './address.js';
import { post } from './api.js';
import { colour, dot, repaint, straight, surface } from './canvas.js';
import { complain } from './dialog.js';
import { button, field, h, options, put, range } from './dom.js';
import { pointsOf, SHAPE_NAMES, withinSquare } from './shapes.js';

const MOST = 8000;
const FEWEST = 20;
const NOTHING = 'Nothing drawn yet: draw in the square, or choose a shape.';
const HELP = 'press and drag to draw, or move the cross with the arrow keys and press the space bar';
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const STRIDE = 0.05;
const LEARN = { class: 'primary', id: 'learn', disabled: true };

export async function show(page) {
  page.title('Draw');
  const brush = range({ min: 0, max: 0.2, step: 0.01, value: 0.04, id: 'brush' });
  const minutes = h('input', { type: 'number', min: 0.05, step: 'any', value: 1, id: 'draw-minutes' });
  const counter = h('output', { class: 'small faint', 'aria-live': 'polite' }, NOTHING);
  const learn = button('Learn this', () => start(page, learn, drawing.points, minutes.value), LEARN);
  const drawing = new Drawing(
    () => Number(brush.value),
    (count) => {
      learn.disabled = count < FEWEST;
      put(counter, count ? `${count} points${count >= MOST ? ' (the maximum)' : ''}` : NOTHING);
    },
  );
  const shapes = h(
    'select',
    { id: 'shape', onchange: () => choose(shapes.value) },
    h('option', { value: '' }, 'choose…'),
    options(SHAPE_NAMES),
  );
  // the list says what to draw next, not what is drawn: that may have changed since
  const choose = (name) => {
    drawing.replace(pointsOf(name));
    shapes.value = '';
  };
  const clear = button('Clear', () => drawing.replace([]), { id: 'clear' });
  const tools = [field('Brush width', brush), field('Ready-made shape', shapes), field('Minutes', minutes), counter];
  const intro =
    'Draw where the data should lie. A generator then learns to put its points there, and you can watch and steer it.';
  page.root.append(
    h('div', { class: 'head' }, h('h1', {}, 'Draw')),
    h('p', { class: 'faint' }, intro),
    h(
      'div',
      { class: 'columns draw' },
      h('div', { class: 'panel' }, drawing.canvas),
      h('div', { class: 'panel stack' }, tools, h('div', { class: 'row' }, learn, clear)),
    ),
  );
  page.onLeave(drawing.close);
}

async function start(page, learn, points, minutes) {
  learn.disabled = true;
  const rounded = points.map((point) => point.map((at) => Number(at.toFixed(4))));
  try {
    const answer = await post('/api/runs', { points: rounded, minutes });
    if (page.isShown) location.hash = runPage(answer.name);
  } catch (failure) {
    complain(failure);
    learn.disabled = false;
  }
}

/** Points drawn by hand in the square from -1 to 1. */
class Drawing {
  points = [];
  cross = null;
  last = null;

  /**
   * @param width returns the radius of the brush
   * @param changed called with the number of points
   */
  constructor(width, changed) {
    Object.assign(this, { width, changed });
    const label = `an empty plane; ${HELP}`;
    const attributes = {
      class: 'scene square drawing',
      tabIndex: 0,
      role: 'application',
      id: 'drawing',
      'aria-label': label,
    };
    this.canvas = h('canvas', attributes);
    this.listen();
    this.close = repaint(this.canvas, () => this.paint());
  }

  listen() {
    const on = (kind, handle) => this.canvas.addEventListener(kind, handle);
    on('pointerdown', (event) => this.press(event));
    on('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'])
      on(end, () => {
        this.last = null;
      });
    on('keydown', (event) => this.type(event));
    on('blur', () => {
      this.cross = null;
      this.paint();
    });
  }

  replace(points) {
    this.points = points;
    this.show();
  }

  press(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.last = this.place(event);
    this.spray(this.last, 8);
    event.preventDefault();
    this.show();
  }

  drag(event) {
    if (!this.last) return;
    const [x0, y0] = this.last;
    const [x1, y1] = this.place(event);
    const steps = Math.max(1, Math.round(Math.hypot(x1 - x0, y1 - y0) / 0.02));
    for (let i = 1; i <= steps; i++) this.spray([x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps], 4);
    this.last = [x1, y1];
    this.show();
  }

  type(event) {
    const way = ARROWS[event.key];
    if (!way && event.key !== ' ') return;
    event.preventDefault();
    this.cross ??= [0, 0];
    if (way) this.cross = this.cross.map((at, axis) => withinSquare(at + way[axis] * STRIDE));
    if (event.key === ' ' || event.shiftKey) this.spray(this.cross, 12);
    this.show();
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2];
  }

  /** Adds random points within the brush. */
  spray([x, y], count) {
    for (let i = 0; i < count && this.points.length < MOST; i++) {
      const angle = Math.random() * 2 * Math.PI;
      const distance = Math.sqrt(Math.random()) * this.width();
      this.points.push([x + distance * Math.cos(angle), y + distance * Math.sin(angle)].map(withinSquare));
    }
  }

  show() {
    this.changed(this.points.length);
    this.canvas.setAttribute('aria-label', `a plane with ${this.points.length} points; ${HELP}`);
    requestAnimationFrame(() => this.paint());
  }

  paint() {
    const paper = surface(this.canvas);
    if (!paper) return;
    const { pen, width, height } = paper;
    const at = ([x, y]) => [((x + 1) / 2) * width, ((1 - y) / 2) * height];
    pen.lineWidth = 1;
    pen.strokeStyle = colour('--line');
    for (let share = 1 / 8; share < 1; share += 1 / 8) {
      straight(pen, share * width, 0, share * width, height);
      straight(pen, 0, share * height, width, share * height);
    }
    pen.fillStyle = colour('--discriminator');
    for (const point of this.points) dot(pen, ...at(point), 1.8);
    if (this.cross) this.paintCross(pen, ...at(this.cross));
  }

  paintCross(pen, x, y) {
    pen.strokeStyle = colour('--ink');
    straight(pen, x - 9, y, x + 9, y);
    straight(pen, x, y - 9, x, y + 9);
  }
}
