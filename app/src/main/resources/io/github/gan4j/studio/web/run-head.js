// The head of a run's page: state, facts, diagnosis and actions.
import { comparePage, explorePage, RUNS, usePage } from './address.js';
import { post, runPath } from './api.js';
import { badge, canBeExplored, canBeUsed, hasFolder, isLive, isOver, isResumable, isWaiting, unit } from './card.js';
import { ask, once, toast } from './dialog.js';
import { field, h } from './dom.js';
import { count, duration, joined, number, several } from './format.js';
import { html, nothing } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { askForRun, takeOut } from './new-run.js';

/** What can be done about a run that went wrong. */
function advice(card) {
  if (card.state === 'broken')
    return 'Correct the file in the folder of this run, or delete the run in the list of runs.';
  const again = 'Run again with changes starts a new run from the same plan.';
  return isResumable(card) ? `Resume goes on from the last checkpoint. ${again}` : again;
}

export class RunHead {
  constructor(page, name) {
    Object.assign(this, { page, name });
  }

  title({ card }) {
    return html`
      <div class="head">
        <div class="row"><h1>${this.name}</h1>${badge(card.state)}</div>
        <div class="row">${this.actions(card)}</div>
      </div>`;
  }

  actions(card) {
    const button = (id, words, act) => html`<button type="button" id=${id} @click=${act}>${words}</button>`;
    const stop = () => this.act('/stop', {}, 'stopped; what was learned is kept');
    const resume = () => this.act('/resume', {}, 'resumed');
    const again = () => askForRun(this.page, this.name);
    const report = runPath(this.name, '/report.html');
    const further = html`
      ${button('again', 'Run again with changes', again)}
      <a class="button" href=${comparePage([this.name])}>Compare</a>
      <a class="button" href=${report} target="_blank" rel="noopener">Report</a>`;
    return html`
      ${isLive(card) ? button('stop', 'Stop', stop) : nothing}
      ${isResumable(card) ? button('resume', 'Resume', resume) : nothing}
      ${card.state === 'finished' ? button('resume', 'Train longer', () => this.trainLonger(card)) : nothing}
      ${canBeExplored(card) ? html`<a class="button" href=${explorePage(this.name)}>Explore</a>` : nothing}
      ${canBeUsed(card) ? html`<a class="button" href=${usePage(this.name)}>Use</a>` : nothing}
      ${isWaiting(card) ? button('take-out', 'Remove from queue', () => this.takeOut()) : nothing}
      ${card.state === 'broken' || !hasFolder(card) ? nothing : further}`;
  }

  async takeOut() {
    if ((await takeOut(this.name)) && this.page.isShown) location.hash = RUNS;
  }

  act(verb, body, done) {
    const path = runPath(this.name, verb);
    return once(path, async () => {
      await post(path, body);
      toast(done);
    });
  }

  async trainLonger(card) {
    const value = Math.ceil((card[EVENT.seconds] || 60) / 60) + 2;
    const input = h('input', { name: 'minutes', type: 'number', min: 0.01, step: 'any', required: true, value });
    const answer = await ask('Train longer', field('Minutes in total, from the start of the run', input), {
      confirm: 'Resume',
    });
    if (answer) this.act('/resume', { minutes: Number(answer.minutes) }, 'resumed');
  }

  /** State, diagnosis and what may help; of a run that cannot be read, why. */
  panel(state) {
    const { card } = state;
    return html`
      <section class="panel stack" aria-label="state">
        <h2 class="visually-hidden">State</h2>
        ${card.state === 'broken' ? nothing : this.standing(state)}
        ${card.trouble ? html`<p class="problem" role="alert">${card.trouble}</p>` : nothing}
        ${card.trouble ? html`<p class="small faint">${advice(card)}</p>` : nothing}
      </section>`;
  }

  /** Of a run that ended before it began, or waits, there is neither progress nor diagnosis. */
  standing({ card, last, diagnosis }) {
    if (isWaiting(card)) return html`<p role="status">${place(card.turn)}</p>`;
    const progress = html`<progress max="1" .value=${card.progress || 0} aria-label="progress"></progress>`;
    const sum = facts(card, last ?? {});
    const said = html`<p class="diagnosis ${diagnosis?.level ?? ''}" role="status">${diagnosis?.line ?? '…'}</p>`;
    return html`
      ${card.progress || !isOver(card) ? progress : nothing}
      ${sum ? html`<p class="facts">${sum}</p>` : nothing}
      ${(diagnosis && last) || !isOver(card) ? said : nothing}
      ${diagnosis?.remedies.length ? this.help(diagnosis.remedies) : nothing}`;
  }

  help(remedies) {
    return html`
      <details class="small"><summary>What may help</summary>
        <ul class="remedies">${remedies.map((remedy) => this.remedy(remedy))}</ul>
      </details>`;
  }

  remedy({ why, set }) {
    const act = () => askForRun(this.page, this.name, set.join('\n'));
    return html`
      <li>${why}: <code>${set.join(' ')}</code>
        <button type="button" class="small" @click=${act}>Run again with this</button></li>`;
  }
}

/** @param turn of a run that waits, from 1 */
const place = (turn) =>
  turn === 1
    ? 'Next in the queue: it starts when the current training ends.'
    : `Number ${turn} in the queue: it starts after the current training and ${several(turn - 1, 'other run')}.`;

function facts(card, last) {
  const isRunning = card.state === 'running';
  const things = unit(card);
  const { best } = card;
  return joined(
    (card[IMAGES] || !isOver(card)) && `${count(card[IMAGES] || 0)} ${things}`,
    card[EVENT.seconds] !== undefined && `${duration(card[EVENT.seconds])} of training`,
    isRunning && last[EVENT.speed] && `${count(last[EVENT.speed])} ${things}/s`,
    isRunning && last[EVENT.secondsLeft] > 0 && `${duration(last[EVENT.secondsLeft])} left`,
    best && `best ${best.metric} ${number(best.value)} after ${count(best[IMAGES])} ${things}`,
  );
}
