// The sample pictures of runs side by side at one moment, with one slider for all, or as a film.
import { runPage } from './address.js';
import { samplesPath } from './api.js';
import { badge, makesImages, unit } from './card.js';
import { Enlarged } from './enlarge.js';
import { Film } from './film.js';
import { count, duration } from './format.js';
import { html, nothing, repeat } from './html.js';
import { EVENT } from './names.js';

/** Milliseconds of a film from start to end, and of one of its moments. */
const PACE = { whole: 8000, least: 80, most: 400 };

export class Pictures {
  /** @param look called with the moment to show, in images seen; undefined for the newest of each run */
  constructor(page, look) {
    Object.assign(this, { page, look, moments: [] });
    this.sizes = new Enlarged();
    this.film = new Film(() => page.redraw(), PACE);
  }

  /**
   * @param runs that are drawn
   * @param picturesOf the moments of the pictures of a run, once they are known
   * @param at the moment to show; undefined for the newest of each run
   */
  view(runs, picturesOf, at) {
    const pictures = new Map(runs.map((run) => [run.name, picturesOf(run)]));
    this.moments = [...new Set([...pictures.values()].flatMap((moments) => moments ?? []))].sort((a, b) => a - b);
    const { hidden } = this.page.state;
    const shown = runs.filter((run) => !hidden.has(run.place));
    return html`
      <section class="stack" aria-label="samples">
        <div class="row between"><h2>Samples</h2>
          <span class="small faint">the same seeds in every run, at every moment</span></div>
        ${this.moments.length > 1 ? this.slider(runs, at) : nothing}
        <div class="sides">${repeat(
          shown,
          (run) => run.name,
          (run) => this.side(run, pictures.get(run.name), at),
        )}</div>
      </section>`;
  }

  slider(runs, at) {
    const { moments } = this;
    const last = moments.length;
    const index =
      at === undefined
        ? last
        : Math.max(
            0,
            moments.findLastIndex((moment) => moment <= at),
          );
    const things = runs.every(makesImages) ? 'images' : 'samples';
    const words = at === undefined ? 'the newest of each run' : `at ${count(at)} ${things}`;
    return html`
      <div class="row scrub">
        ${this.film.button('play all runs as a film', () => this.play(), 'compare-film')}
        <input type="range" id="compare-time" min="0" max=${last} .value=${String(index)} aria-valuetext=${words}
          aria-label="moment of all runs" @input=${(event) => this.scrub(Number(event.target.value))}>
        <button type="button" class="quiet small" @click=${() => this.scrub(last)}>newest</button>
      </div>
      ${at === undefined ? nothing : html`<output class="small" for="compare-time">${words}</output>`}`;
  }

  scrub(index) {
    this.film.stop();
    this.look(this.moments[index]);
  }

  play() {
    const { at } = this.page.state;
    let next = at === undefined ? 0 : this.moments.findLastIndex((moment) => moment <= at) + 1;
    this.film.play(this.moments.length, () => {
      this.look(this.moments[next++]);
      return next <= this.moments.length;
    });
  }

  /** A run with its newest picture at or before the moment. */
  side(run, known, at) {
    const moments = known ?? [];
    const moment = at === undefined ? moments.at(-1) : moments.findLast((one) => one <= at);
    const kind = makesImages(run) ? '' : 'diagram';
    const source = moment === undefined ? undefined : samplesPath(run.name, moment);
    const words = moment === undefined ? 'no picture at that moment' : `after ${count(moment)} ${unit(run)}`;
    return html`
      <figure class="panel stack" data-run=${run.name}>
        <figcaption class="row between">
          <a class="key ${run.look}" .style=${`--key: var(${run.colour})`} href=${runPage(run.name)}>${run.name}</a>
          ${badge(run.state)}
        </figcaption>
        ${
          source
            ? html`<img class="samples ${kind}" alt="samples of ${run.name} ${words}" src=${source}
          @load=${(event) => this.sizes.fit(event.target)}>`
            : nothing
        }
        <div class="row between small faint">
          <span class="moment">${moments.length ? words : known ? 'no pictures' : 'Loading…'}</span>
          <span>${duration(run[EVENT.seconds])}</span>
        </div>
      </figure>`;
  }

  close() {
    this.film.close();
    this.sizes.close();
  }
}
