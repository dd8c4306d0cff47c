// Templates: text is only ever inserted as text, so names of runs cannot become markup.
export { live } from './lib/lit-html/directives/live.js';
export { repeat } from './lib/lit-html/directives/repeat.js';
export { html, nothing, render } from './lib/lit-html/lit-html.js';
