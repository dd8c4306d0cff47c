// The page of one run: state, controls, pictures and charts, updated live.
import { RUNS } from './address.js';
import { follow, get, runPath, text } from './api.js';
import { makesImages, unit } from './card.js';
import { RunCharts } from './charts.js';
import { h, put } from './dom.js';
import { History } from './history.js';
import { RunControls } from './run-controls.js';
import { RunGallery } from './run-gallery.js';
import { RunHead } from './run-head.js';
import { hasScene, scene } from './scene.js';

export async function show(main, [name]) {
  let card = await get(runPath(name));
  const history = new History();
  const head = new RunHead(name);
  const controls = new RunControls(name, unit(card));
  const charts = new RunCharts(unit(card));
  const gallery = new RunGallery(name, unit(card), !makesImages(card), (images) => charts.mark(images));
  const live = hasScene(card) ? scene(name, () => card) : undefined;
  const unread = h('p', { class: 'small faint', hidden: true });
  const pictures = h('div', { class: 'stack' }, live?.node, gallery.node);
  main.append(
    h('p', { class: 'crumb' }, h('a', { href: RUNS }, '← Runs')),
    ...head.nodes,
    controls.node,
    h('div', { class: 'columns' }, pictures, charts.node),
    planPanel(name),
    unread,
  );

  const status = (now) => {
    card = now;
    head.update(card, history.events.at(-1));
    gallery.showReals(card.reals);
    controls.update(card);
  };
  const close = follow(runPath(name, '/follow'), {
    history({ events, broken }) {
      history.reset(events);
      unread.hidden = !broken;
      put(unread, broken ? `${broken} unreadable lines of events.jsonl were skipped.` : '');
      charts.show(history.events);
      status(card);
    },
    event(event) {
      history.push(event);
      charts.show(history.events);
    },
    status,
    pictures: (moments) => gallery.update(moments),
    checkpoints: (moments) => controls.offer(moments),
    diagnosis: (found) => head.diagnose(found),
  });
  status(card);
  return () => {
    close();
    gallery.close();
    live?.close();
    charts.close();
  };
}

function planPanel(name) {
  const plan = h('pre', { class: 'plan', tabIndex: 0 });
  const panel = h('details', { class: 'panel' }, h('summary', {}, 'Plan'), plan);
  panel.addEventListener('toggle', async () => {
    if (!panel.open || plan.textContent) return;
    plan.textContent = await text(runPath(name, '/plan')).catch((failure) => failure.message);
  });
  return panel;
}
