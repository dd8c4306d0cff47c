import { fill, h } from './dom.js';

const PAGES = {
  '': () => import('./runs.js'),
  run: () => import('./run.js'),
  compare: () => import('./compare.js'),
  explore: () => import('./explore.js'),
  draw: () => import('./draw.js'),
  lab: () => import('./lab.js'),
};
const NAV = { '': 'runs', run: 'runs', explore: 'runs', compare: 'compare', draw: 'draw', lab: 'lab' };

let leave = () => {};
let shown = 0;
let current;

async function show() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page, ...rest] = path.split('/').map(decodeURIComponent);
  const here = `${page}/${rest.join('/')}`;
  const parameters = new URLSearchParams(query);
  if (here === current && leave.update) {
    leave.update(parameters);
    return;
  }
  current = here;
  const turn = ++shown;
  leave();
  leave = () => {};
  const main = document.getElementById('main');
  for (const link of document.querySelectorAll('nav a'))
    if (link.dataset.page === NAV[page]) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  if (!PAGES[page]) {
    fill(main, h('h1', {}, 'There is no such page'), h('p', {}, h('a', { href: '#/' }, 'All runs')));
    return;
  }
  try {
    const module = await PAGES[page]();
    if (turn !== shown) return;
    const left = await module.show(fill(main), rest, parameters);
    if (turn === shown) leave = left || (() => {});
    else if (left) left();
  } catch (failure) {
    if (turn !== shown) return;
    fill(
      main,
      h('h1', {}, 'This did not work'),
      h('p', { class: 'problem', role: 'alert' }, failure.message),
      h('p', {}, h('a', { href: '#/' }, 'All runs')),
    );
  }
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} · gan4j studio` : 'gan4j studio';
  if (turn > 1) main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

const theme = document.getElementById('theme');
const kept = localStorage.getItem('theme');
if (kept) document.documentElement.dataset.theme = kept;
theme.addEventListener('click', () => {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', document.documentElement.dataset.theme);
  window.dispatchEvent(new Event('themechange'));
});

document.querySelector('.skip').addEventListener('click', (click) => {
  click.preventDefault();
  document.getElementById('main').focus();
});

// The token has become a cookie; it need not stay in the address.
if (new URLSearchParams(location.search).has('token')) history.replaceState(null, '', `/${location.hash}`);
window.addEventListener('hashchange', show);
show();
