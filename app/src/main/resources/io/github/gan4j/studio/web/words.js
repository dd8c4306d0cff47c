// What words and numbers mean: the server's glossary, and the note that shows an entry at a word that is pointed at
// or that the keyboard is at. Pressing the word hides it, since it may cover a neighbour of what was pressed.
import { wordPage } from './address.js';
import { get } from './api.js';
import { html } from './html.js';

const GAP = 8;
const MILLIS_OF_POINTING = 350;
let asked;
let known = new Map();
let pointed;
let pressed;

const plain = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The entries of the glossary, asked for once. */
export function glossary() {
  asked ??= get('/api/glossary').then(keep, (failure) => {
    asked = undefined;
    throw failure;
  });
  return asked;
}

/** A word and its synonyms lead to an entry before the names that gan4j has for it, such as keys of events. */
function keep(entries) {
  known = new Map();
  const names = [({ word, also }) => [word, ...also], ({ gan4j }) => gan4j];
  for (const of of names)
    for (const entry of entries)
      for (const name of of(entry)) if (!known.has(plain(name))) known.set(plain(name), entry);
  return entries;
}

/** The entry of a word or of a key, once the glossary has arrived. */
export const meaning = (name = '') => known.get(plain(name));

/** A word that explains itself, and leads to its entry. */
export const term = (word, text = word) => html`<a class="term" href=${wordPage(word)} data-word=${word}>${text}</a>`;

const note = document.createElement('div');
Object.assign(note, { id: 'meaning', className: 'meaning', role: 'tooltip', hidden: true });
document.body.append(note);

async function show(target, millis) {
  if (target === pointed || target === pressed) return;
  hide();
  pointed = target;
  const waited = new Promise((resolve) => setTimeout(resolve, millis));
  await Promise.all([waited, glossary().catch(() => {})]);
  const entry = meaning(target.dataset.word);
  if (pointed !== target || !entry || !target.isConnected) return;
  const title = document.createElement('strong');
  title.textContent = entry.word;
  note.replaceChildren(title, ` ${[entry.means, entry.reading].join(' ')}`);
  target.setAttribute('aria-describedby', note.id);
  note.hidden = false;
  place(target.getBoundingClientRect());
}

/** Below the word, or above where there is no room, and never beyond the window. */
function place(box) {
  const { offsetWidth: width, offsetHeight: height } = note;
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
  const isBelow = box.bottom + height + 2 * GAP < window.innerHeight;
  note.style.left = `${left}px`;
  note.style.top = `${isBelow ? box.bottom : Math.max(GAP, box.top - height)}px`;
}

function hide() {
  pointed?.removeAttribute('aria-describedby');
  pointed = undefined;
  note.hidden = true;
}

const wordAt = (event) => event.target.closest?.('[data-word]');

document.addEventListener('pointerover', (event) => {
  const word = wordAt(event);
  if (word !== pressed) pressed = undefined;
  if (word) show(word, MILLIS_OF_POINTING);
  else if (pointed !== document.activeElement) hide();
});
document.addEventListener('pointerdown', (event) => {
  pressed = wordAt(event);
  hide();
});
document.addEventListener('focusin', (event) => {
  const word = wordAt(event);
  if (word && event.target.matches(':focus-visible')) show(word, 0);
  else hide();
});
document.addEventListener('focusout', hide);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
window.addEventListener('hashchange', hide);
window.addEventListener('scroll', hide, { passive: true });
