// The adversarial lab: an image, a classifier, and how little it takes to fool it.

import { blob, get, post, postFor } from './api.js';
import { bars, percent } from './bars.js';
import { fill, h, put, toast } from './dom.js';
import { dropPlace, newest, tile } from './parts.js';

const SHEET = 24;
const REST = {
  data: 'strokes',
  size: '',
  structure: 'convolutional',
  image: '0',
  method: 'fgsm',
  norm: 'linf',
  epsilon: '',
  target: '',
};
const SETUP = ['data', 'size', 'structure'];
const METHODS = { fgsm: 'one step (FGSM)', iterated: 'ten small steps', pgd: '40 steps from a random start (PGD)' };
const NORMS = { linf: 'any pixel (L∞)', l2: 'the whole image (L2)' };

export async function show(main, rest, parameters) {
  const known = await get('/api/lab');
  const state = { ...REST };
  let about;
  let closed = false;
  let urls = [];

  const query = (keys = Object.keys(state), extra = {}) => {
    const q = new URLSearchParams();
    for (const key of keys) if (state[key] !== '') q.set(key, state[key]);
    for (const [key, value] of Object.entries(extra)) q.set(key, value);
    return q.toString();
  };

  // --- which images, which classifier
  const data = h('input', { id: 'lab-data', autocomplete: 'off', required: true, list: 'lab-known' });
  const size = h('input', { id: 'lab-size', type: 'number', min: '8', max: '256', placeholder: 'their own' });
  const structure = choice('lab-structure', known.structures);
  const go = h('button', { type: 'submit', class: 'primary', id: 'lab-open' }, 'Open');
  const setup = h(
    'form',
    {
      class: 'panel row setup',
      onsubmit: (e) => {
        e.preventDefault();
        chosen();
      },
    },
    h(
      'label',
      { class: 'field grow' },
      'Images: a name, or a folder with a folder for each class',
      data,
      h(
        'datalist',
        { id: 'lab-known' },
        known.data.map((name) => h('option', { value: name })),
      ),
    ),
    h('label', { class: 'field' }, 'Pixels a side', size),
    h('label', { class: 'field' }, 'Classifier', structure),
    go,
  );
  const words = h('p', { id: 'lab-status', role: 'status' });
  const progress = h('progress', { max: 1, value: 0, 'aria-label': 'how far the classifier is' });
  const halt = h(
    'button',
    { type: 'button', id: 'lab-stop', onclick: () => post('/api/lab/stop').catch(() => {}) },
    'Stop',
  );
  const waiting = h(
    'section',
    { class: 'panel stack', 'aria-label': 'state', hidden: true },
    words,
    progress,
    h('div', { class: 'row' }, halt),
  );

  // --- the three pictures
  const pictures = ['image', 'change', 'attacked'].map((name) => {
    const picture = h('img', { class: 'pixels', id: `lab-${name}`, alt: name });
    const caption = h('figcaption', { class: 'small' });
    return { picture, caption, node: h('figure', {}, picture, caption) };
  });
  const verdict = h('p', { class: 'diagnosis', id: 'verdict', role: 'status' });
  const epsilon = h('input', { type: 'range', min: '0', id: 'epsilon' });
  const amount = h('output', { class: 'small value', for: 'epsilon', id: 'amount' });
  const method = choice('method', known.methods, METHODS);
  const norm = choice('norm', known.norms, NORMS);
  const target = h('select', { id: 'target' });
  const speed = h('output', { class: 'small faint', id: 'latency' });
  const figure = h('a', { class: 'button', download: 'attack.png' }, 'PNG of all three');
  const attacked = h('a', { class: 'button', download: 'attacked.png' }, 'PNG of the attacked');
  const table = h('div', { class: 'scroll' });
  const wall = h('div', { class: 'wall', role: 'group', 'aria-label': 'test images' });
  const more = h('button', { type: 'button', class: 'quiet', id: 'more-images', onclick: () => tiles() }, 'more');
  const drop = dropPlace('lab-file', 'Drop an image of your own here, or choose one', upload);
  const credit = h('p', { class: 'small faint', id: 'credit' });
  const room = h(
    'div',
    { class: 'columns', hidden: true },
    h(
      'div',
      { class: 'stack' },
      h(
        'section',
        { class: 'panel stack', 'aria-label': 'the attack' },
        h(
          'div',
          { class: 'triple' },
          pictures.map((p) => p.node),
        ),
        verdict,
        h(
          'label',
          { class: 'field', for: 'epsilon' },
          h('span', { class: 'row between' }, 'How much may change (ε)', amount),
          epsilon,
        ),
        h(
          'div',
          { class: 'fields' },
          h('label', { class: 'field' }, 'Attack', method),
          h('label', { class: 'field' }, 'Size of a change', norm),
          h('label', { class: 'field' }, 'It shall be seen as', target),
        ),
        h(
          'div',
          { class: 'row' },
          figure,
          attacked,
          h('button', { type: 'button', onclick: copyLink }, 'Copy link'),
          speed,
        ),
      ),
      h(
        'section',
        { class: 'panel stack', 'aria-label': 'what the classifier says' },
        h('h2', {}, 'What the classifier says'),
        table,
      ),
    ),
    h(
      'section',
      { class: 'panel stack', 'aria-label': 'images' },
      h('h2', {}, 'Images it has not learned'),
      credit,
      wall,
      more,
      drop.node,
    ),
  );

  main.append(
    h('h1', {}, 'Adversarial lab'),
    h(
      'p',
      { class: 'faint' },
      'Change an image so little that people see the same, and a classifier sees something else.',
    ),
    setup,
    waiting,
    room,
  );

  function choice(id, values, named = {}) {
    return h(
      'select',
      { id },
      values.map((value) => h('option', { value }, named[value] || value)),
    );
  }

  // --- opening
  function chosen() {
    Object.assign(state, {
      data: data.value.trim(),
      size: size.value,
      structure: structure.value,
      image: '0',
      target: '',
      epsilon: '',
    });
    open();
  }

  async function open() {
    about = undefined;
    room.hidden = true;
    remember();
    try {
      opened(await post(`/api/lab/open?${query(SETUP)}`));
    } catch (failure) {
      trouble(failure.message);
    }
  }

  let polling;
  function opened(answer) {
    clearTimeout(polling);
    if (closed) return;
    if (answer.state === 'ready') {
      ready(answer);
      return;
    }
    if (answer.state === 'failed') {
      trouble(answer.problem);
      return;
    }
    if (answer.state === 'absent') {
      if (!waiting.hidden) trouble('The studio began anew; open these images again.');
      return;
    }
    waiting.hidden = false;
    progress.hidden = halt.hidden = false;
    words.className = '';
    progress.value = answer.share;
    put(
      words,
      answer.doing === 'learns'
        ? `A ${state.structure} classifier learns ${state.data}: ${percent(answer.share)}. This happens once; it is kept.`
        : answer.doing === 'prepares'
          ? `Preparing a ${state.structure} classifier…`
          : `Reading ${state.data}…`,
    );
    polling = setTimeout(poll, 400);
  }

  async function poll() {
    try {
      opened(await get(`/api/lab/state?${query(SETUP)}`));
    } catch {
      if (!closed) polling = setTimeout(poll, 1500);
    }
  }

  function trouble(problem) {
    waiting.hidden = false;
    progress.hidden = halt.hidden = true;
    words.className = 'problem';
    put(words, problem);
  }

  function ready(answer) {
    about = answer;
    waiting.hidden = true;
    room.hidden = false;
    put(
      credit,
      `${percent(about.accuracy)} of ${about.held} told right (${about.how}). It learned ${about.learned}.`.replace(
        /(\d) (\d)/g,
        '$1\u2009$2',
      ),
    );
    fill(
      target,
      h('option', { value: '' }, 'anything else'),
      about.classes.map((name, i) => h('option', { value: String(i) }, name)),
    );
    controls();
    fill(wall);
    for (const url of urls) URL.revokeObjectURL(url);
    urls = [];
    tiles();
    changed();
  }

  function controls() {
    method.value = state.method;
    norm.value = state.norm;
    target.value = state.target;
    const usual = about.usual[state.norm];
    if (state.epsilon === '') state.epsilon = String(usual);
    const most = Math.max(2 * usual, Number(state.epsilon));
    epsilon.max = String(most);
    epsilon.step = String(most / 100);
    epsilon.value = state.epsilon;
  }

  // --- what is shown
  const changed = newest(async () => {
    remember();
    const asked = query();
    put(amount, spoken());
    try {
      const from = performance.now();
      const answer = await get(`/api/lab/attack?${asked}`);
      if (closed || !about) return;
      ['image', 'change', 'attacked'].forEach((name, i) => {
        pictures[i].picture.src = `data:image/png;base64,${answer[name]}`;
      });
      await Promise.all(pictures.map((p) => p.picture.decode().catch(() => {})));
      told(answer);
      figure.href = `/api/lab/attack.png?${asked}`;
      attacked.href = `/api/lab/attack.png?${asked}&what=attacked`;
      verdict.dataset.shown = asked;
      put(speed, `${Math.round(performance.now() - from)} ms`);
    } catch (failure) {
      if (closed) return;
      if (failure.message.endsWith('open these again')) open();
      else toast(failure.message, 'error');
    }
  });

  function spoken() {
    const value = Number(state.epsilon);
    const plain = String(Number(value.toPrecision(3)));
    return state.norm === 'linf' ? `${plain} = ${Number((255 * value).toPrecision(3))} of 255 grey levels` : plain;
  }

  function told({ before, after, truth, largest }) {
    const said = (v) => `${about.classes[v.answer]}, ${percent(v.probabilities[v.answer])}`;
    const fooled = before.answer !== after.answer;
    put(
      pictures[0].caption,
      `Image${truth === undefined ? '' : ` of ${about.classes[truth]}`}: seen as ${said(before)}`,
    );
    put(
      pictures[1].caption,
      largest > 0 ? `Change, ${Number((1 / (2 * largest)).toPrecision(2))} times as strong` : 'No change',
    );
    put(pictures[2].caption, `Attacked: seen as ${said(after)}`);
    verdict.className = `diagnosis ${fooled ? 'warning' : 'good'}`;
    const own = state.target !== '' && Number(state.target) === before.answer;
    put(
      verdict,
      fooled
        ? `Fooled: ${said(before)} became ${said(after)}.`
        : own
          ? 'It is seen as that class without an attack.'
          : `Not fooled: still ${said(after)}.`,
    );
    fill(table, bars(about.classes, before.probabilities, after.probabilities, truth));
  }

  // --- the images
  let loading = false;
  async function tiles() {
    const from = wall.children.length,
      count = Math.min(SHEET, about.labels.length - from),
      mine = about;
    if (loading || count <= 0) return;
    loading = true;
    try {
      const image = await blob(`/api/lab/sheet.png?${query(SETUP, { from, count: SHEET })}`);
      if (closed || mine !== about) return;
      const url = URL.createObjectURL(image);
      urls.push(url);
      for (let i = 0; i < count; i++) {
        const at = String(from + i);
        wall.append(
          tile(url, i, SHEET, about, {
            'aria-label': `image ${at}, ${about.classes[about.labels[at]]}`,
            title: about.classes[about.labels[at]],
            'data-image': at,
            onclick: () => take(at),
          }),
        );
      }
      more.hidden = wall.children.length >= about.labels.length;
      pressed();
    } catch (failure) {
      if (!closed) toast(failure.message, 'error');
    } finally {
      loading = false;
    }
    if (mine !== about && about) tiles();
    else if (wall.children.length < 3 * SHEET) tiles();
  }

  function take(image) {
    state.image = image;
    pressed();
    changed();
  }

  function pressed() {
    for (const one of wall.children) one.setAttribute('aria-pressed', String(one.dataset.image === state.image));
  }

  async function upload(file) {
    drop.busy('Reading the image…');
    try {
      take((await (await postFor('/api/lab/image', file)).json()).image);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    drop.done();
  }

  // --- the controls, and the address that keeps them
  epsilon.addEventListener('input', () => {
    state.epsilon = String(Number(Number(epsilon.value).toPrecision(6)));
    changed();
  });
  method.addEventListener('change', () => {
    state.method = method.value;
    changed();
  });
  target.addEventListener('change', () => {
    state.target = target.value;
    changed();
  });
  norm.addEventListener('change', () => {
    state.norm = norm.value;
    state.epsilon = '';
    controls();
    changed();
  });

  function read(p) {
    for (const key of Object.keys(REST)) state[key] = p.get(key) ?? REST[key];
    data.value = state.data;
    size.value = state.size;
    structure.value = state.structure;
  }

  let remembering;
  const address = () => `#/lab?${query()}`;
  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      if (!closed) history.replaceState(null, '', address());
    }, 250);
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(`${location.origin}/${address()}`);
      toast('link copied');
    } catch {
      toast('the address bar holds the link');
      remember();
    }
  }

  async function arrive(p) {
    read(p);
    if (p.has('data')) {
      await open();
      return;
    }
    opened(await get(`/api/lab/state?${query(SETUP)}`));
  }

  await arrive(parameters);
  const leave = () => {
    closed = true;
    clearTimeout(polling);
    clearTimeout(remembering);
    for (const url of urls) URL.revokeObjectURL(url);
  };
  leave.update = arrive;
  return leave;
}
