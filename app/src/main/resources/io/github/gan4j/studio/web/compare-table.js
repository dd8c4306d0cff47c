// The runs that are compared, in the order of one of their scores.
import { runPage, usePage } from './address.js';
import { badge, canBeUsed, unit } from './card.js';
import { momentOf } from './compare-ranks.js';
import { MOST_DRAWN } from './compare-styles.js';
import { count, duration, score } from './format.js';
import { html, nothing, repeat } from './html.js';
import { EVENT, IMAGES } from './names.js';

const WAYS = { lower: 'lower is better', higher: 'higher is better', 'like-reals': 'best at the floor' };

export function rankedTable(state, comparison) {
  const { rows, columns, sort, sentence, isComplete } = state;
  const head = (key, title, further, whole) => sorter({ key, title, further, whole, sort }, comparison);
  return html`
    <section class="panel stack ranking" aria-label="ranking">
      <div class="row between"><h2>Ranking</h2><span class="small faint">choose a heading to rank by it</span></div>
      <p id="verdict" role="status">
        ${isComplete ? (sentence ?? (columns.length ? '' : noScores(rows))) : 'Reading the scores…'}
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label="ranked runs">
        <table class="ranks">
          <thead><tr>
            <th scope="col"><span class="visually-hidden">Rank</span></th>
            ${head('name', 'Run')}
            ${head(IMAGES, 'Seen', undefined)}
            ${head(EVENT.seconds, 'Trained', undefined)}
            ${columns.map(({ key, title, better }) =>
              head(key, short(title), WAYS[better] ?? 'which way is better is not known', title),
            )}
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr></thead>
          <tbody>${repeat(
            rows,
            (run) => run.name,
            (run) => row(run, state, comparison),
          )}</tbody>
        </table>
      </div>
    </section>`;
}

/** The abbreviation of a metric, if it has one: columns are as narrow as their numbers. */
const short = (title) => /\((\w+)\)$/.exec(title)?.[1] ?? title;

/** Where scores come from. */
const noScores = (
  rows,
) => html`None of these runs has scores yet. <em>Evaluate</em>, on the page of what can be done with a
  run, gives them with intervals; <code>metrics.names</code> in a plan measures some during training.
  <span class="row">${rows
    .filter(canBeUsed)
    .slice(0, 6)
    .map((run) => html`<a href=${usePage(run.name)}>Evaluate ${run.name}</a>`)}</span>`;

function sorter({ key, title, further, whole, sort }, comparison) {
  const isSorted = sort.replace(/^-/, '') === key;
  const isReversed = sort.startsWith('-');
  const order = isSorted ? (isReversed ? 'descending' : 'ascending') : nothing;
  const choose = () => comparison.set({ sort: isSorted && !isReversed ? `-${key}` : key });
  return html`
    <th scope="col" aria-sort=${order} class=${key === 'name' ? '' : 'number'}>
      <button type="button" class="sorter" data-sort=${key} title=${whole ?? nothing} @click=${choose}
        >${title}${isSorted ? (isReversed ? ' ▲' : ' ▼') : ''}</button>
      ${further ? html`<br><span class="faint small">${further}</span>` : nothing}
    </th>`;
}

function row(run, { ranks, columns, hidden, alike, sort }, comparison) {
  const remove = () => comparison.choose([run.name], false);
  const rank = ranks.get(run.name);
  return html`
    <tr data-run=${run.name} data-state=${run.state} class=${hidden.has(run.place) ? 'hidden-run' : ''}>
      <td class="number">${rank}</td>
      <th scope="row"><span class="row tight nowrap">
        ${eye(run, hidden, comparison)}
        <span><a class="run-name" href=${runPage(run.name)}>${run.name}</a>
          <span class="small">${badge(run.state)}</span>
          ${run.trouble || run.problem ? html`<span class="trouble">${run.trouble || run.problem}</span>` : nothing}
        </span></span></th>
      <td class="number">${run[IMAGES] === undefined ? nothing : count(run[IMAGES])}
        <span class="faint small">${run[IMAGES] === undefined ? nothing : unit(run)}</span></td>
      <td class="number">${run[EVENT.seconds] === undefined ? nothing : duration(run[EVENT.seconds])}</td>
      ${columns.map(({ key }) => cell(run, key, sort.replace(/^-/, '') === key && alike.has(run.name)))}
      <td class="actions"><button type="button" class="quiet small icon"
        aria-label="remove ${run.name} from the comparison"
        @click=${remove}>×</button></td>
    </tr>`;
}

/** How the run is drawn; pressing it hides the run, or shows it again. */
function eye(run, hidden, comparison) {
  if (run.place >= MOST_DRAWN) return html`<span class="faint small" title="not drawn">–</span>`;
  return html`
    <button type="button" class="quiet small key ${run.look}" aria-pressed=${!hidden.has(run.place)}
      aria-label="draw ${run.name}" title=${hidden.has(run.place) ? 'show' : 'hide'}
      .style=${`--key: var(${run.colour})`} @click=${() => comparison.hide(run.place)}></button>`;
}

function cell(run, name, isAlike) {
  const known = run.scores.find((one) => one.name === name);
  if (!known) return html`<td class="number faint">–</td>`;
  const { value, interval, floor, evaluated } = known;
  const lines = [
    interval && `${digits(interval.low)} to ${digits(interval.high)}`,
    evaluated ? `floor ${digits(floor)}` : 'in training',
    momentOf(run, known),
  ].filter(Boolean);
  const sign = html`<span title="cannot be distinguished from the first">≈ </span>`;
  return html`<td class="number">${isAlike ? sign : nothing}<span class="value">${digits(value)}</span>
    ${lines.map((line) => html`<br><span class="faint small">${line}</span>`)}</td>`;
}

const NEGLIGIBLE = 1e-9;

const digits = (value) => (Math.abs(value) < NEGLIGIBLE ? '0' : score(value));
