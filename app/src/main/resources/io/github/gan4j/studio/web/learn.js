// A course over small games that this studio trains itself, in steps; and the glossary.
import { LEARN, lessonPage, runPage } from './address.js';
import { deleteRun, post, runPath } from './api.js';
import { isLive } from './card.js';
import { once, toast } from './dialog.js';
import { html, nothing } from './html.js';
import { watchRuns } from './learn-run.js';
import { showStep } from './learn-step.js';
import { STEPS } from './learn-steps.js';
import { showWords } from './learn-words.js';
import { term } from './words.js';

export async function show(page, [place = ''], parameters) {
  if (place === 'words') await showWords(page, parameters);
  else if (!place) showContents(page);
  else if (STEPS[Number(place) - 1]) showStep(page, Number(place) - 1, parameters);
  else throw new Error(`The course has steps 1 to ${STEPS.length}.`);
}

function showContents(page) {
  page.title('Learn');
  page.draw((state) => contents(state, page), { runs: [] });
  watchRuns(page);
}

function contents(state, page) {
  return html`
    <h1>Learn</h1>
    <p class="lead">How a GAN learns, and how it fails, in ${STEPS.length} steps, each with a small game of points to
      play. Nothing here is a recording: the studio trains each game within seconds, and every figure is measured on
      it.</p>
    <p><a class="button primary" href=${lessonPage(1)} id="begin">Begin</a></p>
    <ol class="course">${STEPS.map(
      ({ title }, i) => html`
      <li><a class="panel" href=${lessonPage(i + 1)}><span class="faint" aria-hidden="true">${i + 1}</span> ${title}</a>
      </li>`,
    )}</ol>
    <p class="lead"><a href=${`${LEARN}/words`}>Words and numbers</a>: the
      glossary. Wherever a word is underlined with dots, such as ${term('latent vector', 'latents')}, point at it, or
      move the focus to it, to see what it means.</p>
    ${state.runs.length ? cleanUp(state.runs, page) : nothing}`;
}

/** The games that were played are runs like any other; they can be deleted together. */
export function cleanUp(runs, page) {
  const names = runs.map((run) => run.name);
  return html`
    <section class="panel stack" aria-label="games of the course">
      <h2>Games that were played</h2>
      <p class="small wrap">Each is a run like any other: ${names.map(
        (name, i) => html`${i ? ', ' : ''}<a href=${runPage(name)}>${name}</a>`,
      )}.</p>
      <div class="row">
        <button type="button" id="clean-up" @click=${() => remove(runs, page)}>
          Delete ${names.length === 1 ? 'it' : `all ${names.length}`}
        </button>
      </div>
    </section>`;
}

function remove(runs, page) {
  const names = runs.map((run) => run.name);
  return once('clean-up', async () => {
    for (const run of runs) {
      if (isLive(run)) await post(runPath(run.name, '/stop'));
      await deleteRun(run.name);
    }
    page.set({ runs: [] });
    const restore = () =>
      once('restore', async () => {
        for (const name of names) await post(runPath(name, '/restore'));
      });
    toast(`${names.length} deleted`, 'note', { label: 'Undo', act: restore });
  });
}
