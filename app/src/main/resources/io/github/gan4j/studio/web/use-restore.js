// An image restored or enlarged: before and after, numbers where the original is known, and the result as a file.
import { isCancelled, question, usePath } from './api.js';
import { once } from './dialog.js';
import { Divider } from './divider.js';
import { html, nothing } from './html.js';
import { follow, jobFile, stopJob } from './jobs.js';
import { IMAGES } from './names.js';
import { newest } from './parts.js';
import { remarks } from './use-images.js';
import { showTrouble, troubleOf } from './use-job.js';

const MOST_SIGMA = 100;
const HALF = 0.5;

export class RestorePanel {
  /** @param on the address's `query`, and `changed` when a setting has changed */
  constructor(page, name, about, { query, changed }) {
    Object.assign(this, { page, name, about, changed, before: 'given', isDamaged: false });
    this.isEnlarging = about.factor > 1;
    this.verb = this.isEnlarging ? 'enlarged' : 'restored';
    this.sigma = this.sigmaOf(query);
    Object.assign(this, this.blendOf(query));
    this.divider = new Divider();
    this.refresh = newest(() => this.load());
    page.onLeave(() => this.divider.close());
  }

  /** The noise that an address names, or else half of the most that the run has learned from. */
  sigmaOf(query) {
    const [, most] = this.about.sigma ?? [];
    const asked = Number(query.get('sigma'));
    return query.has('sigma') && asked >= 0 && asked <= MOST_SIGMA ? asked : most && Math.round(most / 2);
  }

  /** The run that an address names to go towards, and how far. */
  blendOf(query) {
    const asked = query.get('towards') ?? '';
    const share = Number(query.get('share') ?? HALF);
    return { towards: this.about.onward?.includes(asked) ? asked : '', share: share >= 0 && share <= 1 ? share : HALF };
  }

  /** Takes what an address names. */
  follow(query) {
    const wanted = { sigma: this.sigmaOf(query), ...this.blendOf(query) };
    if (Object.keys(wanted).some((key) => wanted[key] !== this[key])) this.set(wanted);
  }

  /** For the address. */
  settings() {
    return {
      ...(this.hasNoise() ? { sigma: this.sigma } : {}),
      ...(this.towards ? { towards: this.towards, share: this.share } : {}),
    };
  }

  take(image) {
    this.image = image;
    this.refresh();
  }

  /** Whether the image is an original that is damaged first. */
  isOriginal() {
    return this.image?.place !== undefined || this.isDamaged;
  }

  hasNoise() {
    return this.about.sigma !== undefined && this.isOriginal();
  }

  set(change) {
    Object.assign(this, change);
    this.changed();
    this.refresh();
    this.page.redraw();
  }

  async load() {
    const { image, sigma, isDamaged, towards, share } = this;
    const wanted = { image, sigma, isDamaged, towards, share };
    const isWanted = () => this.page.isShown && Object.keys(wanted).every((key) => wanted[key] === this[key]);
    const set = (restored) => isWanted() && this.page.set({ restored });
    if (!wanted.image) return;
    // what came of the image before stays until there is something else to see
    const progress = (going) => set({ ...this.page.state.restored, problem: undefined, going });
    try {
      const first = await question(`${usePath(this.name, '/restore')}?${this.query()}`, wanted.image.file);
      const done = await follow(first, { isWanted, progress });
      if (!done) return;
      if (!isWanted()) return;
      this.page.set({ restored: { done, image: wanted.image, isOriginal: this.isOriginal() }, at: done[IMAGES] });
      this.compare(done);
    } catch (failure) {
      if (isCancelled(failure)) return;
      set(await troubleOf(failure, 'restore'));
    }
  }

  query() {
    const query = new URLSearchParams();
    if (this.image.place !== undefined) query.set('image', this.image.place);
    else if (this.isDamaged) query.set('damage', 1);
    if (this.hasNoise()) query.set('sigma', this.sigma);
    if (this.towards) {
      query.set('towards', this.towards);
      query.set('share', this.share);
    }
    return query;
  }

  compare(done) {
    const before = done.pictures.includes(this.before) ? this.before : 'given';
    const isCoarse = before === 'given' && this.isEnlarging;
    this.divider.show({
      before: { src: jobFile(done, `${before}.png`), words: this.names()[before], isCoarse },
      after: { src: jobFile(done, 'restored.png'), words: this.verb },
      width: done.width,
      height: done.height,
    });
  }

  names() {
    return { given: 'as given', plain: 'bicubic', original: 'original' };
  }

