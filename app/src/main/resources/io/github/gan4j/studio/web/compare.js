import { get, run as path } from './api.js';
import { Chart, metrics, spoken } from './charts.js';
import { badge, count, duration, fill, h, put } from './dom.js';
import { EVENT, IMAGES } from './names.js';

const HUES = ['--discriminator', '--generator', '--third', '--fourth', '--fifth', '--sixth', '--seventh', '--eighth'];
const NUMBERS = [
  [EVENT.discriminatorLoss, "Discriminator's loss"],
  [EVENT.generatorLoss, "Generator's loss"],
  [EVENT.real, 'Probability given to reals'],
  [EVENT.fake, 'Probability given to fakes'],
  [EVENT.discriminatorGradient, "Discriminator's gradient norm", true],
  [EVENT.generatorGradient, "Generator's gradient norm", true],
];

export async function show(main, _rest, parameters) {
  const all = (await get('/api/runs')).runs.map((card) => card.name);
  const chosen = parameters
    .getAll('run')
    .filter((name) => all.includes(name))
    .slice(0, 8);
  main.append(h('div', { class: 'head' }, h('h1', {}, 'Compare')));
  const picker = h(
    'fieldset',
    { class: 'panel picker' },
    h('legend', {}, 'Runs to compare'),
    all.length
      ? all.map((name) => {
          const box = h('input', {
            type: 'checkbox',
            checked: chosen.includes(name),
            onchange: () => choose(name, box.checked),
          });
          return h('label', { class: 'tick' }, box, name);
        })
      : 'There are no runs yet.',
  );
  main.append(picker);

  function choose(name, yes) {
    const now = yes ? [...chosen, name] : chosen.filter((other) => other !== name);
    location.hash = `#/compare?${now.map((n) => `run=${encodeURIComponent(n)}`).join('&')}`;
  }

  const body = h('div', { class: 'stack' });
  main.append(body);
  const charts = [];
  const page = () => charts.forEach((c) => c.close());
  page.update = (next) => {
    chosen.splice(
      0,
      chosen.length,
      ...next
        .getAll('run')
        .filter((n) => all.includes(n))
        .slice(0, 8),
    );
    load();
  };
  await load();
  return page;

  async function load() {
    charts.forEach((c) => c.close());
    charts.length = 0;
    if (!chosen.length) {
      fill(body, h('p', { class: 'faint' }, 'Choose two runs or more.'));
      return;
    }
    const answer = await get(`/api/compare?${chosen.map((n) => `run=${encodeURIComponent(n)}`).join('&')}`);
    fill(body, pictures(answer.runs), curves(answer.runs), plans(answer));
  }

  function pictures(runs) {
    const share = h('input', {
      type: 'range',
      min: '0',
      max: '1000',
      value: '1000',
      'aria-label': 'time, from the start to the end of each run',
      id: 'compare-time',
    });
    const shown = runs.map((run, i) => {
      const image = h('img', {
        class: `samples pixels${run.kind === 'image' ? '' : ' diagram'}`,
        alt: `samples of ${run.name}`,
      });
      const moment = h('span', { class: 'small faint' });
      return {
        run,
        image,
        moment,
        node: h(
          'figure',
          { class: 'panel stack' },
          h(
            'figcaption',
            { class: 'row between' },
            h('a', { href: `#/run/${encodeURIComponent(run.name)}`, class: `key hue${i}` }, run.name),
            badge(run.state),
          ),
          image,
          h('div', { class: 'row between' }, moment, h('span', { class: 'small faint' }, duration(run[EVENT.seconds]))),
        ),
      };
    });
    const scrub = () =>
      shown.forEach(({ run, image, moment }) => {
        if (!run.pictures.length) {
          image.hidden = true;
          return;
        }
        const end = (run.pictures.at(-1) * share.value) / 1000;
        const at = run.pictures.reduce(
          (best, m) => (Math.abs(m - end) < Math.abs(best - end) ? m : best),
          run.pictures[0],
        );
        const source = path(run.name, `/samples/${String(at).padStart(9, '0')}.png`);
        if (image.getAttribute('src') !== source) image.src = source;
        put(moment, `after ${count(at)} images`);
      });
    share.addEventListener('input', scrub);
    scrub();
    return h(
      'section',
      { class: 'stack', 'aria-label': 'samples' },
      h(
        'div',
        { class: 'sides' },
        shown.map((s) => s.node),
      ),
      share,
    );
  }

  function curves(runs) {
    const further = metrics(runs.flatMap((run) => run.events)).map((key) => [key, spoken(key)]);
    const made = [...NUMBERS, ...further].map(([key, title, log]) => {
      const chart = new Chart(
        title,
        runs.map((run, i) => ({ key: `of${i}`, name: run.name, colour: HUES[i] })),
        { log },
      );
      const merged = runs.flatMap((run, i) =>
        run.events.filter((e) => Number.isFinite(e[key])).map((e) => ({ [IMAGES]: e[IMAGES], [`of${i}`]: e[key] })),
      );
      merged.sort((a, b) => a[IMAGES] - b[IMAGES]);
      chart.show(merged);
      charts.push(chart);
      return chart.node;
    });
    return h('div', { class: 'plots' }, made);
  }

  function plans(answer) {
    const only = h('input', {
      type: 'checkbox',
      checked: true,
      onchange: () => table.classList.toggle('all', !only.checked),
    });
    const table = h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'key'),
          answer.runs.map((r) => h('th', { scope: 'col' }, r.name)),
        ),
      ),
      h(
        'tbody',
        {},
        answer.plans.map((row) =>
          h(
            'tr',
            { class: row.differs ? 'differs' : 'same' },
            h('th', { scope: 'row' }, row.key),
            row.values.map((value) => h('td', {}, row.differs ? h('mark', {}, value || '–') : value || '–')),
          ),
        ),
      ),
    );
    const differing = answer.plans.filter((row) => row.differs).length;
    return h(
      'section',
      { class: 'panel stack', 'aria-label': 'plans' },
      h(
        'div',
        { class: 'row between' },
        h('h2', {}, 'Plans'),
        h(
          'label',
          { class: 'tick small' },
          only,
          differing === 1 ? 'only the value that differs' : `only the ${differing} values that differ`,
        ),
      ),
      h('div', { class: 'scroll', tabindex: '0' }, table),
    );
  }
}
