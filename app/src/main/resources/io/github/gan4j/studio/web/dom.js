// Small tools for building pages. Text only ever goes in as text, so names of runs cannot become markup.

/** An element; `on…` attributes are listeners, and attributes without a value are left out. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) if (!isNothing(value)) set(node, key, value);
  return add(node, children);
}

const isNothing = (value) => value === undefined || value === null || value === false;

function set(node, key, value) {
  const isProperty = key in node && typeof value !== 'string' && key !== 'list';
  if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
  else if (key === 'class') node.className = value;
  else if (isProperty) node[key] = value;
  else node.setAttribute(key, value === true ? '' : value);
}

function add(node, children) {
  for (const child of children.flat(3)) if (!isNothing(child)) node.append(child);
  return node;
}

/** Replaces all that is in a node. */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** Changes text only when it differs, so that screen readers and layout stay calm. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Changes a picture only when it differs, so that it is not loaded again. */
export function picture(image, source) {
  if (image.getAttribute('src') !== source) image.src = source;
}

/** The address of a picture that came in an answer. */
export const inline = (base64) => `data:image/png;base64,${base64}`;

/** A button that does something here; one that submits a form is made with `h`. */
export const button = (label, onclick, attributes = {}) =>
  h('button', { type: 'button', onclick, ...attributes }, label);

/** A slider; limits and value are numbers, the limits first. */
export const range = (attributes) => h('input', { type: 'range', ...attributes });

/** An input or several under a label. */
export const field = (label, ...inputs) => h('label', { class: 'field' }, label, ...inputs);

export const choice = (attributes, values, named = {}) => h('select', attributes, options(values, named));

/** Options of a list; `named` gives those a text of their own that are not shown as they are. */
export const options = (values, named = {}) =>
  values.map((value) => h('option', { value }, named[value] ?? String(value)));

/** A range with its name and value above it. */
export function rangeField(words, { className = '', output = {}, ...attributes }) {
  const input = range(attributes);
  const value = h('output', output);
  const label = h('span', { class: 'row between' }, words, value);
  return { input, value, node: h('label', { class: `field ${className}`.trim(), for: attributes.id }, label, input) };
}
