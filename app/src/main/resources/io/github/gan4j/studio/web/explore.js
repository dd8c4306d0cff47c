// Explore a trained generator: samples, sliders, walks, arithmetic, projection, nearest images.
import { explorePage, keepAddress, runPage } from './address.js';
import { explorePath, get } from './api.js';
import { h } from './dom.js';
import { PickTools } from './explore-picks.js';
import { Recipe } from './explore-recipe.js';
import { SamplePanel } from './explore-sample.js';
import { SavedPanel } from './explore-saved.js';
import { SliderPanel } from './explore-sliders.js';
import { SampleWall } from './explore-wall.js';
import { count } from './format.js';
import { IMAGES } from './names.js';

export async function show(main, [name], parameters) {
  const path = (rest = '') => explorePath(name, rest);
  const about = await get(path());
  const recipe = new Recipe(parameters);
  const address = keepAddress(() => `${explorePage(name)}?${recipe.query(wall.seed ? { seed: wall.seed } : {})}`);
  const sample = new SamplePanel(path, about, recipe, address.copy);
  const changed = () => {
    sample.refresh();
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
  });
  const sliders = new SliderPanel(path, about, recipe, { changed, wallChanged: () => wall.renewLater() });
  const projected = (answer) => {
    recipe.reset();
    sliders.refresh();
    base(`*${answer.name}`);
    sample.showTarget(answer.target);
  };
  const saved = new SavedPanel(path, about.saved, recipe, { base, projected });
  layOut(main, name, about, { sample, sliders, saved, picks, wall });
  wall.renew();
  changed();
  sliders.loadDirections();

  const leave = () => {
    for (const part of [address, sample, picks, wall, sliders]) part.close();
  };
  leave.update = (query) => {
    recipe.read(query);
    sliders.refresh();
    changed();
    wall.startFrom(seedIn(query));
  };
  return leave;
}

const seedIn = (query) => Number(query.get('seed')) || 0;

function layOut(main, name, about, { sample, sliders, saved, picks, wall }) {
  const facts = `after ${count(about[IMAGES])} images, ${about.latents} latents`;
  const head = h('div', { class: 'head' }, h('h1', {}, `Explore ${name}`), h('span', { class: 'small faint' }, facts));
  const samples = h('section', { class: 'panel stack', 'aria-label': 'wall of samples' }, picks.node, wall.nodes);
  const tools = h('div', { class: 'stack' }, sample.node, sliders.node, saved.node);
  main.append(
    h('p', { class: 'crumb' }, h('a', { href: runPage(name) }, `← ${name}`)),
    head,
    h('div', { class: 'explore' }, tools, samples),
  );
}
