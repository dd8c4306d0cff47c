// Values as text.

const UNBROKEN_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';

/** A whole number with digits in groups of three. */
export function count(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.round(value).toLocaleString('en').replaceAll(',', NARROW_SPACE);
}

/** A measured value with about three significant digits. */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) return value.toExponential(1);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 3);
}

/** A whole number in short: 12 k, 3.4 M. */
export function short(value, most = 3) {
  if (value >= 1e6) return `${digits(value / 1e6, most)} M`;
  if (value >= 1e4) return `${digits(value / 1e3, most)} k`;
  return String(Math.round(value));
}

/** At most `most` significant digits, without trailing zeros. */
export const digits = (value, most) => String(Number(value.toPrecision(most)));

/** A score with four digits, and none behind the point of a whole number. */
export function score(value) {
  if (!Number.isFinite(value)) return '∞';
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : digits(value, 4);
}

/** In one piece, wherever a line breaks. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.round(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = h ? [h, 'h', min, 'min'] : min ? [min, 'min', s, 's'] : [s, 's'];
  return parts.join(UNBROKEN_SPACE);
}

export function percent(share) {
  const isExtreme = share > 0.9995 || share < 0.0005;
  return `${(100 * share).toFixed(isExtreme ? 0 : 1)}${NARROW_SPACE}%`;
}

/** The parts that are not empty, in one line. */
export const joined = (...parts) => parts.filter(Boolean).join(' · ');

/** A moment, in milliseconds since 1970, as people say it. */
export function ago(moment, now = Date.now()) {
  const seconds = Math.max(0, (now - moment) / 1000);
  if (seconds < 90) return 'just now';
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h ago`;
  return new Date(moment).toLocaleDateString('en-GB', { year: 'numeric', month: 'short', day: 'numeric' });
}
