// All runs, as a table or as cards: searched, sorted, filtered, compared, deleted and taken back.
import { comparePage, DRAW, explorePage, LEARN, usePage } from './address.js';
import { deleteRun, get, news, post, runPath, said } from './api.js';
import { isLive, isOver, STATES } from './card.js';
import { CompareFacts, MOST_SCORED } from './compare-facts.js';
import { ask, complain, once, toast } from './dialog.js';
import { h } from './dom.js';
import { several } from './format.js';
import { html, live, nothing } from './html.js';
import { STEPS } from './learn-steps.js';
import { askForRun, takeOut } from './new-run.js';
import { askForNotes, askForTags, tagsOf } from './run-notes.js';
import { runCards } from './runs-cards.js';
import { openMenu, runMenu } from './runs-menu.js';
import { columnsOf, inOrder, runsTable } from './runs-table.js';

/** Milliseconds from answer to question: while not all runs are read, while something is trained, and otherwise. */
const READING = 100;
const BUSY = 1500;
const IDLE = 5000;
/** The longest, where nothing has changed for long and nobody touches the page. */
const ASLEEP = 120_000;

/** Milliseconds after which all is drawn again though nothing changed. */
const REDRAW = 60_000;
/** Runs that are drawn at first, and with each step towards the end of the page. */
const ROWS = 100;
const LOOK_AHEAD_PIXELS = 800;

const FILTERS = { q: '', preset: '', state: '', tag: '', metric: '', column: '', sort: '-started', view: '' };

export async function show(page, _rest, parameters) {
  page.title('Runs');
  const changed = news('/api/runs');
  const refresh = () => page.answer(changed(), taken, (failure) => page.set({ problem: said(failure) }));
  const facts = new CompareFacts(page, () => {});
  let drawn = 0;
  let idle = IDLE;
  const taken = (answer) => {
    idle = answer ? IDLE : Math.min(ASLEEP, 2 * idle);
    // what is drawn says how long ago a run began
    if (!answer && !page.state.problem && Date.now() - drawn < REDRAW) return;
    drawn = Date.now();
    const { runs, training, generators } = answer ?? page.state;
    const names = new Set(runs.map((run) => run.name));
    const chosen = new Set([...page.state.chosen].filter((name) => names.has(name)));
    page.set({ runs, training, generators, chosen, problem: undefined });
    actions.askScores();
  };
  const actions = new Actions(page, facts, () => again());
  page.draw((state) => runsView(state, actions), {
    ...filters(parameters),
    chosen: new Set(),
    most: ROWS,
    metrics: [],
  });
  page.update = (query) => {
    page.set(filters(query));
    actions.askScores();
  };
  for (const kind of ['scroll', 'resize']) page.listen(window, kind, () => actions.growIfNear());
  page.answer(get('/api/scores'), (metrics) => page.set({ metrics }), complain);
  const again = page.every(() => pause(page.state.runs ?? [], idle), refresh);
  const wake = () => {
    // a pointer that goes on moving asks no faster than a list does by itself
    if (idle <= 2 * IDLE) return;
    idle = IDLE;
    again();
  };
  for (const kind of ['pointermove', 'keydown', 'focus']) page.listen(window, kind, wake);
}

function pause(runs, idle) {
  if (runs.some((run) => run.state === 'unread')) return READING;
  return runs.some((run) => isLive(run) || ['elsewhere', 'queued'].includes(run.state)) ? BUSY : idle;
}

function filters(parameters) {
  const values = Object.entries(FILTERS).map(([key, rest]) => [key, parameters.get(key) ?? rest]);
  return Object.fromEntries(values);
}

/** What can be done with runs. */
class Actions {
  /** @param facts that know the scores of runs */
  constructor(page, facts, changed) {
    Object.assign(this, { page, facts, changed });
  }

  /** Asks for the scores of all runs, or of those that went on, where a column shows them. */
  askScores() {
    const { runs = [], column } = this.page.state;
    if (column) this.facts.askScores(this.facts.changedSince('scores', runs).slice(0, MOST_SCORED));
  }

  scoreOf(run, name) {
    return this.facts.scores(run.name).find((score) => score.name === name);
  }

