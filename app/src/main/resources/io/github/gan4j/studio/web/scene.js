// A game of points, drawn as it stands: on a line or in a plane.

import { get, run as path } from './api.js';
import { count, fill, h, put } from './dom.js';
import { IMAGES } from './names.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function surface(canvas) {
  const box = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(box.width * ratio)),
    height = Math.max(1, Math.round(box.height * ratio));
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, box.width, box.height);
  return { pen, width: box.width, height: box.height };
}

function channels(text) {
  const hex = text.replace('#', '');
  return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
}

export function drawLine(canvas, scene) {
  const { pen, width, height } = surface(canvas);
  const x0 = 8,
    x1 = width - 8,
    y0 = 10,
    y1 = height - 22;
  const n = scene.density.length;
  const top = 1.35 * Math.max(...scene.density);
  const x = (i) => x0 + (i / (n - 1)) * (x1 - x0);
  const y = (value, most) => y1 - Math.min(value / most, 1.05) * (y1 - y0);
  pen.fillStyle = colour('--generator');
  pen.globalAlpha = 0.4;
  const each = (x1 - x0) / scene.bars.length;
  scene.bars.forEach((bar, i) => pen.fillRect(x0 + i * each + 0.5, y(bar, top), each - 1, y1 - y(bar, top)));
  pen.globalAlpha = 1;
  const curve = (values, most, style, dash = []) => {
    pen.strokeStyle = style;
    pen.lineWidth = 2;
    pen.setLineDash(dash);
    pen.beginPath();
    let drawing = false;
    values.forEach((v, i) => {
      if (v < 0) {
        drawing = false;
        return;
      }
      if (drawing) pen.lineTo(x(i), y(v, most));
      else pen.moveTo(x(i), y(v, most));
      drawing = true;
    });
    pen.stroke();
    pen.setLineDash([]);
  };
  curve(scene.density, top, colour('--discriminator'));
  curve(scene.ideal, 1, colour('--faint'), [4, 4]);
  if (scene.curve) curve(scene.curve, 1, colour('--fourth'));
  pen.strokeStyle = colour('--line');
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x0, y1 + 0.5);
  pen.lineTo(x1, y1 + 0.5);
  pen.stroke();
  pen.fillStyle = colour('--faint');
  pen.font = '11px system-ui, sans-serif';
  const step = 10 ** Math.floor(Math.log10((scene.right - scene.left) / 2));
  pen.textAlign = 'center';
  for (
    let at = Math.ceil(scene.left / step) * step;
    at <= scene.right;
    at += step * Math.max(1, Math.round((scene.right - scene.left) / step / 9))
  )
    pen.fillText(
      String(Number(at.toPrecision(3))),
      x0 + ((at - scene.left) / (scene.right - scene.left)) * (x1 - x0),
      height - 6,
    );
}

export function drawPlane(canvas, scene, show) {
  const { pen, width, height } = surface(canvas);
  const side = Math.min(width, height),
    reach = scene.reach;
  const left = (width - side) / 2,
    top = (height - side) / 2;
  const x = (v) => left + ((v / reach + 1) / 2) * side;
  const y = (v) => top + ((1 - v / reach) / 2) * side;
  pen.save();
  pen.beginPath();
  pen.rect(left, top, side, side);
  pen.clip();
  if (scene.map && show.map) {
    const cells = scene.cells;
    const image = new ImageData(cells, cells);
    const fake = channels(colour('--generator')),
      real = channels(colour('--discriminator')),
      even = channels(colour('--panel'));
    scene.map.forEach((p, i) => {
      const towards = p > 0.5 ? real : fake,
        share = Math.min(1, Math.abs(p - 0.5) * 2) * 0.55;
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = even[c] + (towards[c] - even[c]) * share;
      image.data[4 * i + 3] = 255;
    });
    const small = (drawPlane.small ||= document.createElement('canvas'));
    small.width = cells;
    small.height = cells;
    small.getContext('2d').putImageData(image, 0, 0);
    pen.imageSmoothingEnabled = true;
    pen.drawImage(small, left, top, side, side);
  }
  if (show.warp) warp(pen, scene, x, y);
  const dots = (points, style, size) => {
    pen.fillStyle = style;
    for (let i = 0; i < points.length; i += 2) {
      pen.beginPath();
      pen.arc(x(points[i]), y(points[i + 1]), size, 0, 7);
      pen.fill();
    }
  };
  if (show.reals) {
    pen.globalAlpha = 0.75;
    dots(scene.reals, colour('--discriminator'), 2.1);
  }
  if (show.fakes) {
    pen.globalAlpha = 0.9;
    dots(scene.fakes, colour('--generator'), 2.1);
  }
  pen.globalAlpha = 1;
  if (scene.arrows && show.arrows) arrows(pen, scene, x, y);
  pen.restore();
}

