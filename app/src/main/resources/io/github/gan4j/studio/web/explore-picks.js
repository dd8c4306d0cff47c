// What clicking a sample on the wall does: show it, walk between two, or do arithmetic with three.
import { fill, h, range } from './dom.js';
import { playButton } from './parts.js';

/** The modes, with a sign for each sample that has to be picked. */
const MODES = {
  look: { words: 'shows it', signs: [] },
  walk: { words: 'picks A, then B, to walk between', signs: ['', ''] },
  mix: { words: 'picks A − B + C', signs: ['', '− ', '+ '] },
};
const STROLL_MILLIS = 60;
const STROLL_STEP = 0.06;

export class PickTools {
  /**
   * @param on callbacks: `base` with an expression for new latents, `walk` with the two ends of a walk or undefined,
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
      'aria-label': 'position on the walk from A to B',
    });
    this.place.addEventListener('input', () => {
      this.stroll.stop();
      this.walk();
    });
    this.stroll = playButton('walk back and forth', 'stop the walk', () => this.startStroll());
    this.slots = h('div', { class: 'row' });
    this.walkRow = h('div', { class: 'row scrub', hidden: true }, this.stroll.node, this.place);
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
    if (this.picks.length === this.signs.length) this.picks = [];
    if (this.mode !== 'look') this.picks.push(seed);
    const isComplete = this.mode !== 'look' && this.picks.length === this.signs.length;
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
    this.on.base(`${this.picks[0]}~${this.picks[1]}@${this.place.value}`);
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
    fill(
      this.slots,
      this.signs.map((sign, i) => this.slot(`${sign}${'ABC'[i]}`, this.picks[i])),
    );
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