  view({ restored = {} }) {
    return html`
      <section class="panel stack" aria-label="before and after" id="restored">
        <h2>Before and after</h2>
        ${this.controls()}
        ${restored.problem ? showTrouble(restored, this.refresh) : nothing}
        ${restored.going ? this.progress(restored.going) : nothing}
        ${restored.done ? this.result(restored) : nothing}
        ${Object.keys(restored).length ? nothing : html`<p class="small faint">${this.waiting()}</p>`}
      </section>`;
  }

  controls() {
    const isOwn = this.image?.file !== undefined;
    const noise = (event) => this.set({ sigma: Number(event.target.value) });
    const damage = (event) => this.set({ isDamaged: event.target.checked });
    const damaged = this.isEnlarging ? 'It is an original: shrink it first' : 'It is clean: add noise first';
    return html`
      ${
        isOwn
          ? html`<label class="tick"><input type="checkbox" id="damage" .checked=${this.isDamaged} @change=${damage}>
              ${damaged}, as in training</label>`
          : nothing
      }
      ${
        this.hasNoise()
          ? html`<label class="field"><span class="row between">Noise (σ, of 255 grey levels)
              <output class="value">${this.sigma}</output></span>
              <input type="range" id="sigma" min="0" max=${MOST_SIGMA} step="1" .value=${String(this.sigma)}
                @input=${noise}></label>
              <p class="small faint">Trained with σ from ${this.about.sigma[0]} to ${this.about.sigma[1]}.</p>`
          : nothing
      }
      ${this.about.onward?.length ? this.blend() : nothing}`;
  }

  /** How far to go towards a run that went on from this one. */
  blend() {
    const choose = (event) => this.set({ towards: event.target.value });
    const move = (event) => this.set({ share: Number(event.target.value) });
    return html`
      <label class="inline">Towards <select id="towards" @change=${choose}>
        <option value="" ?selected=${!this.towards}>no other run</option>
        ${this.about.onward.map((run) => html`<option value=${run} ?selected=${run === this.towards}>${run}</option>`)}
      </select></label>
      ${
        this.towards
          ? html`<label class="field"><span class="row between">From ${this.name} (0) to ${this.towards} (1)
              <output class="value">${this.share.toFixed(2)}</output></span>
              <input type="range" id="share" min="0" max="1" step="0.05" .value=${String(this.share)}
                @input=${move}></label>`
          : nothing
      }`;
  }

  /** What is said while there is nothing to see. */
  waiting() {
    return this.image ? 'One moment…' : 'An image of the data, or one of your own, will be here.';
  }

  progress({ share, job }) {
    const stop = () => once('stop-job', () => stopJob(job));
    return html`
      <div class="row nowrap">
        <progress max="1" .value=${share} aria-label="progress"></progress>
        <button type="button" class="small" id="stop-restoring" @click=${stop}>Stop</button>
      </div>`;
  }

  result({ done, image, isOriginal }) {
    const choose = (event) => {
      this.before = event.target.value;
      this.compare(done);
    };
    const names = this.names();
    const sides = done.pictures.filter((side) => names[side]);
    const download = jobFile(done, 'restored.png', `${this.name}-${this.verb}.png`);
    const before = `${done.givenWidth} × ${done.givenHeight}`;
    const after = `${done.width} × ${done.height} pixels`;
    const made = this.isEnlarging ? `${before} enlarged to ${after}` : after;
    const how = isOriginal ? `${this.isEnlarging ? 'shrunk' : 'damaged'} as in training, ` : '';
    return html`
      ${this.divider.node}
      <div class="row">
        <label class="inline">Compare with <select id="before" @change=${choose}>
          ${sides.map((side) => html`<option value=${side} ?selected=${side === this.before}>${names[side]}</option>`)}
        </select></label>
        <a class="button" id="download" href=${download} download>Save result as PNG</a>
      </div>
      ${done.restored ? this.numbers(done) : nothing}
      <p class="small faint" id="made">${image.words}: ${how}${made}.</p>
      ${remarks(done.remarks)}`;
  }

  numbers({ plain, restored }) {
    const row = (words, { psnr, ssim, sharpness }) => html`
      <tr><th scope="row">${words}</th>
        <td class="number">${psnr === undefined ? '∞' : psnr.toFixed(2)}</td>
        <td class="number">${ssim.toFixed(4)}</td><td class="number">${sharpness.toFixed(3)}</td></tr>`;
    return html`
      <table class="numbers quality">
        <caption class="small faint">Compared with the original. Sharpness 1 is that of the original.</caption>
        <thead><tr><th scope="col"></th><th scope="col" class="number">PSNR (dB)</th>
          <th scope="col" class="number">SSIM</th><th scope="col" class="number">Sharpness</th></tr></thead>
        <tbody>${row(this.isEnlarging ? 'bicubic' : 'as given', plain)}${row(this.verb, restored)}</tbody>
      </table>`;
  }
}
