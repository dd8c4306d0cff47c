// Attacks on many held-out images: error against epsilon, transfer between classifiers, and one that was hardened.
import { get } from './api.js';
import { Chart } from './chart.js';
import { DASHES } from './compare-styles.js';
import { complain } from './dialog.js';
import { count, digits, percent } from './format.js';
import { html, nothing } from './html.js';
import { METHODS } from './lab-attack.js';
import { HUES } from './meanings.js';
import { Page } from './page.js';
import { JobPanel } from './use-job.js';
import { term } from './words.js';

const COUNTS = [200, 500, 1000, 5000];
const USUAL_COUNT = '1000';
const SHORT = { fgsm: 'FGSM', iterated: 'ten steps', pgd: 'PGD' };
/** The first two colours are those of discriminator and generator, everywhere. */
const COLOURS = HUES.slice(2);

export class StudyPanel extends JobPanel {
  /** @param changed called when the request has changed */
  constructor(request, known, changed) {
    const part = new Page();
    super(part, request.data, {}, 'study');
    Object.assign(this, { request, known, changed, node: part.root });
    part.root.className = 'study';
    part.draw(() => this.view(), {});
    this.find();
  }

  get path() {
    return '/api/lab/study';
  }

  /** What came of the same before, or goes on. */
  find() {
    const take = (answer) => answer.job && this.resume(answer);
    return this.page.answer(get(`${this.path}?${this.request.query()}`), take, complain);
  }

  run() {
    this.start(Object.fromEntries(new URLSearchParams(this.request.query())));
  }

  change(part) {
    Object.assign(this.request, part);
    this.changed();
    this.page.redraw();
  }

  get attacks() {
    const { attacks, method } = this.request;
    return (attacks || method).split(',');
  }

  get others() {
    return this.request.others.split(',').filter(Boolean);
  }

  view() {
    const { request, known } = this;
    const others = known.structures.filter((structure) => structure !== request.structure);
    const counted = (event) => this.change({ count: event.target.value === USUAL_COUNT ? '' : event.target.value });
    const harden = (event) => this.change({ hardened: event.target.checked ? '1' : '' });
    const wanted = Number(request.count || USUAL_COUNT);
    const { going, done } = this.state;
    this.found = going ?? done ?? this.found;
    return html`
      <section class="panel stack" id="study" aria-label="many images">
        <h2>Many images</h2>
        <p class="small faint">The same attack on many held-out images: how often the classifier errs as ε grows, with
          95 % intervals, measured as <code>gan4j attack</code> does. Norm, ε and target class are those above.</p>
        <div class="fields">
          ${ticks('Attacks', known.methods, METHODS, this.attacks, (chosen) =>
            this.change({ attacks: chosen.length ? chosen.join(',') : request.attacks }),
          )}
          ${ticks('Transfer to and from', others, {}, this.others, (chosen) =>
            this.change({ others: chosen.join(',') }),
          )}
          <div class="stack">
            <fieldset class="modes"><legend>Hardened</legend>
              <label class="tick"><input type="checkbox" id="hardened" .checked=${Boolean(request.hardened)}
                @change=${harden}><span>a second ${request.structure} classifier, after
                  ${term('adversarial training')} (FGSM, this ε)</span></label></fieldset>
            <label class="field">Held-out images
              <select id="study-count" @change=${counted}>
                ${COUNTS.map((one) => html`<option value=${one} .selected=${one === wanted}>${count(one)}</option>`)}
              </select></label>
          </div>
        </div>
        <div class="row"><button type="button" class="primary" id="measure" ?disabled=${Boolean(going)}
          @click=${() => this.run()}>Measure</button>
          <span class="small faint">New classifiers are trained first, and kept.</span></div>
        ${this.outcome()}
        ${this.found ? this.figures(this.found) : nothing}
      </section>`;
  }

  /** What came of it is shown beside the progress, as far as it is known. */
  result() {
    return nothing;
  }

  figures({ job, about, epsilon, norm, target, curves, transfers }) {
    if (!curves?.length) return nothing;
    const lines = named(curves);
    const aim = target === undefined ? 'any wrong class' : `class ${target}`;
    const at = `${norm === 'linf' ? 'L∞' : 'L2'}, ε ${digits(epsilon, 3)}, ${aim}`;
    if (this.chart?.job !== job) {
      this.chart?.close();
      this.chart = Object.assign(chartOf(lines), { job });
    }
    this.chart.show(rows(lines));
    return html`
      <p class="small wrap" id="studied">${about}; ${at}.</p>
      ${this.chart.node}
      ${table(lines, epsilon)}
      ${transfers?.length ? TRANSFER : nothing}
      ${(transfers ?? []).map(matrix)}`;
  }

