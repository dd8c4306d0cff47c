// Runs side by side: samples at the same share of each run, joint charts, and the differences of their plans.
import { comparePage, named, runPage } from './address.js';
import { get, samplesPath } from './api.js';
import { badge, makesImages, unit } from './card.js';
import { Charts } from './charts.js';
import { count, duration } from './format.js';
import { html, live, nothing, repeat } from './html.js';
import { comparisons, HUES } from './meanings.js';
import { EVENT, IMAGES } from './names.js';

/** Resolution of the time slider. */
const TIME_STEPS = 1000;
const MILLIS = 5000;

export async function show(page, _rest, parameters) {
  page.title('Compare');
  const comparison = new Comparison(page);
  page.draw((state) => view(state, comparison), { time: TIME_STEPS, areDifferences: true, search: '', asked: [] });
  page.update = (query) => comparison.ask(query.getAll('run'));
  page.onLeave(() => comparison.charts?.close());
  page.every(
    () => MILLIS,
    () => comparison.list(),
  );
  comparison.ask(parameters.getAll('run'));
}

/** What is compared; it follows the address. */
class Comparison {
  constructor(page) {
    this.page = page;
  }

  /** Which runs there are. */
  list() {
    const taken = ({ runs }) => {
      const isFirst = !this.page.state.all;
      this.page.set({ all: runs.map((run) => run.name), problem: undefined });
      if (isFirst) this.ask(this.page.state.asked);
    };
    return this.page.answer(get('/api/runs'), taken, (failure) => this.page.set({ problem: failure.message }));
  }

  /** Compares the runs of these names that are there, as many as have a colour. */
  ask(asked) {
    const { all } = this.page.state;
    if (!all) {
      this.page.set({ asked });
      return;
    }
    const there = asked.filter((name) => all.includes(name));
    const chosen = there.slice(0, HUES.length);
    const notes = [
      ...asked.filter((name) => !all.includes(name)).map((name) => `There is no run '${name}'.`),
      ...(there.length > HUES.length ? [`Only ${HUES.length} runs are shown at a time, not ${there.length}.`] : []),
    ];
    this.page.set({ asked, chosen, notes });
    if (!chosen.length) this.take({ runs: [], plans: [] });
    else {
      const taken = (answer) => {
        if (this.page.state.chosen === chosen) this.take(answer);
      };
      this.page.answer(get(`/api/compare?${named(chosen)}`), taken, (failure) =>
        this.page.set({ problem: failure.message }),
      );
    }
  }

  take({ runs, plans }) {
    this.charts?.close();
    const things = runs.every(makesImages) ? 'images' : 'samples';
    this.charts = new Charts(things, () => this.page.redraw());
    const series = runs.map((run, i) => ({ key: `of${i}`, name: run.name, colour: HUES[i] }));
    this.charts.plan(
      comparisons(
        runs.flatMap((run) => run.events),
        series,
      ),
    );
    this.page.set({ runs, plans, problem: undefined });
    requestAnimationFrame(() => this.charts.show([], (key) => merged(runs, key)));
  }

  choose(name, isChosen) {
    const { asked } = this.page.state;
    location.hash = comparePage(isChosen ? [...asked, name] : asked.filter((other) => other !== name));
  }
}

/** The events of all runs in order, each run's number under the key of its line. */
function merged(runs, key) {
  const of = (run, i) =>
    run.events
      .filter((event) => Number.isFinite(event[key]))
      .map((event) => ({ ...times(event), [`of${i}`]: event[key] }));
  return runs.flatMap(of).sort((a, b) => a[IMAGES] - b[IMAGES]);
}

const times = (event) => Object.fromEntries([IMAGES, EVENT.step, EVENT.seconds].map((key) => [key, event[key]]));

function view(state, comparison) {
  const { notes = [], problem, runs, plans } = state;
  return html`
    <h1>Compare</h1>
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    ${notes.map((note) => html`<p class="problem" role="status">${note}</p>`)}
    ${state.all ? picker(state, comparison) : html`<p class="faint">Loading…</p>`}
    ${runs?.length ? compared(runs, plans, state, comparison) : nothing}
    ${runs && !runs.length ? html`<p class="faint">Choose two or more runs.</p>` : nothing}`;
}

