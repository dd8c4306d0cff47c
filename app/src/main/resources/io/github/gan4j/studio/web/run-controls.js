// Controls of a run that trains in this studio: pause, single steps, pace, turns, learning rates, checkpoints.
import { post, runPath } from './api.js';
import { ask, attempt, once, toast } from './dialog.js';
import { h } from './dom.js';
import { capital, count, digits, number } from './format.js';
import { html, live, nothing } from './html.js';
import { EVENT, IMAGES, SETTING, TURN } from './names.js';
import { term } from './words.js';

/** Seconds per step. */
const PACES = [
  [0, 'full speed'],
  [0.05, '20 steps per second'],
  [0.25, '4 steps per second'],
  [1, '1 step per second'],
  [4, '1 step every 4 seconds'],
];
/** Turns per step of discriminator and generator. */
const TURNS = [
  ['0:0', 'as planned'],
  ['1:1', '1 to 1'],
  ['2:1', '2 to 1'],
  ['5:1', '5 to 1'],
  ['1:2', '1 to 2'],
  ['1:5', '1 to 5'],
];
/** From this pace on, in seconds per step, single steps are shown. */
const SLOW = 0.25;
const LEAST_EXPONENT = -5;

/** Whether steps are so slow, or none are made, that each can be looked at. */
export function isSlow({ steerable, setting }) {
  return Boolean(steerable && (setting[SETTING.paused] || setting[SETTING.secondsPerStep] >= SLOW));
}

/** The options, and the present value where it is none of them: others than this page may steer. */
const among = (options, value, words) =>
  options.some(([one]) => one === value) ? options : [...options, [value, words]];

export class RunControls {
  /** Sides whose slider is being moved, with where it is. */
  moved = {};

  constructor(page, name, unit) {
    Object.assign(this, { page, name, unit });
  }

  view(state) {
    const { card } = state;
    if (!card.steerable) return nothing;
    const { setting } = card;
    const isPaused = setting[SETTING.paused];
    return html`
      <section class="panel controls" aria-label="steer the training">
        <h2>${term('steering', 'Steer')}</h2>
        <div class="row">
          <button type="button" class="primary" id="pause" @click=${() => this.steer({ [SETTING.paused]: !isPaused })}
            >${isPaused ? 'Continue' : 'Pause'}</button>
          ${this.stepButton('discriminator')}${this.stepButton('generator')}
        </div>
        <div class="row">${this.pace(setting)}${this.turns(setting)}</div>
        <div class="rates">${this.rate('discriminator', setting)}${this.rate('generator', setting)}</div>
        ${this.checkpoints(state)}
        ${isSlow(card) ? lastStep(card) : nothing}
      </section>`;
  }

  stepButton(side) {
    const step = () => attempt(() => post(this.path('/step'), { side }));
    return html`<button type="button" id="step-${side}" @click=${step}>${capital(side)} step</button>`;
  }

  pace(setting) {
    const now = setting[SETTING.secondsPerStep];
    const paces = among(PACES, now, `1 step every ${digits(now, 3)} seconds`);
    const change = (event) => this.steer({ [SETTING.secondsPerStep]: Number(event.target.value) });
    return html`<label class="inline" data-word="pace">Pace ${select('speed', paces, now, change)}</label>`;
  }

  turns(setting) {
    const now = `${setting[SETTING.discriminatorTurns]}:${setting[SETTING.generatorTurns]}`;
    const change = (event) => {
      const [discriminator, generator] = event.target.value.split(':').map(Number);
      this.steer({ [SETTING.discriminatorTurns]: discriminator, [SETTING.generatorTurns]: generator });
    };
    const turns = among(TURNS, now, now.replace(':', ' to '));
    return html`<label class="inline" data-word="turns">Turns D : G ${select('turns', turns, now, change)}</label>`;
  }

  rate(side, setting) {
    const key = SETTING[`${side}Rate`];
    const exponent = this.moved[side] ?? (setting[key] > 0 ? Math.log2(setting[key]) : LEAST_EXPONENT);
    const move = (event) => {
      this.moved[side] = Number(event.target.value);
      this.page.redraw();
    };
    const change = async (event) => {
      await this.steer({ [key]: 2 ** Number(event.target.value) });
      delete this.moved[side];
      this.page.redraw();
    };
    const factor = this.moved[side] === undefined ? setting[key] : 2 ** exponent;
    return html`
      <label class="field ${side}" data-word="learning rate">
        <span class="row between">${capital(side)} learning rate <output>× ${digits(factor, 2)}</output></span>
        <input type="range" id="rate-${side}" min=${LEAST_EXPONENT} max="5" step="0.5" .value=${live(String(exponent))}
          @input=${move} @change=${change}>
      </label>`;
  }

  /** The newest checkpoint is offered unless another was chosen that is still there. */
  checkpoints({ checkpoints, wanted }) {
    const newestFirst = checkpoints.slice().reverse();
    const chosen = newestFirst.includes(wanted) ? wanted : newestFirst[0];
    const named = newestFirst.map((moment) => [moment, `${count(moment)} ${this.unit}`]);
    const choose = (event) => this.page.set({ wanted: Number(event.target.value) });
    return html`
      <div class="row">
        <button type="button" id="checkpoint" data-word="checkpoint" @click=${() => this.keep()}>Checkpoint now</button>
        <span class="row tight">
          ${select('rollback-to', named, chosen, choose, 'checkpoint to roll back to')}
          <button type="button" id="rollback" data-word="roll back" ?disabled=${!newestFirst.length}
            @click=${() => this.rollBack(chosen)}>
            Roll back
          </button>
        </span>
      </div>`;
  }

  path(verb) {
    return runPath(this.name, verb);
  }

  async steer(change) {
    const setting = await attempt(() => post(this.path('/steer'), change));
    if (setting) this.page.set({ card: { ...this.page.state.card, setting } });
  }

  async keep() {
    const kept = await once(this.path('/checkpoint'), () => post(this.path('/checkpoint')));
    if (!kept) return;
    toast(`checkpoint at ${count(kept[IMAGES])} ${this.unit}`);
    const { checkpoints } = this.page.state;
    const known = new Set([...checkpoints, kept[IMAGES]]);
    this.page.set({ wanted: undefined, checkpoints: [...known].sort((a, b) => a - b) });
  }

  async rollBack(images) {
    const moment = `${count(images)} ${this.unit}`;
    const warning = `Training continues from the checkpoint at ${moment}; everything after it is discarded.`;
    if (!(await ask('Roll back?', h('p', {}, warning), { confirm: 'Roll back', kind: 'danger' }))) return;
    await once(this.path('/rollback'), async () => {
      await post(this.path('/rollback'), { images });
      toast(`back at ${moment}`);
      this.page.set({ wanted: undefined });
    });
  }
}

function select(id, options, value, change, label) {
  const option = ([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`;
  return html`
    <select id=${id} aria-label=${label ?? nothing} .value=${live(String(value ?? ''))} @change=${change}
      >${options.map(option)}</select>`;
}

/** The losses of the last step. */
function lastStep(card) {
  const turns = (card.turns ?? []).map(turnInWords).join('; ') || 'no step taken yet';
  return html`
    <p class="small mono" id="last-step" aria-live="polite">step ${count(card[EVENT.step] || 0)}: ${turns}</p>`;
}

const turnInWords = (turn) =>
  `${turn[TURN.player]} loss ${number(turn[TURN.loss])}, gradient ${number(turn[TURN.gradient])}`;
