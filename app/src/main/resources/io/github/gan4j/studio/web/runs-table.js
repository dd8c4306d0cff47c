// Runs as a table.
import { explorePage, runPage, usePage } from './address.js';
import { samplesPath } from './api.js';
import { badge, canBeExplored, canBeUsed, isLive, isResumable, isWaiting, makesImages, unit } from './card.js';
import { ago, count, duration, number } from './format.js';
import { html, nothing, repeat } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { tagLinks } from './run-notes.js';
import { menuOf } from './runs-menu.js';

/** The future lies beyond all runs, the farther the later the turn of a run comes. */
const started = (run) => run.started ?? Number.MAX_SAFE_INTEGER / 2 + (run.turn ?? 0);

const empty = (value, words) => (value === undefined ? nothing : words(value));

const COLUMNS = [
  { key: 'name', title: 'Run', value: (run) => run.name.toLowerCase() },
  {
    key: 'state',
    title: 'State',
    value: (run) => run.state,
    cell: (run) => html`${badge(run.state)}${turn(run)}${progress(run)}`,
  },
  { key: 'plan', title: 'Preset', value: (run) => run.plan ?? '', cell: (run) => run.plan ?? nothing },
  { key: 'images', title: 'Images', value: (run) => run[IMAGES], cell: (run) => empty(run[IMAGES], count) },
  {
    key: 'seconds',
    title: 'Trained',
    value: (run) => run[EVENT.seconds],
    cell: (run) => empty(run[EVENT.seconds], duration),
  },
  { key: 'best', title: 'Best', value: (run) => run.best?.value, cell: (run) => (run.best ? best(run.best) : nothing) },
  { key: 'started', title: 'Started', value: started, cell: (run) => empty(run.started, ago) },
].map((column, i) => ({ ...column, isNumber: i > 2 }));

/** The columns of the table; one of them is the score that was chosen. */
export function columnsOf({ metrics, column }, actions) {
  if (!column) return COLUMNS;
  const title = metrics.find(({ name }) => name === column)?.title ?? column;
  const value = (run) => actions.scoreOf(run, column)?.value;
  const cell = (run) => score(actions.scoreOf(run, column));
  return COLUMNS.toSpliced(6, 0, { key: column, title, value, cell, isNumber: true });
}

/** Runs by a column, the other way round if its name has a minus in front; those without a value come last. */
export function inOrder(runs, sort, columns) {
  const isDown = sort.startsWith('-');
  const { value } = columns.find(({ key }) => key === sort.replace(/^-/, '')) ?? COLUMNS.at(-1);
  const up = (a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.name.localeCompare(b.name));
  const isThere = (run) => value(run) !== undefined;
  const sorted = runs.filter(isThere).sort((a, b) => (isDown ? up(b, a) : up(a, b)));
  return [...sorted, ...runs.filter((run) => !isThere(run))];
}

/** @param all the runs that fit, of which `runs` are drawn */
export function runsTable(runs, all, columns, state, actions) {
  const names = all.filter((run) => !isWaiting(run)).map((run) => run.name);
  const areAll = names.length > 0 && names.every((name) => state.chosen.has(name));
  const chooseAll = (event) => actions.choose(names, event.target.checked);
  return html`
    <div class="panel table-panel">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col"><input type="checkbox" aria-label="select all" .checked=${areAll} @change=${chooseAll}></th>
            ${columns.map((column) => head(column, state.sort, actions))}
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>${repeat(
          runs,
          (run) => run.name,
          (run) => row(run, columns, state, actions),
        )}</tbody>
      </table>
    </div>`;
}

function head({ key, title, isNumber }, sort, actions) {
  const isSorted = sort.replace(/^-/, '') === key;
  const order = isSorted ? (sort.startsWith('-') ? 'descending' : 'ascending') : nothing;
  const sign = isSorted ? (sort.startsWith('-') ? ' ▼' : ' ▲') : '';
  return html`
    <th scope="col" aria-sort=${order} class=${isNumber ? 'number' : ''}>
      <button type="button" class="sorter" @click=${() => actions.sort(key)}>${title}${sign}</button>
    </th>`;
}

