// Class probabilities, as a table of bars.
import { h } from './dom.js';
import { percent } from './format.js';

const MOST = 12;

/** The true class and the most probable ones, when there are too many to show. */
function shown(columns, truth) {
  const all = columns[0].shares.map((_, i) => i);
  if (all.length <= MOST) return all;
  const weight = (i) => (i === truth ? 2 : Math.max(...columns.map(({ shares }) => shares[i])));
  return all
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST)
    .sort((a, b) => a - b);
}

function bar(share, side) {
  const length = h('span', { class: `fill ${side}` });
  length.style.width = `${100 * share}%`;
  const track = h('span', { class: 'track', 'aria-hidden': 'true' }, length);
  return h('td', {}, h('span', { class: 'bar-row' }, track, h('span', { class: 'number' }, percent(share))));
}

/** @param columns each with its `title`, the `side` that gives its colour, and `shares`, one for each class */
export function bars(names, columns, truth) {
  const rows = shown(columns, truth);
  const areAll = rows.length === names.length;
  const caption = areAll ? 'all classes' : `${rows.length} of ${names.length} classes`;
  const heads = ['class', ...columns.map(({ title }) => title)].map((head) => h('th', { scope: 'col' }, head));
  const row = (i) => {
    const isTrue = i === truth && h('span', { class: 'faint' }, ' (true)');
    const name = h('th', { scope: 'row' }, names[i], isTrue);
    return h(
      'tr',
      {},
      name,
      columns.map(({ shares, side }) => bar(shares[i], side)),
    );
  };
  return h(
    'table',
    { class: 'bars' },
    h('caption', { class: areAll ? 'visually-hidden' : 'small faint' }, caption),
    h('thead', {}, h('tr', {}, heads)),
    h('tbody', {}, rows.map(row)),
  );
}
