// Entry point: shows the page named by the address, in the chosen theme.
import { RUNS } from './address.js';
import { fill, h } from './dom.js';

const PAGES = {
  '': { load: () => import('./runs.js'), nav: 'runs' },
  run: { load: () => import('./run.js'), nav: 'runs' },
  explore: { load: () => import('./explore.js'), nav: 'runs' },
  compare: { load: () => import('./compare.js'), nav: 'compare' },
  draw: { load: () => import('./draw.js'), nav: 'draw' },
  lab: { load: () => import('./lab.js'), nav: 'lab' },
};
const main = document.getElementById('main');

let leave = () => {};
let shown = 0;
let current;

function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page, ...rest] = path.split('/').map(decodeURIComponent);
  return { page, rest, here: `${page}/${rest.join('/')}`, parameters: new URLSearchParams(query) };
}

async function show() {
  const { page, rest, here, parameters } = place();
  if (here === current && leave.update) {
    leave.update(parameters);
    return;
  }
  current = here;
  const turn = ++shown;
  leave();
  leave = () => {};
  await open(page, rest, parameters, () => turn === shown);
  if (turn !== shown) return;
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} · gan4j studio` : 'gan4j studio';
  if (turn > 1) main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Loads and shows a page, unless the user has moved on in the meantime. */
async function open(page, rest, parameters, isCurrent) {
  markInNavigation(PAGES[page]?.nav);
  if (!PAGES[page]) {
    report('Page not found', 'The studio has no such page.');
    return;
  }
  try {
    const module = await PAGES[page].load();
    if (!isCurrent()) return;
    const left = await module.show(fill(main), rest, parameters);
    if (isCurrent()) leave = left ?? leave;
    else left?.();
  } catch (failure) {
    if (isCurrent()) report('Something went wrong', failure.message);
  }
}

function markInNavigation(nav) {
  for (const link of document.querySelectorAll('nav a'))
    if (link.dataset.page === nav) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
}

function report(title, problem) {
  const back = h('p', {}, h('a', { href: RUNS }, 'All runs'));
  fill(main, h('h1', {}, title), h('p', { class: 'problem', role: 'alert' }, problem), back);
}

const root = document.documentElement;
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const coloursChanged = () => window.dispatchEvent(new Event('themechange'));
const kept = localStorage.getItem('theme');
if (kept) root.dataset.theme = kept;
prefersDark.addEventListener('change', coloursChanged);
document.getElementById('theme').addEventListener('click', () => {
  const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches;
  root.dataset.theme = isDark ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
  coloursChanged();
});

document.querySelector('.skip').addEventListener('click', (click) => {
  click.preventDefault();
  main.focus();
});

// The token is a cookie by now and need not stay in the address.
if (new URLSearchParams(location.search).has('token')) history.replaceState(null, '', `/${location.hash}`);
window.addEventListener('hashchange', show);
show();
