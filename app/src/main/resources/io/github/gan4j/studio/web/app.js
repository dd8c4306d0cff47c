// Entry point: shows the page named by the address, in the chosen theme.
import { RUNS } from './address.js';
import { cancelQuestions, isCancelled, RENAMED, said } from './api.js';
import * as compare from './compare.js';
import { BACK } from './connection.js';
import { closeDialogs, toast } from './dialog.js';
import * as draw from './draw.js';
import * as explore from './explore.js';
import { sentence } from './format.js';
import { html } from './html.js';
import * as lab from './lab.js';
import * as learn from './learn.js';
import { Page } from './page.js';
import * as run from './run.js';
import * as runs from './runs.js';
import './theme.js';
import * as use from './use.js';

const PAGES = {
  '': { show: runs.show, nav: 'runs' },
  run: { show: run.show, nav: 'runs', isOfRun: true },
  explore: { show: explore.show, nav: 'runs', isOfRun: true },
  use: { show: use.show, nav: 'runs', isOfRun: true },
  compare: { show: compare.show, nav: 'compare' },
  draw: { show: draw.show, nav: 'draw' },
  lab: { show: lab.show, nav: 'lab' },
  learn: { show: learn.show, nav: 'learn' },
};
const main = document.getElementById('main');

let current;
let here;

/** What an address names; nothing where it is malformed. */
function placeOf(address) {
  const [path, query = ''] = address.replace(/^#\/?/, '').split('?');
  try {
    const [page, ...rest] = path.split('/').map(decodeURIComponent);
    return { page, rest, here: `${page}/${rest.join('/')}`, parameters: new URLSearchParams(query) };
  } catch {
    return { page: undefined, rest: [], here: address, parameters: new URLSearchParams() };
  }
}

/** Follows the address; the page that is there already hears what changed, unless it has failed. */
async function show() {
  const place = placeOf(location.hash);
  if (place.here === here && current.update) {
    current.update(place.parameters);
    return;
  }
  const isFirst = !current;
  leave();
  here = place.here;
  const page = new Page();
  current = page;
  const loading = document.createElement('p');
  loading.className = 'faint loading';
  loading.textContent = 'Loading…';
  main.replaceChildren(page.root, loading);
  await open(page, place);
  loading.remove();
  if (page !== current) return;
  if (!isFirst) main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function leave() {
  current?.close();
  cancelQuestions();
  closeDialogs();
}

async function open(page, { page: name, rest, parameters }) {
  const known = PAGES[name];
  for (const link of document.querySelectorAll('nav a'))
    if (link.dataset.page === known?.nav) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  if (!known) {
    report(page, 'Page not found', 'The address may have been mistyped.');
    return;
  }
  try {
    await known.show(page, rest, parameters);
  } catch (failure) {
    if (!isCancelled(failure)) explain(page, known, failure);
  }
}

function explain(page, { isOfRun }, failure) {
  const why = said(failure);
  if (!why) report(page, 'This page is not here yet');
  else if (failure.status !== 404) report(page, 'This did not work', sentence(why));
  else if (!isOfRun) report(page, 'Not found', sentence(why));
  else report(page, 'Run not found', `${sentence(why)} It may have been deleted, or renamed by another program.`);
}

const complaint = (problem) => html`
  <p class="problem" role="alert">${problem}</p>
  <p><a class="button" href=${RUNS}>All runs</a></p>`;

/**
 * Says why there is nothing to see; it is tried again when the server is back, or its link is clicked.
 *
 * @param problem undefined while the banner says that the server is away
 */
function report(page, title, problem) {
  if (!page.isShown) return;
  page.update = undefined;
  page.hasFailed = true;
  page.root.replaceChildren();
  page.title(title);
  const view = () => html`
    <h1>${title}</h1>
    ${problem ? complaint(problem) : html`<p>It comes when the studio answers.</p>`}`;
  page.root = document.createElement('div');
  page.root.className = 'page';
  main.replaceChildren(page.root);
  page.draw(view, {});
}

document.querySelector('.skip').addEventListener('click', (click) => {
  click.preventDefault();
  main.focus();
});

// A link to where one is already tries again.
document.addEventListener('click', (click) => {
  const link = click.target.closest('a[href^="#/"]');
  if (link && placeOf(link.getAttribute('href')).here === here && current.hasFailed) show();
});
window.addEventListener(BACK, () => {
  if (current.hasFailed) show();
});

// The page of a run goes with its run; what it was asked for is in the address.
window.addEventListener(RENAMED, ({ detail: name }) => {
  const { page, rest } = placeOf(location.hash);
  if (!PAGES[page]?.isOfRun || rest[0] === name) return;
  const address = location.hash.replace(/^(#\/[^/]+\/)[^/?]+/, (_, start) => start + encodeURIComponent(name));
  history.replaceState(null, '', address);
  toast(`This run is called ${name} now.`);
  show();
});

// The token is a cookie by now and need not stay in the address.
if (new URLSearchParams(location.search).has('token')) history.replaceState(null, '', `/${location.hash}`);
window.addEventListener('hashchange', show);
show();
