// Controls of a run that trains in this studio: pause, single steps, pace, turns, learning rates, checkpoints.
import { post, runPath } from './api.js';
import { makesImages } from './card.js';
import { ask, attempt, toast } from './dialog.js';
import { button, choice, fill, h, options, picture, put, rangeField } from './dom.js';
import { count, digits, number } from './format.js';
import { EVENT, IMAGES, SETTING, TURN } from './names.js';

/** Seconds per step. */
const PACES = [
  [0, 'full speed'],
  [0.05, '20 steps per second'],
  [0.25, '4 steps per second'],
  [1, '1 step per second'],
  [4, '1 step every 4 seconds'],
];
/** Turns per step of discriminator and generator. */
const TURNS = {
  '0:0': 'as planned',
  '1:1': '1 to 1',
  '2:1': '2 to 1',
  '5:1': '5 to 1',
  '1:2': '1 to 2',
  '1:5': '1 to 5',
};
/** From this pace on, in seconds per step, single steps are shown. */
const SLOW = 0.25;
const LEAST_EXPONENT = -5;

export class RunControls {
  constructor(name, unit) {
    Object.assign(this, { name, unit, card: {} });
    const pause = () => this.steer({ [SETTING.paused]: !this.card.setting?.[SETTING.paused] });
    this.pause = button('Pause', pause, { id: 'pause', class: 'primary' });
    const paces = PACES.map(([seconds]) => seconds);
    this.pace = choice({ id: 'speed' }, paces, Object.fromEntries(PACES));
    this.pace.addEventListener('change', () => this.steer({ [SETTING.secondsPerStep]: Number(this.pace.value) }));
    this.turns = choice({ id: 'turns' }, Object.keys(TURNS), TURNS);
    this.turns.addEventListener('change', () => this.steerTurns());
    this.rates = ['discriminator', 'generator'].map((side) => this.rate(side));
    this.back = h('select', { id: 'rollback-to', 'aria-label': 'checkpoint to roll back to' });
    this.roll = button('Roll back', () => this.rollBack(), { id: 'rollback' });
    this.step = h('p', { class: 'small mono', id: 'last-step', 'aria-live': 'polite' });
    this.now = h('img', { class: 'pixels now', alt: 'current samples of the generator', hidden: true });
    this.node = this.panel();
  }

  panel() {
    const step = (side) => attempt(() => post(this.path('/step'), { side }));
    const one = (side) => button(`One ${side} step`, () => step(side), { id: `step-${side}` });
    const keep = button('Checkpoint now', () => this.keep(), { id: 'checkpoint' });
    const inline = (words, input) => h('label', { class: 'inline' }, words, input);
    return h(
      'section',
      { class: 'panel controls', 'aria-label': 'steer the training', hidden: true },
      h(
        'div',
        { class: 'row' },
        [this.pause, one('discriminator'), one('generator')],
        [inline('pace', this.pace), inline('turns D : G', this.turns)],
      ),
      h(
        'div',
        { class: 'rates' },
        this.rates.map((rate) => rate.node),
      ),
      h('div', { class: 'row' }, keep, h('span', { class: 'row tight' }, this.back, this.roll)),
      this.step,
      this.now,
    );
  }

  path(verb) {
    return runPath(this.name, verb);
  }

  rate(side) {
    const key = SETTING[`${side}Rate`];
    const made = rangeField(`${side} learning rate`, {
      id: `rate-${side}`,
      className: side,
      min: LEAST_EXPONENT,
      max: 5,
      step: 0.5,
      value: 0,
    });
    const factor = () => 2 ** Number(made.input.value);
    const show = (value) => put(made.value, `× ${digits(value, 2)}`);
    made.input.addEventListener('input', () => show(factor()));
    made.input.addEventListener('change', () => this.steer({ [key]: factor() }));
    show(1);
    const update = (setting) => {
      if (document.activeElement === made.input) return;
      made.input.value = setting[key] > 0 ? Math.log2(setting[key]) : LEAST_EXPONENT;
      show(setting[key]);
    };
    return { node: made.node, update };
  }

  async steer(change) {
    const setting = await attempt(() => post(this.path('/steer'), change));
    if (setting) this.update({ ...this.card, setting });
  }

  steerTurns() {
    const [discriminator, generator] = this.turns.value.split(':').map(Number);
    this.steer({ [SETTING.discriminatorTurns]: discriminator, [SETTING.generatorTurns]: generator });
  }

  async keep() {
    const kept = await attempt(() => post(this.path('/checkpoint')));
    if (kept) toast(`checkpoint at ${count(kept[IMAGES])} ${this.unit}`);
  }

  async rollBack() {
    if (!this.back.value) return;
    const images = Number(this.back.value);
    const moment = `${count(images)} ${this.unit}`;
    const warning = `Training continues from the checkpoint at ${moment}; everything after it is discarded.`;
    if (!(await ask('Roll back?', h('p', {}, warning), { confirm: 'Roll back', kind: 'danger' }))) return;
    await attempt(async () => {
      await post(this.path('/rollback'), { images });
      toast(`back at ${moment}`);
    });
  }

  update(card) {
    this.card = card;
    this.node.hidden = !card.steerable;
    if (!card.steerable) return;
    const { setting } = card;
    put(this.pause, setting[SETTING.paused] ? 'Continue' : 'Pause');
    const seconds = setting[SETTING.secondsPerStep];
    this.pace.value = PACES.some(([pace]) => pace === seconds) ? seconds : 0;
    this.turns.value = `${setting[SETTING.discriminatorTurns]}:${setting[SETTING.generatorTurns]}`;
    for (const rate of this.rates) rate.update(setting);
    this.showStep(card, setting[SETTING.paused] || seconds >= SLOW);
  }

  /** Shows the losses of the last step, and samples, if the pace is slow enough to read them. */
  showStep(card, isSlow) {
    const step = card[EVENT.step];
    const turns = (card.turns ?? []).map(turnInWords).join('; ') || 'no step taken yet';
    this.step.hidden = !isSlow;
    put(this.step, `step ${count(step || 0)}: ${turns}`);
    this.now.hidden = !(isSlow && makesImages(card));
    if (!this.now.hidden) picture(this.now, this.path(`/now.png?step=${step}`));
  }

  /** Lists the checkpoints that can be rolled back to. */
  offer(moments) {
    const chosen = this.back.value;
    const newestFirst = moments.slice().reverse();
    const named = Object.fromEntries(moments.map((moment) => [moment, `${count(moment)} ${this.unit}`]));
    fill(this.back, options(newestFirst, named));
    if (moments.map(String).includes(chosen)) this.back.value = chosen;
    this.roll.disabled = moments.length === 0;
  }
}

const turnInWords = (turn) =>
  `${turn[TURN.player]} loss ${number(turn[TURN.loss])}, gradient ${number(turn[TURN.gradient])}`;
