// The page that is shown: one state, drawn whole after each change, and all that has to end when it is left.
import { isCancelled } from './api.js';
import { BACK, connection } from './connection.js';
import { render } from './html.js';

export class Page {
  state = {};
  isShown = true;
  endings = [];

  constructor() {
    this.root = document.createElement('div');
    this.root.className = 'page';
  }

  /** Draws by `view`, which makes a template of the state, now and after each change. */
  draw(view, state) {
    this.view = view;
    this.state = state;
    this.redraw();
  }

  set(change) {
    Object.assign(this.state, change);
    this.redraw();
  }

  /** Draws once after all changes that are made at the same time. */
  redraw() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      if (this.isShown) render(this.view(this.state), this.root);
    });
  }

  title(words) {
    if (this.isShown) document.title = `${words} · gan4j studio`;
  }

  onLeave(end) {
    this.endings.push(end);
  }

  listen(target, kind, heard) {
    target.addEventListener(kind, heard);
    this.onLeave(() => target.removeEventListener(kind, heard));
  }

  /**
   * Asks at once and then again and again, `millis()` after each answer, while the page is visible and the server
   * answers; a busy server is left alone for at least as long as its answer took. The function that comes back asks at
   * once.
   */
  every(millis, ask) {
    let timer;
    let isAsking = false;
    const next = async () => {
      if (isAsking || !this.isShown) return;
      clearTimeout(timer);
      isAsking = true;
      const asked = performance.now();
      if (!document.hidden && !connection.isAway) await ask();
      isAsking = false;
      if (this.isShown) timer = setTimeout(next, Math.max(millis(), performance.now() - asked));
    };
    this.onLeave(() => clearTimeout(timer));
    this.listen(window, BACK, next);
    this.listen(document, 'visibilitychange', next);
    next();
    return next;
  }

  /** Awaits an answer and hands it on, or hands the failure on, unless the page has been left. */
  async answer(asked, taken, failed) {
    try {
      const answer = await asked;
      if (this.isShown) taken(answer);
    } catch (failure) {
      if (this.isShown && !isCancelled(failure)) failed(failure);
    }
  }

  close() {
    this.isShown = false;
    for (const end of this.endings) end();
  }
}
