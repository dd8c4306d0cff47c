// The list of all runs, newest first.
import { comparePage } from './address.js';
import { get } from './api.js';
import { button, fill, h, put } from './dom.js';
import { askForRun } from './new-run.js';
import { RunCard } from './run-card.js';

const REFRESH_MILLIS = 1500;

export async function show(main) {
  const chosen = new Set();
  const compare = button('Compare', () => goTo(comparePage([...chosen])), { hidden: true });
  const choices = Promise.all([get('/api/presets'), get('/api/data')]);
  choices.catch(() => {}); // the form shows the failure when it is opened
  const start = () => askForRun(choices);
  const create = button('New run', start, { class: 'primary', id: 'new-run' });
  const grid = h('div', { class: 'cards' });
  main.append(h('div', { class: 'head' }, h('h1', {}, 'Runs'), h('div', { class: 'row' }, compare, create)), grid);

  const choose = (name, isChosen) => {
    if (isChosen) chosen.add(name);
    else chosen.delete(name);
    compare.hidden = chosen.size < 2;
    put(compare, `Compare ${chosen.size}`);
  };
  const cards = new Cards(grid, empty(start), choose);
  await cards.refresh();
  const timer = setInterval(() => {
    if (!document.hidden) cards.refresh();
  }, REFRESH_MILLIS);
  return () => clearInterval(timer);
}

function goTo(page) {
  location.hash = page;
}

function empty(start) {
  return h(
    'div',
    { class: 'empty panel' },
    h('h2', {}, 'No runs yet'),
    h('p', {}, 'The first run needs no data: gan4j draws digits itself and learns to draw them.'),
    button('Start the first run', start, { class: 'primary' }),
  );
}

/** The cards of all runs, updated in place. */
class Cards {
  constructor(grid, nothing, choose) {
    Object.assign(this, { grid, nothing, choose, cards: new Map() });
  }

  async refresh() {
    let answer;
    try {
      answer = await get('/api/runs');
    } catch {
      return; // api.js shows that the studio does not answer
    }
    this.forgetAllBut(new Set(answer.runs.map((card) => card.name)));
    if (answer.runs.length === 0) {
      if (!this.nothing.isConnected) fill(this.grid, this.nothing);
      return;
    }
    this.nothing.remove();
    answer.runs.forEach((data, place) => {
      const { node } = this.updated(data, answer.training);
      if (this.grid.children[place] !== node) this.grid.insertBefore(node, this.grid.children[place] ?? null);
    });
  }

  forgetAllBut(names) {
    for (const [name, card] of this.cards) {
      if (names.has(name)) continue;
      card.node.remove();
      this.cards.delete(name);
      this.choose(name, false);
    }
  }

  updated(data, training) {
    if (!this.cards.has(data.name)) {
      const choose = (isChosen) => this.choose(data.name, isChosen);
      this.cards.set(data.name, new RunCard(data.name, choose, () => this.refresh()));
    }
    const card = this.cards.get(data.name);
    card.update(data, training);
    return card;
  }
}