  growIfNear() {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight - window.innerHeight - window.scrollY < LOOK_AHEAD_PIXELS) this.grow();
  }

  /** Draws more runs, if there are more. */
  grow() {
    if (this.page.root.querySelector('#more-runs')) this.page.set({ most: this.page.state.most + ROWS });
  }

  /** Opens the menu of a run at its button. */
  async openMenu(run, button) {
    this.page.set({ menu: run.name });
    await Promise.resolve();
    openMenu(this.page.root.querySelector('#run-menu'), button);
  }

  /** Changes a filter, here and in the address. */
  filter(change) {
    this.page.set(change);
    const { state } = this.page;
    const query = new URLSearchParams();
    for (const [key, rest] of Object.entries(FILTERS)) if (state[key] !== rest) query.set(key, state[key]);
    this.askScores();
    history.replaceState(null, '', `#/${query.size ? `?${query}` : ''}`);
  }

  sort(key) {
    const { sort, metrics } = this.page.state;
    this.filter({ sort: sort === `-${key}` ? key : sort === key ? `-${key}` : defaultOrder(key, metrics) });
  }

  choose(names, isChosen) {
    const chosen = new Set(this.page.state.chosen);
    for (const name of names)
      if (isChosen) chosen.add(name);
      else chosen.delete(name);
    this.page.set({ chosen });
  }

  start(from) {
    askForRun(this.page, from);
  }

  async act(name, verb, done) {
    const path = runPath(name, verb);
    const isDone = await once(path, () => post(path));
    if (isDone) toast(done);
    this.changed();
  }

  async note(run) {
    if (await askForNotes(run, this.knownTags())) this.changed();
  }

  async tag(runs) {
    await askForTags(runs, this.knownTags());
    this.changed();
  }

  knownTags() {
    return tagsOf(this.page.state.runs);
  }

  async takeOut(name) {
    await takeOut(name);
    this.changed();
  }

  async rename(name) {
    const input = h('input', { name: 'to', value: name, autocomplete: 'off' });
    const act = ({ to }) => (to === name ? undefined : post(runPath(name, '/rename'), { to }));
    const form = h('label', { class: 'field' }, 'New name', input);
    const answer = await ask(`Rename ${name}`, form, { confirm: 'Rename', act });
    if (answer && answer.to !== name) toast(`${name} is now ${answer.to}`);
    this.changed();
  }

  async remove(names) {
    const title = names.length === 1 ? `Delete ${names[0]}?` : `Delete ${several(names.length, 'run')}?`;
    const list = names.length > 1 && h('p', { class: 'small wrap' }, names.join(', '));
    const words = 'Pictures, metrics and checkpoints go too. It can be undone until the studio ends.';
    const body = h('div', { class: 'stack' }, h('p', {}, words), list);
    if (!(await ask(title, body, { confirm: 'Delete', kind: 'danger' }))) return;
    const deleted = [];
    for (const name of names) await deleteRun(name).then(() => deleted.push(name), complain);
    this.choose(deleted, false);
    this.changed();
    if (deleted.length) this.offerUndo(deleted);
    this.page.root.querySelector('#search')?.focus();
  }

  offerUndo(names) {
    const words = names.length === 1 ? `${names[0]} deleted` : `${several(names.length, 'run')} deleted`;
    const act = async () => {
      for (const name of names) await post(runPath(name, '/restore')).catch(complain);
      this.changed();
    };
    toast(words, 'note', { label: 'Undo', act });
  }
}

/** Names from a to z first, numbers from the largest, scores from the best. */
function defaultOrder(key, metrics) {
  const isUp = metrics.some(({ name, better }) => name === key && better === 'lower');
  return isUp || ['name', 'plan', 'state'].includes(key) ? key : `-${key}`;
}

function runsView(state, actions) {
  // where there is none, the page has nothing but the way to the first
  const isEmpty = state.runs?.length === 0;
  return html`
    <div class="head">
      <h1>Runs</h1>
      ${isEmpty ? nothing : newRun('New run', actions)}
    </div>
    ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
    ${content(state, actions)}
    ${state.generators?.length ? inFiles(state.generators) : nothing}`;
}

const newRun = (words, actions) => html`
  <button type="button" class="primary" id="new-run" @click=${() => actions.start()}>${words}</button>`;

/** Generators of other programs, or exported ones, that lie beside the runs. */
const inFiles = (names) => html`
  <section class="panel stack" id="generators" aria-label="generators in files">
    <h2>Generators in files</h2>
    <ul>${names.map(
      (name) => html`
      <li class="row"><span class="run-name">${name}</span>
        <a class="button quiet small" href=${explorePage(name)} aria-label="Explore ${name}">Explore</a>
        <a class="button quiet small" href=${usePage(name)} aria-label="Use ${name}">Use</a></li>`,
    )}</ul>
  </section>`;

function content(state, actions) {
  if (!state.runs) return state.problem ? nothing : html`<p class="faint">Loading…</p>`;
  if (!state.runs.length) return empty(actions);
  const columns = columnsOf(state, actions);
  const shown = inOrder(state.runs.filter(matching(state)), state.sort, columns);
  const drawn = shown.slice(0, state.most);
  const isTable = state.view !== 'cards';
  const list = () => (isTable ? runsTable(drawn, shown, columns, state, actions) : runCards(drawn, state, actions));
  return html`
    ${tools(state, actions, shown)}
    ${shown.length ? list() : noneFound(actions)}
    ${shown.length > drawn.length ? more(shown.length - drawn.length, actions) : nothing}
    ${runMenu(
      state.runs.find((run) => run.name === state.menu),
      actions,
    )}`;
}

const more = (left, actions) => html`
  <button type="button" class="quiet" id="more-runs" @click=${() => actions.grow()}>${left} more</button>`;

