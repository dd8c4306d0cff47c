// Runs side by side: ranked by their scores, their curves in common charts, their pictures at one moment, and the
// settings in which they differ. All that is chosen is in the address; what the server knows is in the state.
import { comparePage, keepAddress } from './address.js';
import { get, post, runPath, said } from './api.js';
import { isLive, makesImages } from './card.js';
import { Charts } from './charts.js';
import { CompareFacts } from './compare-facts.js';
import { picker } from './compare-picker.js';
import { Pictures } from './compare-pictures.js';
import { columnsOf, rankOf, usualSort } from './compare-ranks.js';
import { settingsTable } from './compare-settings.js';
import { MOST_DRAWN, style } from './compare-styles.js';
import { rankedTable } from './compare-table.js';
import { once } from './dialog.js';
import { html, nothing } from './html.js';
import { comparisons } from './meanings.js';
import { EVENT, IMAGES } from './names.js';

const BUSY = 1500;
const IDLE = 5000;
const READING = 100;

export async function show(page, _rest, parameters) {
  page.title('Compare');
  const comparison = new Comparison(page);
  const chosen = choicesIn(parameters);
  page.draw((state) => view(state, comparison), { search: '', isPicking: !chosen.places.length, ...chosen });
  page.update = (query) => comparison.follow(query);
  page.onLeave(() => comparison.close());
  page.every(
    () => comparison.pause(),
    () => comparison.list(),
  );
}

/**
 * What an address chooses: runs, each at its place, which may be empty; order; moment; hidden runs; axis of the charts.
 */
function choicesIn(query) {
  const places = query.getAll('run');
  return {
    // a run has one place
    places: places.map((name, place) => (places.indexOf(name) === place ? name : '')),
    sort: query.get('sort') ?? '',
    at: query.has('at') ? Math.max(0, Number(query.get('at')) || 0) : undefined,
    hidden: new Set(query.getAll('hide').map(Number).filter(Number.isInteger)),
    areAllSettings: query.has('settings'),
    axis: query.get('x') ?? IMAGES,
    smoothing: Math.max(0, Math.min(0.98, Number(query.get('smoothing')) || 0)),
    zoom: zoomIn(query.get('zoom')),
  };
}

function zoomIn(text) {
  const ends = (text ?? '').split('~').map(Number);
  return ends.length === 2 && ends.every(Number.isFinite) && ends[0] < ends[1] ? ends : undefined;
}

class Comparison {
  constructor(page) {
    this.page = page;
    this.facts = new CompareFacts(page, () => this.chartSoon());
    this.pictures = new Pictures(page, (at) => this.look(at));
    this.bar = keepAddress(() => this.address());
  }

  get state() {
    return this.page.state;
  }

  /** Chosen runs that are there, each with its place, which gives it its look. */
  chosen() {
    const { cards, places } = this.state;
    if (!cards) return [];
    return places.flatMap((name, place) => (cards.has(name) ? [{ ...cards.get(name), place, ...style(place) }] : []));
  }

  drawn() {
    return this.chosen().filter((run) => run.place < MOST_DRAWN);
  }

  pause() {
    const runs = this.chosen();
    if (runs.some((run) => run.state === 'unread')) return READING;
    return runs.some((run) => isLive(run) || run.state === 'elsewhere') ? BUSY : IDLE;
  }

  /** Which runs there are, and how they stand. */
  list() {
    const taken = ({ runs, renamed, deleted }) => {
      const cards = new Map(runs.map((run) => [run.name, run]));
      this.page.set({ cards, deleted: new Set(deleted), problem: undefined });
      this.rename(renamed);
      this.ask();
    };
    return this.page.answer(get('/api/runs'), taken, (failure) => this.page.set({ problem: said(failure) }));
  }

  /** Follows runs that were given other names; a run has one place. */
  rename(renamed) {
    const { places } = this.state;
    const now = places.map((name) => (places.includes(renamed[name]) ? '' : (renamed[name] ?? name)));
    if (now.some((name, place) => name !== places[place])) this.set({ places: now });
  }

  ask() {
    this.facts.ask(this.chosen(), this.drawn());
    if (!this.charts || this.charted !== this.drawnKey()) this.chart();
  }

  drawnKey() {
    return JSON.stringify(this.drawn().map((run) => [run.place, run.name]));
  }

  follow(query) {
    this.page.set(choicesIn(query));
    this.charts?.close();
    this.charts = undefined;
    this.ask();
  }

  address() {
    const { places, sort, at, hidden, areAllSettings, axis, smoothing, zoom } = this.state;
    return comparePage(places, {
      sort: sort || [],
      at: at ?? [],
      hide: [...hidden],
      settings: areAllSettings ? 'all' : [],
      x: axis === IMAGES ? [] : axis,
      smoothing: smoothing || [],
      zoom: zoom?.join('~') ?? [],
    });
  }

  async takeBack(name) {
    const path = runPath(name, '/restore');
    await once(path, () => post(path));
    this.list();
  }

  /** Changes a choice, here and in the address. */
  set(change) {
    this.page.set(change);
    this.bar.later();
  }

  /** Adds runs at the first empty places, or empties theirs: whoever stays keeps place and colour. */
  choose(names, isChosen) {
    const places = [...this.state.places];
    for (const name of names) {
      const at = places.indexOf(isChosen ? '' : name);
      if (!isChosen) places[at] = '';
      else if (!places.includes(name)) places[at < 0 ? places.length : at] = name;
    }
    this.choosePlaces(places, new Set([...this.state.hidden].filter((place) => places[place])));
  }

