// Parts that several pages are made of.
import { h } from './dom.js';

/** One picture of a row of many, as a button. */
export function tile(sheet, place, of, size, attributes) {
  const node = h('button', { type: 'button', class: 'tile pixels', 'aria-pressed': 'false', ...attributes });
  node.style.backgroundImage = `url(${sheet})`;
  node.style.backgroundSize = `${of * 100}% 100%`;
  node.style.backgroundPosition = `${(place / Math.max(1, of - 1)) * 100}% 0`;
  node.style.aspectRatio = `${size.width} / ${size.height}`;
  return node;
}

/** A place to drop an image onto, or to choose one; it is emptied by `done`. */
export function dropPlace(id, invitation, taken) {
  const file = h('input', { type: 'file', accept: 'image/*', id, class: 'visually-hidden' });
  const words = h('span', {}, invitation);
  const node = h('label', { class: 'drop', for: id }, file, words);
  file.addEventListener('change', () => {
    if (file.files[0]) taken(file.files[0]);
  });
  for (const kind of ['dragenter', 'dragover'])
    node.addEventListener(kind, (e) => {
      e.preventDefault();
      node.classList.add('over');
    });
  for (const kind of ['dragleave', 'drop'])
    node.addEventListener(kind, (e) => {
      e.preventDefault();
      node.classList.remove('over');
    });
  node.addEventListener('drop', (e) => {
    if (e.dataTransfer.files[0]) taken(e.dataTransfer.files[0]);
  });
  return {
    node,
    busy(saying) {
      node.classList.add('busy');
      words.textContent = saying;
    },
    done() {
      node.classList.remove('busy');
      words.textContent = invitation;
      file.value = '';
    },
  };
}

/** One question at a time: while one is on its way, only the newest wish is kept. */
export function newest(ask) {
  let asking = false,
    again = false;
  return async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    do {
      again = false;
      await ask();
    } while (again);
    asking = false;
  };
}
