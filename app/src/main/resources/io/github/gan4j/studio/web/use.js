// What a run is good for: images restored, enlarged, redrawn, classified; samples evaluated; networks exported.
import { explorePage, keepAddress, RUNS, runPage, usePage } from './address.js';
import { get, usePath } from './api.js';
import { count } from './format.js';
import { html, nothing } from './html.js';
import { IMAGES } from './names.js';
import { ClassifyPanel } from './use-classify.js';
import { EvaluatePanel } from './use-evaluate.js';
import { ExportPanel } from './use-export.js';
import { ImageChoice } from './use-images.js';
import { RedrawPanel } from './use-redraw.js';
import { RestorePanel } from './use-restore.js';

/** The parts that do something with an image, by what a run can be used for. */
const WITH_IMAGES = { restore: RestorePanel, upscale: RestorePanel, classify: ClassifyPanel, redraw: RedrawPanel };
const OTHERS = { evaluate: EvaluatePanel, export: ExportPanel };
const INTRO = {
  restore: 'Removes noise from images of any size.',
  upscale: 'Enlarges images of any size.',
  classify: 'Classifies images.',
  redraw: 'Redraws an image as one of another class.',
};

export async function show(page, [name], parameters) {
  page.title(`Use ${name}`);
  const about = await get(usePath(name));
  if (!page.isShown) return;
  const asked = { query: parameters };
  const address = keepAddress(() => `${usePage(name)}?${new URLSearchParams(settings())}`);
  const panels = about.uses
    .filter((use) => WITH_IMAGES[use])
    .map((use) => new WITH_IMAGES[use](page, name, about, { query: asked.query, changed: address.later }));
  const choice = panels.length ? new ImageChoice(page, name, about, take) : undefined;

  function take(image) {
    for (const panel of panels) panel.take(image);
    address.later();
  }
  const settings = () => Object.assign({}, choice?.settings(), ...panels.map((panel) => panel.settings?.()));

  page.draw((state) => view(name, about, state, { panels, choice, others }), {});
  const others = Object.fromEntries(
    about.uses.filter((use) => OTHERS[use]).map((use) => [use, new OTHERS[use](page, name, about)]),
  );
  page.onLeave(address.close);
  page.update = (query) => {
    for (const panel of panels) panel.follow?.(query);
    choice?.follow(query);
  };
  choice?.open(parameters);
}

function view(name, about, state, { panels, choice, others }) {
  return html`
    <p class="crumb"><a href=${about.file ? RUNS : runPage(name)}>← ${about.file ? 'Runs' : name}</a></p>
    <div class="head">
      <h1>Use ${name}</h1>
      ${about.file ? html`<a class="button" href=${explorePage(name)}>Explore</a>` : trainedOn(state.at, about)}
    </div>
    <p class="faint" ?hidden=${!choice}>${about.uses
      .map((use) => INTRO[use])
      .filter(Boolean)
      .join(' ')}</p>
    <div class="columns use">
      <div class="stack">
        ${choice?.pad?.node}${panels.map((panel) => panel.view(state))}
        ${others.evaluate?.view()}
      </div>
      <div class="stack">${choice?.nodes}${others.export?.view() ?? nothing}</div>
    </div>`;
}

const trainedOn = (at, about) => html`
  <span class="small faint">after ${count(at ?? about[IMAGES])} ${about.image ? 'images' : 'samples'}</span>`;
