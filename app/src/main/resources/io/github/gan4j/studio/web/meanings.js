// Which numbers of a run are shown together, in which colours, and what each of them means.
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

const D = '--discriminator';
const G = '--generator';
const bySide = (discriminator, generator) => [
  { key: discriminator, name: 'discriminator', colour: D },
  { key: generator, name: 'generator', colour: G },
];

const LOSSES = {
  id: 'losses',
  title: 'Losses',
  words: 'What each side pays. They need not fall: in a balanced game both stay in a band.',
  series: bySide(EVENT.discriminatorLoss, EVENT.generatorLoss),
};
const PROBABILITIES = {
  id: 'probabilities',
  title: 'Probability of being real',
  words: 'What the discriminator thinks of reals and of fakes. Both at 0.5: it cannot tell them apart.',
  series: [
    { key: EVENT.real, name: 'reals', colour: D },
    { key: EVENT.fake, name: 'fakes', colour: G },
  ],
  low: 0,
  high: 1,
  guide: 0.5,
};
const GRADIENTS = {
  id: 'gradients',
  title: 'Gradient norms',
  words: 'How strongly each side is pushed. Spikes and steady growth come before a training breaks.',
  series: bySide(EVENT.discriminatorGradient, EVENT.generatorGradient),
  log: true,
};

/** Numbers that the doctor records, in groups; a number is shown once it is there. */
const RECORDED = [
  {
    group: 'Samples',
    id: 'diversity',
    title: 'Diversity',
    words:
      'How far fakes lie from each other, as a share of how far reals do. 1 is right; towards 0 they are all alike.',
    series: [{ key: 'diversity', name: 'fakes over reals', colour: G }],
    guide: 1,
  },
  {
    group: 'Samples',
    id: 'clusters',
    title: 'Kinds of samples',
    words: 'The share of the kinds among reals that fakes cover. 1 is right; a fall means that kinds are lost.',
    series: [{ key: 'clustersCovered', name: 'covered', colour: G }],
    guide: 1,
  },
  {
    group: 'Samples',
    id: 'mismatch',
    title: 'Mismatch and drift of kinds',
    words: 'How differently kinds are shared out among fakes and reals, and how that changed of late. Best at 0.',
    series: [
      { key: 'clusterDistance', name: 'mismatch', colour: G },
      { key: 'clusterChange', name: 'drift', colour: '--third' },
    ],
  },
  {
    group: 'Samples',
    id: 'neighbours',
    title: 'Distance to the training set',
    words: 'How near fakes come to training samples, over how near these are to each other. Far below 1: it memorises.',
    series: [{ key: 'nearestNeighbourRatio', name: 'fakes', colour: G }],
    guide: 1,
  },
  {
    group: 'Networks',
    id: 'scores',
    title: 'Scores',
    words: 'The discriminator’s raw output. Held-out reals far below training reals: it memorises the training set.',
    series: [
      { key: 'scoreReal', name: 'reals', colour: D },
      { key: 'scoreFake', name: 'fakes', colour: G },
      { key: 'scoreHeldOut', name: 'held-out reals', colour: '--sixth' },
    ],
  },
  {
    group: 'Networks',
    id: 'gap',
    title: 'Score gap between seen and held-out reals',
    words: 'In standard deviations of the held-out. Above 1 the discriminator overfits: more data or augmentation.',
    series: [{ key: 'trainTestScoreGap', name: 'gap', colour: D }],
    guide: 0,
  },
  {
    group: 'Networks',
    id: 'weights',
    title: 'Weight norms',
    words: 'The size of all weights together. Steady growth to many times the start goes with instability.',
    series: bySide('discriminatorWeightNorm', 'generatorWeightNorm'),
  },
  {
    group: 'Networks',
    id: 'codes',
    title: 'Width of codes',
    words: 'The spread of the encoder’s codes over that of latents. 1 is right.',
    series: [{ key: 'codeDeviation', name: 'codes over latents', colour: G }],
    guide: 1,
  },
];

const speed = (unit) => ({
  id: 'speed',
  title: unit === 'images' ? 'Images per second' : 'Samples per second',
  words: 'How fast the training goes on this machine.',
  series: [{ key: EVENT.speed, name: 'speed', colour: '--third' }],
});

const KNOWN = new Set([
  IMAGES,
  ...Object.values(EVENT),
  ...RECORDED.flatMap((spec) => spec.series.map((one) => one.key)),
]);

/** Keys of numbers among those of events. */
export function numbers(events) {
  const keys = events.flatMap((event) => Object.keys(event).filter((key) => Number.isFinite(event[key])));
  return [...new Set(keys)];
}

/** A key as words: generatorWeightNorm becomes "Generator weight norm"; a metric keeps its name. */
export function spoken(key) {
  if (key.includes('-')) return key;
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The charts for these events, in groups: the game, the samples, the networks, the speed.
 *
 * @param glossary what words mean, by word
 */
export function sections(events, unit, glossary = {}) {
  const keys = new Set(numbers(events));
  const isThere = (spec) => spec.series.some((one) => keys.has(one.key));
  const recorded = (group) => RECORDED.filter((spec) => spec.group === group && isThere(spec));
  const large = [LOSSES, PROBABILITIES, GRADIENTS].filter((spec) => !events.length || isThere(spec));
  const metrics = [...keys].filter((key) => !KNOWN.has(key)).map((key) => metric(key, glossary));
  return [
    { title: 'The game', specs: large.map((spec) => ({ ...spec, isLarge: true })) },
    { title: 'Samples', specs: [...metrics, ...recorded('Samples')] },
    { title: 'Networks', specs: recorded('Networks') },
    { title: 'Speed', specs: keys.has(EVENT.speed) ? [speed(unit)] : [] },
  ];
}

function metric(key, glossary) {
  const title = spoken(key);
  return {
    id: `metric-${key}`,
    title,
    words: glossary[key.toLowerCase()],
    series: [{ key, name: title.toLowerCase(), colour: G }],
  };
}

/**
 * The charts in which runs are compared, each with one number: [{ title, specs }].
 *
 * @param series of a chart, whatever its number
 */
export function comparisons(events, series) {
  const keys = new Set(numbers(events));
  const known = [LOSSES, PROBABILITIES, GRADIENTS, ...RECORDED];
  const one = (spec, { key, name }) => {
    const title = spec.series.length > 1 ? `${spec.title}: ${name}` : spec.title;
    return { ...spec, id: key, title, key, series };
  };
  const split = (specs) =>
    specs.flatMap((spec) => spec.series.filter(({ key }) => keys.has(key)).map((each) => one(spec, each)));
  const metrics = [...keys].filter((key) => !KNOWN.has(key)).map((key) => ({ id: key, title: spoken(key), series }));
  return [
    { title: 'The game', specs: split(known.slice(0, 3)) },
    { title: 'Samples', specs: [...metrics, ...split(RECORDED.filter(({ group }) => group === 'Samples'))] },
    { title: 'Networks', specs: split(RECORDED.filter(({ group }) => group === 'Networks')) },
  ];
}
