// The form that starts a run, from a preset or from the plan of another run.
import { RUNS, runPage } from './address.js';
import { del, deleteRun, get, post, runPath } from './api.js';
import { ask, complain, once, toast } from './dialog.js';
import { duration, several } from './format.js';
import { html, nothing, render } from './html.js';
import { EXAMPLE_SETTING } from './names.js';
import { networks } from './networks.js';
import { Upload } from './upload.js';

/** Settings that have a field of their own. */
const USUAL = [
  { key: 'batchSize', words: 'Batch size' },
  { key: 'seed', words: 'Seed' },
  { key: 'threads', words: 'Threads', none: 'automatic' },
];

/**
 * Asks for a run, starts it and shows it. The form opens at once and is filled when the choices arrive.
 *
 * @param page that is shown
 * @param from the name of a run whose plan is changed; a preset is offered without
 * @param lines further settings, one key=value per line
 */
export async function askForRun(page, from, lines = '') {
  const body = document.createElement('div');
  body.className = 'stack';
  const state = { from, lines, presets: [], names: [], base: {}, preview: undefined };
  const set = (change) => {
    Object.assign(state, change);
    render(form(state, choosePreset, preview, upload), body);
  };
  const choose = (name) => {
    body.querySelector('#data').value = name;
    outdate();
  };
  const failed = (failure) => set({ problem: failure.message });
  const readBase = (query) =>
    page.answer(get(`/api/plan?${query}`), (base) => set({ base, preview: undefined, asking: undefined }), failed);
  const choosePreset = (event) => readBase(new URLSearchParams({ preset: event.target.value }));
  const preview = async () => {
    const asking = {};
    set({ preview: 'Reading data and networks…', asking });
    const asked = post('/api/preview', wanted(new FormData(body.closest('form')), state));
    const show = (answer) => state.asking === asking && set({ preview: answer });
    await page.answer(asked, show, (failure) => show(failure.message));
  };
  // a preview is one of the form as it was
  const outdate = () => state.preview && set({ preview: undefined, asking: undefined });
  body.addEventListener('input', outdate);
  const upload = new Upload(() => set({}), choose);
  set({});
  if (from) readBase(new URLSearchParams({ from }));
  else readBase('');
  page.answer(get('/api/queue'), (queue) => set({ queue }), failed);
  page.answer(get('/api/data'), (names) => set({ names }), failed);
  if (!from) page.answer(get('/api/presets'), (presets) => set({ presets }), failed);
  const title = from ? `Again, with changes: ${from}` : 'New run';
  const act = (_values, closed) => start(wanted(new FormData(body.closest('form')), state), page, closed);
  await ask(title, body, { confirm: 'Start', busy: 'Starting…', act });
  upload.close();
}

function form(state, choosePreset, preview, upload) {
  return html`
    ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
    ${turn(state.queue)}
    ${state.from ? nothing : presetField(state, choosePreset)}
    <p class="faint small">${state.base.about} ${time(state)}</p>
    <label class="field" data-word="data set">Data: folder, zip, file, or name of a data set
      <input name="data" id="data" autocomplete="off" list="known-data" placeholder=${dataHint(state.base)}>
      <datalist id="known-data">${state.names.map((name) => html`<option value=${name}></option>`)}</datalist>
    </label>
    ${upload.view()}
    <div class="fields">
      <label class="field" data-word="stop condition">Minutes
        <input name="minutes" id="minutes" inputmode="decimal" autocomplete="off" placeholder=${length(state.base)}>
      </label>
      ${USUAL.map((one) => usualField(one, state.base))}
    </div>
    <label class="field">Name
      <input name="name" id="run-name" autocomplete="off" placeholder="date, time and preset">
    </label>
    <details ?open=${Boolean(state.lines)}>
      <summary>More settings</summary>
      <label class="field">One key=value per line, as in plan.yaml
        <textarea name="lines" id="settings" rows="3" spellcheck="false" placeholder=${EXAMPLE_SETTING}
          .defaultValue=${state.lines}></textarea>
      </label>
    </details>
    <button type="button" id="preview" @click=${preview}>Preview</button>
    ${previewed(state.preview)}`;
}

