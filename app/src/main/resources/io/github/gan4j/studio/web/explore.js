// Explore a trained generator: samples, sliders, walks, arithmetic, projection, nearest images.
import { explorePage, keepAddress, RUNS, runPage, usePage } from './address.js';
import { explorePath, get } from './api.js';
import { fill, h, options, put } from './dom.js';
import { ClassRow } from './explore-classes.js';
import { PickTools } from './explore-picks.js';
import { Recipe } from './explore-recipe.js';
import { SamplePanel } from './explore-sample.js';
import { SavedPanel } from './explore-saved.js';
import { SliderPanel } from './explore-sliders.js';
import { SampleWall } from './explore-wall.js';
import { count, sentence } from './format.js';
import { html } from './html.js';
import { IMAGES } from './names.js';

const MILLIS = 5000;

export async function show(page, [name], parameters) {
  page.title(`Explore ${name}`);
  let parts;
  try {
    parts = await open(page, name, parameters);
  } catch (failure) {
    if (failure.status !== 409) throw failure;
    page.draw(() => nothingToExplore(name, failure.message), {});
    return;
  }
  page.update = async (query) => {
    if (wantedAt(query) === parts.at) parts.follow(query);
    else {
      parts.close();
      page.root.replaceChildren();
      page.answer(
        open(page, name, query),
        (made) => {
          parts = made;
        },
        (failure) => fill(page.root, h('p', { class: 'problem', role: 'alert' }, failure.message)),
      );
    }
  };
  page.onLeave(() => parts.close());
  const look = (about) => parts.checkpoints.offer(about.checkpoints);
  page.every(
    () => MILLIS,
    () => page.answer(get(parts.path()), look, (failure) => parts.checkpoints.say(failure.message)),
  );
}

/** The run has no latents, or makes no images; what it can do is on another page. */
const nothingToExplore = (name, why) => html`
  <p class="crumb"><a href=${runPage(name)}>← ${name}</a></p>
  <h1>Explore ${name}</h1>
  <p class="problem" role="alert">${sentence(why)}</p>
  <p class="row">
    <a class="button" href=${usePage(name)}>Use ${name}</a>
    <a class="button" href=${runPage(name)}>See how it was trained</a>
  </p>`;

const seedIn = (query) => Math.max(0, Math.floor(Number(query.get('seed')) || 0));
const wantedAt = (query) => query.get('at') ?? '';

/** Everything about one checkpoint. The address names it, so that it shows the same for ever. */
async function open(page, name, parameters) {
  const asked = wantedAt(parameters);
  const about = await get(explorePath(name, asked ? `?at=${encodeURIComponent(asked)}` : ''));
  const at = String(about[IMAGES]);
  const path = (rest = '') => explorePath(name, `${rest}${rest.includes('?') ? '&' : '?'}at=${at}`);
  const recipe = new Recipe(parameters);
  const address = keepAddress(
    () => `${explorePage(name)}?${recipe.query({ at, ...(wall.seed ? { seed: wall.seed } : {}) })}`,
  );
  const sample = new SamplePanel(path, about, recipe, address.copy);
  const classes = new ClassRow(path, about, recipe, (chosen) => sliders.chooseClass(chosen));
  const changed = () => {
    sample.refresh();
    classes.refresh();
    address.later();
  };
  /** Changes the base latents; the sliders stay. */
  const base = (text) => {
    recipe.base = text;
    sample.clear();
    changed();
  };
  const picks = new PickTools(path, recipe, {
    base,
    walk: (ends) => sample.offerWalk(ends),
    picked: () => wall.press(),
  });
  const wall = new SampleWall(path, about, recipe, {
    seed: seedIn(parameters),
    picked: (seed) => picks.pick(seed),
    isPicked: (seed) => picks.isPicked(seed),
    moved: address.later,
    renewed: () => picks.show(),
  });
  const sliders = new SliderPanel(path, about, recipe, {
    changed,
    wallChanged: () => wall.renewLater(),
    saved: () => saved,
  });
  const saved = savedPanel(path, about, recipe, { sliders, picks, sample, wall, base });
  const checkpoints = new CheckpointChoice(about, (moment) => {
    location.hash = `${explorePage(name)}?${recipe.query({ at: moment })}`;
  });
  if (page.isShown) layOut(page.root, name, about.file, { sample, classes, sliders, saved, picks, wall, checkpoints });
  wall.renew();
  changed();
  sliders.loadDirections();
  const follow = (query) => {
    recipe.read(query);
    sliders.refresh();
    changed();
    wall.startFrom(seedIn(query));
  };
  const close = () => {
    for (const part of [address, sample, classes, picks, wall, sliders]) part.close();
  };
  return { at, path, checkpoints, follow, close };
}

/** What has been saved; a click picks it, or shows it as it was saved: no slider moves it, and its class is its own. */
function savedPanel(path, about, recipe, { sliders, picks, sample, wall, base }) {
  const whole = (latent) => {
    recipe.reset();
    recipe.classes = latent.class;
    sliders.refresh();
    base(`*${latent.name}`);
    wall.renewLater();
  };
  const projected = (answer) => {
    whole({ name: answer.name, class: recipe.classes });
    sample.showTarget(answer.target);
  };
  return new SavedPanel(path, about.saved, recipe, {
    whole: (latent) => (picks.mode === 'look' ? whole(latent) : picks.pick(`*${latent.name}`)),
    projected,
    directions: (names) => sliders.named.show(names),
  });
}

/** Which checkpoint is explored, and whether there is a newer one. */
class CheckpointChoice {
  constructor(about, choose) {
    Object.assign(this, { about, choose });
    this.select = h('select', { id: 'at', onchange: () => choose(this.select.value) });
    this.words = h('span', { class: 'small', role: 'status' });
    this.node = h(
      'div',
      { class: 'row' },
      h('label', { class: 'inline' }, 'checkpoint', this.select),
      h('span', { class: 'small faint' }, `latent size ${about.latents}`),
      this.words,
    );
    this.offer(about.checkpoints);
  }

  offer(moments) {
    if (this.about.file) {
      this.select.parentElement.hidden = true;
      return;
    }
    const at = this.about[IMAGES];
    const named = Object.fromEntries(moments.map((moment) => [moment, `after ${count(moment)} images`]));
    if (this.select.children.length !== moments.length) fill(this.select, options(moments.slice().reverse(), named));
    this.select.value = at;
    const newest = moments.at(-1);
    if (newest > at) this.say(`There is a newer checkpoint, after ${count(newest)} images.`);
    else if (at === 0)
      this.say(
        'This generator has not learned anything yet. Its run keeps a checkpoint now and then, or when asked to.',
      );
    else this.say('');
  }

  say(words) {
    put(this.words, words);
  }
}

function layOut(root, name, isFile, { sample, classes, sliders, saved, picks, wall, checkpoints }) {
  // a run has this link on its own page
  if (isFile) checkpoints.node.append(h('a', { class: 'button', href: usePage(name) }, 'Use'));
  const head = h('div', { class: 'head' }, h('h1', {}, `Explore ${name}`), checkpoints.node);
  const samples = h(
    'section',
    { class: 'panel stack', 'aria-label': 'wall of samples' },
    classes.node,
    picks.node,
    wall.nodes,
  );
  // a file has no run folder to keep latents in
  const tools = h('div', { class: 'stack' }, sample.node, sliders.node, isFile ? [] : saved.node);
  root.append(
    h('p', { class: 'crumb' }, h('a', { href: isFile ? RUNS : runPage(name) }, `← ${isFile ? 'Runs' : name}`)),
    head,
    h('div', { class: 'explore' }, tools, samples),
  );
}
