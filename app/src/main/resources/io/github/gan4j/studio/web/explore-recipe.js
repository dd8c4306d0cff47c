// What a sample is made of, as the address and the server spell it.
import { number } from './format.js';

/** A base, moves along principal directions and single latents, a truncation, and classes. */
export class Recipe {
  constructor(parameters) {
    this.read(parameters);
  }

  read(parameters) {
    this.base = parameters.get('base') || '0';
    this.classes = parameters.get('class') || '';
    this.reset();
    if (parameters.has('t')) this.truncation = Number(parameters.get('t'));
    for (const [key, value] of parameters) {
      const [, kind, index] = /^([dz])(\d+)$/.exec(key) ?? [];
      if (kind) this.moves(kind)[index] = Number(value);
    }
  }

  /** Undoes all sliders. */
  reset() {
    this.directions = {};
    this.latents = {};
    this.truncation = 1;
  }

  moves(kind) {
    return kind === 'd' ? this.directions : this.latents;
  }

  query(further = {}) {
    const query = new URLSearchParams({ base: this.base });
    for (const kind of ['d', 'z'])
      for (const [index, value] of moved(this.moves(kind))) query.set(`${kind}${index}`, value);
    if (this.truncation !== 1) query.set('t', this.truncation);
    if (this.classes) query.set('class', this.classes);
    for (const [key, value] of Object.entries(further)) query.set(key, value);
    return query.toString();
  }

  /** The truncation and the classes of samples from other latents. */
  style(further) {
    const query = new URLSearchParams({ ...further, t: this.truncation });
    if (this.classes) query.set('class', this.classes);
    return query.toString();
  }

  toString() {
    const directions = moved(this.directions).map(([i, value]) => `direction ${Number(i) + 1} ${number(value)}`);
    const latents = moved(this.latents).map(([i, value]) => `latent ${i} ${number(value)}`);
    return [this.base, ...directions, ...latents].join(', ');
  }
}

const moved = (moves) => Object.entries(moves).filter(([, value]) => value);