function presetField({ presets, base }, choose) {
  const groups = [...new Set(presets.map((preset) => preset.group))];
  const option = ({ name }) => html`<option value=${name} ?selected=${name === base.name}>${name}</option>`;
  const group = (title) =>
    html`<optgroup label=${title}>${presets.filter((one) => one.group === title).map(option)}</optgroup>`;
  return html`
    <label class="field" data-word="preset">Preset
      <select name="preset" id="preset" @change=${choose}>${groups.map(group)}</select>
    </label>`;
}

/** Why a new run would not begin at once. */
function turn({ training, waiting = [] } = {}) {
  if (!training && !waiting.length) return nothing;
  const others = waiting.length
    ? `, and ${several(waiting.length, 'run')} ${waiting.length === 1 ? 'waits' : 'wait'}`
    : '';
  return html`
    <p class="small" role="status" id="turn">
      ${training ?? 'Another run'} is training${others}; this run waits, and starts by itself in its turn.
    </p>`;
}

const time = ({ presets, base }) => {
  const measured = presets.find((preset) => preset.name === base.name)?.time;
  return measured ? `(${measured})` : '';
};

const dataHint = (base) => (base.needsData ? 'required' : base.data || 'as in the preset');

function length(base) {
  if (base.minutes) return duration(base.minutes * 60);
  return base.images ? `until ${several(base.images, 'sample')}` : 'without end';
}

function usualField({ key, words, none = '' }, base) {
  return html`
    <label class="field" data-word=${key}>${words}
      <input name=${`set.${key}`} id=${`set-${key}`} inputmode="numeric" autocomplete="off"
        placeholder=${base[key] || none}>
    </label>`;
}

function previewed(preview) {
  if (!preview) return nothing;
  if (typeof preview === 'string') return html`<p class="small" role="status">${preview}</p>`;
  return html`
    <div class="preview small" role="status" id="previewed">
      <p>Data: ${preview.data}. Memory: about ${preview.megabytes} MB besides Java's own.</p>
      <details><summary>Networks</summary>${networks(preview.networks)}</details>
      <details><summary>Plan</summary><pre tabindex="0">${preview.plan}</pre></details>
    </div>`;
}

/** The form as the server reads it. */
function wanted(values, { from }) {
  const lines = String(values.get('lines') ?? '').split(/\r?\n/);
  for (const { key } of USUAL) {
    const value = String(values.get(`set.${key}`) ?? '').trim();
    if (value) lines.push(`${key}=${value}`);
  }
  const texts = ['preset', 'data', 'minutes', 'name'].map((key) => [key, String(values.get(key) ?? '').trim()]);
  return { ...Object.fromEntries(texts), from, lines };
}

/** Starts a run, and takes it back if the form was closed before it had begun. */
async function start(form, page, closed) {
  const { name, queued, before } = await post('/api/runs', { ...form, queue: true });
  if (!closed.aborted) {
    if (queued) toast(`${name} is number ${before + 1} in the queue`);
    if (page.isShown) location.hash = queued ? RUNS : runPage(name);
    return;
  }
  try {
    if (queued) {
      await del(queuePath(name));
      return;
    }
    await post(runPath(name, '/stop'));
    await deleteRun(name);
    toast(`${name} was not started`);
  } catch (failure) {
    complain(failure);
  }
}

const queuePath = (name) => `/api/queue/${encodeURIComponent(name)}`;

/** Takes a run out of those that wait for their turn; whether it was there. */
export async function takeOut(name) {
  const path = queuePath(name);
  const isOut = Boolean(await once(path, () => del(path)));
  if (isOut) toast(`${name} was removed from the queue`);
  return isOut;
}
