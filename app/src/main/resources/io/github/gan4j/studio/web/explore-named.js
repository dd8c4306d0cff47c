// Directions with a name of one's own, which lead the same way at every checkpoint.
import { attempt } from './dialog.js';
import { button, fill, h, options } from './dom.js';
import { LATENT_NAME } from './explore-saved.js';

export class NamedDirections {
  sliders = new Map();

  /**
   * @param slider makes the slider of a name
   * @param measures of samples, along which directions are found
   * @param on callbacks: `changed` when the sample changes; `saved` returns the panel of what has been saved; `keeps`
   *     tells whether anything can be saved
   */
  constructor(recipe, slider, measures, on) {
    Object.assign(this, { recipe, slider, measures, on });
    this.which = h('select', { id: 'direction-index', 'aria-label': 'which direction' });
    this.name = h('input', {
      id: 'direction-name',
      autocomplete: 'off',
      placeholder: 'what it changes',
      pattern: LATENT_NAME,
      'aria-label': 'name of the direction',
    });
    const submit = (event) => {
      event.preventDefault();
      if (this.which.value && (this.name.value || this.isMeasure())) attempt(() => this.keep());
    };
    const send = h('button', { type: 'submit' }, 'Keep');
    const form = h('form', { class: 'row tight', onsubmit: submit }, this.which, this.name, send);
    const naming = h('details', { id: 'naming', hidden: !on.keeps }, h('summary', {}, 'Add a direction'), form);
    this.box = h('div', { class: 'sliders' });
    this.node = h('div', { class: 'stack' }, naming, this.box);
  }

  /** The principal directions that can be named, and what can be measured. */
  offer(count) {
    const indices = Array.from({ length: count }, (_, i) => i);
    const words = indices.map((i) => `direction ${i + 1}`);
    fill(this.which, options([...indices, ...this.measures], words));
  }

  isMeasure() {
    return this.measures.includes(this.which.value);
  }

  async keep() {
    const { value } = this.which;
    if (this.isMeasure()) await this.on.saved().measureDirection(value, this.name.value || value);
    else await this.on.saved().nameDirection(Number(value), this.name.value);
    this.name.value = '';
  }

  show(names) {
    for (const name of this.sliders.keys()) if (!names.includes(name)) delete this.recipe.named[name];
    this.sliders = new Map(names.map((name) => [name, this.sliders.get(name) ?? this.slider(name)]));
    const row = ([name, { node }]) => h('div', { class: 'named' }, node, this.forgetButton(name));
    fill(this.box, [...this.sliders].map(row));
  }

  forgetButton(name) {
    const forget = async () => {
      await attempt(() => this.on.saved().forget(name));
      this.on.changed();
    };
    return button('×', forget, { class: 'quiet small icon', 'aria-label': `delete the direction ${name}` });
  }
}