function compared(runs, plans, state, comparison) {
  const scrub = (event) => comparison.page.set({ time: Number(event.target.value) });
  const share = state.time / TIME_STEPS;
  return html`
    <section class="stack" aria-label="samples">
      <label class="inline wide">time
        <input type="range" id="compare-time" min="0" max=${TIME_STEPS} .value=${String(state.time)}
          aria-label="time, from the start to the end of each run" @input=${scrub}>
        <output class="small">${Math.round(100 * share)} % of each run</output>
      </label>
      <div class="sides">${runs.map((run, i) => side(run, HUES[i], share))}</div>
    </section>
    ${comparison.charts.view()}
    ${planTable(runs, plans, state, comparison)}`;
}

function picker({ all, chosen = [], search }, comparison) {
  const shown = all.filter((name) => chosen.includes(name) || name.toLowerCase().includes(search.toLowerCase()));
  const box = (name) => {
    const change = (event) => comparison.choose(name, event.target.checked);
    return html`
      <label class="tick">
        <input type="checkbox" .checked=${live(chosen.includes(name))} @change=${change}> ${name}
      </label>`;
  };
  const find = (event) => comparison.page.set({ search: event.target.value });
  return html`
    <fieldset class="panel picker"><legend>Runs to compare</legend>
      <input type="search" aria-label="Search runs" placeholder="Search" @input=${find}>
      <div class="row boxes">${all.length ? repeat(shown, (name) => name, box) : 'There are no runs yet.'}</div>
    </fieldset>`;
}

/** The column of one run, with the picture nearest to a share (0 to 1) of the run. */
function side(run, hue, share) {
  const wanted = (run.pictures.at(-1) ?? 0) * share;
  const distance = (moment) => Math.abs(moment - wanted);
  const at = run.pictures.reduce(
    (best, moment) => (distance(moment) < distance(best) ? moment : best),
    run.pictures[0],
  );
  const kind = makesImages(run) ? 'pixels' : 'diagram';
  const image = html`<img class="samples ${kind}" alt="samples of ${run.name}" src=${samplesPath(run.name, at)}>`;
  return html`
    <figure class="panel stack">
      <figcaption class="row between">
        <a class="key" .style=${`--key: var(${hue})`} href=${runPage(run.name)}>${run.name}</a>${badge(run.state)}
      </figcaption>
      ${at === undefined ? nothing : image}
      <div class="row between small faint">
        <span>${at === undefined ? 'no pictures' : `after ${count(at)} ${unit(run)}`}</span>
        <span>${duration(run[EVENT.seconds])}</span>
      </div>
    </figure>`;
}

function planTable(runs, rows, { areDifferences }, comparison) {
  const differing = rows.filter((row) => row.differs);
  const words =
    differing.length === 1 ? 'only the value that differs' : `only the ${differing.length} values that differ`;
  const toggle = (event) => comparison.page.set({ areDifferences: event.target.checked });
  const cell = (value, differs) =>
    html`<td>${differs && !areDifferences ? html`<mark>${value || '–'}</mark>` : value || '–'}</td>`;
  const row = ({ key, values, differs }) => html`
    <tr><th scope="row">${key}</th>${values.map((value) => cell(value, differs))}</tr>`;
  return html`
    <section class="panel stack" aria-label="plans">
      <div class="row between">
        <h2>Plans</h2>
        <label class="tick small"><input type="checkbox" .checked=${areDifferences} @change=${toggle}>${words}</label>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="plans">
        <table class="plans">
          <thead><tr><th scope="col">key</th>${runs.map((run) => html`<th scope="col">${run.name}</th>`)}</tr></thead>
          <tbody>${(areDifferences ? differing : rows).map(row)}</tbody>
        </table>
      </div>
    </section>`;
}
