// How probable a classifier finds each class, before and after, as bars.
import { h } from './dom.js';

const MOST = 12;

export const percent = (share) => `${(100 * share).toFixed(share > 0.9995 || share < 0.0005 ? 0 : 1)}\u202f%`;

/** Of many classes, those that matter in either. */
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
  const fillIn = h('span', { class: `fill ${side}` });
  fillIn.style.width = `${100 * share}%`;
  return h(
    'td',
    {},
    h(
      'span',
      { class: 'bar-row' },
      h('span', { class: 'track', 'aria-hidden': 'true' }, fillIn),
      h('span', { class: 'number' }, percent(share)),
    ),
  );
}

export function bars(names, before, after, truth) {
  const rows = shown(before, after, truth);
  return h(
    'table',
    { class: 'bars' },
    h(
      'caption',
      { class: 'small faint' },
      rows.length < names.length ? `${rows.length} of ${names.length} classes` : 'all classes',
    ),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'class'),
        h('th', { scope: 'col' }, 'image'),
        h('th', { scope: 'col' }, 'attacked'),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((i) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, names[i], i === truth ? h('span', { class: 'faint' }, ' (true)') : null),
          bar(before[i], 'before'),
          bar(after[i], 'after'),
        ),
      ),
    ),
  );
}
