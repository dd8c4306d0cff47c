// One step of the course: what it explains, the game, what can be done, and what one should have seen.
import { DRAW, LEARN, lessonPage, RUNS, runPage } from './address.js';
import { post, runPath } from './api.js';
import { isLive } from './card.js';
import { Charts } from './charts.js';
import { once } from './dialog.js';
import { count, number, percent } from './format.js';
import { html, nothing } from './html.js';
import { cleanUp } from './learn.js';
import { GAMES } from './learn-games.js';
import { LearnRun, measured } from './learn-run.js';
import { check, STEPS } from './learn-steps.js';
import { sections } from './meanings.js';
import { SETTING } from './names.js';
import { RunControls } from './run-controls.js';
import { term } from './words.js';

/** The figures of a game: words of the glossary, and how each is written. */
const FIGURES = {
  step: { word: 'step', words: 'step', as: count },
  separated: { word: 'separation', words: 'separation', as: percent },
  pReal: { word: 'p_real', words: 'p_real', as: number },
  pFake: { word: 'p_fake', words: 'p_fake', as: number },
  modes: { word: 'mode', words: 'modes', as: (value, all) => `${value} of ${all.modesOf}` },
  nearModes: { word: 'high-quality', words: 'in a mode', as: percent },
  slope: { word: 'discriminator gradient', words: 'slope at reals', as: number },
  fromOptimal: { word: 'optimal discriminator', words: 'from the optimal', as: number },
  generatorGradient: { word: 'gradient norm', words: 'generator’s gradient norm', as: number },
};
const UNIT = 'samples';

export function showStep(page, at, parameters) {
  const step = STEPS[at];
  page.title(step.title);
  const gameIn = (changed) => (step.games.includes(changed.get('game')) ? changed.get('game') : step.games[0]);
  page.draw((state) => (parts ? view(state, parts) : nothing), {
    runs: undefined,
    names: [],
    game: gameIn(parameters),
  });
  const parts = new Parts(page, at);
  page.update = (changed) => {
    page.set({ game: gameIn(changed) });
    parts.run.choose(page.state.game);
  };
}

class Parts {
  constructor(page, at) {
    this.page = page;
    this.at = at;
    this.step = STEPS[at];
    this.run = new LearnRun(page, page.state.game);
    this.run.scene.shown.warp = Boolean(this.step.hasWarp);
    this.controls = new RunControls(page, undefined, UNIT);
    if (this.step.hasCharts) this.chart();
  }

  chart() {
    const { page } = this;
    this.charts = new Charts(UNIT, () => page.redraw());
    page.onLeave(() => this.charts.close());
    this.charts.plan(sections([], UNIT).slice(0, 1));
  }

  /** Shows records that have come since the last time. */
  show(events) {
    if (!this.charts || events.at(-1) === this.newest) return;
    this.newest = events.at(-1);
    queueMicrotask(() => this.charts.show(events));
  }
}

function view(state, parts) {
  const { step, at, run, charts } = parts;
  parts.controls.name = run.name;
  parts.show(state.events ?? []);
  const isLast = at === STEPS.length - 1;
  return html`
    <p class="crumb"><a href=${LEARN}>← Learn</a></p>
    <div class="head"><h1>${step.title}</h1>${places(at)}</div>
    <div class="columns lesson">
      <div class="stack">${picture(state, run)}${facts(run)}</div>
      <div class="stack">
        <p class="panel lead" id="explained">${step.words}</p>
        ${state.other ? blocked(state.other) : doing(state, parts)}
        ${seen(state, parts)}
        ${step.columns ? table(step) : nothing}
      </div>
    </div>
    ${charts ? charts.view() : nothing}
    ${isLast ? further() : nothing}
    ${isLast && state.runs?.length ? cleanUp(state.runs, parts.page) : nothing}`;
}

/** Where to go after the course. */
const further = () => html`
  <section class="panel stack" aria-label="what comes next">
    <h2>What comes next</h2>
    <div class="row">
      <a class="button" href=${DRAW}>Draw data of your own</a>
      <a class="button" href=${RUNS}>Train on images</a>
    </div>
  </section>`;

/** The steps of the course, and the ways back and forward. */
function places(at) {
  const link = ({ title }, i) => html`
    <a href=${lessonPage(i + 1)} aria-current=${i === at ? 'step' : nothing} aria-label="step ${i + 1}: ${title}"
      >${i + 1}</a>`;
  const way = (id, to, words) =>
    to >= 0 && to < STEPS.length
      ? html`<a class="button small" id=${id} href=${lessonPage(to + 1)}>${words}</a>`
      : nothing;
  return html`
    <div class="row tight" role="navigation" aria-label="Steps">
      ${way('back', at - 1, html`←<span> Back</span>`)}
      <span class="places">${STEPS.map(link)}</span>
      ${way('next', at + 1, html`<span>Next </span>→`)}
    </div>`;
}

