// A panel whose button starts a background job, with its progress, a way to stop it, and what came of it.
import { isCancelled, post, usePath } from './api.js';
import { ask, once } from './dialog.js';
import { h } from './dom.js';
import { percent } from './format.js';
import { html, nothing } from './html.js';
import { follow, goingJob, stopJob } from './jobs.js';

export const BEST = 'the best checkpoint instead of the newest';
/** The server asks whether this is wanted beside a training. */
const NEEDS_CONSENT = 428;

/** Why a job of this kind did not begin, and the other one that keeps it from that, if any. */
export async function troubleOf(failure, kind) {
  return { problem: failure.message, other: failure.status === 409 ? await goingJob(kind) : undefined };
}

/** The same as a person sees it, with a way to stop the other job, after which something else is done. */
export function showTrouble({ problem, other }, stopped) {
  const stop = () =>
    once('stop-job', async () => {
      await stopJob(other.job);
      stopped();
    });
  return html`
    <p class="problem" role="alert">${problem}</p>
    ${other ? html`<div class="row"><button type="button" @click=${stop}>Stop that</button></div>` : nothing}`;
}

export class JobPanel {
  /** @param verb the last part of the request's path, and where the page's state has it */
  constructor(page, name, about, verb) {
    Object.assign(this, { page, name, about, verb });
  }

  get path() {
    return usePath(this.name, `/${this.verb}`);
  }

  get state() {
    return this.page.state[this.verb] ?? {};
  }

  set(state) {
    if (this.page.isShown) this.page.set({ [this.verb]: state });
  }

  /** Starts the job with these settings, or asks first whether it may go on beside a training. */
  start(settings) {
    return once(`${this.verb} ${this.name}`, async () => {
      const query = new URLSearchParams(settings);
      try {
        await this.watch(await post(`${this.path}?${query}`));
      } catch (failure) {
        if (failure.status === NEEDS_CONSENT) this.consent(failure.message, settings);
        else if (!isCancelled(failure)) this.set(await troubleOf(failure, this.verb));
      }
    });
  }

  async consent(why, settings) {
    const answer = await ask('A run is training', h('p', {}, `${why}.`), { confirm: 'Do it all the same' });
    if (answer) this.start({ ...settings, beside: 1 });
  }

  /** Follows a job to its end; whoever leaves the page finds it again. */
  async watch(first) {
    if (first.state === 'going') this.set({ going: first });
    const isShown = () => this.page.isShown;
    const done = await follow(first, { progress: (going) => this.set({ going }), isShown });
    this.set({ done });
  }

  /** Follows one that was going on, or shows what came of it. */
  async resume(first) {
    try {
      await this.watch(first);
    } catch (failure) {
      if (!isCancelled(failure)) this.set({ problem: failure.message });
    }
  }

  progress({ job, doing, share }) {
    const stop = () => once('stop-job', () => stopJob(job));
    const words = share > 0 ? `${doing}, ${percent(share)}` : doing;
    return html`
      <div class="row nowrap">
        <progress max="1" .value=${share} aria-label="progress"></progress>
        <button type="button" class="small" @click=${stop}>Stop</button>
      </div>
      <p class="small faint" role="status">${words || 'waiting'}</p>`;
  }

  /** What there is beside the settings: progress, a problem, or what came of it. */
  outcome() {
    const { going, done, problem } = this.state;
    if (going) return this.progress(going);
    if (problem) return showTrouble(this.state, () => this.set({}));
    return done ? this.result(done) : nothing;
  }

  tick(id, words, key) {
    const change = (event) => {
      this[key] = event.target.checked;
      this.page.redraw();
    };
    return html`
      <label class="tick"><input type="checkbox" id=${id} .checked=${Boolean(this[key])} @change=${change}>
        ${words}</label>`;
  }
}
