// What the server calls things: keys of events, cards, turns and settings. A key that is renamed there is renamed here
// alone.

/** The clock of everything: in events, cards, scenes and checkpoints. */
export const IMAGES = 'imagesSeen';

/** The numbers that every event may hold; a run's card repeats the first three. */
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

/** A turn of the last step, on the card of a run that is training here. */
export const TURN = { player: 'player', loss: 'loss', gradient: 'gradientNorm' };

/** What can be set while a training runs. */
export const SETTING = {
  paused: 'paused',
  secondsPerStep: 'secondsPerStep',
  discriminatorTurns: 'discriminatorTurns',
  generatorTurns: 'generatorTurns',
  discriminatorRate: 'discriminatorRate',
  generatorRate: 'generatorRate',
};

/** What a run may be called, as the server requires it; for `pattern`. */
export const RUN_NAME = '[A-Za-z0-9][A-Za-z0-9._\\-]{0,99}';

/** A setting of a plan, shown as an example. */
export const EXAMPLE_SETTING = 'latent.size=32';
