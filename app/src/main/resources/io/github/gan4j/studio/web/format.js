// Values as text.

export const UNBROKEN_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';

/** Made once: to make it takes a hundred times as long as to use it. */
const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** With a sign that is as wide as a digit. */
const signed = (written) => written.replace(/^-/, '−');

/** A whole number with digits in groups of three. */
export function count(value) {
  if (!Number.isFinite(value)) return '–';
  return GROUPED.format(Math.round(value)).replaceAll(',', NARROW_SPACE);
}

/** 1 image, 12 345 images, 10 classes. */
export const several = (amount, one) => `${count(amount)} ${one}${amount === 1 ? '' : one.endsWith('s') ? 'es' : 's'}`;

/** A measured value with about three significant digits; a whole one as such. */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1000) return signed(String(value));
  if (size >= 100000) return signed(value.toExponential(1));
  if (size >= 1000) return signed(count(value));
  return signed(size < 0.01 ? digits(value, 2) : value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 3));
}

/** A number from 1000 on in short: 2.5 k, 12 k, 3.4 M. */
export function short(value, most = 3) {
  return Math.abs(value) >= 1e6 ? `${digits(value / 1e6, most)} M` : `${digits(value / 1e3, most)} k`;
}

/** What a file takes. */
export const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.round(bytes / 1e5) / 10} MB`);

/** At most `most` significant digits, without trailing zeros; below a millionth with an exponent. */
export const digits = (value, most) => String(Number(value.toPrecision(most)));

/** A score with four digits, or as many as are wanted, and none behind the point of a whole number. */
export function score(value, most = 4) {
  if (!Number.isFinite(value)) return '∞';
  const written = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : digits(value, most);
  return signed(written);
}

/** Its largest unit and the next, unless there is none of it; in one piece, wherever a line breaks. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 86400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount);
  const said = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(([amount]) => amount);
  return said.flat().join(UNBROKEN_SPACE);
}

export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** Words of the server as a sentence. */
export const sentence = (words) => capital(words) + (/[.!?…]$/.test(words) ? '' : '.');

export function percent(share) {
  const isExtreme = share > 0.9995 || share < 0.0005;
  return `${(100 * share).toFixed(isExtreme ? 0 : 1)}${NARROW_SPACE}%`;
}

/** The parts that are not empty; where the line breaks, a dot stays behind. */
export const joined = (...parts) => parts.filter(Boolean).join(`${UNBROKEN_SPACE}· `);

/** A moment, in milliseconds since 1970, as people say it. */
export function ago(moment, now = Date.now()) {
  const seconds = Math.max(0, (now - moment) / 1000);
  if (seconds < 90) return 'just now';
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h ago`;
  return new Date(moment).toLocaleDateString('en-GB', { year: 'numeric', month: 'short', day: 'numeric' });
}
