// What a sample is made of, in the parameters of addresses and requests.
import { digits } from './format.js';

export const MOST_TRUNCATION = 1.5;
/** How far sliders go along directions and single latents. */
export const REACH = { d: 4, v: 4, z: 3 };

/** A number of an address, which anybody may have written. */
function within(text, rest, least, most) {
  const value = Number(text);
  return Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : rest;
}

/** Base latents, offsets along principal and named directions and of single latents, truncation, and classes. */
export class Recipe {
  constructor(parameters) {
    this.read(parameters);
  }

  read(parameters) {
    this.base = parameters.get('base') || '0';
    this.classes = parameters.get('class') || '';
    this.isForAll = parameters.has('all');
    this.reset();
    if (parameters.has('t')) this.truncation = within(parameters.get('t'), 1, 0, MOST_TRUNCATION);
    for (const [key, value] of parameters) {
      const [, kind, index] = /^([dz])(\d{1,4})$/.exec(key) ?? /^(v)\.([\w.]{1,60})$/.exec(key) ?? [];
      if (kind) this.moves(kind)[index] = within(value, 0, -REACH[kind], REACH[kind]);
    }
  }

  /** Resets what the sliders set. */
  reset() {
    this.directions = {};
    this.named = {};
    this.latents = {};
    this.truncation = 1;
  }

  moves(kind) {
    return { d: this.directions, v: this.named, z: this.latents }[kind];
  }

  query(further = {}) {
    const query = new URLSearchParams({ base: this.base });
    this.addMoves(query);
    if (this.isForAll) query.set('all', 1);
    if (this.truncation !== 1) query.set('t', this.truncation);
    if (this.classes) query.set('class', this.classes);
    for (const [key, value] of Object.entries(further)) query.set(key, value);
    return query.toString();
  }

  addMoves(query) {
    for (const kind of ['d', 'v', 'z'])
      for (const [index, value] of moved(this.moves(kind))) query.set(`${kind === 'v' ? 'v.' : kind}${index}`, value);
  }

  /** What holds for samples of other latents: truncation, classes, and the sliders where they move all samples. */
  style(further) {
    const query = new URLSearchParams({ ...further, t: this.truncation });
    if (this.isForAll) this.addMoves(query);
    if (this.classes) query.set('class', this.classes);
    return query.toString();
  }

  toString() {
    const directions = moved(this.directions).map(([i, value]) => `direction ${Number(i) + 1}: ${digits(value, 3)}`);
    const named = moved(this.named).map(([name, value]) => `${name}: ${digits(value, 3)}`);
    const latents = moved(this.latents).map(([i, value]) => `latent ${i}: ${digits(value, 3)}`);
    return [inWords(this.base), ...directions, ...named, ...latents].join(', ');
  }
}

/** What the sliders start from: a seed, or a place on the way between two latents. */
function inWords(base) {
  const [, from, to, at] = /^(.+)~(.+)@(.+)$/.exec(base) ?? [];
  if (from) return `${digits(100 * at, 3)} % of the way from ${inWords(from)} to ${inWords(to)}`;
  return /^\d+$/.test(base) ? `seed ${base}` : base;
}

const moved = (moves) => Object.entries(moves).filter(([, value]) => value);
