// Which numbers of a run are shown together and in which colours; what they mean is in the glossary, by `word`.
import { capital } from './format.js';
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

/** `single` names the chart of one of its numbers alone. */
const LOSSES = {
  id: 'losses',
  title: 'Losses',
  word: 'loss',
  single: (side) => `${capital(side)} loss`,
  series: bySide(EVENT.discriminatorLoss, EVENT.generatorLoss),
};
/** That of a generator without a discriminator. */
const RECONSTRUCTION = { ...LOSSES, id: 'loss', title: 'Loss', word: 'L1 and L2 loss' };
const PROBABILITIES = {
  id: 'probabilities',
  title: 'Probability of being real',
  word: 'p_real and p_fake',
  single: (samples) => `Probability of ${samples} being real`,
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
  word: 'gradient norm',
  single: (side) => `${capital(side)} gradient norm`,
  series: bySide(EVENT.discriminatorGradient, EVENT.generatorGradient),
  log: true,
};

/** Numbers that the doctor records, in groups; a number is shown once it is there. */
const RECORDED = [
  {
    group: 'Samples',
    id: 'from-reals',
    title: 'Distance from reals',
    word: 'distance from reals',
    series: [{ key: 'realDistance', name: 'fakes', colour: G }],
  },
  {
    group: 'Samples',
    id: 'diversity',
    title: 'Diversity',
    word: 'diversity',
    series: [{ key: 'diversity', name: 'fakes over reals', colour: G }],
    guide: 1,
  },
  {
    group: 'Samples',
    id: 'clusters',
    title: 'Clusters covered',
    word: 'clusters',
    series: [{ key: 'clustersCovered', name: 'covered', colour: G }],
    guide: 1,
  },
  {
    group: 'Samples',
    id: 'cluster-distance',
    title: 'Cluster distance and change',
    word: 'cluster distance',
    single: (what) => `Cluster ${what}`,
    series: [
      { key: 'clusterDistance', name: 'distance', colour: G },
      { key: 'clusterChange', name: 'change', colour: '--third' },
    ],
  },
  {
    group: 'Samples',
    id: 'details',
    title: 'Distance of details',
    word: 'distance of details',
    series: [{ key: 'detailDistance', name: 'fakes', colour: G }],
  },
  {
    group: 'Samples',
    id: 'neighbours',
    title: 'Nearest-neighbour ratio',
    word: 'nearest-neighbour ratio',
    series: [{ key: 'nearestNeighbourRatio', name: 'fakes', colour: G }],
    guide: 1,
  },
  {
    group: 'Networks',
    id: 'scores',
    title: 'Scores',
    word: 'discriminator score',
    single: (samples) => `Scores of ${samples}`,
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
    word: 'score gap',
    series: [{ key: 'trainTestScoreGap', name: 'gap', colour: D }],
    guide: 0,
  },
  {
    group: 'Networks',
    id: 'weights',
    title: 'Weight norms',
    word: 'weight norm',
    single: (side) => `${capital(side)} weight norm`,
    series: bySide('discriminatorWeightNorm', 'generatorWeightNorm'),
  },
  {
    group: 'Networks',
    id: 'codes',
    title: 'Code deviation',
    word: 'code deviation',
    series: [{ key: 'codeDeviation', name: 'codes over latents', colour: G }],
    guide: 1,
  },
];

const speed = (unit) => ({
  id: 'speed',
  title: unit === 'images' ? 'Images per second' : 'Samples per second',
  word: 'speed',
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
  return capital(words);
}

/**
 * The charts for these events, in groups: the game, the samples, the networks, the speed.
 */
export function sections(events, unit) {
  const keys = new Set(numbers(events));
  const isThere = (spec) => spec.series.some((one) => keys.has(one.key));
  const recorded = (group) => RECORDED.filter((spec) => spec.group === group && isThere(spec));
  const isGame = !events.length || keys.has(EVENT.discriminatorLoss);
  const large = [isGame ? LOSSES : RECONSTRUCTION, PROBABILITIES, GRADIENTS].filter(
    (spec) => !events.length || isThere(spec),
  );
  const metrics = [...keys].filter((key) => !KNOWN.has(key)).map(metric);
  return [
    { title: isGame ? 'The game' : 'Training', specs: large.map((spec) => ({ ...spec, isLarge: true })) },
    { title: 'Samples', specs: [...metrics, ...recorded('Samples')] },
    { title: 'Networks', specs: recorded('Networks') },
    { title: 'Speed', specs: keys.has(EVENT.speed) ? [speed(unit)] : [] },
  ];
}

/** Words of the glossary for names that mean something else there. */
const WORDS = { precision: 'recall' };

function metric(key) {
  const title = spoken(key);
  return {
    id: `metric-${key}`,
    title,
    word: WORDS[key] ?? key,
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
    const title = spec.single?.(name) ?? spec.title;
    return { ...spec, id: key, title, key, series };
  };
  const split = (specs) =>
    specs.flatMap((spec) => spec.series.filter(({ key }) => keys.has(key)).map((each) => one(spec, each)));
  const metrics = [...keys]
    .filter((key) => !KNOWN.has(key))
    .map((key) => ({ id: key, title: spoken(key), word: WORDS[key] ?? key, series }));
  return [
    { title: 'The game', specs: split(known.slice(0, 3)) },
    { title: 'Samples', specs: [...metrics, ...split(RECORDED.filter(({ group }) => group === 'Samples'))] },
    { title: 'Networks', specs: split(RECORDED.filter(({ group }) => group === 'Networks')) },
  ];
}
