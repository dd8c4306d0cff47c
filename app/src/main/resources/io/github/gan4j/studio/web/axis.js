// Round tick values and their labels.
import { digits, short } from './format.js';

/** About `wanted` round values from `low` to `high`; on a log scale, whole exponents. */
export function ticks(low, high, { log = false, wanted = 3.5 } = {}) {
  if (log && high - low >= 1) return between(low, high, Math.max(1, Math.ceil((high - low) / 4)));
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  return between(low, high, step);
}

function between(low, high, step) {
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** Labels with as many digits as it takes to tell the values apart. */
export function tickLabels(values) {
  const labelled = (most) => values.map((value) => label(value, most));
  const areDistinct = (labels) => new Set(labels).size === labels.length;
  return [3, 4, 5, 6].map(labelled).find(areDistinct) ?? labelled(3);
}

function label(value, most) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1000) return short(value, most);
  if (size < 0.001) return value.toExponential(most - 3);
  return digits(value, most);
}
