// The page of one run: state, pictures, controls and charts, updated live.
import { RUNS } from './address.js';
import { get, runPath, text } from './api.js';
import { hasFolder, isOver, makesImages, unit } from './card.js';
import { Charts } from './charts.js';
import { complain } from './dialog.js';
import { follow } from './follow.js';
import { History } from './history.js';
import { html, nothing } from './html.js';
import { sections } from './meanings.js';
import { networks } from './networks.js';
import { RunControls } from './run-controls.js';
import { RunGallery } from './run-gallery.js';
import { RunHead } from './run-head.js';
import { notesPanel } from './run-notes.js';
import { hasScene, Scene } from './scene.js';

export async function show(page, [name]) {
  page.title(name);
  const card = await get(runPath(name));
  if (!page.isShown) return;
  const parts = new Parts(page, card);
  page.draw((state) => view(state, parts), { card, name, moments: [], checkpoints: [], last: undefined, broken: 0 });
  follow(page, runPath(name, '/follow'), runPath(name), parts.handlers());
}

/** In milliseconds. */
const LEAST_BETWEEN_DRAWINGS = 1000;

/** The parts of the page, and what the server's news mean for them. */
class Parts {
  constructor(page, card) {
    const { name } = card;
    const redraw = () => page.redraw();
    this.page = page;
    this.unit = unit(card);
    this.history = new History();
    this.head = new RunHead(page, name);
    this.charts = new Charts(this.unit, redraw);
    this.gallery = new RunGallery(page, name, (images) => this.look(images));
    this.controls = new RunControls(page, name, this.unit);
    if (hasScene(card)) this.scene = new Scene(page, name);
    this.charts.plan(sections([], this.unit));
    page.onLeave(() => {
      clearTimeout(this.due);
      this.charts.close();
    });
    this.drawn = 0;
    this.shown = null;
    this.marks = [];
  }

  /** Takes over news, and draws once what comes within a frame. */
  hear(change) {
    Object.assign(this.page.state, change);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.page.redraw();
    });
  }

  handlers() {
    return {
      history: ({ events, broken }) => {
        this.history.reset(events);
        this.chart();
        this.hear({ broken });
      },
      event: (event) => {
        this.history.push(event);
        this.chartSoon();
      },
      status: (card) => this.hear({ card }),
      pictures: (moments) => this.hear({ moments }),
      checkpoints: (checkpoints) => this.hear({ checkpoints }),
      diagnosis: (diagnosis) => this.hear({ diagnosis }),
      steering: (steering) => {
        this.marks = steering.map(({ imagesSeen }) => ({ images: imagesSeen, colour: '--warn', dash: [3, 3] }));
        this.hear({ steering });
        this.mark(this.shown);
      },
      gone: (failure) => this.hear({ gone: failure.message }),
    };
  }

  /** Shows the events, at most once a second: a training on the same machine gives up what drawing takes. */
  chartSoon() {
    this.due ??= setTimeout(() => this.chart(), this.drawn + LEAST_BETWEEN_DRAWINGS - performance.now());
  }

  /** Shows the events; a number that has come for the first time gets its chart. */
  chart() {
    this.drawn = performance.now();
    clearTimeout(this.due);
    this.due = undefined;
    const { events } = this.history;
    this.charts.plan(sections(events, this.unit));
    this.charts.show(events);
    this.hear({ last: events.at(-1) ?? null });
  }

  /** Shows the game, too, at the moment of the picture that is shown. */
  look(images) {
    this.mark(images);
    if (images === null) this.scene?.film.now(this.scene.isLive());
    else this.scene?.film.near(images);
  }

  /** Marks the picture that is shown, if it is not the newest, and what was steered. */
  mark(images) {
    this.shown = images;
    const shown = images === null ? [] : [{ images, colour: '--ink', dash: [] }];
    this.charts.mark([...this.marks, ...shown]);
  }
}

function view(state, { page, head, gallery, controls, charts, scene }) {
  const { card } = state;
  return html`
    <p class="crumb"><a href=${RUNS}>← Runs</a></p>
    ${state.gone ? html`<p class="problem" role="alert">${state.gone} (what is shown is how it was)</p>` : nothing}
    ${head.title(state)}
    <div class="run-top">
      <div class="stack run-pictures">${scene?.view(state)}${gallery.view(state, !makesImages(card))}</div>
      <div class="stack run-side">${head.panel(state)}${controls.view(state)}${notes(state, page)}</div>
    </div>
    ${charts.view(noCharts(state))}
    ${steeringPanel(state, unit(card))}
    ${networksPanel(state, page)}
    ${planPanel(state)}
    ${state.broken && state.last ? unread(state.broken) : nothing}`;
}

/** Why there are no charts; nothing while it is not known whether there are. */
function noCharts({ card, last, broken }) {
  if (card.state === 'broken') return 'No charts: this run cannot be read.';
  if (last === undefined && hasFolder(card)) return '';
  if (broken === 1) return 'No charts: the line of events.jsonl cannot be read.';
  if (broken) return `No charts: none of the ${broken} lines of events.jsonl can be read.`;
  return isOver(card) ? 'No charts: no numbers were recorded.' : 'Charts come with the first numbers.';
}

/** A run that waits or is being prepared may have no folder yet. */
function notes({ card }, page) {
  const changed = () => page.answer(get(runPath(card.name)), (now) => page.set({ card: now }), complain);
  return hasFolder(card) ? notesPanel(card, changed) : nothing;
}

function steeringPanel({ steering = [] }, unitOf) {
  if (!steering.length) return nothing;
  const line = ({ imagesSeen, what }) => html`<li>after ${imagesSeen} ${unitOf}: ${what}</li>`;
  return html`
    <details class="panel"><summary>Steered by hand (${steering.length})</summary>
      <ul class="small mono">${steering.map(line)}</ul>
    </details>`;
}

const unread = (lines) => html`<p class="small faint">${lines} unreadable lines of events.jsonl were skipped.</p>`;

function networksPanel({ name, players, card }, page) {
  if (card.state === 'broken' || !hasFolder(card)) return nothing;
  const shown = Array.isArray(players) ? networks(players) : html`<p class="small">${players ?? 'Loading…'}</p>`;
  const open = (event) => {
    if (!event.target.open || Array.isArray(players)) return;
    page.answer(
      get(runPath(name, '/networks')),
      (found) => page.set({ players: found }),
      (failure) => page.set({ players: failure.message }),
    );
  };
  return html`<details class="panel" id="networks" @toggle=${open}><summary>Networks</summary>${shown}</details>`;
}

function planPanel(state) {
  if (!hasFolder(state.card)) return nothing;
  const open = async (event) => {
    const panel = event.target;
    const shown = panel.querySelector('pre');
    if (!panel.open) return;
    shown.textContent = await text(runPath(state.name, '/plan')).catch((failure) => failure.message);
  };
  return html`
    <details class="panel" id="plan" @toggle=${open}>
      <summary>Plan</summary>
      <pre class="plan" tabindex="0"></pre>
    </details>`;
}
