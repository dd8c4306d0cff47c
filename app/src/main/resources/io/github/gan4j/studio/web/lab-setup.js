// Which images and which classifier; and how far the classifier is, where it has to learn first.
import { get, post } from './api.js';
import { button, choice, h, options, put } from './dom.js';
import { percent } from './format.js';

const POLL_MILLIS = 400;
const RETRY_MILLIS = 1500;

export class Setup {
  /**
   * @param on `asked` is called when something is opened, `closed` when what was open no longer is, `opened` with what
   *     is known of images and classifier
   */
  constructor(wish, known, on) {
    Object.assign(this, { wish, on, isClosed: false });
    this.data = h('input', { id: 'lab-data', autocomplete: 'off', required: true, list: 'lab-known' });
    this.size = h('input', { id: 'lab-size', type: 'number', min: 8, max: 256, placeholder: 'original' });
    this.structure = choice({ id: 'lab-structure' }, known.structures);
    this.words = h('p', { id: 'lab-status', role: 'status' });
    this.progress = h('progress', { max: 1, value: 0, 'aria-label': 'progress of the classifier' });
    this.stop = button('Stop', () => post('/api/lab/stop').catch(() => {}), { id: 'lab-stop' });
    this.waiting = h(
      'section',
      { class: 'panel stack', 'aria-label': 'state', hidden: true },
      [this.words, this.progress],
      h('div', { class: 'row' }, this.stop),
    );
    this.nodes = [this.form(known.data), this.waiting];
  }

  form(names) {
    const submit = (event) => {
      event.preventDefault();
      this.wish.setUp({ data: this.data.value.trim(), size: this.size.value, structure: this.structure.value });
      this.open();
    };
    const list = h('datalist', { id: 'lab-known' }, options(names));
    const words = 'Images: a name, or a folder with one subfolder per class';
    const go = h('button', { type: 'submit', class: 'primary', id: 'lab-open' }, 'Open');
    return h(
      'form',
      { class: 'panel row setup', onsubmit: submit },
      h('label', { class: 'field grow' }, words, this.data, list),
      h('label', { class: 'field' }, 'Side in pixels', this.size),
      h('label', { class: 'field' }, 'Classifier', this.structure),
      go,
    );
  }

  /** Shows the wish in the form. */
  show() {
    this.data.value = this.wish.data;
    this.size.value = this.wish.size;
    this.structure.value = this.wish.structure;
  }

  async open() {
    this.on.closed();
    this.on.asked();
    try {
      this.follow(await post(`/api/lab/open?${this.wish.setup()}`));
    } catch (failure) {
      this.fail(failure.message);
    }
  }

  /** Takes up what was opened before, if it still is. */
  async resume() {
    this.follow(await get(`/api/lab/state?${this.wish.setup()}`));
  }

  follow(answer) {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    const states = {
      ready: () => this.finish(answer),
      failed: () => this.fail(answer.problem),
      absent: () => this.miss(),
    };
    (states[answer.state] ?? (() => this.wait(answer)))();
  }

  finish(about) {
    this.waiting.hidden = true;
    this.on.opened(about);
  }

  /** Nothing is open: natural at first, but not while something was being opened. */
  miss() {
    if (!this.waiting.hidden) this.fail('The studio was restarted; reopen these images.');
  }

  wait({ doing, share }) {
    this.setBusy(true);
    this.progress.value = share;
    put(this.words, this.waitingFor(doing, share));
    this.timer = setTimeout(() => this.poll(), POLL_MILLIS);
  }

  waitingFor(doing, share) {
    const { data, structure } = this.wish;
    if (doing === 'learns')
      return `Training a ${structure} classifier on ${data}: ${percent(share)}. It is kept for next time.`;
    if (doing === 'prepares') return `Preparing a ${structure} classifier…`;
    return `Reading ${data}…`;
  }

  async poll() {
    try {
      await this.resume();
    } catch {
      if (!this.isClosed) this.timer = setTimeout(() => this.poll(), RETRY_MILLIS);
    }
  }

  fail(problem) {
    this.setBusy(false);
    put(this.words, problem);
  }

  setBusy(isBusy) {
    this.waiting.hidden = false;
    this.progress.hidden = !isBusy;
    this.stop.hidden = !isBusy;
    this.words.className = isBusy ? '' : 'problem';
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.timer);
  }
}
