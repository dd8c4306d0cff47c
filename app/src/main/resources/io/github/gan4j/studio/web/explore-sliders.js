// The sliders: principal directions, truncation, classes, single latents.
import { get } from './api.js';
import { button, choice, fill, h, put, range, rangeField } from './dom.js';
import { NamedDirections } from './explore-named.js';
import { MOST_TRUNCATION, REACH } from './explore-recipe.js';
import { digits } from './format.js';

const MOST_DIRECTIONS = 8;
const FIRST_LATENTS = 4;

export class SliderPanel {
  /**
   * @param on callbacks: `changed` when the sample changes, `wallChanged` when all samples do; `saved` returns the
   *     panel of what has been saved
   */
  constructor(path, about, recipe, on) {
    Object.assign(this, { path, about, recipe, on, directions: [], latents: new Map(), isClosed: false });
    const slider = (name) => this.move(name, 'v', name, REACH.v, 0.1);
    this.named = new NamedDirections(recipe, slider, about.measures, { ...on, keeps: !about.file });
    this.directionBox = h('div', { class: 'sliders' }, h('p', { class: 'small faint' }, 'computing directions…'));
    this.latentBox = h('div', { class: 'sliders' });
    const forAll = (event) => {
      recipe.isForAll = event.target.checked;
      this.changeAll();
    };
    this.forAll = h('input', { type: 'checkbox', id: 'for-all', checked: recipe.isForAll, onchange: forAll });
    this.truncation = this.truncationSlider();
    this.classes = about.classes.length ? new ClassMix(about.classes, recipe, () => this.changeAll()) : undefined;
    this.node = this.panel();
    for (const index of Object.keys(recipe.latents)) this.addLatent(Number(index));
    for (let index = 0; index < Math.min(FIRST_LATENTS, about.latents); index++) this.addLatent(index);
  }

  panel() {
    const reset = button('Reset sliders', () => this.reset(), { class: 'quiet small', id: 'reset' });
    const intro = 'Directions in latent space along which samples vary most, with their share of the variance.';
    return h(
      'section',
      { class: 'panel stack', 'aria-label': 'sliders' },
      h('div', { class: 'row between' }, h('h2', {}, 'Principal directions'), reset),
      h('p', { class: 'small faint' }, intro),
      this.directionBox,
      this.named.node,
      h('label', { class: 'tick' }, this.forAll, ' move all samples'),
      this.truncation.node,
      this.classes?.node,
      this.latentPanel(),
    );
  }

  latentPanel() {
    const which = h('input', {
      type: 'number',
      min: 0,
      max: this.about.latents - 1,
      value: 0,
      id: 'latent-index',
      'aria-label': 'index of a latent',
    });
    const add = button('Add its slider', () => this.addLatent(Number(which.value)));
    const body = h('div', { class: 'stack' }, h('div', { class: 'row' }, which, add), this.latentBox);
    return h('details', { id: 'single-latents' }, h('summary', {}, 'Single latents'), body);
  }

  changeAll() {
    this.on.changed();
    this.on.wallChanged();
  }

  reset() {
    this.recipe.reset();
    this.refresh();
    this.changeAll();
  }

  chooseClass(words) {
    this.recipe.classes = words;
    this.refresh();
    this.changeAll();
  }

  /** Sets the sliders to the recipe. */
  refresh() {
    for (const slider of [
      ...this.directions,
      ...this.named.sliders.values(),
      ...this.latents.values(),
      this.truncation,
    ])
      slider.refresh();
    this.forAll.checked = this.recipe.isForAll;
    this.classes?.refresh();
  }

  truncationSlider() {
    const get = () => this.recipe.truncation;
    const set = (value) => {
      this.recipe.truncation = value;
      this.changeAll();
    };
    return slider('truncation', { id: 'slider-t', min: 0, max: MOST_TRUNCATION, step: 0.05 }, get, set, 1);
  }

  /** The slider of a principal direction (kind d) or a single latent (kind z). */
  move(words, kind, index, reach, step) {
    const get = () => this.recipe.moves(kind)[index] ?? 0;
    const set = (value) => {
      this.recipe.moves(kind)[index] = value;
      if (this.recipe.isForAll) this.changeAll();
      else this.on.changed();
    };
    return slider(words, { id: `slider-${kind}${index}`, min: -reach, max: reach, step }, get, set, 0);
  }

  addLatent(index) {
    if (!(index >= 0 && index < this.about.latents) || this.latents.has(index)) return;
    const made = this.move(`latent ${index}`, 'z', index, REACH.z, 0.05);
    this.latents.set(index, made);
    this.latentBox.append(made.node);
  }

  async loadDirections() {
    try {
      const shares = await get(this.path('/directions'));
      if (this.isClosed) return;
      const made = (share, i) => this.move(`${i + 1} · ${(100 * share).toFixed(0)} %`, 'd', i, REACH.d, 0.1);
      this.directions = shares.slice(0, MOST_DIRECTIONS).map(made);
      fill(
        this.directionBox,
        this.directions.map((one) => one.node),
      );
      this.named.offer(this.directions.length);
    } catch (failure) {
      if (!this.isClosed) fill(this.directionBox, h('p', { class: 'problem' }, failure.message));
    }
  }

  close() {
    this.isClosed = true;
  }
}

/** A slider; a double click resets it to `rest`. */
function slider(words, limits, get, set, rest) {
  const made = rangeField(words, { ...limits, output: { class: 'small' } });
  const refresh = () => {
    made.input.value = get();
    put(made.value, digits(get(), 3));
  };
  const change = (value) => {
    put(made.value, digits(value, 3));
    set(value);
  };
  made.input.addEventListener('input', () => change(Number(made.input.value)));
  made.input.addEventListener('dblclick', () => {
    made.input.value = rest;
    change(rest);
  });
  refresh();
  return { node: made.node, refresh };
}

/** Inputs for a class or a mixture of two, as in `cat` or `3:0.75,5:0.25`. */
class ClassMix {
  constructor(names, recipe, changed) {
    const words = names.map((name, at) => (/[,:]/.test(name) ? `#${at}` : name));
    Object.assign(this, { words, recipe, changed });
    const named = Object.fromEntries(words.map((word, at) => [word, names[at]]));
    const select = (id, label) => choice({ id, 'aria-label': label }, words, named);
    this.one = select('class', 'class');
    this.other = select('other-class', 'class to mix in');
    const limits = { min: 0, max: 1, step: 0.05, value: 0 };
    this.share = range({ ...limits, id: 'class-share', 'aria-label': 'share of the other class' });
    for (const input of [this.one, this.other, this.share]) input.addEventListener('input', () => this.choose());
    const between = h('span', { class: 'small faint' }, 'mixed with');
    const inputs = h('div', { class: 'row tight' }, this.one, between, this.other, this.share);
    this.node = h('div', { class: 'field' }, 'Class', inputs);
    this.refresh();
  }

  refresh() {
    const [one, other] = this.recipe.classes.split(',').map((part) => part.split(':'));
    this.one.value = one[0] || this.words[0];
    if (other) this.other.value = other[0];
    this.share.value = other ? other[1] : '0';
  }

  choose() {
    const share = Number(this.share.value);
    const isMixed = share > 0 && this.one.value !== this.other.value;
    const rest = Number((1 - share).toFixed(2));
    this.recipe.classes = isMixed ? `${this.one.value}:${rest},${this.other.value}:${share}` : this.one.value;
    this.changed();
  }
}
