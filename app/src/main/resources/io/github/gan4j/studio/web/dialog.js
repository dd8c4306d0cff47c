// Notes and dialogs.
import { button, h, put } from './dom.js';

/** Shows a note for a few seconds. */
export function toast(text, kind = 'note') {
  const box = document.getElementById('toasts');
  const note = h('div', { class: `toast ${kind}` }, text);
  box.append(note);
  while (box.children.length > 4) box.firstChild.remove();
  setTimeout(() => note.remove(), kind === 'error' ? 9000 : 4000);
}

export const complain = (failure) => toast(failure.message, 'error');

/** Runs an action; if it fails, shows a note and returns undefined. */
export async function attempt(action) {
  try {
    return await action();
  } catch (failure) {
    complain(failure);
    return undefined;
  }
}

/**
 * Shows a form in a dialog; resolves with its values, or with undefined if it is cancelled. `act` is called with the
 * values on submission; if it fails, the dialog stays open and shows the reason.
 */
export function ask(title, body, { confirm, kind = 'primary', busy = confirm, act = async () => {} }) {
  return new Promise((resolve) => {
    const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    const go = h('button', { type: 'submit', class: kind }, confirm);
    const cancel = button('Cancel', () => dialog.close(), { class: 'quiet' });
    const heading = h('h2', { id: 'dialog-title' }, title);
    const form = h('form', { class: 'stack' }, heading, body, problem, h('div', { class: 'row end' }, cancel, go));
    const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' }, form);
    let answer;

    const wait = (isWaiting) => {
      go.disabled = isWaiting;
      put(go, isWaiting ? busy : confirm);
    };
    form.addEventListener('submit', async (submit) => {
      submit.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      wait(true);
      try {
        await act(values);
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
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
