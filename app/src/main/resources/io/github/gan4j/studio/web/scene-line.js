// The view of one-dimensional data: densities, a histogram of generated samples, the discriminator's output.
import { tickLabels, ticks } from './axis.js';
import { colour, joinPoints, SMALL_PRINT, straight, surface } from './canvas.js';
import { legendKey, legendTerm } from './parts.js';

const MARGIN = { left: 38, right: 30, top: 10, bottom: 22 };

export function lineLegend(scene) {
  const belief = scene.probability ? 'discriminator' : 'discriminator score, rescaled';
  return [
    legendKey('--discriminator', 'true density'),
    legendTerm('--generator', 'sample', 'generated'),
    scene.curve && legendTerm('--fourth', 'discriminator', belief),
    legendTerm('--faint', 'optimal discriminator'),
  ];
}

export const describeLine = () =>
  'density of the data, histogram of generated numbers, and the curve of the discriminator';

export function drawLine(canvas, scene) {
  const paper = surface(canvas);
  if (!paper) return;
  const { pen } = paper;
  const area = {
    left: MARGIN.left,
    right: paper.width - MARGIN.right,
    top: MARGIN.top,
    bottom: paper.height - MARGIN.bottom,
  };
  const highest = 1.35 * Math.max(...(scene.density.length ? scene.density : scene.bars));
  drawBars(pen, area, scene.bars, highest);
  drawCurve(pen, area, scene.density, highest, '--discriminator');
  drawCurve(pen, area, scene.ideal, 1, '--faint', [4, 4]);
  if (scene.curve) drawCurve(pen, area, scene.curve, 1, '--fourth');
  drawAxis(pen, area, scene);
  drawHeights(pen, area, highest, 'right', colour('--faint'));
  if (scene.curve || scene.ideal.length) drawHeights(pen, area, 1, 'left', colour('--fourth'));
}

/** The density to the left, the discriminator's output from 0 to 1 to the right. */
function drawHeights(pen, area, most, align, ink) {
  const marks = ticks(0, most, { wanted: 5 });
  pen.fillStyle = ink;
  pen.font = SMALL_PRINT;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  const x = align === 'right' ? area.left - 6 : area.right + 6;
  tickLabels(marks).forEach((label, i) => {
    pen.fillText(label, x, area.bottom - (marks[i] / most) * (area.bottom - area.top));
  });
  pen.textBaseline = 'alphabetic';
}

const height = (area, value, most) => Math.min(value / most, 1.05) * (area.bottom - area.top);

function drawBars(pen, area, bars, most) {
  const width = (area.right - area.left) / bars.length;
  pen.fillStyle = colour('--generator');
  pen.globalAlpha = 0.4;
  bars.forEach((bar, i) => {
    const tall = height(area, bar, most);
    pen.fillRect(area.left + i * width + 0.5, area.bottom - tall, width - 1, tall);
  });
  pen.globalAlpha = 1;
}

/** Negative values are undefined and leave a gap. */
function drawCurve(pen, area, values, most, name, dash = []) {
  const step = (area.right - area.left) / values.length;
  const point = (value, i) =>
    value < 0 ? null : [area.left + (i + 0.5) * step, area.bottom - height(area, value, most)];
  pen.strokeStyle = colour(name);
  pen.lineWidth = 2;
  pen.setLineDash(dash);
  joinPoints(pen, values.map(point));
  pen.setLineDash([]);
}

function drawAxis(pen, area, { left, right }) {
  pen.strokeStyle = colour('--line');
  pen.lineWidth = 1;
  straight(pen, area.left, area.bottom + 0.5, area.right, area.bottom + 0.5);
  pen.fillStyle = colour('--faint');
  pen.font = SMALL_PRINT;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  const marks = ticks(left, right, { wanted: 12 });
  tickLabels(marks).forEach((label, i) => {
    const x = area.left + ((marks[i] - left) / (right - left)) * (area.right - area.left);
    pen.fillText(label, x, area.bottom + 16);
  });
}
