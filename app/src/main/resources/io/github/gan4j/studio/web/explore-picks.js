// What clicking a sample on the wall does: show it, walk from one to the next, or do arithmetic with three.
import { button, fill, h, range } from './dom.js';
import { playButton } from './parts.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The modes, with a sign for each sample that has to be picked; a walk goes on to as many more as one likes. */
const MODES = {
  look: { words: 'shows it', signs: [] },
  walk: { words: 'picks A, B, C … to walk along', signs: ['', ''] },
  mix: { words: 'picks A − B + C', signs: ['', '− ', '+ '] },
};
const STROLL_MILLIS = 60;
const STROLL_STEP = 0.06;

export class PickTools {
  /**
   * @param on callbacks: `base` with an expression for new latents, `walk` with the stops of a walk or undefined,
   *     `picked` when the picks have changed
   */
  constructor(path, recipe, on) {
    Object.assign(this, { path, recipe, on, mode: 'look', picks: [] });
    this.place = range({
      min: 0,
      max: 1,
      step: 0.01,
      value: 0.5,
      id: 'walk-place',
      'aria-label': 'position on the walk from the first to the last',
    });
    this.place.addEventListener('input', () => {
      this.stroll.stop();
      this.walk();
    });
    this.stroll = playButton('walk back and forth', 'stop the walk', () => this.startStroll());
    this.slots = h('div', { class: 'row' });
    const over = button('Start over', () => this.setMode('walk'), { class: 'quiet small', id: 'walk-over' });
    this.walkRow = h('div', { class: 'row scrub', hidden: true }, this.stroll.node, this.place, over);
    this.node = h('div', { class: 'stack' }, this.modes(), this.slots, this.walkRow);
  }

  modes() {
    const one = ([value, { words }]) => {
      const onchange = () => this.setMode(value);
      const radio = h('input', { type: 'radio', name: 'mode', value, checked: value === this.mode, onchange });
      return h('label', { class: 'tick' }, radio, words);
    };
    const legend = h('legend', {}, 'Clicking a sample');
    return h('fieldset', { class: 'modes' }, legend, Object.entries(MODES).map(one));
  }

  get signs() {
    return MODES[this.mode].signs;
  }

  setMode(mode) {
    this.mode = mode;
    this.picks = [];
    this.stroll.stop();
    this.walkRow.hidden = true;
    this.on.walk();
    this.show();
  }

  isPicked(seed) {
    return this.mode === 'look' ? seed === this.recipe.base : this.picks.includes(seed);
  }

  pick(seed) {
    const most = this.mode === 'walk' ? LETTERS.length : this.signs.length;
    if (this.picks.length === most) this.picks = [];
    if (this.mode !== 'look') this.picks.push(seed);
    const isComplete = this.mode !== 'look' && this.picks.length >= this.signs.length;
    if (!isComplete) this.on.base(seed);
    else if (this.mode === 'walk') this.startWalk();
    else this.on.base(`${this.picks[0]}-${this.picks[1]}+${this.picks[2]}`);
    this.show();
  }

  startWalk() {
    this.walkRow.hidden = false;
    this.on.walk(this.picks);
    this.walk();
  }

  walk() {
    const legs = this.picks.length - 1;
    const leg = Math.min(legs - 1, Math.floor(this.place.value * legs));
    const share = Number((this.place.value * legs - leg).toFixed(4));
    this.on.base(`${this.picks[leg]}~${this.picks[leg + 1]}@${share}`);
  }

  /** Walks back and forth, slowest at both ends. */
  startStroll() {
    let phase = Math.acos(1 - 2 * Number(this.place.value));
    const next = () => {
      phase += STROLL_STEP;
      this.place.value = String((1 - Math.cos(phase)) / 2);
      this.walk();
    };
    return { next, millis: STROLL_MILLIS };
  }

  show() {
    const count = Math.max(this.signs.length, this.picks.length);
    const slots = Array.from({ length: count }, (_, i) =>
      this.slot(`${this.signs[i] ?? ''}${LETTERS[i]}`, this.picks[i]),
    );
    fill(this.slots, slots);
    this.on.picked();
  }

  slot(name, seed) {
    const source = (base) => this.path(`/sample.png?${this.recipe.style({ base })}`);
    const image = seed && h('img', { class: 'pixels', alt: `sample ${seed}`, src: source(seed) });
    return h('span', { class: 'slot' }, h('strong', {}, name), image ?? ' click a sample');
  }

  close() {
    this.stroll.stop();
  }
}
