// What people write about runs: a note and tags, shown and asked for.
import { taggedRuns } from './address.js';
import { get, post, runPath } from './api.js';
import { ask } from './dialog.js';
import { field, h } from './dom.js';
import { several } from './format.js';
import { html, nothing } from './html.js';

/** The tags of a run, each a link to all runs that have it. */
export const tagLinks = (run) =>
  (run.tags ?? []).map(
    (tag) => html`<a class="tag" href=${taggedRuns(tag)} aria-label="runs tagged ${tag}">${tag}</a>`,
  );

/** All tags of these runs, in order. */
export const tagsOf = (runs) => [...new Set(runs.flatMap((run) => run.tags ?? []))].sort((a, b) => a.localeCompare(b));

const inWords = (text) => text.split(/[\s,]+/).filter(Boolean);

/**
 * Asks for the note and the tags of a run and keeps them.
 *
 * @param known tags that other runs have, offered while one is typed
 * @return whether they were kept
 */
export async function askForNotes(run, known = []) {
  const note = h('textarea', { name: 'note', id: 'note', rows: 6, maxLength: 4000 });
  note.value = run.note ?? '';
  const tags = h('input', { name: 'tags', id: 'tags', type: 'text', autocomplete: 'off', spellcheck: false });
  tags.value = (run.tags ?? []).join(' ');
  const body = h(
    'div',
    { class: 'stack' },
    run.notesTrouble && h('p', { class: 'problem' }, `${run.notesTrouble}. Saving replaces the file.`),
    field('Note', note),
    field('Tags, separated by spaces', tags),
    offered(known, tags),
  );
  const act = (values) => post(runPath(run.name, '/notes'), { note: values.note, tags: inWords(values.tags) });
  return Boolean(await ask(`Notes on ${run.name}`, body, { confirm: 'Save', act }));
}

/** Asks for tags that all of these runs get beside their own. */
export async function askForTags(runs, known) {
  const tags = h('input', { name: 'tags', id: 'tags', type: 'text', autocomplete: 'off', spellcheck: false });
  const body = h('div', { class: 'stack' }, field('Tags to add, separated by spaces', tags), offered(known, tags));
  const act = async (values) => {
    for (const { name } of runs) {
      // what was written elsewhere since the list was drawn stays
      const { note = '', tags: own = [] } = await get(runPath(name));
      await post(runPath(name, '/notes'), { note, tags: [...own, ...inWords(values.tags)] });
    }
  };
  return Boolean(await ask(`Tag ${several(runs.length, 'run')}`, body, { confirm: 'Add', act }));
}

/** Known tags, each of which is added by a press. */
function offered(known, input) {
  if (!known.length) return undefined;
  const add = (tag) => () => {
    const words = inWords(input.value);
    input.value = (words.includes(tag) ? words : [...words, tag]).join(' ');
    input.focus();
  };
  const tags = known.map((tag) => h('button', { type: 'button', class: 'tag', onclick: add(tag) }, tag));
  return h('div', { class: 'row tight', role: 'group', 'aria-label': 'tags of other runs' }, ...tags);
}

/** The note and the tags on the page of a run, which `changed` hears of. */
export function notesPanel(run, changed) {
  const edit = async () => {
    if (await askForNotes(run)) changed();
  };
  const isEmpty = !(run.note || run.tags?.length || run.notesTrouble);
  return html`
    <section class="panel stack notes" id="notes" aria-label="notes">
      <div class="row between">
        <h2>Notes</h2>
        <button type="button" class="quiet small" id="edit-notes" @click=${edit}>${isEmpty ? 'Add' : 'Edit'}</button>
      </div>
      ${run.notesTrouble ? html`<p class="problem" role="alert">${run.notesTrouble}</p>` : nothing}
      ${run.tags?.length ? html`<div class="row tight">${tagLinks(run)}</div>` : nothing}
      ${run.note ? html`<p class="note">${run.note}</p>` : nothing}
      ${isEmpty ? html`<p class="faint small">No notes yet. Say what you tried, and what came of it.</p>` : nothing}
    </section>`;
}
