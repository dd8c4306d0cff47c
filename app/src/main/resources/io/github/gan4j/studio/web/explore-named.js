// Directions with a name of one's own, which lead the same way at every checkpoint.
import { attempt } from './dialog.js';
import { button, fill, h, options } from './dom.js';
import { LATENT_NAME } from './explore-saved.js';

export class NamedDirections {
  sliders = new Map();

  /**
   * @param slider makes the slider of a name
   * @param on callbacks: `changed` when the sample changes; `saved` returns the panel of what has been saved; `keeps`
   *     tells whether anything can be saved
   */
  constructor(recipe, slider, on) {
    Object.assign(this, { recipe, slider, on });
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
      if (this.name.value && this.which.value) attempt(() => this.keep());
    };
    const send = h('button', { type: 'submit' }, 'Keep');
    const form = h('form', { class: 'row tight', onsubmit: submit }, this.which, this.name, send);
    const naming = h('details', { id: 'naming', hidden: !on.keeps }, h('summary', {}, 'Name a direction'), form);
    this.box = h('div', { class: 'sliders' });
    this.node = h('div', { class: 'stack' }, naming, this.box);
  }

  /** The principal directions that can be named. */
  offer(count) {
    const indices = Array.from({ length: count }, (_, i) => i);
    const words = indices.map((i) => `direction ${i + 1}`);
    fill(this.which, options(indices, words));
  }

  async keep() {
    await this.on.saved().nameDirection(Number(this.which.value), this.name.value);
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
