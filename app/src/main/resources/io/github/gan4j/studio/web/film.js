// Pictures one after the other as a film: its button, and the timer that moves on.
import { html, nothing } from './html.js';

export class Film {
  /**
   * @param changed called when it begins or ends
   * @param pace milliseconds: `whole` of a film, `least` and `most` of one of its frames
   */
  constructor(changed, pace) {
    Object.assign(this, { changed, pace });
  }

  /** @param next shows the next frame; false if there is none after it */
  play(frames, next) {
    const { whole, least, most } = this.pace;
    const millis = Math.max(least, Math.min(most, whole / frames));
    this.timer = setInterval(() => {
      if (next() === false) this.stop();
    }, millis);
    this.changed();
  }

  stop() {
    this.close();
    this.changed();
  }

  close() {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** @param play called to begin */
  button(label, play, id) {
    return html`
      <button type="button" class="quiet icon" id=${id ?? nothing}
        aria-label=${this.timer ? 'stop the film' : label}
        @click=${() => (this.timer ? this.stop() : play())}>${this.timer ? '❚❚' : '▶'}</button>`;
  }
}
