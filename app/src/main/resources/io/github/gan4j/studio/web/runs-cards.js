// Runs as cards, with their pictures large.
import { runPage } from './address.js';
import { samplesPath } from './api.js';
import { badge, isWaiting, makesImages, unit } from './card.js';
import { count, duration, joined, number, UNBROKEN_SPACE } from './format.js';
import { html, nothing, repeat } from './html.js';
import { EVENT, IMAGES } from './names.js';
import { tagLinks } from './run-notes.js';
import { named, progress, remark, runActions, turn } from './runs-table.js';

export function runCards(runs, state, actions) {
  return html`<div class="cards">${repeat(
    runs,
    (run) => run.name,
    (run) => card(run, state, actions),
  )}</div>`;
}

function card(run, state, actions) {
  const choose = (event) => actions.choose([run.name], event.target.checked);
  return html`
    <article class="card" data-run=${run.name} data-state=${run.state}>
      ${isWaiting(run) ? html`<span class="shot"></span>` : pictureLink(run)}
      <div class="stack">
        <div class="row between nowrap">
          <h2>${named(run)}</h2>
          <input type="checkbox" aria-label="select ${run.name}" .checked=${state.chosen.has(run.name)}
            ?disabled=${isWaiting(run)} @change=${choose}>
        </div>
        <div>${badge(run.state)}${turn(run)} <span class="small">${facts(run)}</span></div>
        ${progress(run)}
        ${run.tags ? html`<div class="row tight">${tagLinks(run)}</div>` : nothing}
        ${remark(run) ? html`<p class="faint clamp">${remark(run)}</p>` : nothing}
        ${run.trouble ? html`<p class="problem small">${run.trouble}</p>` : nothing}
        ${runActions(run, state.training, actions)}
      </div>
    </article>`;
}

const pictureLink = (run) =>
  html`<a class="shot" href=${runPage(run.name)} tabindex="-1" aria-hidden="true">${shot(run)}</a>`;

function shot(run) {
  if (run.picture === undefined) return nothing;
  const kind = makesImages(run) ? 'pixels' : 'diagram';
  return html`<img class=${kind} alt="" loading="lazy" src=${samplesPath(run.name, run.picture)}>`;
}

function facts(run) {
  const left = run[EVENT.secondsLeft];
  return joined(
    run[IMAGES] !== undefined && `${count(run[IMAGES])} ${unit(run)}`,
    run[EVENT.seconds] !== undefined && duration(run[EVENT.seconds]),
    run.state === 'running' && left > 0 && `${duration(left)} left`,
    run.best && `best ${run.best.metric}${UNBROKEN_SPACE}${number(run.best.value)}`,
  );
}
