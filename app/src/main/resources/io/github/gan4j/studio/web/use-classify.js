// The classes of an image, by a discriminator that has become a classifier.
import { isCancelled, usePath } from './api.js';
import { bars } from './bars.js';
import { inline } from './dom.js';
import { percent } from './format.js';
import { html } from './html.js';
import { IMAGES } from './names.js';
import { newest } from './parts.js';
import { askAbout, brought } from './use-images.js';

export class ClassifyPanel {
  constructor(page, name, about) {
    Object.assign(this, { page, name, about });
    this.refresh = newest(() => this.load());
  }

  take(image) {
    this.image = image;
    if (image) this.refresh();
    else this.page.set({ classified: undefined });
  }

  async load() {
    const { image } = this;
    if (!image) return;
    const here = (classified) =>
      this.page.isShown && image === this.image && this.page.set({ classified, at: classified[IMAGES] });
    try {
      const answer = await askAbout(usePath(this.name, '/classify'), image);
      here({ ...answer, image });
    } catch (failure) {
      if (!isCancelled(failure)) here({ problem: failure.message });
    }
  }

  view({ classified }) {
    return html`
      <section class="panel stack" aria-label="classes" id="classified">
        <h2>Classes</h2>
        ${classified ? (classified.problem ? problem(classified) : this.answer(classified)) : this.invitation()}
      </section>`;
  }

  invitation() {
    const ways =
      this.about.channels === 1 ? 'Draw one, drop an image, or choose one.' : 'Drop an image, or choose one.';
    return html`<p class="faint">${ways} ${this.about.labelled} labelled images taught it the classes.</p>`;
  }

  answer(classified) {
    const { probabilities, truth, seen } = classified;
    const { classes } = this.about;
    const best = probabilities.indexOf(Math.max(...probabilities));
    const verdict = `${classes[best]}, ${percent(probabilities[best])}`;
    const kind = truth === undefined ? '' : truth === best ? 'good' : 'warning';
    const right = truth === undefined ? '' : truth === best ? ', which is right' : `; it is ${classes[truth]}`;
    return html`
      <div class="as-seen">
        <img class="pixels" alt="what the classifier sees" src=${inline(seen)}>
        <p class="diagnosis ${kind}" role="status">Classified as ${verdict}${right}.</p>
      </div>
      ${bars(classes, [{ title: 'probability', side: 'before', shares: probabilities }], truth)}
      ${brought(classified)}`;
  }
}

const problem = ({ problem: words }) => html`<p class="problem" role="alert">${words}</p>`;
