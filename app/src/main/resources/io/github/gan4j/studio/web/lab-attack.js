// The attack on one image: its settings, the pictures, and the classifier's answers.
import { get } from './api.js';
import { bars } from './bars.js';
import { complain } from './dialog.js';
import { button, choice, field, fill, h, inline, options, put, rangeField } from './dom.js';
import { digits, percent } from './format.js';
import { newest } from './parts.js';

export const METHODS = {
  fgsm: 'one step (FGSM)',
  iterated: 'ten small steps',
  pgd: '40 steps from a random start (PGD)',
};
const NORMS = { linf: 'per pixel (L∞)', l2: 'whole image (L2)' };
const PICTURES = ['image', 'change', 'attacked'];
const GREY_LEVELS = 255;

export class AttackPanel {
  /**
   * @param on callbacks: `copyLink`, `asked` when the request has changed, `lost` when the server no longer has these
   *     images open
   */
  constructor(request, known, on) {
    Object.assign(this, { request, on, about: undefined });
    this.pictures = PICTURES.map((name) => ({
      image: h('img', { class: 'pixels', id: `lab-${name}`, alt: name }),
      caption: h('figcaption', { class: 'small' }),
    }));
    this.verdict = h('p', { class: 'diagnosis', id: 'verdict', role: 'status' });
    this.epsilon = rangeField('Maximum change (ε)', {
      id: 'epsilon',
      min: 0,
      output: { class: 'small value', for: 'epsilon', id: 'amount' },
    });
    this.method = choice({ id: 'method' }, known.methods, METHODS);
    this.norm = choice({ id: 'norm' }, known.norms, NORMS);
    this.target = h('select', { id: 'target' });
    this.speed = h('output', { class: 'small faint', id: 'latency' });
    this.figure = h('a', { class: 'button', download: 'attack.png' }, 'All three as PNG');
    this.attacked = h('a', { class: 'button', download: 'attacked.png' }, 'Attacked as PNG');
    this.table = h('div', { class: 'scroll' });
    this.refresh = newest(() => this.load());
    this.nodes = [this.panel(), this.answers()];
    this.listen();
  }

  panel() {
    const figures = this.pictures.map(({ image, caption }) => h('figure', {}, image, caption));
    const fields = [field('Attack', this.method), field('Norm', this.norm), field('Target class', this.target)];
    const copy = button('Copy link', this.on.copyLink);
    return h(
      'section',
      { class: 'panel stack', 'aria-label': 'the attack' },
      h('div', { class: 'triple' }, figures),
      this.verdict,
      this.epsilon.node,
      h('div', { class: 'fields' }, fields),
      h('div', { class: 'row' }, this.figure, this.attacked, copy, this.speed),
    );
  }

  answers() {
    const title = 'Class probabilities';
    return h('section', { class: 'panel stack', 'aria-label': title }, h('h2', {}, title), this.table);
  }

  listen() {
    const { input } = this.epsilon;
    input.addEventListener('input', () => this.change({ epsilon: digits(Number(input.value), 6) }));
    this.method.addEventListener('change', () => this.change({ method: this.method.value }));
    this.target.addEventListener('change', () => this.change({ target: this.target.value }));
    this.norm.addEventListener('change', () => {
      Object.assign(this.request, { norm: this.norm.value, epsilon: '' });
      this.showRequest();
      this.refresh();
    });
  }

  change(part) {
    Object.assign(this.request, part);
    this.refresh();
  }

  enter(about) {
    this.about = about;
    const classes = options(about.classes);
    fill(this.target, h('option', { value: '' }, 'any other'), classes);
    this.showRequest();
    this.refresh();
  }

  /** Forgets the images until some are opened again. */
  leave() {
    this.about = undefined;
  }

  close() {
    this.leave();
  }

  showRequest() {
    const { method, norm, target } = this.request;
    this.method.value = method;
    this.norm.value = norm;
    this.target.value = target;
    const usual = this.about.usual[norm];
    this.request.epsilon ||= String(usual);
    const most = Math.max(2 * usual, Number(this.request.epsilon));
    Object.assign(this.epsilon.input, { max: most, step: most / 100, value: this.request.epsilon });
  }

  async load() {
    this.on.asked();
    const { about } = this;
    const asked = this.request.attack();
    put(this.epsilon.value, spokenEpsilon(this.request));
    try {
      const from = performance.now();
      const answer = await get(`/api/lab/attack?${asked}`);
      if (!about || about !== this.about) return;
      await this.show(answer);
      this.figure.href = `/api/lab/attack.png?${asked}`;
      this.attacked.href = `/api/lab/attack.png?${asked}&what=attacked`;
      this.verdict.dataset.shown = asked;
      put(this.speed, `computed in ${Math.round(performance.now() - from)} ms`);
    } catch (failure) {
      if (about && about === this.about) this.explain(failure);
    }
  }

  explain(failure) {
    if (failure.message.endsWith('open these again')) this.on.lost();
    else complain(failure);
  }

  async show(answer) {
    const images = this.pictures.map(({ image }, i) => {
      image.src = inline(answer[PICTURES[i]]);
      return image.decode().catch(() => {}); // superseded by a newer one
    });
    await Promise.all(images);
    this.showAnswer(answer);
  }

  showAnswer({ before, after, truth, largest }) {
    const { classes } = this.about;
    const spoken = ({ answer, probabilities }) => `${classes[answer]}, ${percent(probabilities[answer])}`;
    const isWrong = truth !== undefined && truth !== before.answer;
    const captions = [
      `Original: ${spoken(before)}${isWrong ? `, in truth ${classes[truth]}` : ''}`,
      largest > 0 ? `Change, magnified ${digits(1 / (2 * largest), 2)} times` : 'No change',
      `Attacked: ${spoken(after)}`,
    ];
    captions.forEach((caption, i) => {
      put(this.pictures[i].caption, caption);
    });
    const isFooled = before.answer !== after.answer;
    const isAtTarget = this.request.target !== '' && this.request.target === classes[before.answer];
    this.verdict.className = `diagnosis ${isFooled ? 'warning' : 'good'}`;
    if (isFooled) put(this.verdict, `Fooled: ${spoken(before)} became ${spoken(after)}.`);
    else if (isAtTarget) put(this.verdict, 'It is already classified as the target, without an attack.');
    else put(this.verdict, `Not fooled: still ${spoken(after)}.`);
    const columns = [
      { title: 'image', side: 'before', shares: before.probabilities },
      { title: 'attacked', side: 'after', shares: after.probabilities },
    ];
    fill(this.table, bars(classes, columns, truth));
  }
}

function spokenEpsilon({ epsilon, norm }) {
  const value = Number(epsilon);
  const plain = digits(value, 3);
  return norm === 'linf' ? `${plain} = ${digits(GREY_LEVELS * value, 3)} of ${GREY_LEVELS} grey levels` : plain;
}
