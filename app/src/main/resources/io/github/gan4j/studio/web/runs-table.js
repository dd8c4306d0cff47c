// Runs as a table.
import { explorePage, runPage, usePage } from './address.js';
import { samplesPath } from './api.js';
import { badge, canBeExplored, canBeUsed, isLive, isOver, isResumable, isWaiting, makesImages } from './card.js';
import { ago, count, duration, number } from './format.js';
import { html, nothing, repeat } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { tagLinks } from './run-notes.js';

/** States of a run that may have no folder yet. */
const HAS_NO_FOLDER = ['starting', 'unread', 'queued'];

/** The future lies beyond all runs, the farther the later the turn of a run comes. */
const started = (run) => run.started ?? Number.MAX_SAFE_INTEGER / 2 + (run.turn ?? 0);

const COLUMNS = [
  { key: 'name', title: 'Run', value: (run) => run.name.toLowerCase() },
  { key: 'state', title: 'State', value: (run) => run.state },
  { key: 'plan', title: 'Preset', value: (run) => run.plan ?? '' },
  { key: 'images', title: 'Images', value: (run) => run[IMAGES] ?? -1, isNumber: true },
  { key: 'seconds', title: 'Trained', value: (run) => run[EVENT.seconds] ?? -1, isNumber: true },
  { key: 'best', title: 'Best', value: (run) => run.best?.value ?? Number.NEGATIVE_INFINITY, isNumber: true },
  { key: 'started', title: 'Started', value: started, isNumber: true },
];

/** Runs by a column, the other way round if its name has a minus in front. */
export function inOrder(runs, sort) {
  const isDown = sort.startsWith('-');
  const { value } = COLUMNS.find(({ key }) => key === sort.replace('-', '')) ?? COLUMNS.at(-1);
  const up = (a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.name.localeCompare(b.name));
  return [...runs].sort((a, b) => (isDown ? up(b, a) : up(a, b)));
}

export function runsTable(runs, state, actions) {
  const names = runs.filter((run) => !isWaiting(run)).map((run) => run.name);
  const areAll = names.length > 0 && names.every((name) => state.chosen.has(name));
  const chooseAll = (event) => actions.choose(names, event.target.checked);
  return html`
    <div class="panel table-panel">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col"><input type="checkbox" aria-label="select all" .checked=${areAll} @change=${chooseAll}></th>
            ${COLUMNS.map((column) => head(column, state.sort, actions))}
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>${repeat(
          runs,
          (run) => run.name,
          (run) => row(run, state, actions),
        )}</tbody>
      </table>
    </div>`;
}

function head({ key, title, isNumber }, sort, actions) {
  const isSorted = sort.replace('-', '') === key;
  const order = isSorted ? (sort.startsWith('-') ? 'descending' : 'ascending') : nothing;
  const sign = isSorted ? (sort.startsWith('-') ? ' ▼' : ' ▲') : '';
  return html`
    <th scope="col" aria-sort=${order} class=${isNumber ? 'number' : ''}>
      <button type="button" class="sorter" @click=${() => actions.sort(key)}>${title}${sign}</button>
    </th>`;
}

function row(run, state, actions) {
  const choose = (event) => actions.choose([run.name], event.target.checked);
  return html`
    <tr data-run=${run.name} data-state=${run.state}>
      <td>
        <input type="checkbox" aria-label="select ${run.name}" .checked=${state.chosen.has(run.name)}
            ?disabled=${isWaiting(run)} @change=${choose}>
      </td>
      <th scope="row">${title(run)}</th>
      <td>${badge(run.state)}${turn(run)}${progress(run)}</td>
      <td class="preset">${run.plan}</td>
      <td class="number">${run[IMAGES] === undefined ? nothing : count(run[IMAGES])}</td>
      <td class="number">${run[EVENT.seconds] === undefined ? nothing : duration(run[EVENT.seconds])}</td>
      <td class="number">${run.best ? best(run.best) : nothing}</td>
      <td class="number">${run.started === undefined ? nothing : ago(run.started)}</td>
      <td class="actions">${runActions(run, state.training, actions)}</td>
    </tr>`;
}

const best = ({ metric, value }) => html`${number(value)}<br><span class="faint">${metric}</span>`;

/** One that waits for its turn has no page yet. */
export const named = (run) =>
  isWaiting(run)
    ? html`<span class="run-name">${run.name}</span>`
    : html`<a class="run-name" href=${runPage(run.name)}>${run.name}</a>`;

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
export const turn = (run) => (run.turn ? html` <span class="faint small">turn ${run.turn}</span>` : nothing);

/** How far a run is that has not finished. */
export function progress(run) {
  if (run.state === 'finished' || !run.progress) return nothing;
  return html`<progress max="1" .value=${run.progress} aria-label="progress of ${run.name}"></progress>`;
}

/** What can be done with one run. */
export function runActions(run, training, actions) {
  const button = (words, act) =>
    html`<button type="button" class="quiet small" aria-label="${words} ${run.name}" @click=${act}>${words}</button>`;
  const explore = html`
    <a class="button quiet small" href=${explorePage(run.name)} aria-label="Explore ${run.name}">Explore</a>`;
  const use = html`<a class="button quiet small" href=${usePage(run.name)} aria-label="Use ${run.name}">Use</a>`;
  const stop = () => actions.act(run.name, '/stop', `${run.name} stopped`);
  const resume = () => actions.act(run.name, '/resume', `${run.name} resumed`);
  return html`<span class="row tight">
    ${isLive(run) ? button('Stop', stop) : nothing}
    ${isResumable(run) && !training ? button('Resume', resume) : nothing}
    ${canBeExplored(run) ? explore : nothing}
    ${canBeUsed(run) ? use : nothing}
    ${isWaiting(run) ? button('Take out', () => actions.takeOut(run.name)) : nothing}
    ${['broken', 'queued'].includes(run.state) ? nothing : button('Again', () => actions.start(run.name))}
    ${HAS_NO_FOLDER.includes(run.state) ? nothing : button('Note', () => actions.note(run))}
    ${isOver(run) ? button('Rename', () => actions.rename(run.name)) : nothing}
    ${isOver(run) ? button('Delete', () => actions.remove([run.name])) : nothing}
  </span>`;
}
