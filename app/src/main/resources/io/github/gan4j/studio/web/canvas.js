// Drawing on canvases at the screen's resolution, in the colours of the theme.
import { THEME_CHANGED } from './theme.js';

const colours = new Map();
const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);
window.addEventListener(THEME_CHANGED, () => colours.clear());

/** A colour of theme.css, such as --ink, as rgb(…) in the current theme. */
export function colour(name) {
  if (!colours.has(name)) {
    probe.style.color = `var(${name})`;
    colours.set(name, getComputedStyle(probe).color);
  }
  return colours.get(name);
}

/** The same as red, green and blue from 0 to 255. */
export const channels = (name) => colour(name).match(/\d+/g).slice(0, 3).map(Number);

/** Clears a canvas and returns its context and size in CSS pixels; undefined while it has no size. */
export function surface(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  if (!width) return undefined;
  const ratio = window.devicePixelRatio || 1;
  const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, height };
}

/** Repaints when the canvas is resized or the theme changes; returns a function that stops this. */
export function repaint(canvas, paint) {
  const sizes = new ResizeObserver(paint);
  sizes.observe(canvas);
  window.addEventListener(THEME_CHANGED, paint);
  return () => {
    sizes.disconnect();
    window.removeEventListener(THEME_CHANGED, paint);
  };
}

export function straight(pen, x0, y0, x1, y1) {
  pen.beginPath();
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
  pen.stroke();
}

/** A line through points [x, y]; a null leaves a gap. */
export function joinPoints(pen, points) {
  let isDrawing = false;
  pen.beginPath();
  for (const point of points) {
    if (point && isDrawing) pen.lineTo(...point);
    else if (point) pen.moveTo(...point);
    isDrawing = point !== null;
  }
  pen.stroke();
}

export function dot(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Restricts drawing to a rectangle until `pen.restore()`. */
export function clip(pen, x, y, width, height) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
}

export const SMALL_PRINT = '11px system-ui, sans-serif';
