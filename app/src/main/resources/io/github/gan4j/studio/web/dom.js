// Small tools for building pages. Text only ever goes in as text, so names of runs cannot become markup.

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else if (key in node && typeof value !== 'string' && key !== 'list') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

export function add(node, children) {
  for (const child of children.flat(3)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** Changes text only when it differs, so that screen readers and layout stay calm. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function toast(text, kind = 'note') {
  const box = document.getElementById('toasts');
  const note = h('div', { class: `toast ${kind}` }, text);
  box.append(note);
  while (box.children.length > 4) box.firstChild.remove();
  setTimeout(() => note.remove(), kind === 'error' ? 9000 : 4000);
}

export function count(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.round(value).toLocaleString('en').replaceAll(',', '\u202f');
}

export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) return value.toExponential(1);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(3);
}

export function duration(seconds) {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const STATES = {
  starting: 'starting',
  running: 'running',
  paused: 'paused',
  elsewhere: 'running elsewhere',
  finished: 'finished',
  stopped: 'stopped',
  failed: 'failed',
  broken: 'cannot be read',
};

export function badge(state) {
  return h('span', { class: `badge ${state}` }, STATES[state] || state);
}

/** Shows a state in a place, and leaves alone what shows it already. */
export function mark(place, state) {
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  fill(place, badge(state));
}

/** A question in a dialog; resolves with the form's values or with nothing. */
export function ask(title, body, confirm, kind = 'primary') {
  return new Promise((resolve) => {
    const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    const form = h(
      'form',
      { method: 'dialog', class: 'stack' },
      h('h2', { id: 'dialog-title' }, title),
      body,
      problem,
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Cancel'),
        h('button', { type: 'submit', class: kind, value: 'yes' }, confirm),
      ),
    );
    const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' }, form);
    let answer;
    form.addEventListener('submit', () => {
      answer = Object.fromEntries(new FormData(form));
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
