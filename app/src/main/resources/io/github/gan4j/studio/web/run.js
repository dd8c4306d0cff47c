import { follow, get, run as path, post, text } from './api.js';
import { History, metricChart, metrics, usual } from './charts.js';
import { ask, count, duration, fill, h, mark, number, put, toast } from './dom.js';
import { EVENT, IMAGES, SETTING, TURN } from './names.js';
import { scene } from './scene.js';

const SPEEDS = [
  [0, 'full speed'],
  [0.05, '20 steps a second'],
  [0.25, '4 steps a second'],
  [1, '1 step a second'],
  [4, '1 step in 4 seconds'],
];
const TURNS = [
  [0, 0, 'as planned'],
  [1, 1, '1 to 1'],
  [2, 1, '2 to 1'],
  [5, 1, '5 to 1'],
  [1, 2, '1 to 2'],
  [1, 5, '1 to 5'],
];

export async function show(main, [name]) {
  let card = await get(path(name));
  const history = new History();
  const unit = card.kind === 'image' ? 'images' : 'samples';
  const charts = usual(unit);
  const extra = new Map();
  let moments = [];
  let following = true;
  let playing = 0;

  // --- head
  const state = h('span', {});
  const actions = h('div', { class: 'row' });
  const bar = h('progress', { max: 1, value: 0, 'aria-label': 'progress' });
  const facts = h('p', { class: 'facts', 'aria-live': 'off' });
  const diagnosis = h('p', { class: 'diagnosis', role: 'status' }, '…');
  const remedies = h('details', { class: 'small', hidden: true }, h('summary', {}, 'What helps'), h('ul', {}));
  const trouble = h('p', { class: 'problem', role: 'alert', hidden: true });
  main.append(
    h('p', { class: 'crumb' }, h('a', { href: '#/' }, '← Runs')),
    h('div', { class: 'head' }, h('div', { class: 'row' }, h('h1', {}, name), state), actions),
    h('div', { class: 'panel stack' }, bar, facts, diagnosis, remedies, trouble),
  );

  // --- controls
  const controls = controlPanel();
  main.append(controls.node);

  // --- pictures
  const picture = h('img', { class: 'pixels samples', alt: 'samples of the generator' });
  const reals = h('img', { class: 'pixels samples', alt: 'real samples' });
  const realsBox = h(
    'figure',
    { hidden: true },
    h('figcaption', { class: 'small faint' }, 'reals'),
    whole(reals, 'the reals alone, in full size'),
  );
  const caption = h('figcaption', { class: 'small faint' }, 'fakes');
  const slider = h('input', {
    type: 'range',
    min: '0',
    max: '0',
    value: '0',
    step: '1',
    id: 'scrubber',
    'aria-label': 'time: which sample picture',
  });
  const play = h(
    'button',
    { type: 'button', class: 'quiet icon', 'aria-label': 'play the training as a film', onclick: film },
    '▶',
  );
  const newest = h(
    'button',
    {
      type: 'button',
      class: 'quiet small',
      onclick: () => {
        following = true;
        scrub(moments.length - 1);
      },
    },
    'newest',
  );
  const moment = h('output', { class: 'small', for: 'scrubber' }, '');
  slider.addEventListener('input', () => {
    stopFilm();
    following = Number(slider.value) === moments.length - 1;
    scrub(Number(slider.value));
  });
  const gallery = h(
    'section',
    { class: 'panel stack', 'aria-label': 'samples' },
    h('div', { class: 'pair' }, h('figure', {}, caption, whole(picture, 'the fakes alone, in full size')), realsBox),
    h('div', { class: 'row scrub' }, play, slider, newest),
    moment,
  );
  const plots = h(
    'div',
    { class: 'plots' },
    charts.map((c) => c.node),
  );
  const live = h('div', {});
  main.append(h('div', { class: 'columns' }, h('div', { class: 'stack' }, live, gallery), plots));

  // --- plan
  const planText = h('pre', { class: 'plan', tabindex: '0' });
  const plan = h('details', { class: 'panel' }, h('summary', {}, 'Plan'), planText);
  plan.addEventListener('toggle', async () => {
    if (plan.open && !planText.textContent)
      try {
        planText.textContent = await text(path(name, '/plan'));
      } catch (f) {
        planText.textContent = f.message;
      }
  });
  const broken = h('p', { class: 'small faint', hidden: true });
  main.append(plan, broken);

  let view;
  if (card.kind !== 'image') {
    view = scene(name, () => card);
    live.append(view.node);
  }

  function scrub(index) {
    if (!moments.length) return;
    const at = Math.max(0, Math.min(moments.length - 1, index));
    slider.value = String(at);
    const source = path(name, `/samples/${String(moments[at]).padStart(9, '0')}.png`);
    if (picture.getAttribute('src') !== source) picture.src = source;
    put(moment, `after ${count(moments[at])} ${unit} (picture ${at + 1} of ${moments.length})`);
    slider.setAttribute('aria-valuetext', `after ${count(moments[at])} ${unit}`);
    charts.concat([...extra.values()]).forEach((c) => {
      c.marker = at === moments.length - 1 ? null : moments[at];
      c.draw();
    });
  }

  function film() {
    if (playing) {
      stopFilm();
      return;
    }
    following = false;
    let at = Number(slider.value) >= moments.length - 1 ? 0 : Number(slider.value);
    put(play, '❚❚');
    play.setAttribute('aria-label', 'stop the film');
    playing = setInterval(
      () => {
        scrub(at++);
        if (at >= moments.length) stopFilm();
      },
      Math.max(60, Math.min(220, 6000 / moments.length)),
    );
  }

  function stopFilm() {
    clearInterval(playing);
    playing = 0;
    put(play, '▶');
    play.setAttribute('aria-label', 'play the training as a film');
  }

  function redraw() {
    for (const key of metrics(history.events))
      if (!extra.has(key)) {
        const chart = metricChart(key, extra.size);
        chart.unit = unit;
        extra.set(key, chart);
        plots.append(chart.node);
      }
    charts.concat([...extra.values()]).forEach((c) => c.show(history.events));
  }

  // --- one message after another
  function status(now) {
    card = now;
    mark(state, card.state);
    bar.value = card.progress || 0;
    const last = history.events.at(-1) || {};
    put(
      facts,
      [
        `${count(card[IMAGES] || 0)} ${unit}`,
        card[EVENT.seconds] === undefined ? null : `${duration(card[EVENT.seconds])} of training`,
        last[EVENT.speed] && card.state === 'running' ? `${count(last[EVENT.speed])} ${unit}/s` : null,
        card.state === 'running' && last[EVENT.secondsLeft] > 0 ? `${duration(last[EVENT.secondsLeft])} left` : null,
        card.best
          ? `best ${card.best.metric} ${number(card.best.value)} after ${count(card.best[IMAGES])} ${unit}`
          : null,
      ]
        .filter(Boolean)
        .join('  ·  '),
    );
    put(trouble, card.trouble || '');
    trouble.hidden = !card.trouble;
    if (card.reals && realsBox.hidden) {
      realsBox.hidden = false;
      reals.src = path(name, '/reals.png');
    }
    buttons();
    controls.update();
    view?.update();
  }

  let buttonsFor = '';
  function buttons() {
    const key = card.state;
    if (key === buttonsFor) return;
    buttonsFor = key;
    const going = ['running', 'paused', 'starting'].includes(card.state);
    fill(
      actions,
      going &&
        h(
          'button',
          { type: 'button', id: 'stop', onclick: () => act('/stop', {}, 'stopped; what was learned is kept') },
          'Stop',
        ),
      ['stopped', 'failed', 'finished'].includes(card.state) &&
        h(
          'button',
          { type: 'button', id: 'resume', onclick: resume },
          card.state === 'finished' ? 'Train longer' : 'Resume',
        ),
      card.kind === 'image' &&
        !['starting', 'broken'].includes(card.state) &&
        h('a', { class: 'button', href: `#/explore/${encodeURIComponent(name)}` }, 'Explore'),
      h('a', { class: 'button', href: path(name, '/report.html'), target: '_blank', rel: 'noopener' }, 'Report'),
    );
  }

  async function act(verb, body, done) {
    try {
      await post(path(name, verb), body);
      if (done) toast(done);
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  async function resume() {
    const body = {};
    if (card.state === 'finished') {
      const field = h('input', {
        name: 'minutes',
        type: 'number',
        min: '0.01',
        step: 'any',
        required: true,
        value: String(Math.ceil((card[EVENT.seconds] || 60) / 60) + 2),
      });
      const answer = await ask(
        'Train longer',
        h('label', { class: 'field' }, 'Minutes in all, from its beginning', field),
        'Go on',
      );
      if (!answer) return;
      body.minutes = Number(answer.minutes);
    }
    act('/resume', body, 'goes on');
  }

  function controlPanel() {
    const pause = h('button', { type: 'button', id: 'pause', class: 'primary' }, 'Pause');
    pause.addEventListener('click', () => steer({ [SETTING.paused]: !card.setting?.[SETTING.paused] }));
    const one = (side) =>
      h('button', { type: 'button', id: `step-${side}`, onclick: () => act('/step', { side }) }, `One ${side} step`);
    const speed = h(
      'select',
      { id: 'speed' },
      SPEEDS.map(([s, words]) => h('option', { value: String(s) }, words)),
    );
    speed.addEventListener('change', () => steer({ [SETTING.secondsPerStep]: Number(speed.value) }));
    const turns = h(
      'select',
      { id: 'turns' },
      TURNS.map(([d, g, words]) => h('option', { value: `${d}:${g}` }, words)),
    );
    turns.addEventListener('change', () => {
      const [d, g] = turns.value.split(':').map(Number);
      steer({ [SETTING.discriminatorTurns]: d, [SETTING.generatorTurns]: g });
    });
    const rates = ['discriminator', 'generator'].map((side) => {
      const out = h('output', {}, '× 1');
      const range = h('input', { type: 'range', min: '-5', max: '5', step: '0.5', value: '0', id: `rate-${side}` });
      range.addEventListener('input', () => put(out, `× ${number2(2 ** range.value)}`));
      range.addEventListener('change', () => steer({ [SETTING[`${side}Rate`]]: 2 ** Number(range.value) }));
      return {
        side,
        range,
        out,
        node: h(
          'label',
          { class: `field ${side}`, for: `rate-${side}` },
          h('span', { class: 'row between' }, `${side}'s rate`, out),
          range,
        ),
      };
    });
    const keep = h(
      'button',
      {
        type: 'button',
        id: 'checkpoint',
        onclick: async () => {
          try {
            toast(`checkpoint at ${count((await post(path(name, '/checkpoint')))[IMAGES])} ${unit}`);
          } catch (f) {
            toast(f.message, 'error');
          }
        },
      },
      'Checkpoint now',
    );
    const back = h('select', { id: 'rollback-to', 'aria-label': 'checkpoint to roll back to' });
    const roll = h(
      'button',
      {
        type: 'button',
        id: 'rollback',
        onclick: async () => {
          const to = Number(back.value);
          if (
            !back.value ||
            !(await ask(
              'Roll back?',
              h(
                'p',
                {},
                `Training goes on from the checkpoint at ${count(to)} ${unit}; what came after it is dropped.`,
              ),
              'Roll back',
              'danger',
            ))
          )
            return;
          act('/rollback', { images: to }, `back at ${count(to)} ${unit}`);
        },
      },
      'Roll back',
    );
    const step = h('p', { class: 'small mono', id: 'last-step', 'aria-live': 'polite' });
    const now = h('img', { class: 'pixels now', alt: 'what the generator makes now', hidden: true });
    const node = h(
      'section',
      { class: 'panel controls', 'aria-label': 'steer the training', hidden: true },
      h(
        'div',
        { class: 'row' },
        pause,
        one('discriminator'),
        one('generator'),
        h('label', { class: 'inline' }, 'pace', speed),
        h('label', { class: 'inline' }, 'turns D : G', turns),
      ),
      h(
        'div',
        { class: 'rates' },
        rates.map((r) => r.node),
      ),
      h('div', { class: 'row' }, keep, h('span', { class: 'row tight' }, back, roll)),
      step,
      now,
    );
    async function steer(change) {
      try {
        card.setting = await post(path(name, '/steer'), change);
        controls.update();
      } catch (f) {
        toast(f.message, 'error');
      }
    }
    let seen = -1;
    return {
      node,
      update() {
        node.hidden = !card.steerable;
        if (!card.steerable) return;
        const setting = card.setting;
        put(pause, setting[SETTING.paused] ? 'Go on' : 'Pause');
        speed.value = String(SPEEDS.find(([s]) => s === setting[SETTING.secondsPerStep])?.[0] ?? 0);
        turns.value = `${setting[SETTING.discriminatorTurns]}:${setting[SETTING.generatorTurns]}`;
        for (const r of rates)
          if (document.activeElement !== r.range) {
            const factor = setting[SETTING[`${r.side}Rate`]];
            r.range.value = String(factor > 0 ? Math.log2(factor) : -5);
            put(r.out, `× ${number2(factor)}`);
          }
        const slow = setting[SETTING.paused] || setting[SETTING.secondsPerStep] >= 0.25;
        step.hidden = !slow;
        put(
          step,
          `step ${count(card.step || 0)}: ` +
            ((card.turns || [])
              .map((t) => `${t[TURN.player]} loss ${number(t[TURN.loss])}, gradient ${number(t[TURN.gradient])}`)
              .join('; ') || 'nobody has moved yet'),
        );
        now.hidden = !(slow && card.kind === 'image');
        if (!now.hidden && card.step !== seen) {
          seen = card.step;
          now.src = path(name, `/now.png?step=${card.step}`);
        }
      },
      checkpoints(list) {
        const chosen = back.value;
        fill(
          back,
          list
            .slice()
            .reverse()
            .map((m) => h('option', { value: String(m) }, `${count(m)} ${unit}`)),
        );
        if (list.map(String).includes(chosen)) back.value = chosen;
        roll.disabled = list.length === 0;
      },
    };
  }

  const close = follow(path(name, '/follow'), {
    history(message) {
      history.reset(message.events);
      broken.hidden = !message.broken;
      put(broken, message.broken ? `${message.broken} lines of events.jsonl could not be read and are left out.` : '');
      redraw();
      status(card);
    },
    event(event) {
      history.push(event);
      redraw();
    },
    status,
    pictures(list) {
      moments = list;
      slider.max = String(Math.max(0, list.length - 1));
      gallery.hidden = !list.length;
      if (following) scrub(list.length - 1);
      else scrub(Math.min(Number(slider.value), list.length - 1));
    },
    checkpoints(list) {
      controls.checkpoints(list);
    },
    diagnosis(found) {
      put(diagnosis, found.line);
      diagnosis.className = `diagnosis ${found.level}`;
      remedies.hidden = !found.remedies.length;
      remedies.lastChild.replaceChildren(
        ...found.remedies.map((remedy) =>
          h('li', {}, `${remedy.why}: `, h('code', {}, remedy.set.map((setting) => `--set '${setting}'`).join(' '))),
        ),
      );
    },
  });
  status(card);
  picture.classList.toggle('diagram', card.kind !== 'image');
  reals.classList.toggle('diagram', card.kind !== 'image');
  const repaint = () => redraw();
  window.addEventListener('themechange', repaint);
  return () => {
    close();
    stopFilm();
    view?.close();
    charts.concat([...extra.values()]).forEach((c) => c.close());
    window.removeEventListener('themechange', repaint);
  };
}

/** A picture that a click shows alone. */
function whole(picture, words) {
  const link = h('a', { target: '_blank', rel: 'noopener', 'aria-label': words }, picture);
  link.addEventListener('pointerdown', () => {
    link.href = picture.src;
  });
  link.addEventListener('focus', () => {
    link.href = picture.src;
  });
  link.tabIndex = 0;
  return link;
}

const number2 = (value) => String(Number(value.toPrecision(2)));