function picture(state, run) {
  if (run.scene.latest) return run.scene.view(state);
  const words =
    state.card && !isLive(state.card)
      ? 'This game is over; start it again to see it here.'
      : 'Start the game to see it.';
  return html`<div class="panel stage"><p class="faint">${state.runs ? words : 'Loading…'}</p></div>`;
}

/** The figures of the scene that is shown. */
function facts({ scene: { latest } }) {
  if (!latest) return nothing;
  const all = { ...latest.figures, step: latest.step };
  const fact = ([key, { word, words, as }]) =>
    all[key] === undefined
      ? nothing
      : html`<span>${term(word, words)} <span class="value">${as(all[key], all)}</span></span>`;
  return html`<p class="panel facts small row" id="figures">${Object.entries(FIGURES).map(fact)}</p>`;
}

/** One run trains at a time, and it is another. */
function blocked(other) {
  const stop = () => once('stop-other', () => post(runPath(other, '/stop')));
  return html`
    <section class="panel stack" aria-label="another training" id="blocked">
      <p><a href=${runPage(other)}>${other}</a> is training in this studio, and one run trains at a time. To play here,
        wait until it ends, or stop it: what it has learned is kept, and it can be resumed.</p>
      <div class="row"><button type="button" id="stop-other" @click=${stop}>Stop ${other}</button></div>
    </section>`;
}

function doing(state, parts) {
  const { step, run } = parts;
  const isPlaying = run.isLive();
  return html`
    <section class="panel stack" aria-label="what to do">
      <h2>Try it</h2>
      ${step.games.length > 1 ? choice(state, parts) : nothing}
      <div class="row">
        <button type="button" class=${isPlaying ? '' : 'primary'} id="start"
          ?disabled=${state.isStarting || !state.runs}
          @click=${() => run.start()}>${startWords(state, run)}</button>
        ${isPlaying && step.isPlayed ? playButton(state, run) : nothing}
        ${run.name ? html`<a href=${runPage(run.name)} class="small">Open its page</a>` : nothing}
      </div>
      ${isPlaying && step.steps ? stepButtons(step, run) : nothing}
      ${isPlaying && step.isSteered ? steering(state, parts.controls) : nothing}
    </section>`;
}

function startWords({ isStarting, card }, run) {
  if (isStarting) return 'Starting…';
  return card || run.name ? 'Start again' : 'Start the game';
}

function playButton({ card }, run) {
  const isPaused = card.setting?.[SETTING.paused];
  const change = () => run.steer({ [SETTING.paused]: !isPaused });
  return html`
    <button type="button" class="primary" id="play" @click=${change}>${isPaused ? 'Play' : 'Pause'}</button>`;
}

function stepButtons({ steps }, run) {
  const button = ([side, many]) => html`
    <button type="button" id="${side}-${many}" class=${side} @click=${() => run.step(side, many)}
      >${many} ${side} ${many === 1 ? 'step' : 'steps'}</button>`;
  return html`<div class="row">${steps.map(button)}</div>`;
}

function steering({ card }, controls) {
  const { setting } = card;
  if (!setting) return nothing;
  return html`
    <div class="row">${controls.turns(setting)}</div>
    <div class="rates">${controls.rate('discriminator', setting)}${controls.rate('generator', setting)}</div>`;
}

/** Which of the games of this step is shown; in the address, so that one can go back to it. */
function choice({ game }, { step, at }) {
  const link = (one) => html`
    <a class="button small" href=${lessonPage(at + 1, one)} aria-current=${one === game ? 'true' : nothing}
      >${GAMES[one].words}</a>`;
  return html`<div class="row tight games" role="group" aria-label="game">${step.games.map(link)}</div>`;
}

function seen(state, { step, run }) {
  const { latest } = run.scene;
  const { words, isSeen } = check(step, {
    figures: latest?.figures,
    step: latest?.step,
    scene: latest,
    state,
    measured,
  });
  return html`
    <section class="panel stack seen ${isSeen ? 'good' : ''}" aria-label="what to see">
      <h2>${isSeen ? 'Seen' : 'What to see'}</h2>
      <p role="status" id="seen">${words}</p>
    </section>`;
}

/** What the games of this step came to so far. */
function table({ games, columns }) {
  const rows = games.filter((game) => measured[game]);
  if (!rows.length) return nothing;
  const head = (key) => html`<th scope="col">${term(FIGURES[key].word, FIGURES[key].words)}</th>`;
  const cell = (all, key) => html`<td>${all[key] === undefined ? '–' : FIGURES[key].as(all[key], all)}</td>`;
  const row = (game) => html`
    <tr><th scope="row">${GAMES[game].words}</th>${columns.map((key) => cell(measured[game], key))}</tr>`;
  return html`
    <div class="panel scroll">
      <table id="measured"><caption class="small faint">Measured on the games of this step</caption>
        <thead><tr><th scope="col">game</th>${columns.map(head)}</tr></thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </div>`;
}
