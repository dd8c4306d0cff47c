// The view of two-dimensional data: discriminator output as a map, points, gradients, the warped latent grid.
import { tickLabels, ticks } from './axis.js';
import { channels, clip, colour, dot, joinPoints, SMALL_PRINT, straight, surface } from './canvas.js';
import { h } from './dom.js';
import { legendKey } from './parts.js';

/** The layers, in the order of the legend. */
const LAYERS = {
  reals: { words: 'reals', word: 'sample', colour: '--discriminator' },
  fakes: { words: 'fakes', word: 'sample', colour: '--generator' },
  map: { words: 'discriminator output', word: 'discriminator map' },
  arrows: { words: 'discriminator gradient', word: 'discriminator gradient' },
  warp: { words: 'warped latent grid', word: 'warped latent grid', colour: '--third' },
};
const MARGIN = { left: 36, bottom: 22 };
const SHORTEST_ARROW = 0.03;
const small = document.createElement('canvas');

/** Checkboxes of the layers; `changed` is called after one has changed `shown`. */
export function planeLegend(_scene, shown, changed) {
  return Object.entries(LAYERS).map(([layer, { words, word, colour: name }]) => {
    const toggle = () => {
      shown[layer] = box.checked;
      changed();
    };
    const box = h('input', { type: 'checkbox', checked: shown[layer], onchange: toggle });
    return h('label', { class: 'tick', 'data-word': word }, box, name ? legendKey(name, words) : h('span', {}, words));
  });
}

export function describePlane({ reals, fakes }) {
  const middle = (points) => `${mean(points, 0)}, ${mean(points, 1)}`;
  return `reals around ${middle(reals)}; fakes around ${middle(fakes)}`;
}

function mean(points, axis) {
  const values = points.filter((_, i) => i % 2 === axis);
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2);
}

export function drawPlane(canvas, scene, shown) {
  const paper = surface(canvas);
  if (!paper) return;
  const { pen, width, height } = paper;
  const side = Math.min(width - MARGIN.left, height - MARGIN.bottom);
  const left = MARGIN.left + (width - MARGIN.left - side) / 2;
  const top = (height - MARGIN.bottom - side) / 2;
  const at = (x, y) => [left + ((x / scene.reach + 1) / 2) * side, top + ((1 - y / scene.reach) / 2) * side];
  clip(pen, left, top, side, side);
  if (scene.map && shown.map) pen.drawImage(beliefs(scene), left, top, side, side);
  if (shown.warp) drawWarp(pen, scene, at);
  if (shown.reals) drawPoints(pen, scene.reals, at, '--discriminator', 0.75);
  if (shown.fakes) drawPoints(pen, scene.fakes, at, '--generator', 0.9);
  if (scene.arrows && shown.arrows) drawArrows(pen, scene, at);
  pen.restore();
  drawAxes(pen, scene.reach, { left, top, side });
}

/** Both axes are in the data's own unit and of the same length. */
function drawAxes(pen, reach, { left, top, side }) {
  const marks = ticks(-reach, reach, { wanted: side / 70 });
  const labels = tickLabels(marks);
  pen.strokeStyle = colour('--line');
  pen.lineWidth = 1;
  pen.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
  pen.fillStyle = colour('--faint');
  pen.font = SMALL_PRINT;
  marks.forEach((mark, i) => {
    const share = (mark / reach + 1) / 2;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    pen.fillText(labels[i], left + share * side, top + side + 15);
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    pen.fillText(labels[i], left - 6, top + (1 - share) * side);
  });
}

/** The discriminator's output as one pixel per cell, in the colour of reals or of fakes. */
function beliefs({ map, cells }) {
  const image = new ImageData(cells, cells);
  const real = channels('--discriminator');
  const fake = channels('--generator');
  const even = channels('--panel');
  map.forEach((belief, i) => {
    const towards = belief > 0.5 ? real : fake;
    const share = Math.min(1, Math.abs(belief - 0.5) * 2) * 0.55;
    const mixed = even.map((value, channel) => value + (towards[channel] - value) * share);
    image.data.set([...mixed, 255], 4 * i);
  });
  small.width = cells;
  small.height = cells;
  small.getContext('2d').putImageData(image, 0, 0);
  return small;
}

function drawPoints(pen, points, at, name, alpha) {
  pen.fillStyle = colour(name);
  pen.globalAlpha = alpha;
  for (let i = 0; i < points.length; i += 2) dot(pen, ...at(points[i], points[i + 1]), 2.1);
  pen.globalAlpha = 1;
}

/** The images of a grid of latents under the generator. */
function drawWarp(pen, { lines, warp }, at) {
  const crossing = (row, column) => {
    const i = 2 * (row * lines + column);
    return at(warp[i], warp[i + 1]);
  };
  const each = Array.from({ length: lines }, (_, i) => i);
  pen.strokeStyle = colour('--third');
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1;
  for (const k of each) {
    joinPoints(
      pen,
      each.map((i) => crossing(k, i)),
    );
    joinPoints(
      pen,
      each.map((i) => crossing(i, k)),
    );
  }
  pen.globalAlpha = 1;
}

function drawArrows(pen, { arrows, fakes }, at) {
  pen.strokeStyle = colour('--ink');
  pen.fillStyle = colour('--ink');
  pen.lineWidth = 1.2;
  pen.globalAlpha = 0.75;
  for (let i = 0; i < arrows.length; i += 2) drawArrow(pen, at(fakes[i], fakes[i + 1]), arrows[i], -arrows[i + 1]);
  pen.globalAlpha = 1;
}

function drawArrow(pen, [x, y], dx, dy) {
  const size = Math.hypot(dx, dy);
  if (size < SHORTEST_ARROW) return;
  const length = 6 + 20 * size;
  const ux = dx / size;
  const uy = dy / size;
  const tipX = x + ux * length;
  const tipY = y + uy * length;
  straight(pen, x, y, tipX, tipY);
  pen.beginPath();
  pen.moveTo(tipX + ux * 3, tipY + uy * 3);
  pen.lineTo(tipX - uy * 3 - ux * 2, tipY + ux * 3 - uy * 2);
  pen.lineTo(tipX + uy * 3 - ux * 2, tipY - ux * 3 - uy * 2);
  pen.fill();
}
