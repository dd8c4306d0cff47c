// The charts of a run's events.
import { Chart } from './chart.js';
import { h } from './dom.js';
import { EVENT, IMAGES } from './names.js';

export const HUES = [
  '--discriminator',
  '--generator',
  '--third',
  '--fourth',
  '--fifth',
  '--sixth',
  '--seventh',
  '--eighth',
];
const PLAIN_KEYS = new Set([IMAGES, ...Object.values(EVENT)]);

const bySide = (discriminator, generator) => [
  { key: discriminator, name: 'discriminator', colour: '--discriminator' },
  { key: generator, name: 'generator', colour: '--generator' },
];

const PROBABILITIES = [
  { key: EVENT.real, name: 'reals', colour: '--discriminator' },
  { key: EVENT.fake, name: 'fakes', colour: '--generator' },
];

function usual(unit) {
  const speed = unit === 'images' ? 'Images per second' : 'Samples per second';
  return [
    new Chart('Losses', bySide(EVENT.discriminatorLoss, EVENT.generatorLoss), { unit }),
    new Chart('Probability of being real', PROBABILITIES, { low: 0, high: 1, guide: 0.5, unit }),
    new Chart('Gradient norms', bySide(EVENT.discriminatorGradient, EVENT.generatorGradient), { log: true, unit }),
    new Chart(speed, [{ key: EVENT.speed, name: 'speed', colour: '--third' }], { unit }),
  ];
}

/** Keys of the metrics among the numbers of events. */
export function metrics(events) {
  const keys = events.flatMap((event) => Object.keys(event).filter((key) => Number.isFinite(event[key])));
  return [...new Set(keys)].filter((key) => !PLAIN_KEYS.has(key));
}

/** A key as words: generatorWeightNorm becomes "Generator weight norm"; a score, as in fid, keeps its name. */
export function spoken(key) {
  if (key.includes('-')) return key;
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The charts of one run: the standard ones, and one for each metric as it first appears. */
export class RunCharts {
  constructor(unit) {
    this.unit = unit;
    this.charts = usual(unit);
    this.measured = new Set();
    this.node = h(
      'div',
      { class: 'plots' },
      this.charts.map((chart) => chart.node),
    );
  }

  show(events) {
    for (const key of metrics(events)) if (!this.measured.has(key)) this.addMetric(key);
    for (const chart of this.charts) chart.show(events);
  }

  addMetric(key) {
    const colour = HUES[(2 + this.measured.size) % 4];
    const chart = new Chart(spoken(key), [{ key, name: spoken(key).toLowerCase(), colour }], { unit: this.unit });
    this.measured.add(key);
    this.charts.push(chart);
    this.node.append(chart.node);
  }

  mark(images) {
    for (const chart of this.charts) chart.mark(images);
  }

  close() {
    for (const chart of this.charts) chart.close();
  }
}
