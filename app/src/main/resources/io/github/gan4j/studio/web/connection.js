// Whether the server answers. While it does not, nothing but the one question here asks for it, at growing pauses.

const PAUSES = [500, 1000, 2000, 4000, 8000, 15000, 30000];
const MOST_TRIES = 40;
/** Heard on the window when the server answers again. */
export const BACK = 'studioback';

const banner = document.getElementById('offline');
const words = banner.querySelector('span');
const again = banner.querySelector('button');

class Connection {
  isAway = false;
  tries = 0;
  timer;

  /** A request has got no answer. */
  lost() {
    if (this.isAway) return;
    this.isAway = true;
    this.tries = 0;
    this.wait();
  }

  /** A request has got an answer. */
  answered() {
    if (!this.isAway) return;
    clearTimeout(this.timer);
    this.isAway = false;
    banner.hidden = true;
    window.dispatchEvent(new Event(BACK));
  }

  wait() {
    banner.hidden = false;
    const isGivingUp = this.tries >= MOST_TRIES;
    words.textContent = isGivingUp ? 'The studio does not answer.' : 'The studio does not answer. Trying again…';
    if (!isGivingUp) this.timer = setTimeout(() => this.ask(), PAUSES[Math.min(this.tries, PAUSES.length - 1)]);
    this.tries++;
  }

  async ask() {
    clearTimeout(this.timer);
    try {
      await fetch('/assets/icon.svg', { cache: 'no-store' });
      this.answered();
    } catch {
      this.wait();
    }
  }
}

export const connection = new Connection();
again.addEventListener('click', () => {
  connection.tries = 0;
  connection.ask();
});
