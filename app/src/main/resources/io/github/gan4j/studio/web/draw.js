// Draw data of two dimensions with the mouse or the keyboard, and let a generator learn it.

import { post } from './api.js';
import { h, put, toast } from './dom.js';

const MOST = 8000;

export async function show(main) {
  const points = [];
  const canvas = h('canvas', {
    class: 'scene square drawing',
    tabindex: '0',
    role: 'img',
    id: 'drawing',
    'aria-label':
      'an empty plane; press and drag to draw, or move the cross with the arrow keys and press the space bar',
  });
  const size = h('input', { type: 'range', min: '0', max: '0.2', step: '0.01', value: '0.04', id: 'brush' });
  const minutes = h('input', { type: 'number', min: '0.05', step: 'any', value: '1', id: 'draw-minutes' });
  const counter = h('output', { class: 'small faint', 'aria-live': 'polite' }, 'nothing drawn yet');
  const go = h(
    'button',
    { type: 'button', class: 'primary', id: 'learn', disabled: true, onclick: learn },
    'Learn this',
  );
  const shapes = h(
    'select',
    { id: 'shape', 'aria-label': 'a ready shape', onchange: ready },
    h('option', { value: '' }, 'ready shapes…'),
    ['ring', 'two moons', 'cross', 'eight spots'].map((s) => h('option', { value: s }, s)),
  );
  main.append(
    h('div', { class: 'head' }, h('h1', {}, 'Draw')),
    h(
      'p',
      { class: 'faint' },
      'Draw where data shall lie. A generator then learns to put its points there, and you can watch and steer it.',
    ),
    h(
      'div',
      { class: 'columns draw' },
      h('div', { class: 'panel' }, canvas),
      h(
        'div',
        { class: 'panel stack' },
        h('label', { class: 'field' }, 'Width of the brush', size),
        shapes,
        h('label', { class: 'field' }, 'Minutes', minutes),
        counter,
        h(
          'div',
          { class: 'row' },
          go,
          h(
            'button',
            {
              type: 'button',
              onclick: () => {
                points.length = 0;
                changed();
              },
            },
            'Clear',
          ),
        ),
      ),
    ),
  );

  let cross = null,
    last = null;
  const spray = (x, y, n = 4) => {
    for (let i = 0; i < n && points.length < MOST; i++) {
      const angle = Math.random() * 2 * Math.PI,
        far = Math.sqrt(Math.random()) * Number(size.value);
      points.push([clamp(x + far * Math.cos(angle)), clamp(y + far * Math.sin(angle))]);
    }
  };
  const place = (e) => {
    const box = canvas.getBoundingClientRect();
    return [((e.clientX - box.left) / box.width) * 2 - 1, 1 - ((e.clientY - box.top) / box.height) * 2];
  };
  canvas.addEventListener('pointerdown', (e) => {
    canvas.setPointerCapture(e.pointerId);
    last = place(e);
    spray(...last, 8);
    changed();
    e.preventDefault();
  });
  canvas.addEventListener('pointermove', (e) => {
    if (!last) return;
    const now = place(e),
      way = Math.hypot(now[0] - last[0], now[1] - last[1]),
      steps = Math.max(1, Math.round(way / 0.02));
    for (let i = 1; i <= steps; i++)
      spray(last[0] + ((now[0] - last[0]) * i) / steps, last[1] + ((now[1] - last[1]) * i) / steps);
    last = now;
    changed();
  });
  for (const end of ['pointerup', 'pointercancel'])
    canvas.addEventListener(end, () => {
      last = null;
    });
  canvas.addEventListener('keydown', (e) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
    if (!way && e.key !== ' ') return;
    e.preventDefault();
    cross ||= [0, 0];
    if (way) cross = [clamp(cross[0] + way[0] * 0.05), clamp(cross[1] + way[1] * 0.05)];
    if (e.key === ' ' || e.shiftKey) spray(...cross, 12);
    changed();
  });
  canvas.addEventListener('blur', () => {
    cross = null;
    paint();
  });

  function ready() {
    points.length = 0;
    const noise = () => (Math.random() + Math.random() - 1) * 0.05;
    for (let i = 0; i < 600; i++) {
      const t = (i / 600) * 2 * Math.PI,
        s = Math.random() * Math.PI;
      const [x, y] = {
        ring: () => [0.7 * Math.cos(t), 0.7 * Math.sin(t)],
        'two moons': () =>
          i % 2
            ? [0.55 * Math.cos(s) - 0.25, 0.6 * Math.sin(s) - 0.15]
            : [0.25 - 0.55 * Math.cos(s), 0.15 - 0.6 * Math.sin(s)],
        cross: () => (i % 2 ? [1.4 * Math.random() - 0.7, 0] : [0, 1.4 * Math.random() - 0.7]),
        'eight spots': () => [
          0.7 * Math.cos((Math.floor(i % 8) * Math.PI) / 4),
          0.7 * Math.sin((Math.floor(i % 8) * Math.PI) / 4),
        ],
      }[shapes.value]?.() ?? [0, 0];
      if (shapes.value) points.push([clamp(x + noise()), clamp(y + noise())]);
    }
    changed();
  }

  function changed() {
    go.disabled = points.length < 20;
    const words = points.length
      ? `${points.length} points${points.length >= MOST ? ', which is the most' : ''}`
      : 'nothing drawn yet';
    put(counter, words);
    canvas.setAttribute(
      'aria-label',
      `a plane with ${points.length} points; press and drag to draw, or move the cross with the arrow keys and press the space bar`,
    );
    requestAnimationFrame(paint);
  }

  function paint() {
    const box = canvas.getBoundingClientRect(),
      ratio = window.devicePixelRatio || 1;
    if (!box.width) return;
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    const pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement);
    pen.strokeStyle = style.getPropertyValue('--line');
    for (let i = 1; i < 8; i++) {
      const at = i / 8;
      pen.beginPath();
      pen.moveTo(at * box.width, 0);
      pen.lineTo(at * box.width, box.height);
      pen.moveTo(0, at * box.height);
      pen.lineTo(box.width, at * box.height);
      pen.stroke();
    }
    pen.fillStyle = style.getPropertyValue('--discriminator');
    for (const [x, y] of points) {
      pen.beginPath();
      pen.arc(((x + 1) / 2) * box.width, ((1 - y) / 2) * box.height, 1.8, 0, 7);
      pen.fill();
    }
    if (cross) {
      const x = ((cross[0] + 1) / 2) * box.width,
        y = ((1 - cross[1]) / 2) * box.height;
      pen.strokeStyle = style.getPropertyValue('--ink');
      pen.beginPath();
      pen.moveTo(x - 9, y);
      pen.lineTo(x + 9, y);
      pen.moveTo(x, y - 9);
      pen.lineTo(x, y + 9);
      pen.stroke();
    }
  }

  async function learn() {
    go.disabled = true;
    try {
      const answer = await post('/api/runs', {
        points: points.map(([x, y]) => [Number(x.toFixed(4)), Number(y.toFixed(4))]),
        minutes: minutes.value,
      });
      location.hash = `#/run/${encodeURIComponent(answer.name)}`;
    } catch (failure) {
      toast(failure.message, 'error');
      go.disabled = false;
    }
  }
  const resize = new ResizeObserver(paint);
  resize.observe(canvas);
  window.addEventListener('themechange', paint);
  return () => {
    resize.disconnect();
    window.removeEventListener('themechange', paint);
  };
}

const clamp = (v) => Math.max(-1, Math.min(1, v));