function warp(pen, scene, x, y) {
  const n = scene.lines,
    p = scene.warp;
  pen.strokeStyle = colour('--third');
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1;
  const line = (index) => {
    pen.beginPath();
    for (let i = 0; i < n; i++) {
      const at = index(i);
      if (i) pen.lineTo(x(p[2 * at]), y(p[2 * at + 1]));
      else pen.moveTo(x(p[2 * at]), y(p[2 * at + 1]));
    }
    pen.stroke();
  };
  for (let k = 0; k < n; k++) {
    line((i) => k * n + i);
    line((i) => i * n + k);
  }
  pen.globalAlpha = 1;
}

function arrows(pen, scene, x, y) {
  pen.strokeStyle = colour('--ink');
  pen.fillStyle = colour('--ink');
  pen.lineWidth = 1.2;
  pen.globalAlpha = 0.75;
  for (let i = 0; i < scene.arrows.length / 2; i++) {
    const dx = scene.arrows[2 * i],
      dy = -scene.arrows[2 * i + 1];
    const size = Math.hypot(dx, dy);
    if (size < 0.03) continue;
    const long = 6 + 20 * size,
      ux = dx / size,
      uy = dy / size;
    const fx = x(scene.fakes[2 * i]),
      fy = y(scene.fakes[2 * i + 1]),
      tx = fx + ux * long,
      ty = fy + uy * long;
    pen.beginPath();
    pen.moveTo(fx, fy);
    pen.lineTo(tx, ty);
    pen.stroke();
    pen.beginPath();
    pen.moveTo(tx + ux * 3, ty + uy * 3);
    pen.lineTo(tx - uy * 3 - ux * 2, ty + ux * 3 - uy * 2);
    pen.lineTo(tx + uy * 3 - ux * 2, ty - ux * 3 - uy * 2);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** The live view of a run of points; it asks only while the run goes on and the page is looked at. */
export function scene(name, card) {
  const canvas = h('canvas', { class: 'scene', role: 'img', 'aria-label': 'the game as it stands' });
  const title = h('h3', {}, 'The game as it stands');
  const moment = h('span', { class: 'small faint' });
  const legend = h('div', { class: 'legend' });
  const node = h(
    'figure',
    { class: 'panel stack', hidden: true },
    h('figcaption', { class: 'row between' }, title, moment),
    canvas,
    legend,
  );
  const show = { map: true, reals: true, fakes: true, arrows: true, warp: false };
  let latest,
    timer,
    closed = false,
    kind;

  function key(cls, text) {
    return h('span', { class: `key ${cls}` }, text);
  }
  function switches() {
    const names = {
      reals: 'reals',
      fakes: 'fakes',
      map: 'what D thinks',
      arrows: 'where D would push them',
      warp: 'warped latents',
    };
    fill(
      legend,
      Object.entries(names).map(([part, words]) => {
        const box = h('input', {
          type: 'checkbox',
          checked: show[part],
          onchange: () => {
            show[part] = box.checked;
            draw();
          },
        });
        return h(
          'label',
          { class: 'tick' },
          box,
          h(
            'span',
            { class: `key ${{ reals: 'discriminator', fakes: 'generator', warp: 'third' }[part] || 'none'}` },
            words,
          ),
        );
      }),
    );
  }

  function draw() {
    if (!latest) return;
    if (latest.kind !== kind) {
      kind = latest.kind;
      canvas.classList.toggle('square', kind === 'plane');
      if (kind === 'plane') switches();
      else
        fill(
          legend,
          key('discriminator', 'true density'),
          key('generator', 'generated'),
          latest.curve && key('fourth', latest.probability ? 'discriminator' : "discriminator's score, stretched"),
          key('faint', 'best discriminator'),
        );
    }
    if (kind === 'plane') drawPlane(canvas, latest, show);
    else drawLine(canvas, latest);
    put(moment, `${count(latest[IMAGES])} samples`);
    canvas.setAttribute('aria-label', describe(latest));
  }

  async function look() {
    clearTimeout(timer);
    if (closed) return;
    const going = ['running', 'paused'].includes(card().state) && card().steerable;
    node.hidden = !going && !latest;
    if (going && !document.hidden) {
      try {
        const now = await get(path(name, '/scene'));
        if (closed) return;
        node.hidden = !now.kind && !latest;
        if (now.kind && (!latest || now.step !== latest.step)) {
          latest = now;
          draw();
        }
      } catch {
        /* asked again below */
      }
    }
    timer = setTimeout(look, card().state === 'paused' ? 250 : 400);
  }
  const resize = new ResizeObserver(draw);
  resize.observe(canvas);
  window.addEventListener('themechange', draw);
  look();
  return {
    node,
    update() {},
    close() {
      closed = true;
      clearTimeout(timer);
      resize.disconnect();
      window.removeEventListener('themechange', draw);
    },
  };
}

function describe(scene) {
  const mean = (values, offset, step) => {
    let sum = 0,
      n = 0;
    for (let i = offset; i < values.length; i += step) {
      sum += values[i];
      n++;
    }
    return (sum / n).toFixed(2);
  };
  if (scene.kind === 'plane')
    return `reals around ${mean(scene.reals, 0, 2)}, ${mean(scene.reals, 1, 2)}; fakes around ${mean(scene.fakes, 0, 2)}, ${mean(scene.fakes, 1, 2)}`;
  return 'density of the data, histogram of generated numbers, and the curve of the discriminator';
}
