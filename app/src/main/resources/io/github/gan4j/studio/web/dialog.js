// Notes and dialogs.
import { isCancelled } from './api.js';
import { button, h, put } from './dom.js';

const MOST_NOTES = 4;
const MILLIS = { note: 4000, error: 9000 };
const MILLIS_TO_ANSWER = 15000;

/**
 * Shows a note for a few seconds; one that says the same is there once.
 *
 * @param answer what can be done about it: its `label`, and `act`
 */
export function toast(text, kind = 'note', answer) {
  const box = document.getElementById('toasts');
  for (const other of box.children) if (other.dataset.text === text) other.remove();
  const note = h('div', { class: `toast ${kind}` }, h('span', {}, text));
  note.dataset.text = text;
  if (answer) {
    const act = () => {
      note.remove();
      answer.act();
    };
    note.append(button(answer.label, act, { class: 'small' }));
  }
  box.append(note);
  while (box.children.length > MOST_NOTES) box.firstChild.remove();
  setTimeout(() => note.remove(), answer ? MILLIS_TO_ANSWER : MILLIS[kind]);
}

export function complain(failure) {
  if (!isCancelled(failure)) toast(failure.message, 'error');
}

/** Runs an action; if it fails, shows a note and returns undefined. */
export async function attempt(action) {
  try {
    return await action();
  } catch (failure) {
    complain(failure);
    return undefined;
  }
}

const going = new Set();

/** The same, unless an action of this name is under way already: who clicks twice wants it once. */
export async function once(name, action) {
  if (going.has(name)) return undefined;
  going.add(name);
  const answer = await attempt(action);
  going.delete(name);
  return answer;
}

export function closeDialogs() {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
}

/**
 * Shows a form in a dialog; resolves with its values, or with undefined if it is cancelled. `act` is called with the
 * values on submission, and a signal that is aborted if the dialog is closed meanwhile; if it fails, the dialog stays
 * open and shows the reason.
 */
export function ask(title, body, { confirm, kind = 'primary', busy = confirm, act = async () => {} }) {
  closeDialogs(); // one question at a time
  return new Promise((resolve) => {
    const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    const go = h('button', { type: 'submit', class: kind }, confirm);
    const cancel = button('Cancel', () => dialog.close(), { class: 'quiet' });
    const heading = h('h2', {}, title);
    const feet = h('div', { class: 'row end' }, cancel, go);
    const form = h('form', { class: 'stack', noValidate: true }, heading, body, problem, feet);
    const dialog = h('dialog', { 'aria-label': title }, form);
    const closed = new AbortController();
    let answer;

    const wait = (isWaiting) => {
      go.disabled = isWaiting;
      put(go, isWaiting ? busy : confirm);
    };
    form.addEventListener('submit', async (submit) => {
      submit.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      wait(true);
      problem.hidden = true;
      try {
        await act(values, closed.signal);
        answer = values;
        dialog.close();
      } catch (failure) {
        put(problem, failure.message);
        problem.hidden = false;
        wait(false);
      }
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      closed.abort();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    const first = form.querySelector('input, select, textarea');
    if (first?.matches('input[type=text], input:not([type])')) first.select();
  });
}
