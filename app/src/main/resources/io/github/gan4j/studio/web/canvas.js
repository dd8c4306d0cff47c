// Canvases that are sharp on every screen, in the colours of the page.

const colours = new Map();
const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);
window.addEventListener('themechange', () => colours.clear());

/** A colour of theme.css, such as --ink, as rgb(…) in the theme of this moment. */
export function colour(name) {
  if (!colours.has(name)) {
    probe.style.color = `var(${name})`;
    colours.set(name, getComputedStyle(probe).color);
  }
  return colours.get(name);
}

/** Red, green and blue of such a colour, from 0 to 255. */
export const channels = (name) => colour(name).match(/\d+/g).slice(0, 3).map(Number);

/** The canvas, empty and at the screen's resolution; undefined while it is not laid out. */
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

/** Repaints whenever the canvas changes size or the page its colours; returns a function that stops this. */
export function repaint(canvas, paint) {
  const sizes = new ResizeObserver(paint);
  sizes.observe(canvas);
  window.addEventListener('themechange', paint);
  return () => {
    sizes.disconnect();
    window.removeEventListener('themechange', paint);
  };
}

export function straight(pen, x0, y0, x1, y1) {
  pen.beginPath();
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
  pen.stroke();
}

/** Joins points [x, y]; null in place of one leaves a gap. */
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

/** A rectangle that alone is drawn on until `pen.restore()`. */
export function clip(pen, x, y, width, height) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
}

export const SMALL_PRINT = '11px system-ui, sans-serif';
