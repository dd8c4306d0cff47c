// What is attacked and how, as the address and the server spell it.

const SETUP = { data: 'strokes', size: '', structure: 'convolutional' };
const ATTACK = { image: '0', method: 'fgsm', norm: 'linf', epsilon: '', target: '' };

export class Wish {
  constructor() {
    Object.assign(this, SETUP, ATTACK);
  }

  read(query) {
    for (const [key, usual] of Object.entries({ ...SETUP, ...ATTACK })) this[key] = query.get(key) ?? usual;
  }

  /** Other images or another classifier: starts over, with the same attack. */
  setUp({ data, size, structure }) {
    const { image, epsilon, target } = ATTACK;
    Object.assign(this, { data, size, structure, image, epsilon, target });
  }

  query() {
    return this.spelled({ ...SETUP, ...ATTACK });
  }

  /** Only which images and which classifier. */
  setup(further = {}) {
    return this.spelled(SETUP, further);
  }

  spelled(keys, further = {}) {
    const query = new URLSearchParams();
    for (const key of Object.keys(keys)) if (this[key] !== '') query.set(key, this[key]);
    for (const [key, value] of Object.entries(further)) query.set(key, value);
    return query.toString();
  }
}
