// Saved latents, and latents found for dropped images.
import { del, get, post } from './api.js';
import { ask, attempt, toast } from './dialog.js';
import { button, fill, h } from './dom.js';
import { dropPlace } from './parts.js';

export const LATENT_NAME = '[A-Za-z0-9_.]{1,60}';

export class SavedPanel {
  /**
   * @param on callbacks: `whole` with saved latents to show, `projected` with the latents found for an image,
   *     `directions` with those that are directions
   */
  constructor(path, names, recipe, on) {
    Object.assign(this, { path, recipe, on });
    this.list = h('div', { class: 'row tight' });
    this.name = h('input', {
      id: 'save-name',
      autocomplete: 'off',
      placeholder: 'name',
      pattern: LATENT_NAME,
      'aria-label': 'name to save the latent under',
    });
    const submit = (event) => {
      event.preventDefault();
      if (this.name.value) attempt(() => this.save(this.name.value));
    };
    const form = h(
      'form',
      { class: 'row tight', onsubmit: submit },
      this.name,
      h('button', { type: 'submit' }, 'Save'),
    );
    const invitation = 'Drop an image here, or choose one, to find its latent';
    const project = (image) => attempt(() => this.project(image));
    const drop = dropPlace('drop-file', invitation, 'Searching for its latent…', project);
    const attributes = { class: 'panel stack', 'aria-label': 'saved latents and images' };
    this.node = h('section', attributes, h('h2', {}, 'Saved latents'), this.list, form, drop);
    this.show(names);
  }

  show(names) {
    this.names = names;
    const nothing = h('span', { class: 'small faint' }, 'none yet');
    const samples = names.filter((latent) => !latent.direction);
    fill(this.list, samples.length ? samples.map((latent) => this.chip(latent)) : nothing);
    this.on.directions(names.filter((latent) => latent.direction).map((latent) => latent.name));
  }

  async forget(name) {
    this.show(await del(this.path(`/latents/${name}`)));
  }

  chip(latent) {
    const { name } = latent;
    const forget = () => attempt(() => this.forget(name));
    return h(
      'span',
      { class: 'chip' },
      button(name, () => this.on.whole(latent), { class: 'quiet small' }),
      button('×', forget, { class: 'quiet small icon', 'aria-label': `delete ${name}` }),
    );
  }

  /** Keeps one of the principal directions of this checkpoint, to move along at every checkpoint. */
  async nameDirection(index, name) {
    this.show(await post(this.path(`/latents/${encodeURIComponent(name)}?direction=${index}`)));
    toast(`direction ${index + 1} is kept as ${name}`);
  }

  /** Keeps the direction along which a measure of the samples grows. */
  async measureDirection(measure, name) {
    const query = new URLSearchParams({ measure });
    if (this.recipe.classes) query.set('class', this.recipe.classes);
    const { correlation } = await get(this.path(`/measured/${measure}?${query}`));
    this.show(await post(this.path(`/latents/${encodeURIComponent(name)}?${query}`)));
    toast(`${name} is kept; its correlation with ${measure} is ${correlation.toFixed(2)} on held-out samples`);
  }

  async save(name) {
    const isThere = this.names.some((latent) => latent.name === name);
    const question = h('p', {}, `There is a saved latent '${name}' already.`);
    if (isThere && !(await ask(`Replace ${name}?`, question, { confirm: 'Replace', kind: 'danger' }))) return;
    const query = this.recipe.query(isThere ? { replace: 1 } : {});
    this.show(await post(this.path(`/latents/${encodeURIComponent(name)}?${query}`)));
    toast(`saved as ${name}`);
    this.name.value = '';
  }

  async project(image) {
    const query = this.recipe.classes ? `?class=${encodeURIComponent(this.recipe.classes)}` : '';
    const answer = await post(this.path(`/project${query}`), image);
    this.on.projected(answer);
    this.show((await get(this.path())).saved);
    toast(`latent found (PSNR ${answer.psnr.toFixed(1)} dB); saved as ${answer.name}`);
  }
}
