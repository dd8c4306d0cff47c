// Class probabilities before and after an attack, as a table of bars.
import { h } from './dom.js';
import { percent } from './format.js';

const MOST = 12;

/** The true class and the most probable ones, when there are too many to show. */
function shown(before, after, truth) {
  const all = before.map((_, i) => i);
  if (all.length <= MOST) return all;
  const weight = (i) => (i === truth ? 2 : Math.max(before[i], after[i]));
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

export function bars(names, before, after, truth) {
  const rows = shown(before, after, truth);
  const caption = rows.length < names.length ? `${rows.length} of ${names.length} classes` : 'all classes';
  const heads = ['class', 'image', 'attacked'].map((head) => h('th', { scope: 'col' }, head));
  const row = (i) => {
    const isTrue = i === truth && h('span', { class: 'faint' }, ' (true)');
    const name = h('th', { scope: 'row' }, names[i], isTrue);
    return h('tr', {}, name, bar(before[i], 'before'), bar(after[i], 'after'));
  };
  return h(
    'table',
    { class: 'bars' },
    h('caption', { class: 'small faint' }, caption),
    h('thead', {}, h('tr', {}, heads)),
    h('tbody', {}, rows.map(row)),
  );
}
