// The card of a run in the list: picture, state, progress and actions.
import { runPage } from './address.js';
import { del, post, runPath, samplesPath } from './api.js';
import { isLive, isOver, isResumable, makesImages, mark, unit } from './card.js';
import { ask, attempt, toast } from './dialog.js';
import { button, field, fill, h, picture, put } from './dom.js';
import { count, duration, joined, number } from './format.js';
import { EVENT, IMAGES, RUN_NAME } from './names.js';

export class RunCard {
  /**
   * @param choose called with whether the run is selected for comparison
   * @param changed called after an action
   */
  constructor(name, choose, changed) {
    Object.assign(this, { name, changed, before: '' });
    const link = runPage(name);
    this.picture = h('img', { alt: '', class: 'pixels', loading: 'lazy' });
    this.state = h('span');
    this.about = h('p', { class: 'faint clamp' });
    this.facts = h('p', { class: 'small' });
    this.bar = h('progress', { max: 1, value: 0, 'aria-label': `progress of ${name}` });
    this.trouble = h('p', { class: 'problem small', hidden: true });
    this.actions = h('div', { class: 'row tight' });
    const tick = h('input', { type: 'checkbox', onchange: () => choose(tick.checked) });
    const head = h('div', { class: 'row between' }, h('h2', {}, h('a', { href: link }, name)), this.state);
    const foot = h('label', { class: 'tick small faint' }, tick, 'compare');
    this.node = h(
      'article',
      { class: 'card', 'data-run': name },
      h('a', { href: link, class: 'shot', tabIndex: -1, 'aria-hidden': 'true' }, this.picture),
      h(
        'div',
        { class: 'stack' },
        [head, this.about, this.bar, this.facts, this.trouble],
        h('div', { class: 'row between' }, this.actions, foot),
      ),
    );
  }

  /** @param training the name of the run being trained, if any */
  update(data, training) {
    const now = JSON.stringify([data, training]);
    if (now === this.before) return;
    this.before = now;
    mark(this.state, data.state);
    put(this.about, data.about || (data.plan === 'unnamed' ? '' : data.plan) || '');
    this.bar.value = data.progress || 0;
    put(this.facts, facts(data));
    put(this.trouble, data.trouble ?? '');
    this.trouble.hidden = !data.trouble;
    this.showPicture(data);
    this.showActions(data, training);
  }

  showPicture(data) {
    this.picture.hidden = data.picture === undefined;
    if (data.picture !== undefined) picture(this.picture, samplesPath(this.name, data.picture));
    this.picture.classList.toggle('diagram', !makesImages(data));
  }

  showActions(data, training) {
    fill(
      this.actions,
      isLive(data) && this.button('Stop', () => this.act('/stop', {}, `${this.name} stopped`)),
      isResumable(data) && !training && this.button('Resume', () => this.act('/resume', {}, `${this.name} resumed`)),
      isOver(data) && this.button('Rename', () => this.rename()),
      isOver(data) && this.button('Delete', () => this.remove()),
    );
  }

  button(label, onclick) {
    return button(label, onclick, { class: 'quiet small', 'aria-label': `${label} ${this.name}` });
  }

  async act(verb, body, done) {
    await attempt(async () => {
      await post(runPath(this.name, verb), body);
      toast(done);
    });
    this.changed();
  }

  async rename() {
    const input = h('input', { name: 'to', value: this.name, required: true, pattern: RUN_NAME, autocomplete: 'off' });
    const answer = await ask(`Rename ${this.name}`, field('New name', input), { confirm: 'Rename' });
    if (answer && answer.to !== this.name) this.act('/rename', answer, `${this.name} is now ${answer.to}`);
  }

  async remove() {
    const warning = h('p', {}, 'This permanently deletes its pictures, metrics and checkpoints.');
    if (!(await ask(`Delete ${this.name}?`, warning, { confirm: 'Delete', kind: 'danger' }))) return;
    await attempt(async () => {
      await del(runPath(this.name, `?confirm=${encodeURIComponent(this.name)}`));
      toast(`${this.name} deleted`);
    });
    this.changed();
  }
}

function facts(data) {
  const left = data[EVENT.secondsLeft];
  return joined(
    data[IMAGES] !== undefined && `${count(data[IMAGES])} ${unit(data)}`,
    data[EVENT.seconds] !== undefined && duration(data[EVENT.seconds]),
    data.state === 'running' && left > 0 && `${duration(left)} left`,
    data.best && `best ${data.best.metric} ${number(data.best.value)}`,
  );
}
