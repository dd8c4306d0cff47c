// The same latent in every class.
import { blob } from './api.js';
import { complain } from './dialog.js';
import { button, h } from './dom.js';
import { newest } from './parts.js';

/** As many as the server draws at once. */
const MOST = 64;

export class ClassRow {
  /** @param choose called with the class of the sample that is clicked */
  constructor(path, about, recipe, choose) {
    Object.assign(this, { path, recipe, choose, names: about.classes.slice(0, MOST), isClosed: false });
    this.tiles = this.names.map((name, i) => this.tile(name, i, about));
    const rest = about.classes.length - this.names.length;
    const words =
      rest > 0
        ? `The same latent in the first ${MOST} of ${about.classes.length} classes`
        : 'The same latent in every class';
    const label = h('p', { class: 'small faint' }, words);
    this.row = h('div', { class: 'classes', role: 'group', 'aria-label': words }, this.tiles);
    this.node = h('div', { class: 'stack', id: 'classes', hidden: !this.names.length }, label, this.row);
    this.paint = newest(() => this.load());
  }

  tile(name, i, { width, height }) {
    const picture = h('span', { class: 'tile pixels' });
    picture.style.backgroundSize = `${this.names.length * 100}% 100%`;
    picture.style.backgroundPosition = `${(i / Math.max(1, this.names.length - 1)) * 100}% 0`;
    picture.style.aspectRatio = `${width} / ${height}`;
    // a name with a comma or a colon would be a mixture
    const value = /[,:]/.test(name) ? `#${i}` : name;
    const attributes = { class: 'quiet', 'data-class': value, 'aria-label': `show class ${name}`, title: name };
    return button([picture, h('span', { class: 'small' }, name)], () => this.choose(value), attributes);
  }

  refresh() {
    if (this.names.length) this.paint();
    const chosen = this.recipe.classes || this.names[0];
    for (const tile of this.tiles) tile.setAttribute('aria-pressed', String(tile.dataset.class === chosen));
  }

  async load() {
    try {
      const image = await blob(this.path(`/classes.png?${this.recipe.query()}`));
      if (this.isClosed) return;
      const url = URL.createObjectURL(image);
      for (const tile of this.tiles) tile.firstChild.style.backgroundImage = `url(${url})`;
      if (this.url) URL.revokeObjectURL(this.url);
      this.url = url;
    } catch (failure) {
      if (!this.isClosed) complain(failure);
    }
  }

  close() {
    this.isClosed = true;
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
