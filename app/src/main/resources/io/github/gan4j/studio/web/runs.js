import { del, get, post, run } from './api.js';
import { ask, count, duration, fill, h, mark, number, put, toast } from './dom.js';
import { EVENT, IMAGES } from './names.js';

export async function show(main) {
  const grid = h('div', { class: 'cards' });
  const compare = h('button', { type: 'button', hidden: true, onclick: compareThem }, 'Compare');
  const chosen = new Set();
  const cards = new Map();
  main.append(
    h(
      'div',
      { class: 'head' },
      h('h1', {}, 'Runs'),
      h(
        'div',
        { class: 'row' },
        compare,
        h('button', { type: 'button', class: 'primary', id: 'new-run', onclick: startForm }, 'New run'),
      ),
    ),
    grid,
  );
  const presets = await get('/api/presets');

  function compareThem() {
    location.hash = `#/compare?${[...chosen].map((name) => `run=${encodeURIComponent(name)}`).join('&')}`;
  }

  function choose(name, yes) {
    if (yes) chosen.add(name);
    else chosen.delete(name);
    compare.hidden = chosen.size < 2;
    put(compare, `Compare ${chosen.size}`);
  }

  async function refresh() {
    let answer;
    try {
      answer = await get('/api/runs');
    } catch {
      return;
    }
    const names = new Set(answer.runs.map((card) => card.name));
    for (const [name, card] of cards)
      if (!names.has(name)) {
        card.node.remove();
        cards.delete(name);
        choose(name, false);
      }
    if (answer.runs.length === 0) {
      fill(grid, empty());
      return;
    }
    if (grid.querySelector('.empty')) fill(grid);
    answer.runs.forEach((data, place) => {
      let card = cards.get(data.name);
      if (!card) cards.set(data.name, (card = makeCard(data.name)));
      card.update(data, answer.training);
      if (grid.children[place] !== card.node) grid.insertBefore(card.node, grid.children[place] || null);
    });
  }

  function empty() {
    return h(
      'div',
      { class: 'empty panel' },
      h('h2', {}, 'Nothing trained here yet'),
      h('p', {}, 'The first run needs no data: gan4j draws digits itself and learns to draw them.'),
      h('button', { type: 'button', class: 'primary', onclick: startForm }, 'Start the first run'),
    );
  }

  function makeCard(name) {
    const link = `#/run/${encodeURIComponent(name)}`;
    const picture = h('img', { alt: '', class: 'pixels', loading: 'lazy' });
    const place = h('a', { href: link, class: 'shot', tabindex: '-1', 'aria-hidden': 'true' }, picture);
    const state = h('span', {});
    const about = h('p', { class: 'faint clamp' });
    const facts = h('p', { class: 'small' });
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `progress of ${name}` });
    const trouble = h('p', { class: 'problem small', hidden: true });
    const actions = h('div', { class: 'row tight' });
    const tick = h('input', { type: 'checkbox', onchange: () => choose(name, tick.checked) });
    const node = h(
      'article',
      { class: 'card', 'data-run': name },
      place,
      h(
        'div',
        { class: 'stack' },
        h('div', { class: 'row between' }, h('h2', {}, h('a', { href: link }, name)), state),
        about,
        bar,
        facts,
        trouble,
        h('div', { class: 'row between' }, actions, h('label', { class: 'tick small faint' }, tick, 'compare')),
      ),
    );
    let before = '';
    return {
      node,
      update(data, training) {
        const now = JSON.stringify([data, training]);
        if (now === before) return;
        before = now;
        mark(state, data.state);
        put(about, data.about || (data.plan === 'unnamed' ? '' : data.plan) || '');
        bar.value = data.progress || 0;
        put(
          facts,
          [
            data[IMAGES] === undefined
              ? null
              : `${count(data[IMAGES])} ${data.kind === 'image' ? 'images' : 'samples'}`,
            data[EVENT.seconds] === undefined ? null : duration(data[EVENT.seconds]),
            data.state === 'running' && data[EVENT.secondsLeft] > 0
              ? `${duration(data[EVENT.secondsLeft])} left`
              : null,
            data.best ? `best ${data.best.metric} ${number(data.best.value)}` : null,
          ]
            .filter(Boolean)
            .join(' · '),
        );
        put(trouble, data.trouble || '');
        trouble.hidden = !data.trouble;
        const source =
          data.picture === undefined ? '' : run(name, `/samples/${String(data.picture).padStart(9, '0')}.png`);
        if (source && picture.getAttribute('src') !== source) picture.src = source;
        picture.hidden = !source;
        picture.classList.toggle('diagram', data.kind !== 'image');
        buttons(data, training);
      },
    };

    function buttons(data, training) {
      const live = ['running', 'paused', 'starting'].includes(data.state);
      const still = ['finished', 'stopped', 'failed', 'broken'].includes(data.state);
      fill(
        actions,
        live && small('Stop', () => act(name, '/stop', {}, `${name} stopped`)),
        ['stopped', 'failed'].includes(data.state) &&
          !training &&
          small('Resume', () => act(name, '/resume', {}, `${name} goes on`)),
        still && small('Rename', () => rename(name)),
        still && small('Delete', () => remove(name)),
      );
    }

    function small(label, action) {
      return h(
        'button',
        { type: 'button', class: 'quiet small', 'aria-label': `${label} ${name}`, onclick: action },
        label,
      );
    }
  }

  async function act(name, verb, body, done) {
    try {
      await post(run(name, verb), body);
      toast(done);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    refresh();
  }

  async function rename(name) {
    const field = h('input', {
      name: 'to',
      value: name,
      required: true,
      pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]{0,99}',
      autocomplete: 'off',
    });
    const answer = await ask(`Rename ${name}`, h('label', { class: 'field' }, 'New name', field), 'Rename');
    if (answer && answer.to !== name) act(name, '/rename', { to: answer.to }, `${name} is now ${answer.to}`);
  }

  async function remove(name) {
    const body = h('p', {}, 'Its pictures, numbers and checkpoints are gone for good then.');
    if (!(await ask(`Delete ${name}?`, body, 'Delete', 'danger'))) return;
    try {
      await del(run(name, `?confirm=${encodeURIComponent(name)}`));
      toast(`${name} deleted`);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    refresh();
  }

  function startForm() {
    const about = h('p', { class: 'faint small' });
    const preset = h(
      'select',
      { name: 'preset', id: 'preset' },
      presets.map((p) => h('option', { value: p.name }, p.name)),
    );
    const data = h('input', { name: 'data', id: 'data', autocomplete: 'off', list: 'known-data' });
    const dataField = h(
      'label',
      { class: 'field' },
      'Data: a folder, zip or file, or a name',
      data,
      h(
        'datalist',
        { id: 'known-data' },
        [
          'strokes',
          'mnist',
          'fashion-mnist',
          'cifar10',
          'svhn',
          'stl10',
          'ring',
          'grid',
          'spiral',
          'normal',
          'mixture',
        ].map((d) => h('option', { value: d })),
      ),
    );
    const minutes = h('input', {
      name: 'minutes',
      id: 'minutes',
      type: 'number',
      min: '0.01',
      step: 'any',
      placeholder: 'as the preset says',
    });
    const name = h('input', {
      name: 'name',
      id: 'run-name',
      autocomplete: 'off',
      placeholder: 'date, time and preset',
      pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]{0,99}',
    });
    const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    const go = h('button', { type: 'submit', class: 'primary' }, 'Start');
    const more = h('textarea', {
      name: 'set',
      id: 'settings',
      rows: '2',
      spellcheck: 'false',
      placeholder: 'latent.size=32',
    });
    const form = h(
      'form',
      { class: 'stack' },
      h('h2', { id: 'start-title' }, 'New run'),
      h('label', { class: 'field' }, 'Preset', preset),
      about,
      dataField,
      h('label', { class: 'field' }, 'Minutes', minutes),
      h('label', { class: 'field' }, 'Name', name),
      h(
        'details',
        {},
        h('summary', {}, 'More settings'),
        h('label', { class: 'field' }, 'One key=value a line, as in the plan', more),
      ),
      problem,
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Cancel'),
        go,
      ),
    );
    const dialog = h('dialog', { 'aria-labelledby': 'start-title', onclose: () => dialog.remove() }, form);
    const explain = () => {
      const chosenPreset = presets.find((p) => p.name === preset.value);
      put(about, chosenPreset.about);
      data.required = chosenPreset.needsData;
      data.placeholder = chosenPreset.needsData ? 'a folder, zip or file, or mnist, cifar10, …' : 'as the preset says';
    };
    preset.addEventListener('change', explain);
    explain();
    form.addEventListener('submit', async (submit) => {
      submit.preventDefault();
      go.disabled = true;
      put(go, 'Starting…');
      problem.hidden = true;
      const set = {};
      for (const line of more.value.split('\n')) {
        const sign = line.indexOf('=');
        if (sign > 0) set[line.slice(0, sign).trim()] = line.slice(sign + 1).trim();
      }
      try {
        const answer = await post('/api/runs', {
          preset: preset.value,
          data: data.value,
          minutes: minutes.value,
          name: name.value,
          set,
        });
        dialog.close();
        location.hash = `#/run/${encodeURIComponent(answer.name)}`;
      } catch (failure) {
        put(problem, failure.message);
        problem.hidden = false;
        go.disabled = false;
        put(go, 'Start');
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  await refresh();
  const timer = setInterval(() => {
    if (!document.hidden) refresh();
  }, 1500);
  return () => clearInterval(timer);
}