  close() {
    this.chart?.close();
    this.page.close();
  }
}

function ticks(legend, words, names, chosen, changed) {
  const change = (word, isChosen) => changed(words.filter((one) => (one === word ? isChosen : chosen.includes(one))));
  return html`
    <fieldset class="modes"><legend>${legend}</legend>
      ${words.map(
        (word) => html`
        <label class="tick"><input type="checkbox" name=${word} .checked=${chosen.includes(word)}
          @change=${(event) => change(word, event.target.checked)}><span>${names[word] ?? word}</span></label>`,
      )}
    </fieldset>`;
}

/** The curves with a name, a colour for each classifier and a kind of line for each attack. */
function named(curves) {
  const classifiers = [...new Set(curves.map(({ name }) => name))];
  const attacks = [...new Set(curves.map(({ attack }) => attack))];
  return curves.map((curve, i) => ({
    ...curve,
    key: `error${i}`,
    label: attacks.length > 1 ? `${curve.name}, ${SHORT[curve.attack]}` : curve.name,
    colour: COLOURS[classifiers.indexOf(curve.name)],
    ...DASHES[attacks.indexOf(curve.attack)],
  }));
}

function chartOf(lines) {
  const group = {
    key: 'study',
    axis: { key: 'epsilon', unit: 'ε', isFine: true },
    smoothing: 0,
    marksOn: () => [],
    changed(change) {
      Object.assign(group, change);
      chart.draw();
    },
  };
  const series = lines.map(({ key, label, colour, dash, look }) => {
    const spread = [`${key}.low`, `${key}.high`];
    return { key, name: label, colour, dash, look, spread };
  });
  const chart = new Chart(group, {
    title: 'Error in % against ε',
    word: 'adversarial example',
    series,
    low: 0,
    high: 100,
    isLarge: true,
  });
  return chart;
}

/** One row for each epsilon, with the errors of all curves in percent. */
function rows(lines) {
  const all = new Map();
  for (const { key, points } of lines)
    for (const { epsilon, error, low, high } of points) {
      const row = all.get(epsilon) ?? { epsilon };
      Object.assign(row, { [key]: 100 * error, [`${key}.low`]: 100 * low, [`${key}.high`]: 100 * high });
      all.set(epsilon, row);
    }
  return [...all.values()];
}

const share = ({ error, low, high } = {}) =>
  error === undefined ? '…' : `${percent(error)} (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;

function table(lines, epsilon) {
  const attacked = ({ points }) => points.find((point) => Math.abs(point.epsilon - epsilon) < 1e-9);
  const sure = (point) => (Number.isFinite(point?.confidence) ? percent(point.confidence) : '–');
  const row = (line) => html`
    <tr><th scope="row">${line.name}</th><td>${SHORT[line.attack]}</td>
      <td class="number">${line.images ? count(line.images) : '…'}</td>
      <td class="number">${share(line.points[0])}</td><td class="number">${share(attacked(line))}</td>
      <td class="number">${sure(attacked(line))}</td></tr>`;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label="errors"><table class="numbers" id="errors">
      <thead><tr><th scope="col">Classifier</th><th scope="col">Attack</th><th scope="col" class="number">Images</th>
        <th scope="col" class="number">Error without attack</th>
        <th scope="col" class="number">Error at ε ${digits(epsilon, 3)}</th>
        <th scope="col" class="number">Confidence when wrong</th></tr></thead>
      <tbody>${lines.map(row)}</tbody></table></div>`;
}

const part = (value) => (Number.isFinite(value) ? percent(value) : '–');

/** What tables of transfer say. */
const TRANSFER = html`
  <p class="small faint">Transfer: a row for the classifier that the examples were made for, a column for the one that
    sees them. Of the images that both get right, the share that the second then gets wrong; of those that both get
    wrong, the share with the same wrong class.</p>`;

function matrix({ attack, images, names, fooled, agreement }) {
  const row = (name, source) => html`
    <tr><th scope="row">${name}</th>
      ${names.map(
        (_, target) => html`<td class="number">${part(fooled[source][target])}
        <span class="small faint">same ${part(agreement[source][target])}</span></td>`,
      )}</tr>`;
  return html`
    <h3>Transfer of ${SHORT[attack]}, ${count(images)} images</h3>
    <div class="scroll" tabindex="0" role="group" aria-label="transfer of ${SHORT[attack]}"
      ><table class="numbers transfer">
      <thead><tr><td></td>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
      <tbody>${names.map(row)}</tbody></table></div>`;
}
