// The numbers behind a chart: columns of events, smoothed, with the range of their axis.

/** Shares of a series at its lower and upper end that may lie outside the axis. */
const TAIL = 0.015;
/** How much wider the whole range has to be than the range without its tails. */
const FAR = 3;

/** A column of events; null was not finite and leaves a gap, undefined was not measured. */
export function column(events, key, isLog) {
  return events.map((event) => {
    const value = event[key];
    if (value === null) return null;
    return Number.isFinite(value) && !(isLog && value <= 0) ? value : undefined;
  });
}

/** The exponential moving average of a column, free of bias at its start. */
export function smoothed(values, weight) {
  let sum = 0;
  let total = 0;
  return values.map((value) => {
    if (value === null || value === undefined) return value;
    sum = weight * sum + (1 - weight) * value;
    total = weight * total + (1 - weight);
    return sum / total;
  });
}

/** The range of an axis over columns, without a few outliers if these would flatten everything else. */
export function extent(columns, { log = false, low, high } = {}) {
  const all = columns.flat().filter(Number.isFinite);
  if (!all.length) return { range: log ? [0.1, 1] : [0, 1], outside: 0 };
  all.sort((a, b) => a - b);
  const to = log ? Math.log10 : (value) => value;
  const from = log ? (value) => 10 ** value : (value) => value;
  // where a curve has come to is never left out
  const newest = columns.map((values) => values.findLast(Number.isFinite)).filter(Number.isFinite);
  const inner = [Math.min(at(all, TAIL), ...newest), Math.max(at(all, 1 - TAIL), ...newest)].map(to);
  const outer = [all[0], all.at(-1)].map(to);
  const isFar = outer[1] - outer[0] > FAR * (inner[1] - inner[0]) && inner[1] > inner[0];
  let [least, most] = isFar ? inner : outer;
  const pad = (most - least) * 0.06 || Math.abs(most) * 0.1 || 0.5;
  least = low ?? from(least - pad);
  most = high ?? from(most + pad);
  return { range: [least, most], outside: all.filter((value) => value < least || value > most).length };
}

const at = (sorted, share) => sorted[Math.round(share * (sorted.length - 1))];

/** The index of the value nearest to `index` that is there. */
export function nearestValue(values, index) {
  for (let distance = 0; distance < values.length; distance++)
    for (const place of [index - distance, index + distance]) if (Number.isFinite(values[place])) return values[place];
  return undefined;
}
