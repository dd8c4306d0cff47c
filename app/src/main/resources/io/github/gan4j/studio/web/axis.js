// Round tick values and their labels.
import { digits, short } from './format.js';

const FEWEST = 3;
/** What has room beside an axis: 0.00034. */
const MOST_CHARACTERS = 7;

/** Round values from `low` to `high`, at least three of them where the range allows it. */
export function ticks(low, high, { log = false, wanted = 5 } = {}) {
  if (log && low > 0) {
    const marks = logTicks(low, high, wanted);
    if (marks.length >= 2) return marks;
  }
  const rough = (high - low) / wanted;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [10, 5, 2.5, 2, 1, 0.5].map((m) => m * power);
  const fitting = steps.filter((step) => step >= rough * 0.99).reverse();
  return [...fitting, ...steps].map((step) => between(low, high, step)).find((marks) => marks.length >= FEWEST);
}

/** Powers of ten; with 2 and 5 times them where they are few. */
function logTicks(low, high, wanted) {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const within = (marks) => marks.filter((mark) => mark >= low * 0.999 && mark <= high * 1.001);
  const stride = Math.max(1, Math.ceil(within(powers).length / (wanted + 1)));
  const sparse = within(powers).filter((_, i) => i % stride === 0);
  return sparse.length >= FEWEST ? sparse : within(powers.flatMap((power) => [1, 2, 5].map((m) => m * power)));
}

function between(low, high, step) {
  const first = Math.ceil(low / step - 1e-6);
  const last = Math.floor(high / step + 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Labels with as many digits as it takes to say the values exactly, and to tell them apart. */
export function tickLabels(values) {
  const isExact = (most) =>
    values.every((value) => Math.abs(Number(value.toPrecision(most)) - value) <= 1e-9 * Math.abs(value));
  const most = [2, 3, 4, 5, 6, 7, 8].find(isExact) ?? 9;
  const isLarge = values.some((value) => Math.abs(value) >= 1e4);
  const isSmall = (value) => value !== 0 && Math.abs(value) < 0.001;
  const hasExponents = values.some((value) => isSmall(value) && digits(value, most).length > MOST_CHARACTERS);
  return values.map((value) =>
    hasExponents && isSmall(value) ? Number(value.toPrecision(most)).toExponential() : label(value, most, isLarge),
  );
}

/** In short where one of them is large. */
function label(value, most, isLarge) {
  if (value === 0) return '0';
  return isLarge && Math.abs(value) >= 1e3 ? short(value, most) : digits(value, most);
}
