// How good the samples of a run are: metrics with intervals and floors.
import { score } from './format.js';
import { html, nothing } from './html.js';
import { jobFile } from './jobs.js';
import { remarks } from './use-images.js';
import { BEST, JobPanel } from './use-job.js';

const COUNTS = { 0: 'all there are, up to 10 000', 500: '500', 2000: '2 000', 5000: '5 000' };

export class EvaluatePanel extends JobPanel {
  count = '0';
  against = '';

  constructor(page, name, about) {
    super(page, name, about, 'evaluate');
    if (about.evaluate) this.resume(about.evaluate);
  }

  run() {
    const ticked = ['best', 'neighbours'].filter((key) => this[key]).map((key) => [key, 1]);
    if (this.about.file && !this.against.trim()) {
      this.set({ problem: 'name the real images that its samples are compared with' });
      return;
    }
    const reals = this.about.file ? { against: this.against } : {};
    this.start({ count: this.count, ...reals, ...Object.fromEntries(ticked) });
  }

  view() {
    const choose = (event) => {
      this.count = event.target.value;
    };
    return html`
      <section class="panel stack" aria-label="evaluation" id="evaluation">
        <h2>Evaluate</h2>
        <p class="small faint">Metrics of the samples against ${this.about.file ? 'real images' : 'the data'}, each
          with its 95 % interval and its floor: what other real samples score.</p>
        <label class="field">Number of reals, and of fakes
          <select id="evaluate-count" .value=${this.count} @change=${choose}>
            ${Object.entries(COUNTS).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
          </select></label>
        ${this.about.file ? this.reals() : nothing}
        ${this.about.image ? this.tick('neighbours', 'find the nearest training images', 'neighbours') : nothing}
        ${this.about.best ? this.tick('evaluate-best', BEST, 'best') : nothing}
        <div class="row"><button type="button" class="primary" id="evaluate" ?disabled=${Boolean(this.state.going)}
          @click=${() => this.run()}>Evaluate</button></div>
        ${this.outcome()}
      </section>`;
  }

  /** A file does not say what it was trained on. */
  reals() {
    const choose = (event) => {
      this.against = event.target.value;
    };
    return html`
      <label class="field">Real images
        <input id="evaluate-against" autocomplete="off" placeholder="folder, zip or file; or a set such as mnist"
          .value=${this.against} @change=${choose}></label>`;
  }

  result(done) {
    const { about, reals, split, extractor, scores, leftOut, notices, neighbours } = done;
    const notes = scores.filter(({ notes: lines }) => lines.length);
    const json = jobFile(done, 'evaluation.json', `${this.name}-evaluation.json`);
    return html`
      <p class="small wrap" id="evaluated">${about}, against ${reals} (${split}); features: ${extractor}.</p>
      <div class="scroll" tabindex="0" role="group" aria-label="scores"><table class="numbers scores">
        <thead><tr><th scope="col">Metric</th><th scope="col" class="number">Score</th>
          <th scope="col" class="number">95 % interval</th><th scope="col" class="number">Floor</th>
          <th scope="col">Better</th></tr></thead>
        <tbody>${scores.map(row)}</tbody>
      </table></div>
      ${neighbours ? picture(done) : nothing}
      ${remarks([...notices, ...unmeasured(leftOut)])}
      ${notes.length ? howMeasured(notes) : nothing}
      <div class="row"><a class="button" download href=${json}>Save as JSON</a></div>`;
  }
}

const row = ({ title, value, interval, floor, better }) => html`
  <tr><th scope="row">${title}</th><td class="number">${score(value)}</td>
    <td class="number">${interval ? `${score(interval.low, 3)} to ${score(interval.high, 3)}` : '–'}</td>
    <td class="number">${score(floor.value)}</td><td>${better.toLowerCase().replace(/[_-]/, ' ')}</td></tr>`;

const howMeasured = (notes) => html`
  <details class="small"><summary>How each was measured</summary>
    ${remarks(notes.map(({ name, notes: lines }) => `${name}: ${lines.join('; ')}`))}</details>`;

/** Metrics that were left out, each after its name why; those with the same reason in one line. */
function unmeasured(leftOut) {
  const byReason = new Map();
  for (const line of leftOut) {
    const end = line.indexOf(' ');
    const reason = line.slice(end + 1);
    byReason.set(reason, [...(byReason.get(reason) ?? []), line.slice(0, end)]);
  }
  return [...byReason].map(([reason, names]) => `left out: ${names.join(', ')} (${reason})`);
}

const picture = (done) => html`
  <figure class="stack"><img class="pixels neighbours" alt="samples, each with its nearest training images to its right"
      src=${jobFile(done, 'neighbours.png')}>
    <figcaption class="small faint">Each row: a sample, and to its right its nearest training images. Where they look
      alike, the generator copies.</figcaption></figure>`;
