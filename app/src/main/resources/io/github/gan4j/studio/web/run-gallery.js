// The sample pictures of a run, one at a time or as a film.
import { runPath, samplesPath } from './api.js';
import { button, h, picture, put, range } from './dom.js';
import { count } from './format.js';
import { playButton } from './parts.js';

export class RunGallery {
  /**
   * @param isDiagram whether the pictures are diagrams (of points) rather than images
   * @param shown called with the images seen at the picture shown, or null for the newest
   */
  constructor(name, unit, isDiagram, shown) {
    Object.assign(this, { name, unit, shown, moments: [], isFollowing: true });
    const still = (alt) => h('img', { class: `pixels samples${isDiagram ? ' diagram' : ''}`, alt });
    this.fakes = still('samples of the generator');
    this.reals = still('real samples');
    this.realsBox = framed('reals', this.reals, 'real samples alone, in full size');
    this.realsBox.hidden = true;
    const label = 'time: which sample picture';
    this.slider = range({ min: 0, max: 0, value: 0, step: 1, id: 'scrubber', 'aria-label': label });
    this.slider.addEventListener('input', () => this.scrub(Number(this.slider.value)));
    this.film = playButton('play the training as a film', 'stop the film', () => this.startFilm());
    this.moment = h('output', { class: 'small', for: 'scrubber' });
    const newest = button('newest', () => this.scrub(this.last), { class: 'quiet small' });
    this.node = h(
      'section',
      { class: 'panel stack', 'aria-label': 'samples' },
      h('div', { class: 'pair' }, framed('fakes', this.fakes, 'generated samples alone, in full size'), this.realsBox),
      h('div', { class: 'row scrub' }, this.film.node, this.slider, newest),
      this.moment,
    );
  }

  get last() {
    return this.moments.length - 1;
  }

  update(moments) {
    this.moments = moments;
    this.slider.max = Math.max(0, this.last);
    this.node.hidden = !moments.length;
    this.show(this.isFollowing ? this.last : Number(this.slider.value));
  }

  showReals(areThere) {
    if (!areThere || !this.realsBox.hidden) return;
    this.realsBox.hidden = false;
    picture(this.reals, runPath(this.name, '/reals.png'));
  }

  /** Shows a picture on the user's behalf. */
  scrub(index) {
    this.film.stop();
    this.isFollowing = index === this.last;
    this.show(index);
  }

  show(index) {
    if (!this.moments.length) return;
    const at = Math.max(0, Math.min(this.last, index));
    const after = `after ${count(this.moments[at])} ${this.unit}`;
    this.slider.value = at;
    this.slider.setAttribute('aria-valuetext', after);
    put(this.moment, `${after} (picture ${at + 1} of ${this.moments.length})`);
    picture(this.fakes, samplesPath(this.name, this.moments[at]));
    this.shown(at === this.last ? null : this.moments[at]);
  }

  startFilm() {
    this.isFollowing = false;
    let at = Number(this.slider.value) >= this.last ? 0 : Number(this.slider.value);
    const next = () => {
      this.show(at++);
      return at <= this.last;
    };
    return { next, millis: Math.max(60, Math.min(220, 6000 / this.moments.length)) };
  }

  close() {
    this.film.stop();
  }
}

/** A captioned picture; a click opens it alone. */
function framed(name, image, words) {
  const link = h('a', { target: '_blank', rel: 'noopener', 'aria-label': words, tabIndex: 0 }, image);
  for (const kind of ['pointerdown', 'focus'])
    link.addEventListener(kind, () => {
      link.href = image.src;
    });
  return h('figure', {}, h('figcaption', { class: 'small faint' }, name), link);
}
