// Building blocks of pages. Text is only ever inserted as text, so names of runs cannot become markup.

/** An element. Attributes named `on…` are listeners; undefined, null and false ones are omitted. */
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

/** Replaces the content of a node. */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** Sets text only if it differs, to spare screen readers and layout. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets the source of an image only if it differs, so that it is not loaded again. */
export function picture(image, source) {
  if (image.getAttribute('src') !== source) image.src = source;
}

/** A PNG from a JSON answer as a source for an image. */
export const inline = (base64) => `data:image/png;base64,${base64}`;

/** A button that does not submit a form. */
export const button = (label, onclick, attributes = {}) =>
  h('button', { type: 'button', onclick, ...attributes }, label);

/** A slider; give the limits before the value, which they clamp. */
export const range = (attributes) => h('input', { type: 'range', ...attributes });

/** One or more inputs under a label. */
export const field = (label, ...inputs) => h('label', { class: 'field' }, label, ...inputs);

export const choice = (attributes, values, named = {}) => h('select', attributes, options(values, named));

/** Options of a select or datalist; `named` maps values to labels where they differ. */
export const options = (values, named = {}) =>
  values.map((value) => h('option', { value }, named[value] ?? String(value)));

/** A slider with its label and current value above it. */
export function rangeField(words, { className = '', output = {}, ...attributes }) {
  const input = range(attributes);
  const value = h('output', output);
  const label = h('span', { class: 'row between' }, words, value);
  return { input, value, node: h('label', { class: `field ${className}`.trim(), for: attributes.id }, label, input) };
}

/** Downloads a Blob under a name. */
export function save(content, name) {
  const link = h('a', {
    href: URL.createObjectURL(content),
    download: name.toLowerCase().replace(/[^a-z0-9.]+/g, '-'),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
