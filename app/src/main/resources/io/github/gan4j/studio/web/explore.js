// A trained generator to play with: a wall of samples, sliders, walks, arithmetic, projection, neighbours.

import { blob, del, get, post, postFor } from './api.js';
import { count, fill, h, number, put, toast } from './dom.js';
import { IMAGES } from './names.js';
import { dropPlace, newest, tile } from './parts.js';

const SHEET = 24;
const MOST_TILES = 1440;

export async function show(main, [name], parameters) {
  const api = (rest = '') => `/api/explore/${encodeURIComponent(name)}${rest}`;
  const about = await get(api());
  const state = { base: '0', d: {}, z: {}, t: 1, cls: '', seed: 0 };
  let mode = 'look';
  let picks = [];
  let closed = false;
  read(parameters);

  // --- the sample
  const preview = h('img', { class: 'pixels preview', alt: 'the sample', width: '320', height: '320' });
  const target = h('img', { class: 'pixels target', alt: 'the image that was dropped', hidden: true });
  const title = h('p', { class: 'small mono wrap', id: 'base' });
  const speed = h('output', { class: 'small faint', id: 'latency' });
  const download = h('a', { class: 'button', download: 'sample.png' }, 'PNG');
  const walkGif = h('a', { class: 'button', hidden: true, download: 'walk.gif' }, 'GIF of the walk');
  const share = h('button', { type: 'button', onclick: copyLink }, 'Copy link');
  const nearestBox = h('div', { class: 'nearest', 'aria-live': 'polite' });
  const nearestButton = h('button', { type: 'button', id: 'nearest', onclick: neighbours }, 'Nearest training images');

  // --- walk and arithmetic
  const place = h('input', {
    type: 'range',
    min: '0',
    max: '1',
    step: '0.01',
    value: '0.5',
    id: 'walk-place',
    'aria-label': 'place on the walk from A to B',
  });
  const playWalk = h(
    'button',
    { type: 'button', class: 'quiet icon', 'aria-label': 'walk to and fro', onclick: stroll },
    '▶',
  );
  const slots = h('div', { class: 'row' });
  const walkRow = h('div', { class: 'row scrub', hidden: true }, playWalk, place);
  const modes = h(
    'fieldset',
    { class: 'modes' },
    h('legend', {}, 'A click on a sample'),
    [
      ['look', 'shows it'],
      ['walk', 'picks A, then B, to walk between'],
      ['mix', 'picks A − B + C'],
    ].map(([value, words]) =>
      h(
        'label',
        { class: 'tick' },
        h('input', { type: 'radio', name: 'mode', value, checked: value === mode, onchange: () => setMode(value) }),
        words,
      ),
    ),
  );
  const tools = h('div', { class: 'stack' }, modes, slots, walkRow);

  // --- sliders
  const directions = h('div', { class: 'sliders' }, h('p', { class: 'small faint' }, 'looking for directions…'));
  const latents = h('div', { class: 'sliders' });
  const truncation = slider(
    'truncation',
    't',
    0,
    1.5,
    0.05,
    () => state.t,
    (v) => {
      state.t = v;
      laterWall();
    },
    1,
  );
  const classBox = classes();
  const which = h('input', {
    type: 'number',
    min: '0',
    max: String(about.latents - 1),
    value: '0',
    id: 'latent-index',
    'aria-label': 'number of a latent',
  });
  const reset = h(
    'button',
    {
      type: 'button',
      class: 'quiet small',
      id: 'reset',
      onclick: () => {
        state.d = {};
        state.z = {};
        state.t = 1;
        sliders();
        laterWall();
        changed();
      },
    },
    'Reset sliders',
  );

  // --- saved, dropped
  const savedBox = h('div', { class: 'row tight' });
  const savedName = h('input', {
    id: 'save-name',
    autocomplete: 'off',
    placeholder: 'name',
    pattern: '[A-Za-z0-9_.]{1,60}',
    'aria-label': 'name to save the latent under',
  });
  const saveForm = h(
    'form',
    { class: 'row tight', onsubmit: save },
    savedName,
    h('button', { type: 'submit' }, 'Save'),
  );
  const drop = dropPlace('drop-file', 'Drop an image here, or choose one, to find its latent', project);

  // --- wall
  const wall = h('div', { class: 'wall', role: 'group', 'aria-label': 'samples' });
  const more = h('button', { type: 'button', class: 'quiet', onclick: () => loadMore() }, 'more');
  const first = h('input', {
    type: 'number',
    min: '0',
    max: '900000000',
    value: String(state.seed),
    id: 'first-seed',
    'aria-label': 'first seed on the wall',
  });
  first.addEventListener('change', () => {
    state.seed = Math.max(0, Math.floor(Number(first.value) || 0));
    freshWall();
    remember();
  });

  main.append(
    h('p', { class: 'crumb' }, h('a', { href: `#/run/${encodeURIComponent(name)}` }, `← ${name}`)),
    h(
      'div',
      { class: 'head' },
      h('h1', {}, `Explore ${name}`),
      h('span', { class: 'small faint' }, `after ${count(about[IMAGES])} images, ${about.latents} latents`),
    ),
    h(
      'div',
      { class: 'explore' },
      h(
        'div',
        { class: 'stack' },
        h(
          'section',
          { class: 'panel stack', 'aria-label': 'the sample' },
          h('div', { class: 'row shown' }, preview, target),
          title,
          h('div', { class: 'row' }, download, walkGif, share, nearestButton, speed),
          nearestBox,
        ),
        h(
          'section',
          { class: 'panel stack', 'aria-label': 'sliders' },
          h('div', { class: 'row between' }, h('h2', {}, 'Principal directions'), reset),
          h(
            'p',
            { class: 'small faint' },
            'Ways through latents along which samples vary most, with their share of all that varies.',
          ),
          directions,
          truncation.node,
          classBox,
          h(
            'details',
            { id: 'single-latents' },
            h('summary', {}, 'Single latents'),
            h(
              'div',
              { class: 'stack' },
              h(
                'div',
                { class: 'row' },
                which,
                h('button', { type: 'button', onclick: () => addLatent(Number(which.value)) }, 'Add its slider'),
              ),
              latents,
            ),
          ),
        ),
        h(
          'section',
          { class: 'panel stack', 'aria-label': 'saved latents and images' },
          h('h2', {}, 'Saved'),
          savedBox,
          saveForm,
          drop.node,
        ),
      ),
      h(
        'section',
        { class: 'panel stack', 'aria-label': 'wall of samples' },
        tools,
        h('div', { class: 'row between' }, h('h2', {}, 'Samples'), h('label', { class: 'inline' }, 'from seed', first)),
        wall,
        more,
      ),
    ),
  );

  // --- the address keeps everything
  function read(p) {
    state.base = p.get('base') || '0';
    state.t = p.has('t') ? Number(p.get('t')) : 1;
    state.cls = p.get('class') || '';
    state.seed = Number(p.get('seed')) || 0;
    state.d = {};
    state.z = {};
    for (const [key, value] of p) {
      if (/^d\d+$/.test(key)) state.d[key.slice(1)] = Number(value);
      if (/^z\d+$/.test(key)) state.z[key.slice(1)] = Number(value);
    }
  }

  function query(extra = {}) {
    const q = new URLSearchParams({ base: state.base });
    for (const [k, v] of Object.entries(state.d)) if (v) q.set(`d${k}`, v);
    for (const [k, v] of Object.entries(state.z)) if (v) q.set(`z${k}`, v);
    if (state.t !== 1) q.set('t', state.t);
    if (state.cls) q.set('class', state.cls);
    for (const [k, v] of Object.entries(extra)) q.set(k, v);
    return q.toString();
  }

  let remembering;
  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      if (!closed)
        history.replaceState(
          null,
          '',
          `#/explore/${encodeURIComponent(name)}?${query(state.seed ? { seed: state.seed } : {})}`,
        );
    }, 250);
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(`${location.origin}/#/explore/${encodeURIComponent(name)}?${query()}`);
      toast('link copied');
    } catch {
      toast('the address bar holds the link');
      remember();
    }
  }

  let shownUrl;
  function changed() {
    put(title, describe());
    download.href = api(`/sample.png?${query({ enlarged: Math.max(1, Math.floor(256 / about.width)), download: 1 })}`);
    remember();
    shownAnew();
  }
  const shownAnew = newest(async () => {
    try {
      const from = performance.now();
      const asked = query();
      const image = await blob(api(`/sample.png?${asked}`));
      if (closed) return;
      const url = URL.createObjectURL(image);
      preview.src = url;
      await preview.decode().catch(() => {});
      if (shownUrl) URL.revokeObjectURL(shownUrl);
      shownUrl = url;
      preview.dataset.shown = asked;
      put(speed, `${Math.round(performance.now() - from)} ms`);
    } catch (failure) {
      if (!closed) toast(failure.message, 'error');
    }
  });

  function describe() {
    const moves = [
      ...Object.entries(state.d)
        .filter(([, v]) => v)
        .map(([k, v]) => `direction ${Number(k) + 1} ${number(v)}`),
      ...Object.entries(state.z)
        .filter(([, v]) => v)
        .map(([k, v]) => `latent ${k} ${number(v)}`),
    ];
    return `${state.base}${moves.length ? `, ${moves.join(', ')}` : ''}`;
  }

  function base(text) {
    state.base = text;
    target.hidden = true;
    fill(nearestBox);
    changed();
  }

  // --- sliders
  function slider(words, key, low, high, step, value, set, rest = 0) {
    const out = h('output', { class: 'small' }, number(value()));
    const range = h('input', {
      type: 'range',
      min: String(low),
      max: String(high),
      step: String(step),
      value: String(value()),
      id: `slider-${key}`,
    });
    range.addEventListener('input', () => {
      const v = Number(range.value);
      set(v);
      put(out, number(v));
      changed();
    });
    range.addEventListener('dblclick', () => {
      range.value = String(rest);
      set(rest);
      put(out, number(rest));
      changed();
    });
    return {
      node: h(
        'label',
        { class: 'field', for: `slider-${key}` },
        h('span', { class: 'row between' }, words, out),
        range,
      ),
      refresh() {
        range.value = String(value());
        put(out, number(value()));
      },
    };
  }

  let directionSliders = [],
    latentSliders = new Map();
  function sliders() {
    for (const s of directionSliders) s.refresh();
    for (const s of latentSliders.values()) s.refresh();
    truncation.refresh();
  }

  function addLatent(index) {
    if (!(index >= 0 && index < about.latents) || latentSliders.has(index)) return;
    const one = slider(
      `latent ${index}`,
      `z${index}`,
      -3,
      3,
      0.05,
      () => state.z[index] || 0,
      (v) => {
        state.z[index] = v;
      },
    );
    latentSliders.set(index, one);
    latents.append(one.node);
  }

  async function lookForDirections() {
    try {
      const shares = await get(api('/directions'));
      if (closed) return;
      directionSliders = shares.slice(0, 8).map((s, i) =>
        slider(
          `${i + 1} · ${(100 * s).toFixed(0)} %`,
          `d${i}`,
          -4,
          4,
          0.1,
          () => state.d[i] || 0,
          (v) => {
            state.d[i] = v;
          },
        ),
      );
      fill(
        directions,
        directionSliders.map((s) => s.node),
      );
    } catch (failure) {
      fill(directions, h('p', { class: 'problem' }, failure.message));
    }
  }

  function classes() {
    if (!about.classes.length) return null;
    const options = () => about.classes.map((c, i) => h('option', { value: String(i) }, c));
    const one = h('select', { id: 'class', 'aria-label': 'class' }, options());
    const other = h('select', { id: 'other-class', 'aria-label': 'class to mix in' }, options());
    const share = h('input', {
      type: 'range',
      min: '0',
      max: '1',
      step: '0.05',
      value: '0',
      id: 'class-share',
      'aria-label': 'how much of the other class',
    });
    const [a, b] = state.cls.split(',').map((p) => p.split(':'));
    if (a?.[0]) one.value = a[0];
    if (b) {
      other.value = b[0];
      share.value = b[1];
    }
    const set = () => {
      const mix = Number(share.value);
      state.cls =
        mix > 0 && one.value !== other.value
          ? `${one.value}:${Number((1 - mix).toFixed(2))},${other.value}:${mix}`
          : one.value;
      changed();
      laterWall();
    };
    for (const input of [one, other, share]) input.addEventListener('input', set);
    return h(
      'div',
      { class: 'field' },
      'Class',
      h('div', { class: 'row tight' }, one, h('span', { class: 'small faint' }, 'mixed with'), other, share),
    );
  }

  // --- what a click on the wall does
  function setMode(value) {
    mode = value;
    picks = [];
    stopStroll();
    walkRow.hidden = true;
    walkGif.hidden = true;
    slotsShown();
  }

  function slotsShown() {
    const wanted = mode === 'walk' ? 2 : mode === 'mix' ? 3 : 0;
    fill(
      slots,
      Array.from({ length: wanted }, (_, i) =>
        h(
          'span',
          { class: 'slot' },
          h('strong', {}, `${mode === 'mix' && i ? (i === 1 ? '− ' : '+ ') : ''}${'ABC'[i]}`),
          picks[i] === undefined
            ? ' click a sample'
            : h('img', {
                class: 'pixels',
                alt: `sample ${picks[i]}`,
                src: api(`/sample.png?${new URLSearchParams({ base: picks[i], t: state.t, class: state.cls })}`),
              }),
        ),
      ),
    );
    for (const tile of wall.children)
      tile.setAttribute(
        'aria-pressed',
        String(picks.includes(tile.dataset.seed) || (mode === 'look' && tile.dataset.seed === state.base)),
      );
  }

  function pick(seed) {
    if (mode === 'look') {
      base(seed);
      slotsShown();
      return;
    }
    const wanted = mode === 'walk' ? 2 : 3;
    if (picks.length === wanted) picks = [];
    picks.push(seed);
    if (picks.length === wanted) {
      if (mode === 'mix') base(`${picks[0]}-${picks[1]}+${picks[2]}`);
      else {
        walkRow.hidden = false;
        walkGif.hidden = false;
        walkGif.href = api(`/walk.gif?${new URLSearchParams({ from: picks[0], to: picks[1], class: state.cls })}`);
        walkTo();
      }
    } else base(seed);
    slotsShown();
  }

  function walkTo() {
    base(`${picks[0]}~${picks[1]}@${place.value}`);
  }
  place.addEventListener('input', () => {
    stopStroll();
    walkTo();
  });

  let strolling = 0;
  function stroll() {
    if (strolling) {
      stopStroll();
      return;
    }
    put(playWalk, '❚❚');
    let phase = Math.acos(1 - 2 * Number(place.value));
    strolling = setInterval(() => {
      phase += 0.06;
      place.value = String((1 - Math.cos(phase)) / 2);
      walkTo();
    }, 60);
  }
  function stopStroll() {
    clearInterval(strolling);
    strolling = 0;
    put(playWalk, '▶');
  }

  // --- the wall
  let generation = 0,
    next = 0,
    loading = false,
    urls = [];
  let wallTimer;
  function laterWall() {
    clearTimeout(wallTimer);
    wallTimer = setTimeout(freshWall, 350);
  }

  function freshWall() {
    generation++;
    fill(wall);
    urls.forEach((url) => URL.revokeObjectURL(url));
    urls = [];
    next = state.seed;
    loading = false;
    loadMore();
  }

  async function loadMore() {
    if (loading || closed) return;
    if (wall.children.length >= MOST_TILES) {
      state.seed = next;
      first.value = String(next);
      freshWall();
      window.scrollTo(0, 0);
      return;
    }
    loading = true;
    const mine = generation,
      from = next;
    try {
      const q = new URLSearchParams({ from, count: SHEET, t: state.t });
      if (state.cls) q.set('class', state.cls);
      const image = await blob(api(`/sheet.png?${q}`));
      if (mine !== generation || closed) return;
      const url = URL.createObjectURL(image);
      urls.push(url);
      for (let i = 0; i < SHEET; i++) {
        const seed = String(from + i);
        wall.append(
          tile(url, i, SHEET, about, { 'aria-label': `sample ${seed}`, 'data-seed': seed, onclick: () => pick(seed) }),
        );
      }
      next = from + SHEET;
      put(more, wall.children.length >= MOST_TILES ? 'further samples' : 'more');
    } catch (failure) {
      if (!closed) toast(failure.message, 'error');
    } finally {
      if (mine === generation) loading = false;
    }
    if (mine === generation && nearEnd() && wall.children.length < MOST_TILES && wall.children.length < 3000)
      requestAnimationFrame(loadMore);
  }

  const nearEnd = () => more.getBoundingClientRect().top < window.innerHeight + 300;
  const scrolled = () => {
    if (nearEnd() && wall.children.length < MOST_TILES) loadMore();
  };
  window.addEventListener('scroll', scrolled, { passive: true });

  // --- neighbours, saved latents, dropped images
  async function neighbours() {
    nearestButton.disabled = true;
    put(nearestButton, 'Looking…');
    try {
      const answer = await get(api(`/nearest?${query()}`));
      fill(
        nearestBox,
        h(
          'p',
          { class: 'small faint' },
          `nearest of ${count(answer.count)} training images, with the difference from 0 to 1`,
        ),
        h(
          'div',
          { class: 'row' },
          answer.found.map((f) =>
            h(
              'figure',
              {},
              h('img', {
                class: 'pixels near',
                alt: `training image ${f.image}`,
                src: `data:image/png;base64,${f.png}`,
              }),
              h('figcaption', { class: 'small faint' }, number(f.error)),
            ),
          ),
        ),
      );
    } catch (failure) {
      toast(failure.message, 'error');
    }
    nearestButton.disabled = false;
    put(nearestButton, 'Nearest training images');
  }

  function saved(names) {
    fill(
      savedBox,
      names.length
        ? names.map((one) =>
            h(
              'span',
              { class: 'chip' },
              h('button', { type: 'button', class: 'quiet small', onclick: () => base(`*${one}`) }, one),
              h(
                'button',
                {
                  type: 'button',
                  class: 'quiet small icon',
                  'aria-label': `forget ${one}`,
                  onclick: async () => {
                    try {
                      saved(await del(api(`/latents/${one}`)));
                    } catch (f) {
                      toast(f.message, 'error');
                    }
                  },
                },
                '×',
              ),
            ),
          )
        : h('span', { class: 'small faint' }, 'nothing yet'),
    );
  }

  async function save(submit) {
    submit.preventDefault();
    if (!savedName.value) return;
    try {
      saved(await post(api(`/latents/${encodeURIComponent(savedName.value)}?${query()}`)));
      toast(`saved as ${savedName.value}`);
      savedName.value = '';
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  async function project(image) {
    drop.busy('Looking for its latent…');
    try {
      const answer = await (
        await postFor(api(`/project${state.cls ? `?class=${encodeURIComponent(state.cls)}` : ''}`), image)
      ).json();
      state.d = {};
      state.z = {};
      state.t = 1;
      sliders();
      base(`*${answer.name}`);
      target.src = `data:image/png;base64,${answer.target}`;
      target.hidden = false;
      saved((await get(api())).saved);
      toast(`found, ${answer.psnr.toFixed(1)} dB from the image; kept as ${answer.name}`);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    drop.done();
  }

  Object.keys(state.z).forEach((k) => addLatent(Number(k)));
  for (let i = 0; i < Math.min(4, about.latents); i++) addLatent(i);
  saved(about.saved);
  freshWall();
  changed();
  lookForDirections();
  const leave = () => {
    closed = true;
    stopStroll();
    clearTimeout(remembering);
    clearTimeout(wallTimer);
    window.removeEventListener('scroll', scrolled);
    urls.forEach((url) => URL.revokeObjectURL(url));
    if (shownUrl) URL.revokeObjectURL(shownUrl);
  };
  leave.update = (p) => {
    read(p);
    sliders();
    changed();
    freshWall();
  };
  return leave;
}
