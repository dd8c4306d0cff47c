// An image redrawn as ones of other classes.
import { isCancelled, usePath } from './api.js';
import { inline } from './dom.js';
import { html, nothing } from './html.js';
import { IMAGES } from './names.js';
import { evenly, newest } from './parts.js';
import { askAbout, brought } from './use-images.js';

const ALL = 'all';
const IN_A_ROW = 6;

export class RedrawPanel {
  constructor(page, name, about) {
    Object.assign(this, { page, name, about, as: ALL, own: '' });
    // names of classes may hold what separates them in a request
    this.words = about.classes.map((word, at) => (/[,\-\s]/.test(word) ? `#${at}` : word));
    this.refresh = newest(() => this.load());
  }

  take(image) {
    this.image = image;
    this.own = '';
    if (image) this.refresh();
    else this.page.set({ redrawn: undefined });
  }

  change(setting) {
    Object.assign(this, setting);
    if (this.image) this.refresh();
    this.page.redraw();
  }

  async load() {
    const { image, as, own } = this;
    if (!image) return;
    const isWanted = () => this.page.isShown && image === this.image && as === this.as && own === this.own;
    const here = (redrawn) => isWanted() && this.page.set({ redrawn, at: redrawn[IMAGES] });
    try {
      const query = own === '' ? { as } : { as, own };
      here({ ...(await askAbout(usePath(this.name, '/redraw'), image, query)), image });
    } catch (failure) {
      if (!isCancelled(failure)) here({ problem: failure.message });
    }
  }

  view({ redrawn }) {
    return html`
      <section class="panel stack" aria-label="redrawn" id="redrawn">
        <h2>Redrawn</h2>
        <div class="fields">
          ${this.choice('redraw-as', 'Redraw as', ALL, 'all classes', this.as, (as) => this.change({ as }))}
          ${this.choice('redraw-own', 'Its class', '', this.usual(redrawn), this.own, (own) => this.change({ own }))}
        </div>
        ${redrawn?.problem ? html`<p class="problem" role="alert">${redrawn.problem}</p>` : nothing}
        ${redrawn?.seen ? this.answer(redrawn) : nothing}
        ${redrawn ? nothing : html`<p class="faint">Draw a digit, drop an image, or choose one.</p>`}
      </section>`;
  }

  usual(redrawn) {
    return redrawn?.truth === undefined ? 'unknown' : `${this.about.classes[redrawn.truth]} (from its data)`;
  }

  choice(id, label, first, words, value, choose) {
    return html`
      <label class="field">${label}
        <select id=${id} .value=${value} @change=${(event) => choose(event.target.value)}>
          <option value=${first}>${words}</option>
          ${this.words.map((word, at) => html`<option value=${word}>${this.about.classes[at]}</option>`)}
        </select>
      </label>`;
  }

  answer(answered) {
    const { seen, redrawn, reconstruction, figure } = answered;
    const { classes } = this.about;
    const psnr = reconstruction?.psnr === undefined ? '' : `, PSNR ${reconstruction.psnr.toFixed(1)} dB`;
    const name = `${this.name}-redrawn.png`;
    return html`
      <div class="redrawn">
        ${shown(seen, 'original', 'the image as the generator sees it')}
        ${
          reconstruction
            ? shown(
                reconstruction.png,
                `reconstruction${psnr}`,
                `redrawn as ${classes[reconstruction.label]}, its own class`,
              )
            : nothing
        }
      </div>
      <div class="redrawn classes" role="group" aria-label="redrawn as other classes"
        .style=${`--columns: ${evenly(redrawn.length, IN_A_ROW)}`}>
        ${redrawn.map(({ label, png }) => shown(png, classes[label], `redrawn as ${classes[label]}`))}
      </div>
      <div class="row"><a class="button" href=${inline(figure)} download=${name}>Save as PNG</a></div>
      ${brought(answered)}`;
  }
}

const shown = (png, words, alt) => html`
  <figure><img class="pixels" alt=${alt} src=${inline(png)}><figcaption class="small">${words}</figcaption></figure>`;
