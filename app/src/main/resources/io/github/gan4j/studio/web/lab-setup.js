// The choice of data and classifier, and the progress of a classifier that has to be trained first.
import { get, isCancelled, post } from './api.js';
import { button, choice, h, options, put } from './dom.js';
import { percent } from './format.js';

const POLL_MILLIS = 400;
const MOST_PAUSE = 30000;

export class Setup {
  /**
   * @param on callbacks: `asked` when data are being opened, `closed` when the previous ones are gone, `opened` with
   *     the facts about images and classifier
   */
  constructor(request, known, on) {
    Object.assign(this, { request, on, isClosed: false, pause: POLL_MILLIS, state: 'absent' });
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
    const words = 'Images: name of a data set, or a folder with one subfolder per class';
    const go = h('button', { type: 'submit', class: 'primary', id: 'lab-open' }, 'Open');
    return h(
      'form',
      { class: 'panel row setup', onsubmit: submit },
      h('label', { class: 'field grow' }, words, this.data, list),
      h('label', { class: 'field' }, 'Size in pixels', this.size),
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
      await this.follow(await post(`/api/lab/open?${this.request.setup()}`));
    } catch (failure) {
      // something else is being made ready: its progress is shown, and it can be stopped
      if (failure.status === 409) await this.resume();
      else if (!isCancelled(failure)) this.fail(failure.message);
    }
  }

  /** Continues with what the server has open, if it matches. */
  async resume() {
    const asked = this.request.setup();
    const answer = await get(`/api/lab/state?${asked}`);
    if (asked === this.request.setup()) await this.follow(answer);
  }

  async follow(answer) {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    const before = this.state;
    this.state = answer.state;
    if (answer.state === 'ready') this.finish(answer);
    else if (answer.state === 'failed') this.fail(answer.problem);
    else if (answer.state !== 'absent') this.wait(answer);
    else if (before === 'busy') await this.open();
    else if (before === 'opening') this.fail('The studio was restarted; reopen these images.');
  }

  finish(about) {
    this.waiting.hidden = true;
    this.on.opened(about);
  }

  wait(answer) {
    this.setBusy(true);
    this.progress.value = answer.share;
    put(this.words, waitingFor(answer));
    this.timer = setTimeout(() => this.poll(), POLL_MILLIS);
  }

  async poll() {
    try {
      await this.resume();
      this.pause = POLL_MILLIS;
    } catch {
      if (this.isClosed) return;
      this.pause = Math.min(2 * this.pause, MOST_PAUSE);
      this.timer = setTimeout(() => this.poll(), this.pause);
    }
  }

  fail(problem) {
    this.state = 'failed';
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

function waitingFor({ state, data, structure, doing, share }) {
  const what = `a ${structure} classifier of ${data}`;
  if (state === 'busy') return `First ${what} is being made ready (${percent(share)}). Wait for it, or stop it.`;
  if (doing === 'learns') return `Training ${what}: ${percent(share)}. It is kept for next time.`;
  if (doing === 'prepares') return `Preparing ${what}…`;
  return `Reading ${data}…`;
}
