// The settings in which the plans of runs differ.
import { html, nothing } from './html.js';

/**
 * @param runs that are drawn
 * @param areAll whether settings that are the same everywhere are shown, too
 */
export function settingsTable(known, runs, areAll, change) {
  const columns = runs.flatMap((run) =>
    known.runs.includes(run.name) ? [{ run, at: known.runs.indexOf(run.name) }] : [],
  );
  if (!columns.length) return nothing;
  const differing = known.settings.filter((row) => row.differs);
  const isAlone = columns.length === 1;
  const rows = areAll || isAlone ? known.settings : differing;
  const count = differing.length === 1 ? 'one setting differs' : `${differing.length} settings differ`;
  return html`
    <section class="panel stack" aria-label="settings">
      <div class="row between">
        <h2>Settings <span class="faint small" id="differing">${isAlone ? '' : count}</span></h2>
        <label class="tick small" ?hidden=${isAlone}><input type="checkbox" id="all-settings" .checked=${areAll}
          @change=${(event) => change(event.target.checked)}>include equal settings</label>
      </div>
      ${rows.length ? table(rows, columns, areAll) : nothing}
    </section>`;
}

function table(rows, columns, areAll) {
  const head = ({ run }) => html`
    <th scope="col"><span class="key ${run.look}" .style=${`--key: var(${run.colour})`}>${run.name}</span></th>`;
  const shown = (value, differs) => (areAll && differs ? html`<mark>${value || '–'}</mark>` : value || '–');
  const row = ({ key, values, differs }) => html`
    <tr><th scope="row">${parted(key)}</th>
      ${columns.map(({ at }) => html`<td>${shown(values[at], differs)}</td>`)}</tr>`;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label="settings of the runs">
      <table class="settings">
        <thead><tr><th scope="col">Setting</th>${columns.map(head)}</tr></thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </div>`;
}

/** Keys break before their dots, not in the middle of a word. */
const parted = (key) => key.split('.').map((part, i) => (i ? html`<wbr>.${part}` : part));
