// The live view of a run on one- or two-dimensional data.
import { get, runPath } from './api.js';
import { repaint } from './canvas.js';
import { fill, h, put } from './dom.js';
import { count } from './format.js';
import { EVENT, IMAGES } from './names.js';
import { describeLine, drawLine, lineLegend } from './scene-line.js';
import { describePlane, drawPlane, planeLegend } from './scene-plane.js';

/** How each kind of data is drawn. */
const KINDS = {
  line: { draw: drawLine, describe: describeLine, legend: lineLegend },
  plane: { draw: drawPlane, describe: describePlane, legend: planeLegend },
  space: { draw: drawPlane, describe: describePlane, legend: planeLegend },
};
const MILLIS = { running: 400, paused: 250 };

/** Whether there is a live view of a run. */
export const hasScene = (card) => card.kind in KINDS;

/** The view of a run, refreshed while it trains and the page is visible. `card` returns the run's card. */
export function scene(name, card) {
  const canvas = h('canvas', { class: 'scene', role: 'img', 'aria-label': 'the current state of the game' });
  const moment = h('span', { class: 'small faint' });
  const legend = h('div', { class: 'legend' });
  const head = h('figcaption', { class: 'row between' }, h('h3', {}, 'Current state of the game'), moment);
  const node = h('figure', { class: 'panel stack', hidden: true }, head, canvas, legend);
  const shown = { map: true, reals: true, fakes: true, arrows: true, warp: false };
  let latest;
  let timer;
  let isClosed = false;

  const paint = () => {
    if (latest) KINDS[latest.kind].draw(canvas, latest, shown);
  };
  const show = (now) => {
    if (now.kind !== latest?.kind) {
      canvas.classList.toggle('square', now.kind !== 'line');
      fill(legend, KINDS[now.kind].legend(now, shown, paint));
    }
    latest = now;
    put(moment, `${count(now[IMAGES])} samples`);
    canvas.setAttribute('aria-label', KINDS[now.kind].describe(now));
    paint();
  };
  const look = async () => {
    const { state, steerable } = card();
    const isGoing = state in MILLIS && steerable;
    if (isGoing && !document.hidden) {
      const now = await get(runPath(name, '/scene')).catch(() => ({})); // tried again below
      if (isClosed) return;
      if (now.kind && now[EVENT.step] !== latest?.[EVENT.step]) show(now);
    }
    node.hidden = !latest;
    timer = setTimeout(look, MILLIS[state] ?? MILLIS.running);
  };
  const stopPainting = repaint(canvas, paint);
  look();
  return {
    node,
    close() {
      isClosed = true;
      clearTimeout(timer);
      stopPainting();
    },
  };
}
