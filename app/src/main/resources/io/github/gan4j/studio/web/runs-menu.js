// The menu of a run: what is done with it less often.
import { usePage } from './address.js';
import { canBeExplored, canBeUsed, hasFolder, isOver } from './card.js';
import { html, nothing } from './html.js';

const ITEMS = [
  // of what cannot be explored, use is what is done most often
  {
    words: 'Use',
    fits: (run) => canBeUsed(run) && canBeExplored(run),
    act: (_, run) => location.assign(usePage(run.name)),
  },
  { words: 'Note', fits: hasFolder, act: (actions, run) => actions.note(run) },
  { words: 'Rename', fits: isOver, act: (actions, run) => actions.rename(run.name) },
  { words: 'Delete', fits: isOver, act: (actions, run) => actions.remove([run.name]) },
];

export const menuOf = (run) => ITEMS.filter(({ fits }) => fits(run));

/** @param run whose menu it is; undefined while there was none */
export function runMenu(run, actions) {
  const item = ({ words, act }) => {
    const choose = (event) => {
      event.currentTarget.closest('[popover]').hidePopover();
      act(actions, run);
    };
    return html`
      <button type="button" class="quiet small" aria-label="${words} ${run.name}" @click=${choose}>${words}</button>`;
  };
  return html`
    <div id="run-menu" class="menu" popover role="group" aria-label="more" @keydown=${walk}>
      ${run ? menuOf(run).map(item) : nothing}
    </div>`;
}

/** Arrow keys go from one to the next. */
function walk(press) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  if (!way) return;
  press.preventDefault();
  const items = [...press.currentTarget.querySelectorAll('button')];
  items.at((items.indexOf(document.activeElement) + way) % items.length).focus();
}

/** Shows the menu at its button, and keeps it there while the page moves. */
export function openMenu(menu, button) {
  menu.showPopover();
  place(menu, button);
  const open = new AbortController();
  const follow = () => place(menu, button);
  for (const kind of ['scroll', 'resize'])
    window.addEventListener(kind, follow, { capture: true, signal: open.signal });
  menu.addEventListener('beforetoggle', () => open.abort(), { once: true });
  menu.querySelector('button')?.focus();
}

/** Below its button, or above it where there is no room. */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isBelow = at.bottom + height < window.innerHeight;
  menu.style.left = `${Math.max(8, at.right - width)}px`;
  menu.style.top = `${isBelow ? at.bottom + 2 : at.top - height - 2}px`;
}