function row(run, columns, state, actions) {
  const choose = (event) => actions.choose([run.name], event.target.checked);
  return html`
    <tr data-run=${run.name} data-state=${run.state}>
      <td>
        <input type="checkbox" aria-label="select ${run.name}" .checked=${state.chosen.has(run.name)}
            ?disabled=${isWaiting(run)} @change=${choose}>
      </td>
      <th scope="row">${title(run)}</th>
      ${columns.slice(1).map((column) => fact(column, run))}
      <td class="actions">${runActions(run, state.training, actions)}</td>
    </tr>`;
}

const fact = ({ key, cell, isNumber }, run) => html`
  <td class=${isNumber ? 'number' : key} data-unit=${key === 'images' ? unit(run) : nothing}>${cell(run)}</td>`;

const score = (known) => {
  if (!known) return '–';
  const { value, interval, evaluated } = known;
  const how = interval ? `${number(interval.low)} to ${number(interval.high)}` : evaluated ? '' : 'in training';
  return html`${Number.isFinite(value) ? number(value) : '∞'}<br><span class="faint">${how}</span>`;
};

const best = ({ metric, value }) => html`${number(value)}<br><span class="faint">${metric}</span>`;

export const named = (run) => html`<a class="run-name" href=${runPage(run.name)}>${run.name}</a>`;

function title(run) {
  const trouble = html`<span class="trouble">${run.trouble}</span>`;
  return html`
    <div class="run-title">
      ${picture(run)}
      <span>
        ${named(run)} ${tagLinks(run)}
        ${run.trouble ? trouble : nothing}
        ${run.trouble && !isNoted(run) ? nothing : html`<span class="faint clamp">${remark(run)}</span>`}
      </span>
    </div>`;
}

const isNoted = (run) => Boolean(run.note || run.notesTrouble);

/** A person's note on a run, or else what its preset says. */
export const remark = (run) => run.note || run.notesTrouble || run.about;

/** The newest picture of a run, if it has one. */
export function picture(run) {
  if (run.picture === undefined) return html`<span class="thumb"></span>`;
  const kind = makesImages(run) ? 'pixels' : 'diagram';
  return html`
    <a class="thumb" href=${runPage(run.name)} tabindex="-1" aria-hidden="true"
      ><img class=${kind} alt="" loading="lazy" src=${samplesPath(run.name, run.picture)}></a>`;
}

/** When the turn of a run comes that waits for it. */
export const turn = (run) =>
  run.turn ? html` <span class="faint small">number ${run.turn} in the queue</span>` : nothing;

/** How far a run is that has not finished. */
export function progress(run) {
  if (run.state === 'finished' || !run.progress) return nothing;
  return html`<progress max="1" .value=${run.progress} aria-label="progress of ${run.name}"></progress>`;
}

const canBeRepeated = (run) => !['broken', 'queued'].includes(run.state);

/** What is done with one run most often, and the button of its menu. */
export function runActions(run, training, actions) {
  const button = (words, act) =>
    html`<button type="button" class="quiet small" aria-label="${words} ${run.name}" @click=${act}>${words}</button>`;
  const explore = html`
    <a class="button quiet small" href=${explorePage(run.name)} aria-label="Explore ${run.name}">Explore</a>`;
  const use = html`<a class="button quiet small" href=${usePage(run.name)} aria-label="Use ${run.name}">Use</a>`;
  const stop = () => actions.act(run.name, '/stop', `${run.name} stopped`);
  const resume = () => actions.act(run.name, '/resume', `${run.name} resumed`);
  const more = html`
    <button type="button" class="quiet small icon" aria-label="More for ${run.name}" aria-haspopup="true"
      @click=${(event) => actions.openMenu(run, event.currentTarget)}>⋯</button>`;
  return html`<span class="row tight">
    ${isLive(run) ? button('Stop', stop) : nothing}
    ${isResumable(run) && !training ? button('Resume', resume) : nothing}
    ${canBeExplored(run) ? explore : nothing}
    ${canBeUsed(run) && !canBeExplored(run) ? use : nothing}
    ${canBeRepeated(run) ? button('Again', () => actions.start(run.name)) : nothing}
    ${isWaiting(run) ? button('Remove from queue', () => actions.takeOut(run.name)) : nothing}
    ${menuOf(run).length ? more : nothing}
  </span>`;
}
