// A zip of images on its way to the studio: sent with its progress shown, looked at there, listed and removed.
import { del, get } from './api.js';
import { complain } from './dialog.js';
import { count, several, size } from './format.js';
import { html, nothing } from './html.js';

const OWN = { 'X-Gan4j': 'studio' };

/** Sends a file; `progress` hears the share that has gone. */
function send(file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(OWN)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response);
      else reject(new Error(request.response?.error ?? `${request.status} ${request.statusText}`));
    });
    request.addEventListener('error', () => reject(new Error('The file could not be sent.')));
    request.addEventListener('abort', () => reject(new Error('The upload was cancelled.')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** The part of a form that takes a zip of images and names what was taken. */
export class Upload {
  state = { files: [] };

  /**
   * @param changed draws the form again
   * @param chosen hears the name of what was taken or chosen
   */
  constructor(changed, chosen) {
    Object.assign(this, { changed, chosen });
    this.list();
  }

  set(change) {
    Object.assign(this.state, change);
    this.changed();
  }

  async list() {
    await get('/api/uploads').then((files) => this.set({ files }), complain);
  }

  async take(file) {
    if (!file || this.sending) return;
    this.sending = new AbortController();
    this.set({ share: 0, sent: file.name, taken: undefined, problem: undefined });
    try {
      const taken = await send(file, (share) => this.set({ share }), this.sending.signal);
      this.set({ taken });
      this.chosen(taken.name);
      await this.list();
    } catch (failure) {
      this.set({ problem: failure.message });
    }
    this.sending = undefined;
    this.set({ share: undefined });
  }

  /** Ends a transfer that is going on. */
  close() {
    this.sending?.abort();
  }

  async remove({ name }) {
    await del(`/api/uploads/${encodeURIComponent(name.replace(/^uploads\//, ''))}`).catch(complain);
    if (this.state.taken?.name === name) this.set({ taken: undefined });
    await this.list();
  }

  view() {
    const { share, taken, problem, files } = this.state;
    return html`
      <div class="stack upload">
        ${share === undefined ? this.place() : this.going()}
        ${problem ? html`<p class="problem small" role="alert" id="upload-problem">${problem}</p>` : nothing}
        ${taken ? html`<p class="small" role="status" id="uploaded">${surveyed(taken)}</p>` : nothing}
        ${files.length ? this.files(files) : nothing}
      </div>`;
  }

  place() {
    const over = (isOver) => (event) => {
      event.preventDefault();
      event.currentTarget.classList.toggle('over', isOver);
    };
    const drop = (event) => {
      over(false)(event);
      this.take(event.dataTransfer.files[0]);
    };
    return html`
      <label class="drop" for="zip" @dragenter=${over(true)} @dragover=${over(true)} @dragleave=${over(false)}
        @drop=${drop}>
        <input type="file" accept=".zip,application/zip" id="zip" class="visually-hidden"
          @change=${(event) => this.take(event.target.files[0])}>
        <span>
          Drop a zip of images here, or choose one (up to 2 GiB; classes as folders).
        </span>
      </label>`;
  }

  going() {
    const { share, sent } = this.state;
    const words = share < 1 ? `Sending ${sent}: ${Math.round(100 * share)} %` : `Looking at the images of ${sent}…`;
    return html`
      <div class="row" role="status">
        <progress max="1" .value=${share} aria-label="share of ${sent} that was sent"></progress>
        <span class="small">${words}</span>
        <button type="button" class="quiet small" @click=${() => this.close()}>Cancel</button>
      </div>`;
  }

  files(files) {
    const one = (file) => html`
      <li class="row between">
        <button type="button" class="quiet small" @click=${() => this.chosen(file.name)}>${file.name}</button>
        <span class="faint small">${size(file.bytes)}</span>
        <button type="button" class="quiet small" aria-label="Remove ${file.name}" @click=${() => this.remove(file)}>
          Remove
        </button>
      </li>`;
    return html`
      <details><summary>Uploaded before (${files.length})</summary>
        <ul class="uploads">${files.map(one)}</ul></details>`;
  }
}

/** What the images of an upload look like, in a sentence. */
function surveyed({ name, images, usable, classes, sizes, findings, notes }) {
  const odd = Object.entries(findings).map(([kind, found]) => `${count(found)} ${FINDINGS[kind] ?? kind}`);
  const largest = sizes[0] ? `, most of ${sizes[0].width} × ${sizes[0].height} pixels` : '';
  const kinds = classes.length ? `, ${several(classes.length, 'class')}` : '';
  const all = usable < images ? `${count(usable)} of ${several(images, 'image')}` : several(images, 'image');
  const parts = [`${name}: ${all}${largest}${kinds}.`, odd.length && `${odd.join(', ')}.`];
  return [...parts, ...notes].filter(Boolean).join(' ');
}

const FINDINGS = {
  unreadable: 'unreadable',
  size: 'of another size',
  colour: 'of another colour',
  transparent: 'transparent',
  duplicate: 'duplicated',
};
