// What is attacked and how, in the parameters of addresses and requests.

const SETUP = { data: 'strokes', size: '', structure: 'convolutional' };
/** Of many images; nothing stands for what is usual: the attack on one image, its classifier alone, 1000 images. */
const STUDY = { attacks: '', others: '', hardened: '', count: '' };
const ATTACK = { image: '0', method: 'fgsm', norm: 'linf', epsilon: '', target: '' };

export class AttackRequest {
  constructor() {
    Object.assign(this, SETUP, ATTACK, STUDY);
  }

  read(query) {
    for (const [key, usual] of Object.entries({ ...SETUP, ...ATTACK, ...STUDY })) this[key] = query.get(key) ?? usual;
  }

  /** Changes data or classifier; method and norm of the attack stay. */
  setUp({ data, size, structure }) {
    const { image, epsilon, target } = ATTACK;
    Object.assign(this, { data, size, structure, image, epsilon, target });
  }

  /** All parameters. */
  query() {
    return this.spelled({ ...SETUP, ...ATTACK, ...STUDY });
  }

  /** Those of the attack on one image. */
  attack() {
    return this.spelled({ ...SETUP, ...ATTACK });
  }

  /** The parameters of data and classifier alone. */
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
