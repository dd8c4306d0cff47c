// The sample pictures of a run, large, one at a time or as a film.
import { runPath, samplesPath } from './api.js';
import { makesImages, unit } from './card.js';
import { enlarge } from './enlarge.js';
import { Film } from './film.js';
import { count } from './format.js';
import { html, nothing } from './html.js';
import { EVENT } from './names.js';
import { isSlow } from './run-controls.js';

/** Milliseconds of a film from start to end, and of one of its pictures. */
const PACE = { whole: 6000, least: 60, most: 220 };
const GAP = 12;
const MOST_ENLARGED = 760;

/** What a sheet of samples shows: a network that restores has its input and the original beside each result. */
const madeBy = (card) => (card.uses?.includes('restore') ? 'given, results and originals' : 'fakes');

export class RunGallery {
  /** @param shown called with the images seen at the picture shown, or null for the newest */
  constructor(page, name, shown) {
    Object.assign(this, { page, name, shown, index: null });
    this.sizes = new ResizeObserver(() => this.fit());
    this.film = new Film(() => page.redraw(), PACE);
    page.onLeave(() => {
      this.film.stop();
      this.sizes.disconnect();
    });
  }

  view(state, isDiagram) {
    const { moments, card } = state;
    if (!moments.length) return nothing;
    const last = moments.length - 1;
    const at = Math.min(this.index ?? last, last);
    const after = `after ${count(moments[at])} ${unit(card)}`;
    // one can look at each step, and the pictures of the record would stay behind
    const isNow = this.index === null && isSlow(card) && makesImages(card);
    const fakes = isNow
      ? { source: runPath(this.name, `/now.png?step=${card[EVENT.step] ?? 0}`), caption: 'fakes now' }
      : { source: samplesPath(this.name, moments[at]), caption: madeBy(card), words: `${madeBy(card)} ${after}` };
    const place = isNow ? 'now' : `${after} (picture ${at + 1} of ${moments.length})`;
    const reals = { source: runPath(this.name, '/reals.png'), caption: 'reals' };
    return html`
      <section class="panel stack" aria-label="samples">
        <h2>Samples</h2>
        <div class="pictures">
          ${this.figure(fakes, 'samples', isDiagram, isNow)}
          ${card.reals ? this.figure(reals, 'reals', isDiagram) : nothing}
        </div>
        ${moments.length > 1 ? this.scrubber(moments, at, after) : nothing}
        <output class="small" for="scrubber">${place}</output>
      </section>`;
  }

  figure({ source, caption, words = caption }, kind, isDiagram, isNow) {
    const loaded = (event) => {
      this.sizes.observe(event.target.closest('.pictures'));
      this.fit();
    };
    return html`
      <figure>
        <figcaption class="small faint">${caption}</figcaption>
        <a href=${source} target="_blank" rel="noopener" aria-label="${words} alone"
          ><img class="${kind} ${isDiagram ? 'diagram' : ''} ${isNow ? 'now' : ''}" alt=${words} src=${source}
            @load=${loaded}></a>
      </figure>`;
  }

  /** Shows pictures at a whole multiple of their own size where there is room, side by side if two fit. */
  fit() {
    const box = this.page.root.querySelector('.pictures');
    if (!box) return;
    const room = box.clientWidth;
    for (const image of box.querySelectorAll('img'))
      if (image.naturalWidth) enlarge(image, room, Math.min(MOST_ENLARGED, (room - GAP) / 2));
  }

  scrubber(moments, at, after) {
    const scrub = (event) => this.scrub(Number(event.target.value));
    return html`
      <div class="row scrub">
        ${this.film.button('play the training as a film', () => this.play())}
        <input type="range" id="scrubber" min="0" max=${moments.length - 1} step="1" .value=${String(at)}
          aria-label="time: which sample picture" aria-valuetext=${after} @input=${scrub}>
        <button type="button" class="quiet small" @click=${() => this.scrub(moments.length - 1)}>newest</button>
      </div>`;
  }

  /** Shows a picture on the user's behalf. */
  scrub(index) {
    this.film.stop();
    this.show(index);
  }

  show(index) {
    const { moments } = this.page.state;
    const isNewest = index >= moments.length - 1;
    this.index = isNewest ? null : index;
    this.shown(isNewest ? null : moments[index]);
    this.page.redraw();
  }

  play() {
    const { moments } = this.page.state;
    let at = this.index ?? 0;
    this.film.play(moments.length, () => {
      this.show(at++);
      return this.index !== null;
    });
  }
}