function empty(actions) {
  return html`
    <div class="empty panel">
      <h2>No runs yet</h2>
      <p>The first one needs no data: gan4j draws digits itself and learns to draw them. Or see first how a GAN learns,
        in ${STEPS.length} short steps, or draw the data by hand.</p>
      <div class="row">
        ${newRun('Start the first run', actions)}
        <a class="button" href=${LEARN}>Take the course</a>
        <a class="button" href=${DRAW}>Draw the data</a>
      </div>
    </div>`;
}

function noneFound(actions) {
  const clear = () => actions.filter({ q: '', preset: '', state: '', tag: '', metric: '' });
  return html`
    <div class="empty panel">
      <h2>No run matches</h2>
      <button type="button" id="clear-filters" @click=${clear}>Clear the search and all filters</button>
    </div>`;
}

function matching({ q, preset, state, tag, metric }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (run) => {
    const tags = run.tags ?? [];
    const text = [run.name, run.plan, run.about, run.state, run.note, ...tags].join(' ').toLowerCase();
    const fits = words.every((word) => text.includes(word)) && (!tag || tags.includes(tag));
    if (metric && run.best?.metric !== metric) return false;
    return fits && (!preset || run.plan === preset) && (!state || run.state === state);
  };
}

function tools(state, actions, shown) {
  const { runs, chosen, q, view } = state;
  const distinct = (key) => [...new Set(runs.map((run) => run[key]).filter(Boolean))].sort();
  const set = (key) => (event) => actions.filter({ [key]: event.target.value });
  const words = (name) => STATES[name]?.text ?? name;
  return html`
    <div class="row tools">
      <input type="search" id="search" placeholder="Search" aria-label="Search runs" .value=${live(q)}
        @input=${set('q')}>
      ${select('preset', 'all presets', distinct('plan'), state.preset, set('preset'))}
      ${select('state', 'all states', distinct('state'), state.state, set('state'), words)}
      ${filterBy('tag', tagsOf(runs), state, set)}
      ${filterBy('metric', metricsOf(runs), state, set)}
      ${columnSelect(state, set('column'))}
      <span class="faint small" role="status">${found(shown, runs)}</span>
      ${chosen.size ? choices([...chosen], runs, actions) : nothing}
      <span class="row tight views">
        ${viewButton('Table', '', view, actions)}${viewButton('Cards', 'cards', view, actions)}
      </span>
    </div>`;
}

function found(shown, runs) {
  if (shown.length < runs.length) return `${shown.length} of ${several(runs.length, 'run')}`;
  return several(runs.length, 'run');
}

/** Where there is something to choose from; what the address has stays to be seen when no run has it any longer. */
function filterBy(key, values, state, set) {
  const all = state[key] && !values.includes(state[key]) ? [...values, state[key]] : values;
  return all.length ? select(key, `all ${key}s`, all, state[key], set(key)) : nothing;
}

/** The metrics by which runs have a best checkpoint: values of one are comparable, those of two are not. */
const metricsOf = (runs) => [...new Set(runs.flatMap((run) => run.best?.metric ?? []))].sort();

function select(id, all, values, value, change, words = (name) => name) {
  return html`
    <select id="filter-${id}" aria-label="Filter by ${id}" .value=${live(value)} @change=${change}>
      <option value="" ?selected=${!value}>${all}</option>
      ${values.map((one) => html`<option value=${one} ?selected=${one === value}>${words(one)}</option>`)}
    </select>`;
}

/** Which score has a column in the table. */
function columnSelect({ metrics, column, view }, change) {
  if (view || !metrics.length) return nothing;
  return html`
    <select id="column" aria-label="Column with a score" .value=${live(column)} @change=${change}>
      <option value="" ?selected=${!column}>add a score</option>
      ${metrics.map(({ name, title }) => html`<option value=${name} ?selected=${name === column}>${title}</option>`)}
    </select>`;
}

function viewButton(words, value, view, actions) {
  const isShown = view === value;
  const change = () => actions.filter({ view: value });
  return html`<button type="button" class="small" aria-pressed=${isShown} @click=${change}>${words}</button>`;
}

function choices(names, runs, actions) {
  const areOver = runs.filter((run) => names.includes(run.name)).every(isOver);
  const compare = () => {
    location.hash = comparePage(names);
  };
  return html`
    <span class="row tight">
      <button type="button" id="compare" ?disabled=${names.length < 2} @click=${compare}>
        Compare ${names.length}
      </button>
      <button type="button" id="tag-chosen" @click=${() => actions.tag(runs.filter((run) => names.includes(run.name)))}>
        Tag ${names.length}
      </button>
      <button type="button" id="delete-chosen" ?disabled=${!areOver} @click=${() => actions.remove(names)}>
        Delete ${names.length}
      </button>
      <button type="button" class="quiet" @click=${() => actions.choose(names, false)}>Clear</button>
    </span>`;
}
