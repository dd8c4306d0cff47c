// Names that the server uses: keys of events, cards, turns and settings. No other module spells them.

/** Images seen, the clock of training: in events, cards, scenes and checkpoints. */
export const IMAGES = 'imagesSeen';

/** The standard numbers of an event; the others are metrics. */
export const EVENT = {
  seconds: 'seconds',
  secondsLeft: 'secondsLeft',
  speed: 'imagesPerSecond',
  step: 'step',
  discriminatorLoss: 'discriminatorLoss',
  generatorLoss: 'generatorLoss',
  discriminatorGradient: 'discriminatorGradientNorm',
  generatorGradient: 'generatorGradientNorm',
  real: 'pReal',
  fake: 'pFake',
};

/** A turn of the last step, in the card of a run that is training here. */
export const TURN = { player: 'player', loss: 'loss', gradient: 'gradientNorm' };

/** Settings that can be changed while a run is training. */
export const SETTING = {
  paused: 'paused',
  secondsPerStep: 'secondsPerStep',
  discriminatorTurns: 'discriminatorTurns',
  generatorTurns: 'generatorTurns',
  discriminatorRate: 'discriminatorRate',
  generatorRate: 'generatorRate',
};

/** A plan setting to show as an example. */
export const EXAMPLE_SETTING = 'generator.input.size=32';
