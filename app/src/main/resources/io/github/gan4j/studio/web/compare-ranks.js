// Which run is better by a score, and whether that can be said.
import { unit } from './card.js';
import { count } from './format.js';
import { EVENT, IMAGES } from './names.js';

const PLAIN = [
  { key: 'name', value: (run) => run.name.toLowerCase() },
  { key: IMAGES, value: (run) => -(run[IMAGES] ?? -1) },
  { key: EVENT.seconds, value: (run) => -(run[EVENT.seconds] ?? -1) },
];
const MOST_NAMED = 6;

const scoreOf = (run, name) => run.scores.find((score) => score.name === name);

/** The scores that some of the runs have, the same order for all: [{ key, title, better }]. */
export function columnsOf(rows) {
  const columns = new Map();
  for (const { name, title, better } of rows.flatMap((run) => run.scores)) {
    const known = columns.get(name);
    columns.set(name, { key: name, title, better: known?.better ?? better });
  }
  return [...columns.values()].map((column) => ({ ...column, value: goodness(column) }));
}

/** A number that is smaller the better the score is; the value where nobody knows which way it improves. */
function goodness({ key, better }) {
  return (run) => {
    const score = scoreOf(run, key);
    if (!score) return undefined;
    const value = score.value ?? Number.POSITIVE_INFINITY;
    if (better === 'higher') return -value;
    if (better === 'like-reals' && score.floor !== undefined) return Math.abs(value - score.floor);
    return better === 'like-reals' ? undefined : value;
  };
}

/** By the first score, or else as the runs were chosen. */
export const usualSort = (columns) => columns[0]?.key ?? 'place';

/** The runs in order, the best first or last, with a sentence about the first; those without a value come last. */
export function rankOf(rows, columns, sort) {
  const isReversed = sort.startsWith('-');
  const key = sort.replace(/^-/, '');
  const column = [...PLAIN, ...columns].find((one) => one.key === key);
  const value = column?.value ?? ((run) => run.place);
  const order = (a, b) => compare(value(a), value(b)) || a.place - b.place;
  const there = rows.filter((run) => value(run) !== undefined).sort(order);
  const absent = rows.filter((run) => value(run) === undefined);
  const isScore = columns.includes(column);
  const verdict = isScore && column.better ? verdictOf(there, column) : { alike: new Set() };
  const ranks = new Map(there.map((run, i) => [run.name, i + 1]));
  if (isReversed) there.reverse();
  return { rows: [...there, ...absent], ranks, ...verdict };
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What can be said of the first, and the runs that cannot be distinguished from it. */
function verdictOf(sorted, { key, title }) {
  const first = sorted[0];
  if (sorted.length < 2) return { alike: new Set() };
  const best = scoreOf(first, key);
  const others = sorted.slice(1).map((run) => ({ name: run.name, score: scoreOf(run, key) }));
  const foreign = others.filter(({ score }) => score.measuredHow !== best.measuredHow);
  const same = others.filter(({ score }) => score.measuredHow === best.measuredHow);
  const alike = same.filter(({ score }) => overlap(score.interval, best.interval)).map(({ name }) => name);
  const sentences = [sentence(first, title, best, same, alike)];
  if (foreign.length)
    sentences.push(
      `${listed(foreign.map(({ name }) => name))}: measured in another way (data, features or number of samples), ` +
        `so not comparable with ${first.name}.`,
    );
  return { sentence: sentences.join(' '), alike: new Set(alike) };
}

function sentence(first, title, best, same, alike) {
  if (!same.length) return `${title}: only ${first.name} was measured in its way.`;
  if (!best.interval || !same.some(({ score }) => score.interval)) {
    const samples = best.samples ? ` from ${count(best.samples)} samples` : '';
    const how = best.evaluated
      ? 'The scores have no intervals'
      : `Measured during training${samples}, without intervals`;
    return `${title}: ${first.name} is first. ${how}: a small difference may be chance.`;
  }
  if (alike.length)
    return `${title}: ${first.name} cannot be distinguished from ${listed(alike)}; their 95 % intervals overlap.`;
  return `${title}: ${first.name} is first, and no other 95 % interval overlaps its own.`;
}

const overlap = (a, b) => Boolean(a && b) && a.low <= b.high && b.low <= a.high;

function listed(names) {
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0];
}

/** When a score was measured, where that is not the present of its run. */
export const momentOf = (run, score) =>
  score.imagesSeen === run[IMAGES] ? '' : `after ${count(score.imagesSeen)} ${unit(run)}`;
