// Runs side by side: samples at the same share of each run, joint charts, and the differences of their plans.
import { comparePage, named, runPage } from './address.js';
import { get, samplesPath } from './api.js';
import { badge, makesImages, unit } from './card.js';
import { Chart } from './chart.js';
import { HUES, metrics, spoken } from './charts.js';
import { attempt } from './dialog.js';
import { fill, h, picture, put, range } from './dom.js';
import { count, duration } from './format.js';
import { EVENT, IMAGES } from './names.js';
import { legendKey } from './parts.js';

const NUMBERS = [
  { key: EVENT.discriminatorLoss, title: 'Discriminator loss' },
  { key: EVENT.generatorLoss, title: 'Generator loss' },
  { key: EVENT.real, title: 'Probability of reals being real' },
  { key: EVENT.fake, title: 'Probability of fakes being real' },
  { key: EVENT.discriminatorGradient, title: 'Discriminator gradient norm', log: true },
  { key: EVENT.generatorGradient, title: 'Generator gradient norm', log: true },
];
/** Resolution of the time slider. */
const TIME_STEPS = 1000;

export async function show(main, _rest, parameters) {
  const all = (await get('/api/runs')).runs.map((card) => card.name);
  const chosenIn = (query) =>
    query
      .getAll('run')
      .filter((name) => all.includes(name))
      .slice(0, HUES.length);
  const body = h('div', { class: 'stack' });
  let charts = [];
  const close = () => {
    for (const chart of charts) chart.close();
    charts = [];
  };
  const load = async (chosen) => {
    close();
    if (!chosen.length) {
      fill(body, h('p', { class: 'faint' }, 'Choose two or more runs.'));
      return;
    }
    const { runs, plans } = await get(`/api/compare?${named(chosen)}`);
    charts = charted(runs);
    const plots = h(
      'div',
      { class: 'plots' },
      charts.map((chart) => chart.node),
    );
    fill(body, pictures(runs), plots, planTable(runs, plans));
  };
  let chosen = chosenIn(parameters);
  const choose = (name, isChosen) => {
    location.hash = comparePage(isChosen ? [...chosen, name] : chosen.filter((other) => other !== name));
  };
  main.append(h('div', { class: 'head' }, h('h1', {}, 'Compare')), picker(all, chosen, choose), body);
  await load(chosen);
  close.update = (query) => {
    chosen = chosenIn(query);
    attempt(() => load(chosen));
  };
  return close;
}

function picker(all, chosen, choose) {
  const boxes = all.map((name) => {
    const onchange = () => choose(name, box.checked);
    const box = h('input', { type: 'checkbox', checked: chosen.includes(name), onchange });
    return h('label', { class: 'tick' }, box, name);
  });
  const legend = h('legend', {}, 'Runs to compare');
  return h('fieldset', { class: 'panel picker' }, legend, boxes.length ? boxes : 'There are no runs yet.');
}

function pictures(runs) {
  const sides = runs.map((run, i) => new Side(run, HUES[i]));
  const time = range({
    min: 0,
    max: TIME_STEPS,
    value: TIME_STEPS,
    'aria-label': 'time, from the start to the end of each run',
    id: 'compare-time',
  });
  const scrub = () => {
    for (const side of sides) side.show(Number(time.value) / TIME_STEPS);
  };
  time.addEventListener('input', scrub);
  scrub();
  const shown = h(
    'div',
    { class: 'sides' },
    sides.map((side) => side.node),
  );
  return h('section', { class: 'stack', 'aria-label': 'samples' }, shown, time);
}

/** The column of one run. */
class Side {
  constructor(run, hue) {
    this.run = run;
    this.image = h('img', {
      class: `samples pixels${makesImages(run) ? '' : ' diagram'}`,
      alt: `samples of ${run.name}`,
      hidden: !run.pictures.length,
    });
    this.moment = h('span', { class: 'small faint' });
    const seconds = h('span', { class: 'small faint' }, duration(run[EVENT.seconds]));
    const name = legendKey(hue, h('a', { href: runPage(run.name) }, run.name));
    this.node = h(
      'figure',
      { class: 'panel stack' },
      h('figcaption', { class: 'row between' }, name, badge(run.state)),
      this.image,
      h('div', { class: 'row between' }, this.moment, seconds),
    );
  }

  /** Shows the picture nearest to a share (0 to 1) of the run. */
  show(share) {
    const moments = this.run.pictures;
    if (!moments.length) return;
    const wanted = moments.at(-1) * share;
    const distance = (moment) => Math.abs(moment - wanted);
    const at = moments.reduce((best, moment) => (distance(moment) < distance(best) ? moment : best));
    picture(this.image, samplesPath(this.run.name, at));
    put(this.moment, `after ${count(at)} ${unit(this.run)}`);
  }
}

/** One chart per number, with one line per run. */
function charted(runs) {
  const further = metrics(runs.flatMap((run) => run.events)).map((key) => ({ key, title: spoken(key) }));
  const things = runs.every(makesImages) ? 'images' : 'samples';
  return [...NUMBERS, ...further].map(({ key, title, log = false }) => {
    const series = runs.map((run, i) => ({ key: `of${i}`, name: run.name, colour: HUES[i] }));
    const chart = new Chart(title, series, { log, unit: things });
    chart.show(merged(runs, key));
    return chart;
  });
}

/** The events of all runs in order, each run's number under the key of its line. */
function merged(runs, key) {
  const of = (run, i) =>
    run.events
      .filter((event) => Number.isFinite(event[key]))
      .map((event) => ({ [IMAGES]: event[IMAGES], [`of${i}`]: event[key] }));
  return runs.flatMap(of).sort((a, b) => a[IMAGES] - b[IMAGES]);
}

function planTable(runs, rows) {
  const differing = rows.filter((row) => row.differs).length;
  const words = differing === 1 ? 'only the value that differs' : `only the ${differing} values that differ`;
  const toggle = () => table.classList.toggle('all', !only.checked);
  const only = h('input', { type: 'checkbox', checked: true, onchange: toggle });
  const heads = ['key', ...runs.map((run) => run.name)].map((head) => h('th', { scope: 'col' }, head));
  const table = h('table', {}, h('thead', {}, h('tr', {}, heads)), h('tbody', {}, rows.map(planRow)));
  return h(
    'section',
    { class: 'panel stack', 'aria-label': 'plans' },
    h('div', { class: 'row between' }, h('h2', {}, 'Plans'), h('label', { class: 'tick small' }, only, words)),
    h('div', { class: 'scroll', tabIndex: 0 }, table),
  );
}

function planRow({ key, values, differs }) {
  const cells = values.map((value) => h('td', {}, differs ? h('mark', {}, value || '–') : value || '–'));
  return h('tr', { class: differs ? 'differs' : 'same' }, h('th', { scope: 'row' }, key), cells);
}
