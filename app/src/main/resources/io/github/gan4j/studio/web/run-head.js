// The head of a run's page: state, facts, diagnosis and actions.
import { explorePage } from './address.js';
import { post, runPath } from './api.js';
import { isLive, isResumable, makesImages, mark, unit } from './card.js';
import { ask, attempt, toast } from './dialog.js';
import { button, field, fill, h, put } from './dom.js';
import { count, duration, joined, number } from './format.js';
import { EVENT, IMAGES } from './names.js';

export class RunHead {
  constructor(name) {
    this.name = name;
    this.state = h('span');
    this.actions = h('div', { class: 'row' });
    this.bar = h('progress', { max: 1, value: 0, 'aria-label': 'progress' });
    this.facts = h('p', { class: 'facts', 'aria-live': 'off' });
    this.diagnosis = h('p', { class: 'diagnosis', role: 'status' }, '…');
    this.remedies = h('ul');
    this.help = h('details', { class: 'small', hidden: true }, h('summary', {}, 'What may help'), this.remedies);
    this.trouble = h('p', { class: 'problem', role: 'alert', hidden: true });
    this.nodes = [
      h('div', { class: 'head' }, h('div', { class: 'row' }, h('h1', {}, name), this.state), this.actions),
      h('div', { class: 'panel stack' }, this.bar, this.facts, this.diagnosis, this.help, this.trouble),
    ];
  }

  /** @param last the last event, if any */
  update(card, last) {
    mark(this.state, card.state);
    this.bar.value = card.progress || 0;
    put(this.facts, facts(card, last));
    put(this.trouble, card.trouble ?? '');
    this.trouble.hidden = !card.trouble;
    if (card.state !== this.actionsFor) this.showActions(card);
    this.actionsFor = card.state;
  }

  showActions(card) {
    const isFinished = card.state === 'finished';
    const canExplore = makesImages(card) && !['starting', 'broken'].includes(card.state);
    const stop = () => this.act('/stop', {}, 'stopped; what was learned is kept');
    const resume = () => this.act('/resume', {}, 'resumed');
    fill(
      this.actions,
      isLive(card) && button('Stop', stop, { id: 'stop' }),
      isResumable(card) && button('Resume', resume, { id: 'resume' }),
      isFinished && button('Train longer', () => this.trainLonger(card[EVENT.seconds]), { id: 'resume' }),
      canExplore && h('a', { class: 'button', href: explorePage(this.name) }, 'Explore'),
      h(
        'a',
        { class: 'button', href: runPath(this.name, '/report.html'), target: '_blank', rel: 'noopener' },
        'Report',
      ),
    );
  }

  act(verb, body, done) {
    return attempt(async () => {
      await post(runPath(this.name, verb), body);
      toast(done);
    });
  }

  async trainLonger(seconds) {
    const value = Math.ceil((seconds || 60) / 60) + 2;
    const input = h('input', { name: 'minutes', type: 'number', min: 0.01, step: 'any', required: true, value });
    const answer = await ask('Train longer', field('Minutes in total, from the start of the run', input), {
      confirm: 'Resume',
    });
    if (answer) this.act('/resume', { minutes: Number(answer.minutes) }, 'resumed');
  }

  diagnose({ line, level, remedies }) {
    put(this.diagnosis, line);
    this.diagnosis.className = `diagnosis ${level}`;
    this.help.hidden = !remedies.length;
    fill(this.remedies, remedies.map(remedy));
  }
}

function remedy({ why, set }) {
  const settings = set.map((setting) => `--set '${setting}'`).join(' ');
  return h('li', {}, `${why}: `, h('code', {}, settings));
}

function facts(card, last = {}) {
  const isRunning = card.state === 'running';
  const things = unit(card);
  const { best } = card;
  return joined(
    `${count(card[IMAGES] || 0)} ${things}`,
    card[EVENT.seconds] !== undefined && `${duration(card[EVENT.seconds])} of training`,
    isRunning && last[EVENT.speed] && `${count(last[EVENT.speed])} ${things}/s`,
    isRunning && last[EVENT.secondsLeft] > 0 && `${duration(last[EVENT.secondsLeft])} left`,
    best && `best ${best.metric} ${number(best.value)} after ${count(best[IMAGES])} ${things}`,
  );
}
