// The form that starts a run.
import { runPage } from './address.js';
import { post } from './api.js';
import { ask } from './dialog.js';
import { field, fill, h, options, put } from './dom.js';
import { EXAMPLE_SETTING, RUN_NAME } from './names.js';

const AS_PRESET = 'as in the preset';

/**
 * Asks for a run, starts it and shows it. The form opens at once and is filled when the choices arrive.
 *
 * @param choices a promise of the presets and of the names of known data
 */
export async function askForRun(choices) {
  const about = h('p', { class: 'faint small' }, 'loading presets…');
  const preset = h('select', { name: 'preset', id: 'preset', required: true });
  const data = h('input', { name: 'data', id: 'data', autocomplete: 'off', list: 'known-data' });
  const known = h('datalist', { id: 'known-data' });
  const offer = ([presets, names]) => {
    const explain = () => {
      const chosen = presets.find((one) => one.name === preset.value);
      put(about, chosen.about);
      data.required = chosen.needsData;
      data.placeholder = chosen.needsData ? 'required' : AS_PRESET;
    };
    fill(preset, options(presets.map((one) => one.name)));
    fill(known, options(names));
    preset.addEventListener('change', explain);
    explain();
  };
  choices.then(offer).catch((failure) => put(about, failure.message));
  const body = [
    field('Preset', preset),
    about,
    field('Data: a folder, zip or file, or a name', data, known),
    field('Minutes', minutes()),
    field('Name', name()),
    moreSettings(),
  ];
  await ask('New run', body, { confirm: 'Start', busy: 'Starting…', act: start });
}

const minutes = () =>
  h('input', { name: 'minutes', id: 'minutes', type: 'number', min: 0.01, step: 'any', placeholder: AS_PRESET });

const name = () =>
  h('input', {
    name: 'name',
    id: 'run-name',
    autocomplete: 'off',
    placeholder: 'date, time and preset',
    pattern: RUN_NAME,
  });

function moreSettings() {
  const lines = h('textarea', {
    name: 'set',
    id: 'settings',
    rows: 2,
    spellcheck: 'false',
    placeholder: EXAMPLE_SETTING,
  });
  return h('details', {}, h('summary', {}, 'More settings'), field('One key=value per line, as in plan.yaml', lines));
}

async function start(values) {
  const answer = await post('/api/runs', { ...values, set: settings(values.set) });
  location.hash = runPage(answer.name);
}

/** Parses one key=value per line. */
function settings(text) {
  const pairs = text.split(/\r?\n/).map((line) => /^([^=]+)=(.*)$/.exec(line));
  return Object.fromEntries(pairs.filter(Boolean).map(([, key, value]) => [key.trim(), value.trim()]));
}
