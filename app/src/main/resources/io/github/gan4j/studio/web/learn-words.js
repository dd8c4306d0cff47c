// The glossary: every word and number that the studio shows.
import { LEARN, wordPage } from './address.js';
import { html, live, nothing } from './html.js';
import { glossary, meaning } from './words.js';

export async function showWords(page, parameters) {
  page.title('Words and numbers');
  const entries = await glossary();
  if (!page.isShown) return;
  const find = (event) => page.set({ q: event.target.value });
  page.draw((state) => view(state, find), { entries, q: parameters.get('q') ?? '', word: undefined });
  page.update = (changed) => go(page, changed.get('word'));
  page.update(parameters);
}

/** Shows the entry that a link names. */
function go(page, name) {
  const entry = name && meaning(name);
  page.set({ word: entry?.word, q: entry ? '' : page.state.q });
  if (entry) requestAnimationFrame(() => page.root.querySelector('dt.chosen')?.scrollIntoView({ block: 'center' }));
}

function view(state, find) {
  const q = state.q.trim().toLowerCase();
  const fits = ({ word, also, means, gan4j }) => [word, means, ...also, ...gan4j].join('\n').toLowerCase().includes(q);
  const found = q ? state.entries.filter(fits) : state.entries;
  return html`
    <p class="crumb"><a href=${LEARN}>← Learn</a></p>
    <h1>Words and numbers</h1>
    <div class="row">
      <input type="search" id="find-word" aria-label="Search words" placeholder="Search" .value=${live(state.q)}
        @input=${find}>
      <span class="small faint" role="status">${q ? `${found.length} of ` : ''}${state.entries.length} words</span>
    </div>
    <dl class="panel words">${found.map((entry) => item(entry, entry.word === state.word))}</dl>`;
}

function item({ word, also, means, reading, gan4j }, isChosen) {
  return html`
    <div>
      <dt class=${isChosen ? 'chosen' : ''}><a href=${wordPage(word)}>${word}</a></dt>
      <dd>${means} ${reading}
        <p class="small faint wrap">
          ${also.length ? html`Also: ${also.join(', ')}.` : nothing}
          In gan4j: ${gan4j.map((name, i) => html`<code>${name}${i < gan4j.length - 1 ? ',' : ''}</code> `)}
        </p></dd>
    </div>`;
}