  choosePlaces(places, hidden = new Set()) {
    const last = places.findLastIndex(Boolean);
    this.page.set({ places: places.slice(0, last + 1), hidden });
    location.hash = this.address();
  }

  hide(place) {
    const hidden = new Set(this.state.hidden);
    if (!hidden.delete(place)) hidden.add(place);
    this.set({ hidden });
    this.charts?.hide(this.hiddenSeries());
  }

  hiddenSeries() {
    return this.drawn().flatMap((run, i) => (this.state.hidden.has(run.place) ? [i] : []));
  }

  look(at) {
    this.set({ at });
    this.mark();
  }

  mark() {
    const { at } = this.state;
    this.charts?.mark(at === undefined ? [] : [{ images: at, colour: '--ink', dash: [] }]);
  }

  /** Once, however many runs have something new. */
  chartSoon() {
    this.page.redraw();
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      if (this.page.isShown) this.chart();
    });
  }

  /** Draws what is known of the runs that are drawn; new charts where these are others. */
  chart() {
    const runs = this.drawn();
    const events = runs.flatMap((run) => this.facts.curves(run.name).events);
    const key = this.drawnKey();
    if (!this.charts || key !== this.charted) this.renewCharts(runs);
    this.charted = key;
    const series = runs.map(({ name, colour, dash, look, place }) => ({ key: `of${place}`, name, colour, dash, look }));
    this.charts.plan(comparisons(events, series));
    this.page.redraw();
    requestAnimationFrame(() => this.charts?.show([], (id) => merged(runs, this.facts, id)));
  }

  renewCharts(runs) {
    const { axis, smoothing, zoom } = this.state;
    this.charts?.close();
    const unit = runs.every(makesImages) ? 'images' : 'samples';
    this.charts = new Charts(unit, () => this.keepView(), { axis, smoothing, zoom, areMany: true });
    this.charts.hide(this.hiddenSeries());
    this.mark();
  }

  /** What was changed at the charts. */
  keepView() {
    const { axis, smoothing, zoom, hidden } = this.charts;
    const places = this.drawn().map((run) => run.place);
    this.set({ axis: axis.key, smoothing, zoom, hidden: new Set([...hidden].map((i) => places[i])) });
  }

  close() {
    this.charts?.close();
    this.bar.close();
    this.pictures.close();
  }
}

/** The events of all runs, each run's number under the key of its line. */
function merged(runs, facts, id) {
  const of = ({ name, place }) =>
    facts
      .curves(name)
      .events.filter((event) => Number.isFinite(event[id]))
      .map((event) => ({ ...times(event), [`of${place}`]: event[id] }));
  return runs.flatMap(of);
}

const times = (event) => Object.fromEntries([IMAGES, EVENT.step, EVENT.seconds].map((key) => [key, event[key]]));

function view(state, comparison) {
  const runs = comparison.chosen();
  return html`
    <div class="head"><h1>Compare</h1>
      ${runs.length ? html`<button type="button" @click=${comparison.bar.copy}>Copy link</button>` : nothing}</div>
    ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
    ${state.cards ? missing(state, comparison) : html`<p class="faint">Loading…</p>`}
    ${state.cards ? picker(state, runs, comparison) : nothing}
    ${runs.length ? compared(state, runs, comparison) : nothing}`;
}

/** Chosen runs that are not there; what was deleted here can be taken back. */
function missing({ places, cards, deleted }, comparison) {
  const names = places.filter((name) => name && !cards.has(name));
  return names.map((name) =>
    deleted.has(name)
      ? html`<p class="problem" role="status">The run '${name}' was deleted.
          <button type="button" class="small" @click=${() => comparison.takeBack(name)}>Take it back</button></p>`
      : html`<p class="problem" role="status">There is no run '${name}': it was deleted or renamed by another program,
          or while the studio was closed.</p>`,
  );
}

function compared(state, runs, comparison) {
  const { facts } = comparison;
  const rows = runs.map((run) => ({ ...run, scores: facts.scores(run.name), problem: facts.problem(run.name) }));
  const columns = columnsOf(rows);
  const sort = state.sort || usualSort(columns);
  const ranks = rankOf(rows, columns, sort);
  const drawn = comparison.drawn();
  const isComplete = facts.isComplete(runs, 'scores');
  const pictures = (run) => (facts.isComplete([run], 'curves') ? facts.curves(run.name).pictures : undefined);
  return html`
    ${rankedTable({ ...ranks, columns, sort, hidden: state.hidden, isComplete }, comparison)}
    ${runs.length > drawn.length ? bound(runs, drawn, ranks.rows, comparison) : nothing}
    ${comparison.pictures.view(drawn, pictures, state.at)}
    ${settingsTable(facts.settings, drawn, state.areAllSettings, (areAllSettings) =>
      comparison.set({ areAllSettings }),
    )}
    ${comparison.charts?.view(facts.isComplete(drawn, 'curves') ? 'None of these runs has numbers to draw.' : '')}`;
}

/** Says which runs are drawn where there are too many for that. */
function bound(runs, drawn, rows, comparison) {
  const first = () => comparison.choosePlaces(rows.map((run) => run.name));
  return html`
    <div class="row" role="status" id="bound">
      <span>Charts, pictures and settings show ${drawn.length} of ${runs.length} runs, those at the first
        ${MOST_DRAWN} places; the table has all.</span>
      <button type="button" class="small" @click=${first}>Draw the first ${MOST_DRAWN} of the table</button>
    </div>`;
}
