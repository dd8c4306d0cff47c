// The sample pictures of a run, large, one at a time or as a film.
import { runPath, samplesPath } from './api.js';
import { makesImages, unit } from './card.js';
import { enlarge, roomIn } from './enlarge.js';
import { Film } from './film.js';
import { count } from './format.js';
import { html, nothing } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { isSlow } from './run-controls.js';

/** Milliseconds of a film from start to end, and of one of its pictures. */
const PACE = { whole: 6000, least: 60, most: 220 };
const GAP = 12;
const MOST_ENLARGED = 760;

/** What a sheet shows of a network that restores: its input and the original beside each result. */
const RESTORED = { restore: 'given, results and originals', upscale: 'given, bicubic, results and originals' };

const restored = (card) => card.uses?.map((use) => RESTORED[use]).find(Boolean);
const madeBy = (card) => restored(card) ?? 'fakes';

/** Whether the reals are nowhere else: in a plane they lie among the fakes, originals beside their results. */
const needsReals = (card) => card.reals && card.kind !== 'plane' && !restored(card);

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
    const place = isNow
      ? `now, after ${count(card[IMAGES] || 0)} ${unit(card)}`
      : `${after} (picture ${at + 1} of ${moments.length})`;
    const reals = { source: runPath(this.name, '/reals.png'), caption: 'reals' };
    return html`
      <section class="panel stack" aria-label="samples">
        <h2>Samples</h2>
        <div class="pictures">
          ${this.figure(fakes, 'samples', isDiagram, isNow)}
          ${needsReals(card) ? this.figure(reals, 'reals', isDiagram) : nothing}
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
    const room = roomIn(box);
    const images = [...box.querySelectorAll('img')];
    const share = images.length > 1 ? (room - GAP) / 2 : room;
    for (const image of images) {
      const { naturalWidth: width, naturalHeight: height } = image;
      if (width) enlarge(image, room, Math.min(share, MOST_ENLARGED * Math.max(1, width / height)));
    }
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
