// The training behind a step of the course: found or started, followed, steered, and stopped when the course is left.
import { LEARN, runPage } from './address.js';
import { deleteRun, get, post, runPath } from './api.js';
import { isLive } from './card.js';
import { attempt, once, toast } from './dialog.js';
import { follow } from './follow.js';
import { History } from './history.js';
import { gameOf, order } from './learn-games.js';
import { EVENT, TURN } from './names.js';
import { Scene } from './scene.js';

const MILLIS = 1500;
/** What each game came to in this browser's session, by its last scene; its first scene under `first`. */
export const measured = {};
let playing;

/** Stops the game of the course that is played once the course is left, but for the game's own page. */
export function stopBeyondCourse(page) {
  page.onLeave(() => {
    const { hash } = location;
    if (!playing || hash.startsWith(LEARN) || hash === runPage(playing)) return;
    const name = playing;
    playing = undefined;
    attempt(() => post(runPath(name, '/stop')).then(() => toast(`${name} stopped; it can be resumed`)));
  });
}

/** Asks for the runs again and again; those of the course become `state.runs`, and another that trains `state.other`.
 * */
export function watchRuns(page, changed = () => {}) {
  const found = ({ runs, training }) => {
    // a card that has not been read yet may be one of the course
    if (runs.some(isUnread)) return;
    const own = runs.filter(gameOf);
    const card = runs.find((one) => one.name === training);
    playing = own.some((one) => one.name === training) ? training : undefined;
    const isOther = training && !playing && card?.state !== 'starting';
    page.set({ runs: own, names: runs.map((one) => one.name), other: isOther ? training : undefined });
    changed();
  };
  stopBeyondCourse(page);
  return page.every(
    () => MILLIS,
    () => page.answer(get('/api/runs'), found, () => {}),
  );
}

const isUnread = ({ name, state }) => state === 'unread' && name.startsWith('learn-');

/** The run of a game that is played, or else the one that was started last. */
function newest(runs, game) {
  const own = runs.filter((card) => gameOf(card) === game);
  own.sort((one, other) => isLive(other) - isLive(one) || other.started - one.started);
  return own[0]?.name;
}

export class LearnRun {
  constructor(page, game) {
    Object.assign(this, { page, game, history: new History() });
    this.scene = new Scene(page, undefined, (now) => this.seen(now));
    this.look = watchRuns(page, () => this.attach());
  }

  /** Goes on to another game of the same step. */
  choose(game) {
    this.game = game;
    this.attach();
  }

  /** Follows the newest run of the game, if there is one. */
  attach() {
    const name = newest(this.page.state.runs ?? [], this.game);
    if (name === this.name) return;
    this.end?.();
    this.name = name;
    this.scene.of(name);
    this.history.reset([]);
    this.page.set({ card: undefined, events: [], checkpoints: [], base: undefined });
    if (name) this.end = follow(this.page, runPath(name, '/follow'), runPath(name), this.handlers());
  }

  handlers() {
    const { page, history } = this;
    return {
      history: ({ events }) => {
        history.reset(events);
        page.set({ events: history.events });
      },
      event: (event) => {
        history.push(event);
        page.set({ events: history.events });
      },
      status: (card) => {
        this.note(card);
        page.set({ card });
      },
      checkpoints: (checkpoints) => page.set({ checkpoints }),
      gone: () => {
        this.name = undefined;
        page.set({ card: undefined });
      },
    };
  }

  /** Keeps the figures of a scene. */
  seen(now) {
    if (measured[this.game]?.step > now[EVENT.step]) return; // an earlier checkpoint
    const { first = now.figures, generatorGradient } = measured[this.game] ?? {};
    measured[this.game] = { ...now.figures, step: now[EVENT.step], first, generatorGradient };
    const { base } = this.page.state;
    // steps of the discriminator may still have been played after the click; arrows count from when fakes began to move
    if (base?.fakes?.every((at, i) => at === now.fakes[i])) this.page.set({ base: now });
  }

  /** Keeps the gradient of a step that was the generator's alone. */
  note({ turns = [] }) {
    const isAlone = turns.length === 1 && turns[0][TURN.player].startsWith('generator');
    if (isAlone && measured[this.game]) measured[this.game].generatorGradient = turns[0][TURN.gradient];
  }

  /** Starts the game from its beginning, in the place of what was played of it before. */
  start() {
    return once('learn-start', async () => {
      const { page, game } = this;
      page.set({ isStarting: true });
      try {
        if (playing) await post(runPath(playing, '/stop'));
        const before = page.state.runs.filter((card) => gameOf(card) === game).map((card) => card.name);
        for (const name of before) await deleteRun(name);
        delete measured[game];
        const { name } = await post(
          '/api/runs',
          order(
            game,
            page.state.names.filter((one) => !before.includes(one)),
          ),
        );
        playing = name;
        if (!page.isShown && !location.hash.startsWith(LEARN)) await post(runPath(name, '/stop'));
        if (this.name === name) this.name = undefined;
      } finally {
        page.set({ isStarting: false });
      }
      this.look();
    });
  }

  isLive() {
    return Boolean(this.page.state.card && isLive(this.page.state.card));
  }

  async steer(change) {
    const setting = await attempt(() => post(runPath(this.name, '/steer'), change));
    const { card } = this.page.state;
    if (setting && card) this.page.set({ card: { ...card, setting, state: setting.paused ? 'paused' : 'running' } });
  }

  /** Plays steps of one side alone, and keeps what was before them. */
  step(side, steps) {
    this.page.set({ base: this.scene.latest });
    return attempt(() => post(runPath(this.name, '/step'), { side, steps }));
  }
}
