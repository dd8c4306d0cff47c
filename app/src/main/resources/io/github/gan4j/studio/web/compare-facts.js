// What the server knows of the runs that are compared: requested again for those that have changed.
import { get, question, runPath } from './api.js';
import { EVENT, IMAGES } from './names.js';

/** Browsers open six connections to one server. */
const MOST_ASKED = 4;
/** Runs whose scores the server tells at once. */
export const MOST_SCORED = 2000;
const NOTHING = { events: [], pictures: [] };

/** What changes in a card when there is more to know. */
const standing = (run) =>
  JSON.stringify([run.state, run.started, run[IMAGES], run[EVENT.seconds], run.picture, run.evaluated]);

export class CompareFacts {
  known = { scores: new Map(), curves: new Map() };
  /** How runs stood when they were last asked about. */
  asked = { scores: new Map(), curves: new Map() };
  settings = { runs: [], settings: [] };

  /** @param changed called when there is more to draw */
  constructor(page, changed) {
    Object.assign(this, { page, changed, queue: [], busy: 0 });
  }

  curves(name) {
    return this.known.curves.get(name) ?? NOTHING;
  }

  /** Whether the server has answered about all of these runs. */
  isComplete(runs, kind) {
    return runs.every((run) => this.known[kind].has(run.name));
  }

  scores(name) {
    return this.known.scores.get(name)?.scores ?? [];
  }

  /** What could not be read of a run. */
  problem(name) {
    return this.known.curves.get(name)?.problem || this.known.scores.get(name)?.unreadable;
  }

  ask(chosen, drawn) {
    this.askScores(this.changedSince('scores', chosen));
    for (const run of this.changedSince('curves', drawn)) this.queue.push(run.name);
    this.askCurves();
    this.askSettings(drawn);
  }

  /** Those that have gone on since they were asked about; from now on they count as asked. */
  changedSince(kind, runs) {
    const asked = this.asked[kind];
    const changed = runs.filter((run) => run.state !== 'unread' && asked.get(run.name) !== standing(run));
    for (const run of changed) asked.set(run.name, standing(run));
    return changed;
  }

  askScores(runs) {
    if (!runs.length) return;
    const names = runs.map((run) => run.name);
    const taken = (answer) => {
      for (const name of names) this.known.scores.set(name, answer[name]);
      this.page.redraw();
    };
    this.page.answer(question('/api/compare/scores', { runs: names }), taken, () => this.forget('scores', names));
  }

  askCurves() {
    while (this.page.isShown && this.busy < MOST_ASKED && this.queue.length) {
      const name = this.queue.shift();
      this.busy++;
      const keep = (curves) => {
        this.known.curves.set(name, curves);
        this.changed();
      };
      const failed = (failure) => {
        this.known.curves.set(name, { ...this.curves(name), problem: failure.status ? failure.message : undefined });
        if (!failure.status) this.forget('curves', [name]);
        this.page.redraw();
      };
      this.page.answer(get(runPath(name, '/curves')), keep, failed).finally(() => {
        this.busy--;
        this.askCurves();
      });
    }
  }

  /** What the server did not answer is asked for again when it does. */
  forget(kind, names) {
    for (const name of names) this.asked[kind].delete(name);
  }

  askSettings(runs) {
    const key = JSON.stringify(runs.map((run) => [run.name, run.started]));
    if (key === this.settingsOf) return;
    this.settingsOf = key;
    if (!runs.length) return;
    const taken = (answer) => {
      if (key !== this.settingsOf) return;
      this.settings = answer;
      this.page.redraw();
    };
    const failed = () => {
      this.settingsOf = undefined;
    };
    this.page.answer(question('/api/compare/plans', { runs: runs.map((run) => run.name) }), taken, failed);
  }
}
