// The choice of data and classifier, and the progress of a classifier that has to be trained first.
import { get, post } from './api.js';
import { button, choice, h, options, put } from './dom.js';
import { percent } from './format.js';

const POLL_MILLIS = 400;
const RETRY_MILLIS = 1500;

export class Setup {
  /**
   * @param on callbacks: `asked` when data are being opened, `closed` when the previous ones are gone, `opened` with
   *     the facts about images and classifier
   */
  constructor(request, known, on) {
    Object.assign(this, { request, on, isClosed: false });
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
      this.request.setUp({ data: this.data.value.trim(), size: this.size.value, structure: this.structure.value });
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

  /** Sets the form to the request. */
  show() {
    this.data.value = this.request.data;
    this.size.value = this.request.size;
    this.structure.value = this.request.structure;
  }

  async open() {
    this.on.closed();
    this.on.asked();
    try {
      this.follow(await post(`/api/lab/open?${this.request.setup()}`));
    } catch (failure) {
      this.fail(failure.message);
    }
  }

  /** Continues with what the server has open, if it matches. */
  async resume() {
    this.follow(await get(`/api/lab/state?${this.request.setup()}`));
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

  /** Nothing is open: normal at first, but not while waiting. */
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
    const { data, structure } = this.request;
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
