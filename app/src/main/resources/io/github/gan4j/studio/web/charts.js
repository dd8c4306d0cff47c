// The charts of one run or of several, with what they share: the axis of time, smoothing, zoom, cursor and marks.
import { Chart } from './chart.js';
import { html, nothing } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { evenly } from './parts.js';
import { glossary } from './words.js';

const SMOOTHEST = 0.98;
let groups = 0;

/** How many charts stand in a row where two to five would fit, so that rows are about full. */
const rows = (some) => [2, 3, 4, 5].map((most) => `--of-${most}: ${evenly(some, most)}`).join('; ');

export class Charts {
  /**
   * @param redraw called after something shared has changed
   * @param begin what is shared from the start: the key of the `axis`, `smoothing`, `zoom`; and whether the series of
   *     each chart are those of several runs, `areMany`
   */
  constructor(unit, redraw, { axis = IMAGES, smoothing = 0, zoom, areMany = false } = {}) {
    Object.assign(this, { unit, redraw, key: `charts${groups++}`, smoothing, zoom, areMany });
    if (areMany) this.hidden = new Set();
    this.axes = [
      { key: IMAGES, unit, words: unit },
      { key: EVENT.step, unit: 'steps', words: 'steps' },
      { key: EVENT.seconds, unit: 'of training', words: 'time', isTime: true },
    ];
    this.axis = this.axes.find(({ key }) => key === axis) ?? this.axes[0];
    this.charts = new Map();
    this.marks = [];
    this.events = [];
    glossary().then(
      () => this.explain(),
      () => {},
    );
  }

  /** Draws titles and sentences when the glossary has arrived. */
  explain() {
    for (const chart of this.charts.values()) chart.drawFrame();
  }

  /** Sets what the charts show: groups of specifications, each with a title. */
  plan(sections) {
    this.sections = sections;
    const specs = sections.flatMap((section) => section.specs);
    const wanted = new Set(specs.map((spec) => spec.id));
    for (const [id, chart] of this.charts)
      if (!wanted.has(id)) {
        chart.close();
        this.charts.delete(id);
      }
    for (const spec of specs) if (!this.charts.has(spec.id)) this.charts.set(spec.id, new Chart(this, spec));
  }

  /** Hands new events to all charts, or to each its own where `eventsOf` says which. */
  show(events, eventsOf = () => events) {
    this.events = events;
    for (const [id, chart] of this.charts) chart.show(eventsOf(id));
  }

  /** Whether no chart has a number to draw. */
  get isEmpty() {
    return this.areMany ? !this.sections.some(({ specs }) => specs.length) : !this.events.length;
  }

  changed(change) {
    if (change.axis) change.zoom = undefined;
    Object.assign(this, change);
    for (const chart of this.charts.values()) chart.draw();
    this.redraw();
  }

  /** Hides series, by their numbers, and shows all others. */
  hide(series) {
    this.hidden.clear();
    for (const one of series) this.hidden.add(one);
    for (const chart of this.charts.values()) chart.draw();
  }

  /** Marks moments: [{ images, colour, dash }]. */
  mark(marks) {
    this.marks = marks;
    for (const chart of this.charts.values()) chart.repaint();
  }

  /** The marks at their places on the axis that is shown, among events that were recorded then. */
  marksOn(events) {
    // at the same images runs were at different steps and times
    if (!events.length || (this.areMany && this.axis.key !== IMAGES)) return [];
    return this.marks.map((mark) => {
      const event = events.find((one) => one[IMAGES] >= mark.images) ?? events.at(-1);
      return { ...mark, at: this.axis.key === IMAGES ? mark.images : event[this.axis.key] };
    });
  }

  /** @param empty what is said while there is nothing to draw */
  view(empty = 'Charts come with the first numbers.') {
    if (this.isEmpty) return empty ? html`<p class="faint" id="no-charts">${empty}</p>` : nothing;
    const reset = () => this.changed({ zoom: undefined });
    const whole = html`<button type="button" class="small" @click=${reset}>Whole range</button>`;
    return html`
      <section class="stack charts" aria-label="charts">
        <div class="row tools">
          <h2>Charts</h2>
          <span class="row tight" role="group" aria-label="horizontal axis"
            ><span class="small faint">over</span>${this.axes.map((axis) => this.axisButton(axis))}</span>
          <label class="inline">smoothing
            <input type="range" id="smoothing" min="0" max=${SMOOTHEST} step="0.02" .value=${this.smoothing}
              @input=${(event) => this.changed({ smoothing: Number(event.target.value) })}>
          </label>
          ${this.zoom ? whole : html`<span class="faint small">drag over a chart to enlarge a part</span>`}
        </div>
        <div class="sections">${this.sections.map((section) => this.section(section))}</div>
      </section>`;
  }

  axisButton(axis) {
    const choose = () => this.changed({ axis });
    return html`
      <button type="button" class="small" aria-pressed=${axis === this.axis} @click=${choose}>${axis.words}</button>`;
  }

  section({ title, specs }) {
    if (!specs.length) return nothing;
    const plots = html`<div class="plots">${specs.map((spec) => this.charts.get(spec.id).node)}</div>`;
    return html`
      <section class="stack" aria-label=${title} .style=${`--charts: ${specs.length}; ${rows(specs.length)}`}>
        <h3 class="group">${title}</h3>
        ${plots}
      </section>`;
  }

  close() {
    for (const chart of this.charts.values()) chart.close();
  }
}
