// The networks of both sides: a column of layers each, with output shapes and parameters.
import { count } from './format.js';
import { html, nothing } from './html.js';
import { term } from './words.js';

/** @param players as the server describes them: side, count, parameters, layers of name, output and parameters */
export const networks = (players) => html`<div class="networks">${players.map(column)}</div>`;

function column({ side, count: many, parameters, layers }) {
  const most = Math.max(1, ...layers.map((layer) => layer.parameters));
  return html`
    <section class="network ${side}" aria-label=${side}>
      <h3>${term(side)}${many > 1 ? html` × ${many}` : nothing}
        <span class="small faint">${count(parameters)} ${term('weights', 'parameters')}</span></h3>
      <ol>${layers.map((layer) => row(layer, most))}</ol>
    </section>`;
}

/** A point is a list of numbers, an image has [channels, height, width]. */
const shape = (output) => `[${output.join(', ')}]`;

/** The bar is the share of the layer with the most parameters. */
function row({ name, output, parameters }, most) {
  return html`
    <li .style=${`--share: ${(100 * parameters) / most}%`}>
      <span class="layer">${name}</span><span class="mono">${shape(output)}</span>
      <span class="parameters faint">${parameters ? count(parameters) : nothing}</span>
    </li>`;
}
