// Which of all runs are compared.
import { RUNS } from './address.js';
import { badge, isWaiting } from './card.js';
import { count } from './format.js';
import { html, live, nothing, repeat } from './html.js';
import { IMAGES } from './names.js';

/** More are found by searching. */
const MOST_LISTED = 200;

export function picker(state, chosen, comparison) {
  const { search } = state;
  const runs = [...state.cards.values()].filter((run) => !isWaiting(run));
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (run) => `${run.name} ${run.plan ?? ''} ${run.state}`.toLowerCase();
  const found = runs.filter((run) => words.every((word) => text(run).includes(word)));
  const names = new Set(chosen.map((run) => run.name));
  const toggle = (event) => comparison.page.set({ isPicking: event.target.open });
  const find = (event) => comparison.page.set({ search: event.target.value });
  const sum = runs.length ? `${names.size} of ${runs.length} chosen` : '';
  return html`
    <details class="panel picker" ?open=${state.isPicking} @toggle=${toggle}>
      <summary>Runs to compare <span class="faint small">${sum}</span></summary>
      ${runs.length ? nothing : noRuns}
      <div class="row" ?hidden=${!runs.length}>
        <input type="search" id="find-runs" aria-label="Search runs" placeholder="Search" .value=${live(search)}
          @input=${find}>
        ${all(found, names, comparison)}
        <span class="faint small" role="status">${foundWords(found, runs)}</span>
      </div>
      ${found.length ? list(found.slice(0, MOST_LISTED), names, comparison) : nothing}
    </details>`;
}

const noRuns = html`
  <p class="row">There are no runs yet. <a class="button" href=${RUNS}>Start the first one</a></p>`;

function foundWords(found, runs) {
  if (found.length > MOST_LISTED) return `${MOST_LISTED} of ${found.length} are listed; search for the others`;
  return found.length < runs.length ? `${found.length} of ${runs.length}` : '';
}

/** Chooses all that were found, or none of them. */
function all(found, names, comparison) {
  const areAll = found.length > 0 && found.every((run) => names.has(run.name));
  const choose = () =>
    comparison.choose(
      found.map((run) => run.name),
      !areAll,
    );
  const button = html`
    <button type="button" class="small" id="choose-found" @click=${choose}>
      ${areAll ? 'None of' : 'All'} ${found.length}</button>`;
  return found.length ? button : nothing;
}

function list(runs, names, comparison) {
  const row = (run) => {
    const change = (event) => comparison.choose([run.name], event.target.checked);
    return html`
      <tr>
        <td><label class="tick">
          <input type="checkbox" .checked=${live(names.has(run.name))} @change=${change}>
          <span class="run-name">${run.name}</span></label></td>
        <td>${run.plan}</td>
        <td>${badge(run.state)}</td>
        <td class="number">${run[IMAGES] === undefined ? nothing : count(run[IMAGES])}</td>
      </tr>`;
  };
  const heads = ['Run', 'Preset', 'State'].map((head) => html`<th scope="col">${head}</th>`);
  return html`
    <div class="scroll boxes" tabindex="0" role="group" aria-label="all runs">
      <table class="choosing">
        <thead><tr>${heads}<th scope="col" class="number">Seen</th></tr></thead>
        <tbody>${repeat(runs, (run) => run.name, row)}</tbody>
      </table>
    </div>`;
}
